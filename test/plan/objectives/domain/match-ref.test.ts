// References are found in any loose spelling, and never guessed between two.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRef } from '../../../../src/plan/objectives/domain/match-ref.ts';
import {
  indexRefs,
  type PlanRefs,
  refKey,
} from '../../../../src/plan/objectives/domain/plan-refs.ts';

type Ref = { readonly ref: string };

function named(...refs: string[]): Ref[] {
  return refs.map((ref) => ({ ref }));
}

function plan(...refs: string[]): PlanRefs<Ref> {
  return indexRefs(named(...refs));
}

describe('matchRef', () => {
  it.each([
    '2B:2',
    '2b:2',
    '2b2',
    '2B2',
    '2B.2',
    '2B-2',
    '2B–2',
    '2B/2',
    '2B 2',
    ' 2B:2 ',
    '2B:2,',
    '(2B:2)',
    '2\u00A0b\u00A02',
    '２Ｂ：２',
  ])('finds 2B:2 by “%s”', (typed) => {
    const objectives = plan('2B:1', '2B:2', '2B:20', '2A:2');

    expect(matchRef(typed, objectives)).toEqual({ kind: 'one', objective: { ref: '2B:2' } });
  });

  it('returns the very objective that was given', () => {
    const objectives = plan('2B:1', '2B:2');

    const match = matchRef('2b2', objectives);

    expect(match.kind === 'one' && match.objective).toBe(objectives.all[1]);
  });

  it('asks when two references share their letters and digits', () => {
    const objectives = plan('3C:12', '3C1:2', '3C:1', '3C:121');

    expect(matchRef('3c12', objectives)).toEqual({
      kind: 'several',
      choices: named('3C:12', '3C1:2'),
    });
  });

  it.each(['3C:12', '3C1:2'])('takes the exact spelling %s without asking', (typed) => {
    const match = matchRef(typed, plan('3C:12', '3C1:2'));

    expect(match).toEqual({ kind: 'one', objective: { ref: typed } });
  });

  it('asks when two references are spelled exactly alike', () => {
    expect(matchRef('2B:2', plan('2B:2', '2B:2')).kind).toBe('several');
  });

  it.each(['2B', '2b', '2'])('asks when several references begin with “%s”', (typed) => {
    expect(matchRef(typed, plan('2B:1', '2B:2', '3A:1'))).toEqual({
      kind: 'several',
      choices: named('2B:1', '2B:2'),
    });
  });

  it('offers the only reference that begins with what was typed, but does not take it', () => {
    expect(matchRef('3A', plan('2B:1', '3A:1'))).toEqual({ kind: 'none', near: named('3A:1') });
  });

  it('does not offer longer references when the short one exists', () => {
    expect(matchRef('2B:1', plan('2B:1', '2B:10', '2B:11'))).toEqual({
      kind: 'one',
      objective: { ref: '2B:1' },
    });
  });

  it.each<[string, string, string]>([
    ['one digit differs', '2B:3', '2B:2'],
    ['one letter differs', '2C:2', '2B:2'],
    ['a digit is missing', '2:2', '2B:2'],
    ['a digit too many', '2B:22', '2B:2'],
    ['a letter too many', '2BB:2', '2B:2'],
  ])('offers a near reference when %s', (_why, typed, near) => {
    expect(matchRef(typed, plan(near, '9Z:99'))).toEqual({ kind: 'none', near: named(near) });
  });

  it.each(['9Z:9', 'B2:2', '4A:71', 'hello'])('offers nothing for the far-off “%s”', (typed) => {
    expect(matchRef(typed, plan('2B:2', '3A:1'))).toEqual({ kind: 'none', near: [] });
  });

  it('offers three near references at the most, none twice', () => {
    const match = matchRef('2B:9', plan('2B:1', '2B:2', '2B:3', '2B:4', '2B:99'));

    expect(match).toEqual({ kind: 'none', near: named('2B:99', '2B:1', '2B:2') });
  });

  it.each(['', '   ', ':', '–', '🔶'])('finds nothing for “%s”', (typed) => {
    expect(matchRef(typed, plan('2B:2', '🟢'))).toEqual({ kind: 'none', near: [] });
  });

  it('finds nothing on an empty plan', () => {
    expect(matchRef('2B:2', plan())).toEqual({ kind: 'none', near: [] });
  });

  it('never throws, and takes only an objective with the same letters and digits', () => {
    const refs = fc.array(fc.oneof(ref(), fc.string({ maxLength: 6 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), refs, (typed, list) => {
        const match = matchRef(typed, plan(...list));

        const found = match.kind === 'one' ? match.objective.ref : typed;
        const choices = match.kind === 'several' ? match.choices.length : 2;
        const near = match.kind === 'none' ? match.near.length : 0;
        expect(refKey(found)).toBe(refKey(typed));
        expect(choices).toBeGreaterThan(1);
        expect(near).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('finds a reference in every loose spelling when no other has the same key', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(parts(), { minLength: 1, maxLength: 12, selector: keyOf }),
        fc.nat(),
        separator(),
        fc.boolean(),
        fc.constantFrom('', ' ', '\t', '\u00A0'),
        (all, pick, between, lower, outer) => {
          const objectives = plan(...all.map(({ area, action }) => `${area}:${action}`));
          const { area, action } = all[pick % all.length] as Parts;
          const typed = `${outer}${lower ? area.toLowerCase() : area}${between}${action}${outer}`;

          const match = matchRef(typed, objectives);

          expect(match).toEqual({ kind: 'one', objective: { ref: `${area}:${action}` } });
        },
      ),
    );
  });

  it('asks, whenever two references share a key, unless one is spelled out', () => {
    fc.assert(
      fc.property(parts(), separator(), (one, between) => {
        const objectives = plan(`${one.area}:${one.action}`, `${one.area}.${one.action}`);
        const typed = `${one.area}${between}${one.action}`;

        const match = matchRef(typed, objectives);

        const isExact = between === ':' || between === '.';
        expect(match).toEqual(
          isExact
            ? { kind: 'one', objective: { ref: typed } }
            : { kind: 'several', choices: objectives.all },
        );
      }),
    );
  });
});

describe('refKey', () => {
  it.each([
    ['2B:2', '2B2'],
    [' 2b.2 ', '2B2'],
    ['２ｂ：２', '2B2'],
    ['–', ''],
    ['', ''],
  ])('of “%s” is “%s”', (typed, key) => {
    expect(refKey(typed)).toBe(key);
  });

  it('does not change when it is taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(refKey(refKey(typed))).toBe(refKey(typed));
      }),
    );
  });
});

type Parts = { readonly area: string; readonly action: number };

function parts(): fc.Arbitrary<Parts> {
  const letters = fc.stringMatching(/^[A-Z]{1,2}$/);
  return fc
    .tuple(fc.integer({ min: 1, max: 99 }), letters, fc.integer({ min: 1, max: 999 }))
    .map(([area, strand, action]) => ({ area: `${area}${strand}`, action }));
}

function keyOf({ area, action }: Parts): string {
  return `${area}${action}`;
}

function ref(): fc.Arbitrary<string> {
  return parts().map(({ area, action }) => `${area}:${action}`);
}

function separator(): fc.Arbitrary<string> {
  return fc.constantFrom('', ':', '.', '-', '–', '/', ' ', '\u00A0', '_', ' : ');
}
