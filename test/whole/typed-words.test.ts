// No reader knows a word only because every object does: `constructor` is read as any word that no list has.
import { describe, expect, it } from 'vitest';
import { allReaders } from '../support/rules/readers.ts';

/** Each with a word like it that nothing is called: of an English word another one, as the guard knows those. */
const names = [
  ['constructor', 'contributor'],
  ['__proto__', '__prozo__'],
  ['toString', 'toSzring'],
  ['hasOwnProperty', 'hasOwnProzerty'],
  ['valueOf', 'valzeOf'],
  ['isPrototypeOf', 'isProtozypeOf'],
] as const;

/** Where a word may stand: alone, behind a reference, as an emoji, an entity, a month, a unit, a person, a colour. */
const places = [
  ...['#', ':#:', '&#;', '#:', '# 2B:2', '2B:2 #', '2B:2 # red', '1.2 #', 'SEND-14 #', '@#'],
  ...['12 # 2024', '# 2024', 'by #', 'by 12 #', '2 #', '2 # before', 'first #', 'every #', 'on #'],
  ...['3 #', '3% #', '£3 #', 'spring # 2024', '# 3', '# on', 'from #', 'impact #', '# | #'],
  ...['quote 3 #', 'kpi 3 #', 'theme #', '#=#', 'returns due 3 # before', 'open # 10:00'],
] as const;

/** Message builders are given words of the code. */
const readers = (await allReaders()).filter(({ name }) => !name.includes('/messages/'));

describe.each(names)('%s', (name, unknown) => {
  it('is read as any other word', () => {
    for (const { name: reader, read } of readers)
      for (const place of places) {
        const [one, other] = [name, unknown].map((word) =>
          shown(read(place.replaceAll('#', word)), word),
        );
        expect(one, `${reader}: ${place}`).toBe(other);
      }
  });
});

/** The answer with the word left out; a function or a prototype in it shows. */
function shown(answer: unknown, word: string): string {
  const text =
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'function' ? `function ${value.name}` : value,
    ) ?? String(answer);
  const forms = [word, word.replaceAll('_', '')].flatMap((one) => [
    ...[one, one.toLowerCase(), one.toUpperCase(), capital(one), capital(one.toLowerCase())],
  ]);
  return forms.reduce((rest, form) => rest.replaceAll(form, '#'), text);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
