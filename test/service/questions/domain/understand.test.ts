// What is understood of a sentence, without a record: on every way of printing references.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseReturnLines } from '../../../../src/cycle/returns/app/parse-return-lines.ts';
import { indexRefs } from '../../../../src/plan/objectives/domain/plan-refs.ts';
import type { Own } from '../../../../src/service/questions/domain/slots.ts';
import { understand } from '../../../../src/service/questions/domain/understand.ts';
import { refStyles, styleNames } from '../../../support/rules/ref-styles.ts';

const today = Temporal.PlainDate.from('2024-07-03');
const people = [
  { name: 'Asha Adeyemi', email: 'asha@example.org', organisation: 'Council' },
  { name: 'Ella Jones', email: 'ella@example.org', organisation: 'Council' },
  { name: 'Ella Smith', email: 'ella.s@example.org', organisation: 'ICB' },
  { name: 'Mark Green', email: 'mark@example.org', organisation: 'ICB' },
];
const themes = [{ number: 1, name: 'Right Support' }];

function asker(style: keyof typeof refStyles) {
  const refs: readonly string[] = refStyles[style];
  const titles = ['Front door', 'Named workers identified and trained'];
  const plan = indexRefs(
    refs.map((ref, index) => ({ id: ref, ref, title: titles[index] ?? `Objective ${index}` })),
  );
  const own: Own = { askers: ['anybody'], red: [], own: refs.slice(0, 2) };
  const ask = (text: string) =>
    understand(text, { plan, people, themes }, own, { today, context: {} });
  return { refs, plan, ask };
}

describe.each(styleNames)('on a plan with %s', (style) => {
  const { refs, plan, ask } = asker(style);

  it.each(refs)('knows %s in a question, whatever is asked of it', (ref) => {
    expect(ask(`who owns ${ref}?`)).toMatchObject({ kind: 'asks', lines: [`show ${ref}`] });
    expect(ask(`why is ${ref} red`)).toMatchObject({ kind: 'asks', lines: [`why ${ref}`] });
  });

  it.each(refs)('reads back what it offers for %s', (ref) => {
    const said = ask(`${ref} is amber now, 15 of 20`);

    expect(said).toEqual({ kind: 'records', lines: [`update ${ref} amber 15 of 20`] });
    const [line = ''] = said.kind === 'nothing' ? [] : said.lines;
    const read = parseReturnLines(line.replace('update ', ''), 'update', plan);
    expect(read.lines).toHaveLength(1);
    expect(plan.leading(read.lines[0]?.typedRef ?? '')?.hits.map((one) => one.ref)).toEqual([ref]);
    expect(read.lines[0]?.words).toBe('amber 15 of 20');
  });

  it('throws at no text, and offers nothing for one without words', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(...refs, ' amber ', ' red', '\n', '; ', ' who owns ', ' until Friday', ' 1 '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const said = ask(pieces.join(''));
        if (said.kind !== 'nothing') expect(said.lines.every((line) => line !== '')).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(ask(' \n\t')).toEqual({ kind: 'nothing' });
  });
});

describe('what is said besides', () => {
  const { ask } = asker('2B:2');

  it.each([
    ['15 of 20 trained, so 2B:2 is amber', 'update 2B:2 amber 15 of 20 trained'],
    ['record amber against 2B:2 please, two to go', 'update 2B:2 amber two to go'],
    ['we’ve dropped to red on 2B:2 because two posts are vacant', 'two posts are vacant'],
    ['2B:2 was red, now amber', 'update 2B:2 amber'],
  ])('is kept: %s', (text, line) => {
    const said = ask(text);
    expect(said.kind).toBe('records');
    expect(said.kind === 'records' && said.lines[0]).toContain(line);
  });

  it.each([
    ['2B:2: amber; 1A:1: no change', 'update 2B:2 amber', 'same 1A:1'],
    [
      '2B:2 amber (16 of 20) / 1A:1 green (live)',
      'update 2B:2 amber (16 of 20)',
      'update 1A:1 green (live)',
    ],
    ['2B:2 ambre 16 trained and 1A:1 gren', 'update 2B:2 amber 16 trained', 'update 1A:1 green'],
  ])('is parted where each clause says a rating: %s', (text, ...lines) => {
    const said = ask(text);
    expect(said.kind !== 'nothing' && said.lines.slice(1)).toEqual(lines);
  });

  it('is one note where what follows the semicolon says no rating', () => {
    const said = ask('2B:2 amber 16 trained; 1A:1 depends on it');
    expect(said.kind === 'records' && said.lines[0]).toBe(
      'update 2B:2 amber 16 trained; 1A:1 depends on it',
    );
  });

  it.each([
    '2B:2 is not green yet',
    '2B:2 will be green by July',
    'is 2B:2 green?',
    'green? for 2B:2? I’m not buying it',
  ])('is no rating: %s', (text) => {
    const said = ask(text);
    expect(said.kind !== 'nothing' && said.lines.some((line) => line.startsWith('update'))).toBe(
      false,
    );
  });

  it('chooses between no two people of one first name, and takes no verb for a name', () => {
    expect(ask('has Asha sent hers')).toMatchObject({ lines: ['outstanding @Asha Adeyemi'] });
    expect(ask('hand 2B:2 over to Ella')).toMatchObject({ lines: ['handover 2B:2 @Ella', 'away'] });
    expect(ask('mark 2B:2 as green')).toMatchObject({ lines: ['update 2B:2 green'] });
  });

  it('takes a day or a period whole, or not at all', () => {
    expect(ask('remind me on Friday')).toMatchObject({ lines: ['snooze until 2024-07-05'] });
    expect(ask('I am away from 12 to 23 August')).toMatchObject({
      lines: ['away 12 to 23 August'],
    });
    expect(ask('remind me')).toMatchObject({ lines: ['snooze'] });
  });

  it('keeps a line of a pasted note that says no rating with the one before it', () => {
    expect(ask('Hi\n2B:2 amber 14 of 20\nand two posts vacant\n1A:1 no change')).toMatchObject({
      kind: 'asks',
      lines: [
        'update\n2B:2 amber 14 of 20 and two posts vacant\n1A:1 same',
        expect.anything(),
        'same 1A:1',
      ],
    });
  });
});
