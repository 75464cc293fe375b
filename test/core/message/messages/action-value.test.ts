// What a button carries survives the wire; what is not ours is null; a form's note stays a note.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rag, ragOrder } from '../../../../src/core/message/domain/rag.ts';
import {
  asNote,
  decodeActionValue,
  encodeActionValue,
  lineWithAnswers,
} from '../../../../src/core/message/messages/action-value.ts';
import { parseNote } from '../../../../src/core/personal-data/domain/note.ts';
import { readUpdateLine } from '../../../support/world/read-message.ts';

describe('encodeActionValue and decodeActionValue', () => {
  it('carry the line, the id and the version, but not the label', () => {
    const value = encodeActionValue({
      label: 'Same 2B:2',
      line: 'same 2B:2',
      guard: { objectiveId: 'o1', version: 3 },
      style: 'primary',
    });

    expect(JSON.parse(value)).toEqual({ l: 'same 2B:2', o: 'o1', v: 3 });
    expect(decodeActionValue(value)).toEqual({
      line: 'same 2B:2',
      guard: { objectiveId: 'o1', version: 3 },
    });
  });

  it('carry a line without a guard', () => {
    const value = encodeActionValue({ label: 'Help', line: 'help' });

    expect(decodeActionValue(value)).toEqual({ line: 'help' });
  });

  it('carry the partnership that they were made for, and whether a press keeps to it', () => {
    const action = { label: 'Vale', line: 'mine', partnershipId: 'p1', keeps: true } as const;
    const value = encodeActionValue(action);

    expect(JSON.parse(value)).toEqual({ l: 'mine', p: 'p1', k: 1 });
    expect(decodeActionValue(value)).toEqual({ line: 'mine', partnershipId: 'p1', keeps: true });
  });

  it('give back whatever was put in', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 1_500 }).filter(fits);
    const guard = fc.option(
      fc.record({
        objectiveId: fc.string({ maxLength: 64 }).filter((id) => id.length <= 64),
        version: fc.nat(),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(line, guard, (typed, bound) => {
        const action = { label: 'x', line: typed, ...(bound && { guard: bound }) };

        const back = decodeActionValue(encodeActionValue(action));

        expect(back).toEqual({ line: typed, ...(bound && { guard: bound }) });
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { l: 'same 2B:2' }],
    ['no text', ''],
    ['words', 'same 2B:2'],
    ['half a value', '{"l":"same'],
    ['a list', '["same 2B:2"]'],
    ['JSON’s null', 'null'],
    ['no line', '{"o":"o1","v":3}'],
    ['an empty line', '{"l":""}'],
    ['a line that is not text', '{"l":5}'],
    ['a line that is too long', JSON.stringify({ l: 'x'.repeat(1_501) })],
    ['an id that is too long', JSON.stringify({ l: 'x', o: 'i'.repeat(65), v: 1 })],
    ['a version that is not whole', '{"l":"x","o":"o1","v":1.5}'],
    ['a version below nought', '{"l":"x","o":"o1","v":-1}'],
    ['a version that is text', '{"l":"x","o":"o1","v":"1"}'],
    ['an id without a version', '{"l":"same 2B:2","o":"o1"}'],
    ['a version without an id', '{"l":"same 2B:2","v":3}'],
  ])('read %s as not ours', (_name, value) => {
    expect(decodeActionValue(value)).toBeNull();
  });

  it('never throw on anything that comes over the wire', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (value) => {
        expect(() => decodeActionValue(value)).not.toThrow();
      }),
    );
  });
});

describe('lineWithAnswers', () => {
  it.each<[string, readonly string[], string]>([
    ['a rating and a note', ['amber', '14 of 20'], 'update 2B:2 amber 14 of 20'],
    ['outer white space', [' amber ', '\n14 of 20 \n'], 'update 2B:2 amber 14 of 20'],
    ['an empty note', ['red', ''], 'update 2B:2 red'],
    ['no answers', [], 'update 2B:2'],
    ['lines in a note', ['amber', 'one\ntwo'], 'update 2B:2 amber "one\ntwo"'],
    ['a note like a rating', ['amber', 'red tape'], 'update 2B:2 amber "red tape"'],
    ['a note like a symbol', ['amber', '🔴 tape'], 'update 2B:2 amber "🔴 tape"'],
    ['the same with a mark', ['amber', 'Red: tape'], 'update 2B:2 amber "Red: tape"'],
    ['a rating left empty', ['', 'red tape reduced'], 'update 2B:2 "red tape reduced"'],
    ['the same in two words', ['', 'at risk again'], 'update 2B:2 "at risk again"'],
    ['a note in quotation marks', ['amber', '"red tape"'], 'update 2B:2 amber "red tape"'],
  ])('puts %s in order', (_name, answers, expected) => {
    expect(lineWithAnswers('update 2B:2', answers)).toBe(expected);
  });

  it('is read as the rating that was chosen and the note that was written', () => {
    const opening = fc.constantFrom('red', 'Amber', '🟢', 'a', 'complete', 'at risk', 'gren', '');
    const words = fc.string({ unit: 'grapheme', maxLength: 40 });
    const note = fc
      .tuple(opening, words)
      .map((parts) => parts.join(' ').trim())
      .filter((typed) => !typed.includes('"'));
    fc.assert(
      fc.property(fc.constantFrom<Rag>(...ragOrder), note, (rag, typed) => {
        const reading = readUpdateLine(lineWithAnswers('update 2B:2', [rag, typed]));

        const rest = reading.kind === 'rating' ? reading.rest : 'not read as a rating';
        expect(reading).toMatchObject({ kind: 'rating', rag });
        expect(parseNote(rest)).toEqual(parseNote(typed));
      }),
    );
  });

  it('never becomes a rating out of a note alone', () => {
    const note = fc.constantFrom('red tape', 'at risk', '🟢 lights', 'amber', 'a second cohort');
    fc.assert(
      fc.property(note, (typed) => {
        const line = lineWithAnswers('update 2B:2', ['', typed]);

        expect(readUpdateLine(line)).toEqual({ kind: 'none' });
      }),
    );
  });
});

describe('asNote', () => {
  it.each([
    ['', ''],
    ['14 of 20', '14 of 20'],
    ['red tape', '"red tape"'],
    ['red/amber split', '"red/amber split"'],
    ['the red "tape"', '"the red ""tape"""'],
    ['the reduced "tape"', 'the reduced "tape"'],
  ])('of “%s” is “%s”', (note, expected) => {
    expect(asNote(note)).toBe(expected);
  });
});

function fits(line: string): boolean {
  return line.length <= 1_500;
}
