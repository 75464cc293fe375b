// A note is kept as typed or refused with the reason; it is never cut and never quietly altered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NOTE_LENGTH } from '../../../../src/core/message/domain/typed-text.ts';
import { parseNote } from '../../../../src/core/personal-data/domain/note.ts';

describe('parseNote', () => {
  it.each(['', '   ', '\n\t\r\n', '""', '"  "'])('reads no note in %j', (typed) => {
    expect(parseNote(typed)).toEqual({ ok: true, value: null });
  });

  it.each([
    '14 of 20 named workers trained',
    'Fünf Wörter — with “curly” quotes & <b>tags</b> | *stars* _lines_ `code`',
    'first line\n\nthird line',
    'Trained in 🏴󠁧󠁢󠁥󠁮󠁧󠁿 settings 👩‍🏫 ✅',
    'سبعة من عشرة',
    'non\u00A0breaking and soft\u00ADhyphen',
    '8.61% (331), was 33.20%',
    'it\'s the lead\'s "own" words',
    '"first" and "second"',
    '"opened but not closed',
  ])('keeps %j as typed', (typed) => {
    expect(parseNote(typed)).toEqual({ ok: true, value: typed });
  });

  it.each([
    ['  14 of 20  ', '14 of 20'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['a\tb', 'a b'],
    ['"red tape reduced"', 'red tape reduced'],
    ['  " red tape "  ', 'red tape'],
    ['"two\nlines"', 'two\nlines'],
  ])('folds only outer space, line ends, tabs and quotes: %j', (typed, kept) => {
    expect(parseNote(typed)).toEqual({ ok: true, value: kept });
  });

  it('takes the longest note and no longer one', () => {
    const longest = 'x'.repeat(MAX_NOTE_LENGTH);

    expect(MAX_NOTE_LENGTH).toBe(2_000);
    expect(parseNote(longest)).toEqual({ ok: true, value: longest });
    expect(parseNote(`  "${longest}"  `)).toEqual({ ok: true, value: longest });
    expect(parseNote(`${longest}x`)).toEqual({
      ok: false,
      refusal: { code: 'note-too-long', length: 2_001, limit: 2_000 },
    });
  });

  it('says how long a far too long note is', () => {
    expect(parseNote('x'.repeat(10_000))).toEqual({
      ok: false,
      refusal: { code: 'note-too-long', length: 10_000, limit: 2_000 },
    });
  });

  it.each([
    ['a null', '\u0000'],
    ['a bell', '\u0007'],
    ['a backspace', '\b'],
    ['a vertical tab', '\v'],
    ['an escape', '\u001B'],
    ['a delete', '\u007F'],
    ['a next-line control', '\u0085'],
    ['an Arabic letter mark', '\u061C'],
    ['a zero-width space', '\u200B'],
    ['a left-to-right mark', '\u200E'],
    ['a right-to-left mark', '\u200F'],
    ['a right-to-left override', '\u202E'],
    ['a left-to-right embedding', '\u202A'],
    ['a word joiner', '\u2060'],
    ['a right-to-left isolate', '\u2067'],
    ['a pop of an isolate', '\u2069'],
    ['a byte-order mark', '\uFEFF'],
    ['half of a pair of surrogates', '\uD83D'],
    ['the other half', '\uDE00'],
  ])('refuses %s and shows the note without it', (_name, mark) => {
    expect(parseNote(`14 of${mark} 20`)).toEqual({
      ok: false,
      refusal: { code: 'bad-characters', cleaned: '14 of 20' },
    });
  });

  it('shows a note without any of several such marks', () => {
    expect(parseNote('\u202Eabc\u202C \u0000def')).toEqual({
      ok: false,
      refusal: { code: 'bad-characters', cleaned: 'abc def' },
    });
  });

  it.each([
    ['<!channel> look', '<!channel>'],
    ['look <!here>', '<!here>'],
    ['<!everyone>', '<!everyone>'],
    ['<!here|here> look', '<!here|here>'],
    ['<!CHANNEL>', '<!CHANNEL>'],
    ['@everyone look', '@everyone'],
    ['@Everybody', '@Everybody'],
    ['look @here.', '@here'],
    ['(@channel)', '@channel'],
    ['look,@channel', '@channel'],
  ])('refuses the call to everybody in “%s”', (typed, word) => {
    expect(parseNote(typed)).toEqual({ ok: false, refusal: { code: 'broadcast-mention', word } });
  });

  it.each([
    'ask sam.taylor@northshire.example',
    'ask sam@everyone.example',
    'ask sam.@channel.example',
    'ask team_1@here.example',
    'talk to @sam',
    'the centre @Hereford',
    'in the channel, here, with everyone',
    '3 @ 20 hours',
    '<!date>',
  ])('keeps “%s”, which calls nobody', (typed) => {
    expect(parseNote(typed)).toEqual({ ok: true, value: typed });
  });

  it('never throws; what it accepts is what was typed, folded as stated', () => {
    const typical = fc
      .array(
        fc.constantFrom('14 of 20', ' ', '\n', '\r\n', '\t', '"', '@here', 'é', '🔶', '\u200B'),
      )
      .map((some) => some.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), typical), (typed) => {
        const note = parseNote(typed);

        const kept = note.ok ? (note.value ?? '') : folded(typed);
        expect(kept).toBe(folded(typed));
      }),
    );
  });

  it('shows what is left when it refuses marks, which is then accepted', () => {
    const marks = fc.array(fc.constantFrom('a', ' ', '\u200B', '\u202E', '\u0000'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(marks, (some) => {
        const note = parseNote(`x${some.join('')}\u2060x`);

        const cleaned = `x${some.filter((mark) => mark === 'a' || mark === ' ').join('')}x`;
        expect(note).toEqual({ ok: false, refusal: { code: 'bad-characters', cleaned } });
        expect(parseNote(cleaned)).toEqual({ ok: true, value: cleaned });
      }),
    );
  });

  it('reads an accepted note the same again, unless it is itself in quotation marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const first = parseNote(typed);
        fc.pre(first.ok && !first.value?.startsWith('"'));

        const again = parseNote(first.ok ? (first.value ?? '') : typed);

        expect(again).toEqual(first);
      }),
    );
  });
});

/** The stated folding, written a second time. */
function folded(typed: string): string {
  const lines = typed.split(/\r\n|\r|\n/).join('\n');
  const trimmed = lines.split('\t').join(' ').trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const runs = trimmed.slice(1, -1).match(/"+/g) ?? [];
  // Marks within a note in quotation marks stand in pairs, and each pair is one of them.
  return isQuoted && runs.every((run) => run.length % 2 === 0)
    ? trimmed.slice(1, -1).split('""').join('"').trim()
    : trimmed;
}
