// What follows `update` and `same`, read; and that a form's answers come back from it as they were given.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRag } from '../../../../src/core/message/domain/rag.ts';
import { formLine } from '../../../../src/core/message/messages/action-value.ts';
import { parseNote } from '../../../../src/core/personal-data/domain/note.ts';
import {
  parseReturnLines,
  type ReturnVerb,
} from '../../../../src/cycle/returns/app/parse-return-lines.ts';
import { refsOf } from '../../../support/rules/builders.ts';

const PLAN = refsOf('2B:2', '2B:3', '1A:1', '3A:1', '3C:1', '10A:1');

describe('parseReturnLines', () => {
  it.each<[ReturnVerb, string, readonly [string, number | null, string][]]>([
    ['update', '2B:2 amber 14 of 20', [['2B:2', null, 'amber 14 of 20']]],
    ['update', 'PAP 2B:2 amber x', [['2B:2', null, 'amber x']]],
    ['update', '2B 2 amber x', [['2B 2', null, 'amber x']]],
    ['update', '2B:2@4 amber x', [['2B:2', 4, 'amber x']]],
    [
      'update',
      '2B:2, 1A:1 amber x',
      [
        ['2B:2', null, 'amber x'],
        ['1A:1', null, 'amber x'],
      ],
    ],
    ['update', '2B:2 amber one\ntwo', [['2B:2', null, 'amber one\ntwo']]],
    ['update', '2B:2 amber one; two', [['2B:2', null, 'amber one; two']]],
    [
      'update',
      '2B:2 amber x\n1A:1 same',
      [
        ['2B:2', null, 'amber x'],
        ['1A:1', null, 'same'],
      ],
    ],
    [
      'update',
      '2B:2 amber x; 1A:1 at risk y',
      [
        ['2B:2', null, 'amber x'],
        ['1A:1', null, 'at risk y'],
      ],
    ],
    ['update', '2B:2 amber "x\n1A:1 same"', [['2B:2', null, 'amber "x\n1A:1 same"']]],
    [
      'update',
      '2B:2 amber "x; ""y"""\n1A:1 same',
      [
        ['2B:2', null, 'amber "x; ""y"""'],
        ['1A:1', null, 'same'],
      ],
    ],
    [
      'update',
      '2B:2 amber 5" pipe\n1A:1 same',
      [
        ['2B:2', null, 'amber 5" pipe'],
        ['1A:1', null, 'same'],
      ],
    ],
    ['update', '2B:2.1 done', [['2B:2.1', null, 'done']]],
    ['update', "';DROP amber x", [["';DROP", null, 'amber x']]],
    ['same', '2B:2', [['2B:2', null, '']]],
    [
      'same',
      '2B:2 1A:1 no news',
      [
        ['2B:2', null, 'no news'],
        ['1A:1', null, 'no news'],
      ],
    ],
    [
      'same',
      '2B:2\n1A:1 no news',
      [
        ['2B:2', null, ''],
        ['1A:1', null, 'no news'],
      ],
    ],
    [
      'same',
      '2B:2; 1A:1',
      [
        ['2B:2', null, ''],
        ['1A:1', null, ''],
      ],
    ],
    ['same', '2B:2 "1A:1 no news"', [['2B:2', null, '"1A:1 no news"']]],
    ['same', '2B:2 3a is done', [['2B:2', null, '3a is done']]],
  ])('after %s reads %j', (verb, rest, expected) => {
    const { lines, confirmed } = parseReturnLines(rest, verb, PLAN);

    expect(confirmed).toBe(false);
    expect(lines.map(({ typedRef, version, words }) => [typedRef, version, words])).toEqual(
      expected,
    );
  });

  it('reads the word confirm at the beginning alone', () => {
    expect(parseReturnLines('Confirm\n2B:2 same', 'update', PLAN)).toEqual({
      confirmed: true,
      lines: [{ typedRef: '2B:2', version: null, words: 'same' }],
      asOneNote: null,
    });
    expect(parseReturnLines('2B:2 amber confirm it', 'update', PLAN).confirmed).toBe(false);
  });

  it('never throws, and always comes to an end', () => {
    const words = fc.array(
      fc.constantFrom(
        '2B:2',
        '1A:1@3',
        '\n',
        ';',
        '"',
        '""',
        'amber',
        'same',
        'impact',
        ' ',
        'x',
        '@',
        '1',
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(words, fc.string(), (parts, text) => {
        parseReturnLines(parts.join(''), 'update', PLAN);
        parseReturnLines(parts.join(' '), 'same', PLAN);
        parseReturnLines(text, 'update', PLAN);
      }),
    );
  });
});

describe('a form’s answers', () => {
  const piece = fc.constantFrom(
    ...['2B:2', '1A:1@3 same', '\n', '; ', ';', '"', '""', '“', '”', 'amber', 'red', '🔴', 'same'],
    ...['impact green', 'confirm', ' ', 'x', '14 of 20', '- ', 'at risk', 'pap 1A:1 amber', '\t'],
  );
  const note = fc
    .oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    .filter((typed) => parseNote(typed).ok);
  const choice = fc.constantFrom('same', 'red', 'amber', 'green', 'blue', '-');
  const rows = ['2B:2@4', '1A:1@2', '3A:1@17'];

  it('are read from the line as they were given, whatever the notes hold', () => {
    const answers = fc.tuple(...rows.map(() => fc.tuple(choice, note)));
    fc.assert(
      fc.property(answers, (given) => {
        const line = formLine({ line: 'update confirm', rows }, given.flat());

        const read = parseReturnLines(line.replace(/^update\s*/, ''), 'update', PLAN);

        expect(read.confirmed).toBe(true);
        expect(
          read.lines.map(({ typedRef, version, words }) => [
            `${typedRef}@${version}`,
            ...split(words),
          ]),
        ).toEqual(
          given.flatMap(([rag, typed], index) =>
            rag === '-' ? [] : [[rows[index], rag, parseNote(typed)]],
          ),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read the same from the form of one objective', () => {
    fc.assert(
      fc.property(fc.constantFrom('red', 'amber'), note, (rag, typed) => {
        const line = formLine({ line: 'update 2B:2' }, [rag, typed]);

        const { lines } = parseReturnLines(line.replace(/^update\s*/, ''), 'update', PLAN);

        expect(lines.map(({ typedRef, words }) => [typedRef, ...split(words)])).toEqual([
          ['2B:2', rag, parseNote(typed)],
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  function split(words: string): [string, ReturnType<typeof parseNote>] {
    const unchanged = /^same(?=\s|$)\s*([\s\S]*)$/.exec(words)?.[1];
    if (unchanged !== undefined) return ['same', parseNote(unchanged)];
    const reading = parseRag(words);
    return reading.kind === 'rating'
      ? [reading.rag, parseNote(reading.rest)]
      : [reading.kind, parseNote('')];
  }
});
