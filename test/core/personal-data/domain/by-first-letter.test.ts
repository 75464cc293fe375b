// A list sorted by first or by last letters finds what the list finds.
import { describe, expect, it } from 'vitest';
import {
  byFirstLetter,
  byLastLetter,
} from '../../../../src/core/personal-data/domain/by-first-letter.ts';
import {
  BELONGING,
  KIN,
  TELLING,
} from '../../../../src/core/personal-data/domain/personal-data-child-words.ts';
import { officerNotes } from './support/guard-score.ts';

const odd = [
  'mum|(?:step|half)?[ -]?dad|dads|(?:a |b ){1,2}c',
  '(?:two|[2-4]) boys|\\d+%|1:1',
  '(?<!\\bno )(?:plan|place)(?! (?:of|on))|\\bplay\\b|pl',
  '(?:\\p{Lu}x |\\p{Ll}+ )?syndrome|sy[nm]',
  "'s own|\\(a\\)|é|(?:very )?(?:late|(?:too )?long)",
  'late|soon|(?:lat(?=e)|x?)ely',
];
const texts = [
  ...officerNotes()
    .filter((_, at) => at % 27 === 0)
    .map(({ text }) => text),
  "Step-dad, dads, a b c, 2 boys at 40% 1:1. No place of a plan on play's own (a) É, rett syndrome late",
  'very too long lately xely ſyndrome Kin ely',
];

function found(source: string, text: string): unknown[] {
  return [...text.matchAll(new RegExp(source, 'giu'))].map(({ index, 0: words }) => [index, words]);
}

describe('byFirstLetter', () => {
  it.each([...odd, BELONGING, KIN, TELLING])('finds what the list finds: %.60s', (source) => {
    const sorted = byFirstLetter(source);
    for (const text of texts) expect(found(sorted, text), text).toEqual(found(source, text));
  });
});

describe('byLastLetter', () => {
  const lists = [
    'mum|(?:step|half)?[ -]?dad|dads|(?:a |b ){1,2}c',
    '(?:two|[2-4]) boys|\\d+%|1:1',
    '\\b(?:plan|place)s?(?: by| of|,|:| -|\\))?|\\bplay\\b|pl',
    "'s own|\\(a\\)|é|(?:very )?(?:late|long)(?=ly|)|\\p{L}+ed(?: up| out)? by",
  ];
  it.each([...lists, BELONGING, KIN])('ends where the list ends: %.60s', (source) => {
    const ends = (list: string, text: string) =>
      [...text.matchAll(new RegExp(`(?<=(?:${list}) ?)`, 'giu'))].map(({ index }) => index);
    const sorted = byLastLetter(source);
    for (const text of texts) expect(ends(sorted, text), text).toEqual(ends(source, text));
  });
});
