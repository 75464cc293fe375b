// The line of a highlight report: what can be typed, and that a form says exactly what was put in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../../../src/core/dates/domain/month.ts';
import { formLine } from '../../../../src/core/message/messages/action-value.ts';
import { parseNote } from '../../../../src/core/personal-data/domain/note.ts';
import {
  highlightFields,
  parseHighlightLine,
} from '../../../../src/reports/highlights/domain/highlight.ts';

describe('a month', () => {
  it.each([
    ['June 2024', '2024-06'],
    ['jun 2024', '2024-06'],
    ['Sept 2024', '2024-09'],
    ['2024-12', '2024-12'],
    ['6/2024', '2024-06'],
    ['Smarch 2024', null],
    ['13/2024', null],
    ['2024', null],
  ])('reads %s as %s', (typed, month) => {
    expect(parseMonth(typed)).toBe(month);
  });
});

describe('a line of highlight', () => {
  it.each([
    ['theme 1', 'theme 1', null, { kind: 'show' }],
    ['1 June 2024', '1', '2024-06', { kind: 'show' }],
    ['right support 2024-06', 'right support', '2024-06', { kind: 'show' }],
    ['theme 1 write', 'theme 1', null, { kind: 'form' }],
    ['theme 1 June 2024 version 2', 'theme 1', '2024-06', { kind: 'version', number: 2 }],
    ['theme 1 versions', 'theme 1', null, { kind: 'versions' }],
    ['theme 1 new', 'theme 1', null, { kind: 'new' }],
    ['theme 1 approve', 'theme 1', null, { kind: 'approve', confirmed: false, seen: null }],
    ['theme 1 approve@3', 'theme 1', null, { kind: 'approve', confirmed: true, seen: 3 }],
    ['theme 1 approve confirm', 'theme 1', null, { kind: 'approve', confirmed: true, seen: null }],
    ['theme 1 new words for it', 'theme 1', null, null],
    ['theme 1 version two', 'theme 1', null, null],
    ['theme 1 file', 'theme 1', null, { kind: 'file', version: null, format: 'docx' }],
    [
      'theme 1 June 2024 File HTML',
      'theme 1',
      '2024-06',
      { kind: 'file', version: null, format: 'html' },
    ],
    ['theme 1 version 2 file word', 'theme 1', null, { kind: 'file', version: 2, format: 'docx' }],
    ['theme 1 file pdf', 'theme 1', null, null],
    ['theme 1 version 2 files', 'theme 1', null, null],
    ['theme 1 progress', 'theme 1', null, null],
    ['theme 1 write hello', 'theme 1', null, null],
    ['theme 1 aproove', 'theme 1 aproove', null, { kind: 'show' }],
  ])('reads “%s”', (line, theme, month, ask) => {
    expect(parseHighlightLine(line)).toEqual({ theme, month, ask });
  });

  it('takes all that follows one field as its words', () => {
    const read = parseHighlightLine('theme 1 May 2024 progress: we approve of it\nnext to nothing');

    expect(read).toEqual({
      ...{ theme: 'theme 1', month: '2024-05' },
      ask: { kind: 'write', seen: null, said: { progress: 'we approve of it\nnext to nothing' } },
    });
  });

  it('names no theme when nothing is typed', () => {
    expect(parseHighlightLine('  ')).toBeNull();
  });
});

it('reads every word of a form back, whatever was put in it', () => {
  const awkward = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', '"', '\n', ' ', ':', 'next', 'progress', '@', '-') }),
    fc.constantFrom('none', 'checked: "a"\nnext b', '"a"\nnext "b"', 'a\nreason'),
  );
  fc.assert(
    fc.property(fc.array(awkward, { minLength: 6, maxLength: 6 }), (answers) => {
      const line = formLine(
        { line: 'theme 1 2024-06 write@3', rows: [...highlightFields] },
        answers,
      );

      const read = parseHighlightLine(line);

      const notes = highlightFields.map((_, index) => (answers[index] ?? '').trim());
      const kept = notes.map((note) => ['', '-'].includes(note));
      const said = read?.ask?.kind === 'write' ? read.ask.said : {};
      const back = highlightFields.map((field) => bare(said[field] ?? ''));
      expect(back).toEqual(notes.map((note, index) => (kept[index] ? '' : bare(note, true))));
    }),
    { numRuns: 500 },
  );
});

/** A note as the record keeps it; what it refuses is compared as it stands. */
function bare(note: string, asTyped = false): string {
  const words = note.replace(/^checked:\s*/i, '').trim();
  if (asTyped) return words.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim();
  const read = parseNote(words);
  if (read.ok) return read.value ?? '';
  const inner = /^"((?:[^"]|"")*)"$/.exec(words)?.[1];
  return (inner?.replaceAll('""', '"') ?? words).replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim();
}
