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
import { refsOf } from '../support/rules/builders.ts';
import { refStyles, styleNames } from '../support/rules/ref-styles.ts';

const today = Temporal.PlainDate.from('2024-07-01');

/** Words without quotation marks: what is in them is quoted by whoever prints, and read elsewhere. */
const words = fc
  .tuple(
    fc.constantFrom('same', 'red', 'amber', 'green'),
    fc.array(fc.constantFrom('14', 'of', '20', 'trained', 'x')),
  )
  .map(([rag, note]) => [rag, ...note].join(' '));

describe.each(styleNames)('lines of several returns of a plan with %s', (style) => {
  const plan = refsOf(...refStyles[style]);

  it('are printed and read as they were', () => {
    const said = fc.uniqueArray(fc.tuple(fc.constantFrom(...refStyles[style]), fc.nat(99), words), {
      minLength: 1,
      maxLength: 6,
      selector: ([ref]) => ref,
    });
    fc.assert(
      fc.property(said, (given) => {
        const lines = given.map(([typedRef, version, text]) => ({
          typedRef,
          version,
          words: text,
        }));

        const printed = printReturnLines('', lines.map(toSaid)).trim();

        expect(parseReturnLines(printed, 'update', plan).lines).toEqual(lines);
      }),
    );
  });

  it('never make the reader throw, and what it understood of any text stays understood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (text, isUpdate) => {
        const read = () => parseReturnLines(text, isUpdate ? 'update' : 'same', plan);

        expect(read()).toEqual(read());
      }),
      { numRuns: 500 },
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
          expect(parseDate(text, today, 'past'), text).toMatchObject({
            kind: 'date',
            date: { lastDay: day },
          });
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
