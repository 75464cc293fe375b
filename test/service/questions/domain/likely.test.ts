// What a sentence is like: the examples it shares words with, whatever it names, and in time that does not grow with slips.
import { expect, it } from 'vitest';
import { type Example, rankLikely } from '../../../../src/service/questions/domain/likely.ts';
import { examples } from '../../../../src/service/questions/rules/examples.ts';

const few: readonly Example[] = [
  {
    lines: ['admin delivery'],
    said: ['has {person} had the message', 'did it arrive'],
    only: ['office'],
  },
  { lines: ['outstanding @{person}'], said: ['has {person} sent anything', 'chase {person} up'] },
  { lines: ['show {ref}'], said: ['is {ref} on course', 'who is on {ref}'] },
];
const first = (marked: string, ...askers: readonly ('office' | 'anybody')[]) =>
  rankLikely(marked, few, askers)[0]?.example.lines[0];

it.each([
  ['could you chase {person}', 'outstanding @{person}'],
  ['who would be on {ref} now', 'show {ref}'],
  ['did the messages arrive', 'admin delivery'],
])('“%s” is most like what was said for %s', (marked, line) => {
  expect(first(marked, 'office', 'anybody')).toBe(line);
});

it('offers what only some may want to nobody else', () => {
  expect(first('did the message arrive', 'anybody')).not.toBe('admin delivery');
});

it('takes a word that is none for the nearest that somebody has written', () => {
  expect(first('did it arrvie', 'office', 'anybody')).toBe('admin delivery');
});

it('finds nothing in words that nobody has written', () => {
  expect(rankLikely('bananas', few, ['anybody'])).toEqual([]);
});

it('is as like itself as a sentence can be', () => {
  for (const { said } of few)
    for (const text of said)
      expect(rankLikely(text, few, ['office', 'anybody'])[0]?.likeness).toBeGreaterThan(0.9);
});

it('has no sentence under two lines, so that likeness to one of them says something', () => {
  const lines = new Map<string, string>();
  const twice = examples.flatMap(({ lines: [line = ''], said }) =>
    said.flatMap((text) => {
      const other = lines.get(text);
      lines.set(text, line);
      return other === undefined ? [] : [`${text}: ${other}, ${line}`];
    }),
  );

  expect(lines.size).toBeGreaterThan(1000);
  expect(twice).toEqual([]);
});

it('reads sixty words without one of English within 20 milliseconds of its own time', () => {
  const slips = Array.from({ length: 60 }, (_, at) => `qx${'abcdefghij'[at % 10]}ritz${at % 7}`);
  rankLikely('to make the index', examples, ['anybody']);
  const before = process.cpuUsage();

  rankLikely(slips.join(' ').replace(/\d/g, 'z'), examples, ['anybody']);

  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(20);
});
