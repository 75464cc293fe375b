// What is printed is read back as what it was: lines of several returns, dates and references.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/core/dates/domain/parse-date.ts';
import { dayText } from '../../src/core/dates/messages/when.ts';
import { leadingColour, parseRag, ragOrder } from '../../src/core/message/domain/rag.ts';
import { ragText } from '../../src/core/message/messages/rag-text.ts';
import {
  parseReturnLines,
  type ReturnLine,
} from '../../src/cycle/returns/app/parse-return-lines.ts';
import { printReturnLines } from '../../src/cycle/returns/messages/return-lines.ts';
import { refKey } from '../../src/plan/objectives/domain/objective-ref.ts';

const today = Temporal.PlainDate.from('2024-07-01');

const ref = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('A', 'B', 'C'),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([area, strand, number]) => `${area}${strand}:${number}`);

/** Words without quotation marks: what is in them is quoted by whoever prints, and read elsewhere. */
const words = fc
  .tuple(
    fc.constantFrom('same', 'red', 'amber', 'green'),
    fc.array(fc.constantFrom('14', 'of', '20', 'trained', 'x')),
  )
  .map(([rag, note]) => [rag, ...note].join(' '));

describe('lines of several returns', () => {
  it('are read, printed and read again as the same', () => {
    const said = fc.array(fc.tuple(ref, fc.nat(99), words), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(said, (given) => {
        const first = parseReturnLines(
          given.map(([one, version, text]) => `${one}@${version} ${text}`).join('\n'),
          'update',
        );

        const printed = printReturnLines('', first.lines.map(toSaid)).trim();

        expect(parseReturnLines(printed, 'update')).toEqual(first);
      }),
    );
  });

  it('never make the reader throw, and what it understood of any text stays understood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (text, isUpdate) => {
        const read = () => parseReturnLines(text, isUpdate ? 'update' : 'same');

        expect(read()).toEqual(read());
      }),
      { numRuns: 2_000 },
    );
  });

  function toSaid({ typedRef, version, words: said }: ReturnLine) {
    return { objective: { ref: typedRef, version: version ?? 0 }, words: said };
  }
});

describe('a day', () => {
  it('is read back as it is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const day = today.add({ days });

        for (const text of [day.toString(), dayText(day), dayText(day).slice(4)]) {
          expect(parseDate(text, today, 'past')?.lastDay.toString(), text).toBe(day.toString());
        }
      }),
    );
  });
});

describe('a rating', () => {
  it.each(ragOrder)('%s is read back as it is printed', (rag) => {
    expect(parseRag(`${ragText(rag)} some words`)).toMatchObject({ kind: 'rating', rag });
    expect(leadingColour(ragText(rag))).toBe(rag);
  });
});

describe('a reference', () => {
  it('has the same key however often it is taken', () => {
    fc.assert(
      fc.property(ref, (one) => {
        expect(refKey(refKey(one))).toBe(refKey(one));
      }),
    );
  });
});
