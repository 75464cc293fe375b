// Every word, letter and symbol for a rating; what is not one; and two where one is wanted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseRag,
  type Rag,
  type RagReading,
  ragLooks,
  ragNamed,
  ragOrder,
} from '../../../../src/core/message/domain/rag.ts';

const wordings: readonly (readonly [string, Rag])[] = [
  ['red', 'red'],
  ['r', 'red'],
  ['off track', 'red'],
  ['off-track', 'red'],
  ['🔴', 'red'],
  ['🛑', 'red'],
  ['🟥', 'red'],
  ['amber', 'amber'],
  ['a', 'amber'],
  ['at risk', 'amber'],
  ['at-risk', 'amber'],
  ['🟠', 'amber'],
  ['🟡', 'amber'],
  ['🔶', 'amber'],
  ['🟧', 'amber'],
  ['🟨', 'amber'],
  ['green', 'green'],
  ['g', 'green'],
  ['on track', 'green'],
  ['on-track', 'green'],
  ['🟢', 'green'],
  ['🟩', 'green'],
  ['blue', 'blue'],
  ['b', 'blue'],
  ['complete', 'blue'],
  ['completed', 'blue'],
  ['🔵', 'blue'],
  ['🟦', 'blue'],
];

const note = '14 of 20 trained';

describe('parseRag', () => {
  it.each(wordings)('reads “%s” as %s and leaves the note', (typed, rag) => {
    expect(parseRag(`${typed} ${note}`)).toEqual({ kind: 'rating', rag, rest: note });
  });

  it.each(wordings)('reads “%s” alone as %s', (typed, rag) => {
    expect(parseRag(typed)).toEqual({ kind: 'rating', rag, rest: '' });
  });

  it.each(wordings)('reads “%s” in capitals and within white space', (typed, rag) => {
    const reading = parseRag(`  ${typed.toUpperCase()} \t ${note} `);

    expect(reading).toEqual({ kind: 'rating', rag, rest: note });
  });

  it.each(wordings)('reads “%s” with a mark after it', (typed, rag) => {
    expect(parseRag(`${typed}: ${note}`)).toEqual({ kind: 'rating', rag, rest: note });
    expect(parseRag(`${typed}, ${note}`)).toEqual({ kind: 'rating', rag, rest: note });
    expect(parseRag(`${typed}. ${note}`)).toEqual({ kind: 'rating', rag, rest: note });
  });

  it.each(['🔴', '🟠', '🟡', '🟢', '🔵'])('ignores the variation selector after %s', (symbol) => {
    expect(parseRag(`${symbol}\uFE0F ${note}`)).toEqual(parseRag(`${symbol} ${note}`));
    expect(parseRag(`${symbol}\uFE0F`).kind).toBe('rating');
  });

  it.each(['Off  Track', 'OFF TRACK', 'off\ttrack', 'off\ntrack'])(
    'reads the two words of “%s” whatever stands between them',
    (typed) => {
      expect(parseRag(`${typed} ${note}`)).toEqual({ kind: 'rating', rag: 'red', rest: note });
    },
  );

  it('keeps the lines of the note', () => {
    expect(parseRag('amber first line\nsecond line')).toEqual({
      kind: 'rating',
      rag: 'amber',
      rest: 'first line\nsecond line',
    });
  });

  it.each<[string, Rag[], string]>([
    ['amber green 14 of 20', ['amber', 'green'], '14 of 20'],
    ['amber/green 14 of 20', ['amber', 'green'], '14 of 20'],
    ['AMBER/GREEN 14 of 20', ['amber', 'green'], '14 of 20'],
    ['amber/green: 14 of 20', ['amber', 'green'], '14 of 20'],
    ['amber-green', ['amber', 'green'], ''],
    ['red+amber', ['red', 'amber'], ''],
    ['red&amber', ['red', 'amber'], ''],
    ['red,amber now', ['red', 'amber'], 'now'],
    ['a/g 14 of 20', ['amber', 'green'], '14 of 20'],
    ['amber, green 14', ['amber', 'green'], '14'],
    ['🟠 🟢 14', ['amber', 'green'], '14'],
    ['🟠/🟢 14', ['amber', 'green'], '14'],
    ['🟠\uFE0F/🟢\uFE0F 14', ['amber', 'green'], '14'],
    ['green 🔴 14', ['green', 'red'], '14'],
    ['at risk red 14', ['amber', 'red'], '14'],
    ['amber red tape reduced', ['amber', 'red'], 'tape reduced'],
    ['amber amber 14', ['amber', 'amber'], '14'],
  ])('sees two ratings in “%s”', (typed, ratings, rest) => {
    expect(parseRag(typed)).toEqual({ kind: 'two', ratings, rest });
  });

  it.each<[string, Rag, string]>([
    ['amber "red tape reduced"', 'amber', '"red tape reduced"'],
    ['amber "green" is the plan', 'amber', '"green" is the plan'],
    ['green a first cohort is trained', 'green', 'a first cohort is trained'],
    ['green complete by May', 'green', 'complete by May'],
    ['amber at risk families were seen first', 'amber', 'at risk families were seen first'],
    ['green on track for May', 'green', 'on track for May'],
    ['amber redesign is under way', 'amber', 'redesign is under way'],
    ['red greens and blues', 'red', 'greens and blues'],
    ['amber red/green split resolved', 'amber', 'red/green split resolved'],
  ])('leaves a note alone that only resembles a second rating: “%s”', (typed, rag, rest) => {
    expect(parseRag(typed)).toEqual({ kind: 'rating', rag, rest });
  });

  it.each<[string, Rag]>([
    ['ambr', 'amber'],
    ['amer', 'amber'],
    ['ambre', 'amber'],
    ['ambeer', 'amber'],
    ['Anber', 'amber'],
    ['gren', 'green'],
    ['grean', 'green'],
    ['greeen', 'green'],
    ['geren', 'green'],
    ['bleu', 'blue'],
    ['bluee', 'blue'],
    ['blve', 'blue'],
  ])('suggests a rating for the slip “%s”', (typed, suggestion) => {
    expect(parseRag(`${typed} ${note}`)).toEqual({ kind: 'near', typed, suggestion, rest: note });
  });

  it.each([
    '',
    '   ',
    '14 of 20 trained',
    'redd',
    'rd',
    'blu',
    'yellow',
    'ambulance',
    'agreed at the board',
    'off',
    'at',
    'off the track',
    'track off',
    'at-risky',
    'c',
    '⚫',
    '"amber" 14',
    'reds',
  ])('reads no rating in “%s”', (typed) => {
    expect(parseRag(typed)).toEqual({ kind: 'none' });
  });

  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
    'is not misled by the word “%s”, which every object knows',
    (typed) => {
      expect(parseRag(`${typed} 14`)).toEqual({ kind: 'none' });
      expect(parseRag(`${typed}/red 14`)).toEqual({ kind: 'none' });
      expect(parseRag(`amber ${typed} 14`)).toEqual({
        kind: 'rating',
        rag: 'amber',
        rest: `${typed} 14`,
      });
      expect(ragNamed(typed)).toBeNull();
    },
  );

  it('never throws, and names only ratings that exist', () => {
    const word = fc.constantFrom(
      ...wordings.map(([typed]) => typed),
      '"',
      '/',
      '\n',
      '\u00A0',
      'x',
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 6 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(line, (typed) => {
        const reading = parseRag(typed);

        const rest = reading.kind === 'none' ? '' : reading.rest;
        expect(ragOrder).toEqual(expect.arrayContaining([...ratingsOf(reading)]));
        expect(typed.trim().endsWith(rest)).toBe(true);
      }),
    );
  });
});

