// When a rating may be taken back or amended, and what then holds.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/request/domain/actor.ts';
import type { Result } from '../../../../src/core/request/domain/result.ts';
import {
  type AuthoredEntry,
  type Correction,
  decideAmendment,
  decideUndo,
} from '../../../../src/cycle/corrections/domain/correction.ts';
import {
  actor,
  at,
  cycle,
  day,
  deputy,
  objective,
  statusEntry,
} from '../../../support/rules/builders.ts';

const sam = actor();
const alex = actor({ personId: 'alex', name: 'Alex Reed' });
const office = actor({ personId: 'jo', roles: [{ name: 'programme-office', themeId: null }] });

const own = entry({});
/** What sam rated and answers for no more. */
const others = objective({ assignees: [deputy] });
const later = entry({
  id: 'entry-2',
  version: 4,
  authorId: 'alex',
  author: { name: 'Alex Reed', organisation: 'Northshire NHS' },
});

describe('decideUndo', () => {
  it('gives back what held before', () => {
    expect(decideUndo(asked({}), sam, [], at('2024-07-03T10:10'))).toEqual({
      ok: true,
      value: {
        ...{ kind: 'undo', rating: 'delivery', fromRag: 'amber', toRag: 'red' },
        ...{ note: null, late: false, supersedesId: 'entry-1' },
      },
    });
  });

  it('keeps to the rating that it was', () => {
    const impact = entry({ rating: 'impact', fromRag: null, toRag: 'green' });

    const decision = decideUndo(
      asked({ own: impact, latest: impact }),
      sam,
      [],
      at('2024-07-03T10:01'),
    );

    expect(decision.ok && [decision.value.rating, decision.value.toRag]).toEqual(['impact', null]);
  });

  it.each<[string, Partial<Parameters<typeof decideUndo>[0]>, Actor, string, string | null]>([
    ['to the last second', {}, sam, '2024-07-03T10:10:00', null],
    ['a second too late', {}, sam, '2024-07-03T10:10:01', 'undo-too-late'],
    [
      'by an author who answers for it no more',
      { objective: others },
      sam,
      '2024-07-03T10:01',
      'not-permitted',
    ],
    [
      'by that author’s button',
      { objective: others, version: 3 },
      sam,
      '2024-07-03T10:01',
      'not-permitted',
    ],
    ['of nothing', { own: null, latest: null }, sam, '2024-07-03T10:01', 'nothing-to-undo'],
    ['of somebody else’s', { own: null }, alex, '2024-07-03T10:01', 'not-permitted'],
    [
      'of somebody else’s, by the office',
      { own: null },
      office,
      '2024-07-03T10:01',
      'not-permitted',
    ],
    [
      'of what the documents say',
      { own: null, latest: entry({ kind: 'published', authorId: null }) },
      sam,
      '2024-07-03T10:01',
      'nothing-to-undo',
    ],
    ['after another one', { latest: later }, sam, '2024-07-03T10:01', 'undo-not-latest'],
    [
      'when a second press has taken it back a moment ago',
      { latest: entry({ id: 'entry-0', version: 2 }) },
      sam,
      '2024-07-03T10:01',
      'nothing-to-undo',
    ],
    [
      'of an amendment',
      { own: entry({ kind: 'amend' }) },
      sam,
      '2024-07-03T10:01',
      'nothing-to-undo',
    ],
    [
      'of a closed objective',
      { objective: objective({ status: 'closed', closedOn: day('2024-07-03') }) },
      sam,
      '2024-07-03T10:01',
      'objective-closed',
    ],
    ['by its own button', { version: 3 }, sam, '2024-07-03T10:01', null],
    ['by a button of before', { version: 2 }, sam, '2024-07-03T10:01', 'undo-not-latest'],
    ['by a button of what is gone', { version: 4 }, sam, '2024-07-03T10:01', 'nothing-to-undo'],
  ])('%s', (_name, changes, who, time, code) => {
    expect(codeOf(decideUndo(asked(changes), who, [], at(time)))).toBe(code);
  });

  it('is refused while the papers are frozen', () => {
    const rated = entry({ at: at('2024-07-16T16:59') });
    const request = asked({ own: rated, latest: rated });

    expect(codeOf(decideUndo(request, sam, [cycle()], at('2024-07-16T16:59:59')))).toBeNull();
    expect(codeOf(decideUndo(request, sam, [cycle()], at('2024-07-16T17:00')))).toBe(
      'cycle-frozen',
    );
  });
});

