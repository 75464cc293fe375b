// The rule of an update: what goes into the record, or the reason why not.
import { describe, expect, it } from 'vitest';
import { type Rag, ragOrder } from '../../../../src/core/message/domain/rag.ts';
import {
  decideStatusChange,
  type StatusRequest,
} from '../../../../src/cycle/returns/domain/status-change.ts';
import {
  actor,
  at,
  cycle,
  day,
  deputy,
  evidence,
  objective,
  owner,
} from '../../../support/rules/builders.ts';

const whileOpen = at('2024-07-03T12:00');
const amber: StatusRequest = { kind: 'update', rag: 'amber', note: '14 of 20 trained' };
const red = objective({ rag: 'red' });

describe('an update', () => {
  it('records the rating before and after, and the note', () => {
    expect(decideStatusChange(amber, red, actor(), [cycle()], whileOpen)).toEqual({
      ok: true,
      value: {
        kind: 'update',
        rating: 'delivery',
        fromRag: 'red',
        toRag: 'amber',
        note: '14 of 20 trained',
        late: false,
      },
    });
  });

  it('is a first rating where there was none', () => {
    const unrated = objective({ rag: null });

    const result = decideStatusChange(amber, unrated, actor(), [cycle()], whileOpen);

    expect(result).toMatchObject({ ok: true, value: { fromRag: null, toRag: 'amber' } });
  });

  it('may repeat the rating with a new note', () => {
    const result = decideStatusChange(amber, objective(), actor(), [cycle()], whileOpen);

    expect(result).toMatchObject({
      ok: true,
      value: { kind: 'update', fromRag: 'amber', toRag: 'amber' },
    });
  });

  it.each<Rag>(['amber', 'green', 'blue'])('to %s asks for a note', (rag) => {
    const request = { kind: 'update', rag, note: null } as const;

    const result = decideStatusChange(request, objective(), actor(), [cycle()], whileOpen);

    expect(result).toEqual({ ok: false, refusal: { code: 'note-required', ref: '2B:2', rag } });
  });

  it.each(['update', 'same'] as const)('of a closed objective is refused: %s', (kind) => {
    const closed = objective({ status: 'closed', closedOn: day('2024-07-01') });
    const request = kind === 'same' ? { kind, note: null } : amber;

    const result = decideStatusChange(request, closed, actor(), [cycle()], whileOpen);

    expect(result).toEqual({
      ok: false,
      refusal: { code: 'objective-closed', ref: '2B:2', closedOn: '2024-07-01' },
    });
  });

  it('to red is recorded without a note', () => {
    const request = { kind: 'update', rag: 'red', note: null } as const;

    const result = decideStatusChange(request, objective(), actor(), [cycle()], whileOpen);

    expect(result).toMatchObject({ ok: true, value: { toRag: 'red', note: null } });
  });

  it.each(ragOrder)('to %s with a note is recorded', (rag) => {
    const request = { kind: 'update', rag, note: 'because' } as const;
    const given = [evidence({ rung: 'felt' })];

    const result = decideStatusChange(request, objective(), actor(), [cycle()], whileOpen, given);

    expect(result).toMatchObject({ ok: true, value: { toRag: rag, note: 'because' } });
  });

  it.each([
    ['no evidence', [], false],
    ['evidence that it is done', [evidence({ rung: 'done' })], false],
    ['evidence that it is used', [evidence({ rung: 'used' })], false],
    ['evidence that families feel it', [evidence({ rung: 'felt' })], true],
    ['a waiver with a name', [evidence({ rung: 'felt', waiver: true, link: null })], true],
    [
      'withdrawn evidence',
      [{ ...evidence({ rung: 'felt' }), status: 'withdrawn' as const }],
      false,
    ],
    [
      'one that carries among others',
      [evidence({ rung: 'done' }), evidence({ rung: 'felt' })],
      true,
    ],
  ])('to blue with %s', (_name, given, allowed) => {
    const request = { kind: 'update', rag: 'blue', note: 'because' } as const;

    const result = decideStatusChange(request, objective(), actor(), [cycle()], whileOpen, given);

    expect(result.ok).toBe(allowed);
    if (!result.ok)
      expect(result.refusal).toEqual({ code: 'blue-needs-evidence', ref: '2B:2', note: 'because' });
  });
});

