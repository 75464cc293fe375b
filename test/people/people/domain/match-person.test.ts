// Whom the words of a line or a cell mean, in the ways in which people and directories write names.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  matchPerson,
  type NamedPerson,
  toldApart,
} from '../../../../src/people/people/domain/match-person.ts';

function person(name: string, organisation: string, email: string): NamedPerson {
  return { name, organisation, email };
}

const council = 'Oxfordshire County Council';
const trust = 'Example NHS Foundation Trust';
const people = [
  person('Ella Brown', council, 'ella.brown@council.example'),
  person('Sam Taylor', trust, 'sam.taylor@nhs.example'),
  person('Sam Taylor', council, 'sam.taylor@council.example'),
  person('Seán O’Brien', trust, 'sean.obrien@nhs.example'),
  person('Zoë Smith-Jones', council, 'zoe@council.example'),
  person('María José García', 'Parent Carer Forum', 'maria@forum.example'),
  person('William Ng', council, 'w.ng@council.example'),
  person('Femi Adé', trust, 'femi@nhs.example'),
  person('Anne Elliott', 'Example School', 'head@school.example'),
  person('Łukasz Wójcik', council, 'lukasz@council.example'),
];

function found(words: string) {
  const match = matchPerson(words, people);
  if (match.kind === 'one') return match.person.email;
  return match.kind === 'several' ? match.people.map(({ email }) => email) : null;
}

describe('one person is found', () => {
  it.each([
    ['Ella Brown', 'ella.brown@council.example'],
    ['@ella', 'ella.brown@council.example'],
    ['BROWN', 'ella.brown@council.example'],
    ['BROWN, Ella (Oxfordshire County Council)', 'ella.brown@council.example'],
    ['Brown, Ella', 'ella.brown@council.example'],
    ['Brown Ella', 'ella.brown@council.example'],
    ['Ella Brown (OCC)', 'ella.brown@council.example'],
    ['Ella Brown (Head of SEND)', 'ella.brown@council.example'],
    ['Ella Jane Brown', 'ella.brown@council.example'],
    ['Mrs Ella Brown OBE', 'ella.brown@council.example'],
    ['E. Brown', 'ella.brown@council.example'],
    ['EB', 'ella.brown@council.example'],
    ['Ella Brown <ella.brown@council.example>', 'ella.brown@council.example'],
    ['ELLA.BROWN@council.example', 'ella.brown@council.example'],
    ['Sam Taylor (NHS)', 'sam.taylor@nhs.example'],
    ['Sam Taylor, Oxfordshire County Council', 'sam.taylor@council.example'],
    ['TAYLOR, Sam (OCC)', 'sam.taylor@council.example'],
    ['Taylor, Sam (Example NHS Foundation Trust)', 'sam.taylor@nhs.example'],
    ['Sam Taylor - NHS', 'sam.taylor@nhs.example'],
    ['sean obrien', 'sean.obrien@nhs.example'],
    ["Sea\u0301n O'Brien", 'sean.obrien@nhs.example'],
    ['Seán OBrien', 'sean.obrien@nhs.example'],
    ['Zoe Smith Jones', 'zoe@council.example'],
    ['Zoë Smith‐Jones', 'zoe@council.example'],
    ['Zo\u0065\u0308', 'zoe@council.example'],
    ['Maria Garcia', 'maria@forum.example'],
    ['maria jose', 'maria@forum.example'],
    ['Dr. Femi Ade', 'femi@nhs.example'],
    ['Lukasz Wojcik', 'lukasz@council.example'],
    ['WILLIAM', 'w.ng@council.example'],
    ['head', 'head@school.example'],
  ])('%s', (words, email) => {
    expect(found(words)).toBe(email);
  });
});

describe('nothing is guessed', () => {
  it('between two of one name', () => {
    expect(found('Sam Taylor')).toEqual(['sam.taylor@nhs.example', 'sam.taylor@council.example']);
    expect(found('@sam')).toHaveLength(2);
    expect(found('Sam Taylor (Head of SEND)')).toHaveLength(2);
  });

  it.each([
    '',
    '@',
    'Robin',
    'Ella Green',
    'X Brown',
    'Ella Brown (Parent Carer Forum)',
    'Ella Brown, Femi Adé',
    'a'.repeat(500),
  ])('where nobody fits: %s', (words) => {
    expect(found(words)).toBeNull();
  });

  it('names who is near to a slip', () => {
    const match = matchPerson('Ela Brwon', people);

    expect(match.kind === 'none' && match.near.map(({ name }) => name)).toEqual(['Ella Brown']);
  });
});

describe('what tells two apart', () => {
  it('is the organisation, else the address', () => {
    const third = person('Sam Taylor', council, 's.taylor2@council.example');

    expect(toldApart([...people.slice(0, 3), third])).toEqual([
      `Ella Brown, ${council}`,
      `Sam Taylor, ${trust}`,
      `Sam Taylor, ${council}, sam.taylor@council.example`,
      `Sam Taylor, ${council}, s.taylor2@council.example`,
    ]);
  });
});

describe('any text', () => {
  it('makes nothing throw, and whoever is named by an address is found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 140 }), (words) => {
        expect(['one', 'several', 'none']).toContain(matchPerson(words, people).kind);
      }),
      { numRuns: 200 },
    );
    for (const one of people) expect(found(one.email)).toBe(one.email);
  });

  it('reads a printed name however it is folded', () => {
    const forms = fc.constantFrom(
      ...[
        (text: string) => text.normalize('NFD'),
        (text: string) => text.toUpperCase(),
        (text: string) => text.replaceAll('’', "'"),
        (text: string) => text.replaceAll('-', ' '),
        (text: string) => ` ${text}  `,
        (text: string) => `Cllr ${text}`,
      ],
    );
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.array(forms, { maxLength: 3 }), (one, ways) => {
        const words = ways.reduce((text, way) => way(text), one.name);
        const match = matchPerson(words, people);
        const all =
          match.kind === 'one' ? [match.person] : match.kind === 'several' ? match.people : [];
        expect(all, words).toContain(one);
      }),
    );
  });
});