describe('ragNamed', () => {
  it.each(wordings)('knows “%s” as %s', (typed, rag) => {
    expect(ragNamed(typed)).toBe(rag);
    expect(ragNamed(typed.toUpperCase())).toBe(rag);
    expect(ragNamed(`${typed},`)).toBe(rag);
  });

  it.each(['', 'reds', 'amber green', 'overdue', 'theme'])('knows no rating “%s”', (typed) => {
    expect(ragNamed(typed)).toBeNull();
  });
});

describe('ragLooks', () => {
  it('tells every rating by word and by symbol', () => {
    const words = ragOrder.map((rag) => ragLooks[rag].word);
    const symbols = ragOrder.map((rag) => ragLooks[rag].symbol);

    expect(words).toEqual(['Red', 'Amber', 'Green', 'Blue']);
    expect(new Set(symbols).size).toBe(ragOrder.length);
  });

  it.each(ragOrder)('shows %s in a form that can be typed back', (rag) => {
    expect(ragNamed(ragLooks[rag].word)).toBe(rag);
    expect(ragNamed(ragLooks[rag].symbol)).toBe(rag);
  });
});

function ratingsOf(reading: RagReading): readonly unknown[] {
  switch (reading.kind) {
    case 'rating':
      return [reading.rag];
    case 'two':
      return reading.ratings;
    case 'near':
      return [reading.suggestion];
    case 'none':
      return [];
  }
}