describe('a “same”', () => {
  it.each(ragOrder)('repeats %s without asking for a note', (rag) => {
    const request = { kind: 'same', note: null } as const;

    const result = decideStatusChange(request, objective({ rag }), actor(), [], whileOpen);

    expect(result).toEqual({
      ok: true,
      value: {
        kind: 'same',
        rating: 'delivery',
        fromRag: rag,
        toRag: rag,
        note: null,
        late: false,
      },
    });
  });

  it('keeps a note', () => {
    const request = { kind: 'same', note: 'next cohort in September' } as const;

    const result = decideStatusChange(request, objective(), actor(), [], whileOpen);

    expect(result).toMatchObject({ ok: true, value: { note: 'next cohort in September' } });
  });

  it('has nothing to repeat on an objective without a rating', () => {
    const unrated = objective({ rag: null });
    const request = { kind: 'same', note: 'as before' } as const;

    expect(decideStatusChange(request, unrated, actor(), [cycle()], whileOpen)).toEqual({
      ok: false,
      refusal: { code: 'not-rated-yet', ref: '2B:2' },
    });
  });
});

describe('who', () => {
  const withDeputy = objective({ assignees: [owner, deputy] });

  it.each([
    ['the owner', actor({ personId: 'sam' }), true],
    ['the deputy', actor({ personId: 'alex' }), true],
    [
      'the programme office',
      actor({ personId: 'office', roles: [{ name: 'programme-office', themeId: null }] }),
      true,
    ],
    [
      'a co-chair',
      actor({ personId: 'chair', roles: [{ name: 'co-chair', themeId: 'theme-1' }] }),
      false,
    ],
    ['somebody else', actor({ personId: 'jo' }), false],
  ])('%s: %s', (_name, person, may) => {
    expect(decideStatusChange(amber, withDeputy, person, [], whileOpen).ok).toBe(may);
  });

  it.each([amber, { kind: 'same', note: null }] satisfies StatusRequest[])(
    'a stranger’s $kind is refused by that verb’s name',
    (request) => {
      const stranger = actor({ personId: 'jo' });

      expect(decideStatusChange(request, red, stranger, [], whileOpen)).toEqual({
        ok: false,
        refusal: {
          code: 'not-permitted',
          verb: request.kind,
          ref: '2B:2',
          rule: 'the objective’s owner, their deputy or cover, or the programme office',
        },
      });
    },
  );

  it('is settled before anything else is said', () => {
    const request = { kind: 'update', rag: 'green', note: null } as const;

    const result = decideStatusChange(
      request,
      objective({ rag: null }),
      actor({ personId: 'jo' }),
      [cycle()],
      at('2024-07-17T12:00'),
    );

    expect(result).toMatchObject({ refusal: { code: 'not-permitted' } });
  });
});

describe('when', () => {
  it.each([
    ['long before', '2024-05-01T12:00:00', false],
    ['while returns are open', '2024-07-10T17:00:00', false],
    ['a second after the deadline', '2024-07-10T17:00:01', true],
    ['a second before the freeze', '2024-07-16T16:59:59', true],
    ['after the meeting', '2024-07-25T00:00:00', false],
  ])('%s: marked late %s', (_name, now, late) => {
    const result = decideStatusChange(amber, red, actor(), [cycle()], at(now));

    expect(result).toMatchObject({ ok: true, value: { late } });
  });

  it.each([
    ['the moment of the freeze', '2024-07-16T17:00:00'],
    ['the day of the meeting', '2024-07-24T23:59:59'],
  ])('at %s the papers stand', (_name, now) => {
    expect(decideStatusChange(amber, red, actor(), [cycle()], at(now))).toEqual({
      ok: false,
      refusal: {
        code: 'cycle-frozen',
        ref: '2B:2',
        meeting: 'Board meeting',
        frozenAt: '2024-07-16T17:00:00',
        opensAgain: '2024-07-25',
      },
    });
  });

  it('the freeze holds for “same” as well, and before a missing note is mentioned', () => {
    const frozen = at('2024-07-17T12:00');
    const noNote = { kind: 'update', rag: 'green', note: null } as const;
    const same = { kind: 'same', note: null } as const;

    for (const request of [noNote, same]) {
      const result = decideStatusChange(request, red, actor(), [cycle()], frozen);

      expect(result).toMatchObject({ refusal: { code: 'cycle-frozen' } });
    }
  });

  it('looks at every cycle, not only the first', () => {
    const planned = cycle({ id: 'cycle-autumn', meetingDate: day('2024-11-27') });
    const late = at('2024-07-12T12:00');
    const frozen = at('2024-07-17T12:00');

    expect(decideStatusChange(amber, red, actor(), [planned, cycle()], late)).toMatchObject({
      value: { late: true },
    });
    expect(decideStatusChange(amber, red, actor(), [planned, cycle()], frozen)).toMatchObject({
      refusal: { code: 'cycle-frozen' },
    });
  });
});
