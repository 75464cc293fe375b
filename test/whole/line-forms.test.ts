// Every verb's declared forms are what it reads: its examples fit one whole, what a form prints is read as it was said on a
// plan of any style of references, and no text makes the reader throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Form, Forms, Part, Slot } from '../../src/core/message/domain/line-form.ts';
import { formText, printForm } from '../../src/core/message/domain/line-text.ts';
import { parseForm } from '../../src/core/message/domain/parse-form.ts';
import type { Command } from '../../src/core/request/app/command.ts';
import { vocabularyOf } from '../../src/plan/objectives/app/parse-line.ts';
import { refsOf } from '../support/rules/builders.ts';
import { type RefStyle, refStyles, styleNames } from '../support/rules/ref-styles.ts';

type Declared = { readonly verb: string; readonly names: readonly string[]; readonly forms: Forms };

const all: readonly Command[] = commands.flatMap((one) => [one, ...(one.subcommands ?? [])]);
const declared: readonly (Declared & Pick<Command, 'examples'>)[] = all.flatMap(
  ({ name, aliases = [], verb = name, forms, examples }) =>
    forms ? [{ verb, names: [verb, ...aliases], forms, examples }] : [],
);
const plan = refsOf('1A:1', '1A:2', '2B:1', '2B:2', '3A:1');

it('finds the verbs that declare their forms', () => {
  expect(declared.length).toBeGreaterThan(4);
});

describe.each(declared)('$verb', ({ verb, names, forms, examples }) => {
  it('has only examples that one of its forms reads whole', () => {
    for (const example of examples) {
      const name = names.find((one) => example === one || example.startsWith(`${one} `));
      // Some examples are of another verb, where this one is not enough.
      if (name === undefined) continue;
      const [said = '', at] = example.slice(name.length).split(/ at (?=\d)/);
      const read = parseForm(said, forms, vocabularyOf(plan));

      expect(read, example).toMatchObject({ kind: 'read' });
      expect(forms[read.form], example).toMatchObject({
        hidden: false,
        ...(at !== undefined && { dated: true }),
      });
    }
    expect(examples.some((example) => example.startsWith(verb))).toBe(true);
  });

  it.each(styleNames)('prints what it reads, on a plan with %s', (style) => {
    const vocabulary = vocabularyOf(refsOf(...refStyles[style]));
    for (const [name, form] of Object.entries(forms).filter(([, { hidden }]) => !hidden))
      fc.assert(
        fc.property(saidBy(form, style), (said) => {
          const printed = printForm(form, said);
          const read = parseForm(printed, forms, vocabulary);

          expect(read, `${printed}: ${formText(form)}`).toMatchObject({
            kind: 'read',
            form: name,
            said,
          });
        }),
        { numRuns: 25 },
      );
  });

  it('reads any text without a fault', () => {
    const vocabulary = vocabularyOf(plan);
    const pieces = fc.oneof(
      fc.constantFrom(...wordsOf(Object.values(forms).flatMap(({ parts }) => parts))),
      fc.constantFrom('2B:2', 'D1', 'red', '@asha', '"', 'by', '24 July', '3', 'theme 1', 'x'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
        const text = typed.join(' ');

        expect(parseForm(text, forms, vocabulary)).toEqual(parseForm(text, forms, vocabulary));
      }),
      { numRuns: 100 },
    );
  });
});

/** What a form may say: of what may be left out now and then nothing. */
function saidBy({ parts }: Form, style: RefStyle): fc.Arbitrary<Record<string, string>> {
  return fc
    .tuple(...parts.map((part) => sayable(part, style)))
    .map((said) => Object.assign({}, ...said) as Record<string, string>);
}

function sayable(part: Part, style: RefStyle): fc.Arbitrary<Record<string, string>> {
  if (part.is === 'word')
    return fc.constant(part.name === null ? {} : { [part.name]: part.words[0] });
  if (part.is === 'slot') return values(part, style).map((value) => ({ [part.name]: value }));
  const inner = fc
    .tuple(...part.parts.map((one) => sayable(one, style)))
    .map((said) => Object.assign({}, ...said) as Record<string, string>);
  if (part.is === 'maybe')
    return fc.oneof(
      inner,
      inner.map((said) => Object.fromEntries(Object.keys(said).map((name) => [name, '']))),
    );
  return inner;
}

/** Of each kind what people type. Words are none that a form gives a meaning. */
function values(
  { kind, letter = '', values: words = [] }: Slot,
  style: RefStyle,
): fc.Arbitrary<string> {
  const known = fc.constantFrom(...refStyles[style]);
  switch (kind) {
    case 'ref':
      return known;
    case 'refs':
      return fc.uniqueArray(known, { minLength: 1, maxLength: 3 }).map((typed) => typed.join(', '));
    case 'part':
      return fc.integer({ min: 1, max: 99 }).map((one) => `${letter}${one}`);
    case 'rating':
      return fc.constantFrom('red', 'amber', 'at risk', '🔴');
    case 'date':
      return fc.constantFrom('24 July', '2024-07-24', 'tomorrow', 'Easter', 'end of May');
    case 'period':
      return fc.constantFrom('12–23 Aug', 'next week', '3 July to 9 July');
    case 'person':
      return fc.constantFrom('@asha', '<@U123>', 'asha@example.org');
    case 'theme':
      return fc.constantFrom('theme 1', 'theme 12');
    case 'number':
      return fc.integer({ min: 1, max: 999 }).map(String);
    case 'numbers':
      return fc
        .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 })
        .map((some) => some.join(', '));
    case 'choice':
      return fc.constantFrom(...words.map(([first]) => first));
    case 'code':
      return fc.constantFrom('AB12-CD34', '2B', 'monday');
    case 'version':
      return fc.constantFrom('v1', 'version 12');
    case 'email':
      return fc.constantFrom('sam@nhs.example', 's.o-reed@mail.nhs.example');
    case 'forum':
      return fc.constantFrom('siab', 'board');
    case 'link':
      return fc.constantFrom('https://example.org/a', 'www.example.org');
    case 'quoted':
      return fc.constantFrom('"Council closed"', '“trained workers”');
    case 'words':
      return fc
        .array(fc.constantFrom('trained', 'workers', 'Ωmega', 'it’s', '(six)'), {
          minLength: 1,
          maxLength: 4,
        })
        .map((some) => some.join(' '));
  }
}

function wordsOf(parts: readonly Part[]): string[] {
  const words = parts.flatMap((part) =>
    part.is === 'word' ? [...part.words] : part.is === 'slot' ? ['x'] : wordsOf(part.parts),
  );
  return words.length > 0 ? words : ['x'];
}