describe('decideAmendment', () => {
  const now = at('2024-07-05T10:00');
  const frozen = at('2024-07-17T10:00');
  const wanted = { objective: objective(), target: own, rag: null, note: '15 of 20 trained' };

  it('offers an author whose right has ended the note alone', () => {
    const impact = entry({ rating: 'impact' });
    const rated = { ...wanted, objective: others, target: impact, rag: 'green' } as const;

    expect(decideAmendment(rated, sam, [], now)).toMatchObject({
      refusal: { code: 'not-permitted', ownNote: { rating: 'impact', note: '15 of 20 trained' } },
    });
    expect(decideAmendment(rated, alex, [], now)).not.toHaveProperty('refusal.ownNote');
  });

  it('of the note leaves the rating', () => {
    expect(decideAmendment(wanted, sam, [cycle()], now)).toEqual({
      ok: true,
      value: {
        ...{ kind: 'amend', rating: 'delivery', fromRag: 'amber', toRag: 'amber' },
        ...{ note: '15 of 20 trained', late: false, supersedesId: 'entry-1' },
      },
    });
  });

  it.each<
    [string, Partial<Parameters<typeof decideAmendment>[0]>, Actor, typeof now, string | null]
  >([
    ['of a rating, by its author', { rag: 'green' }, sam, now, null],
    ['by the office', { rag: 'green' }, office, now, null],
    ['by somebody else', {}, alex, now, 'not-permitted'],
    [
      'of a rating, by an author who answers for it no more',
      { objective: others, rag: 'green' },
      sam,
      now,
      'not-permitted',
    ],
    [
      'of a rating, by an author who may not update it but is the office',
      { objective: others, target: entry({ authorId: 'jo' }), rag: 'green' },
      office,
      now,
      null,
    ],
    ['of the note, by an author who answers for it no more', { objective: others }, sam, now, null],
    [
      'of the note and the rating that it has, by that author',
      { objective: others, rag: 'amber' },
      sam,
      now,
      null,
    ],
    ['of nothing', { target: null }, sam, now, 'nothing-to-amend'],
    ['to what it says', { note: '14 of 20 trained' }, sam, now, 'nothing-to-amend'],
    [
      'to the same colour and note',
      { rag: 'amber', note: '14 of 20 trained' },
      sam,
      now,
      'nothing-to-amend',
    ],
    [
      'of what the documents say, by the office',
      { target: entry({ authorId: null }) },
      office,
      now,
      null,
    ],
    [
      'of what the documents say, by an owner',
      { target: entry({ authorId: null }) },
      sam,
      now,
      'not-permitted',
    ],
    [
      'of what the board decided',
      { target: entry({ kind: 'board' }) },
      office,
      now,
      'board-decided',
    ],
    ['to blue without evidence', { rag: 'blue' }, sam, now, 'blue-needs-evidence'],
    ['of the note of a blue one', { target: entry({ toRag: 'blue' }) }, sam, now, null],
    [
      'of a rating when closed',
      { rag: 'green', objective: objective({ status: 'closed', closedOn: day('2024-07-04') }) },
      sam,
      now,
      'objective-closed',
    ],
    [
      'of a note when closed',
      { objective: objective({ status: 'closed', closedOn: day('2024-07-04') }) },
      sam,
      now,
      null,
    ],
    ['of a note while frozen', {}, sam, frozen, null],
    ['to the same colour while frozen', { rag: 'amber' }, sam, frozen, null],
    ['of a rating while frozen', { rag: 'green' }, sam, frozen, 'cycle-frozen'],
    ['of a rating while frozen, by the office', { rag: 'green' }, office, frozen, null],
  ])('%s', (_name, changes, who, time, code) => {
    expect(codeOf(decideAmendment({ ...wanted, ...changes }, who, [cycle()], time))).toBe(code);
  });

  it('is marked when the papers were frozen', () => {
    const decision = decideAmendment({ ...wanted, rag: 'red' }, office, [cycle()], frozen);

    expect(decision.ok && decision.value.late).toBe(true);
  });
});

function asked(changes: Partial<Parameters<typeof decideUndo>[0]>) {
  return { objective: objective(), own, latest: own, ...changes };
}

function entry(changes: Partial<AuthoredEntry>): AuthoredEntry {
  return { ...statusEntry({ at: at('2024-07-03T10:00') }), authorId: 'sam', ...changes };
}

function codeOf(result: Result<Correction>): string | null {
  return result.ok ? null : result.refusal.code;
}
