// What will happen to a partnership, drawn before its year begins: who is away, which meetings move, when the bot
// or the platform is down. How people answer is drawn when they are asked (react.ts).
import { Temporal } from 'temporal-polyfill';
import { localInstant } from '../../src/core/dates/domain/working-days.ts';
import { chanceOf, type Random } from './random.ts';
import { idsOf, makeAnswering, refOf } from './setting.ts';
import type { ObjectiveSetting, Setting } from './story.ts';

export const TIME_ZONE = 'Europe/London';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Planned = { readonly at: number } & (
  | { readonly kind: 'answer'; readonly person: string; readonly objectives: readonly string[] }
  | { readonly kind: 'snooze'; readonly person: string; readonly words: string }
  | {
      readonly kind: 'away';
      readonly person: string;
      readonly from: string;
      readonly until: string;
      readonly cover: string | null;
      readonly coverSays: 'accepted' | 'declined' | null;
    }
  | { readonly kind: 'cover-answer'; readonly number: number; readonly state: CoverState }
  | { readonly kind: 'leave'; readonly person: string }
  | { readonly kind: 'hand-over'; readonly objective: string; readonly to: string }
  | { readonly kind: 'add'; readonly objective: ObjectiveSetting }
  | { readonly kind: 'close'; readonly objective: string }
  | { readonly kind: 'evidence'; readonly objective: string }
  | { readonly kind: 'move'; readonly meeting: string; readonly byDays: number }
  | { readonly kind: 'call-off'; readonly meeting: string }
);
export type CoverState = 'accepted' | 'declined';

/** From when until when; whether the bot died after it had written down what to send, and before it sent it. */
export type Outage = {
  readonly from: number;
  readonly until: number;
  readonly beforeSending: boolean;
};

export type LifePlan = {
  readonly planned: readonly Planned[];
  /** The bot is down. */
  readonly outages: readonly Outage[];
  /** The platform takes nothing. */
  readonly platformOutages: readonly Outage[];
};

/** A local time of day as a moment. */
export function momentOf(day: string, time: string): number {
  return localInstant(Temporal.PlainDate.from(day), time, TIME_ZONE).epochMilliseconds;
}

/** A life for the setting. */
export function planLife(setting: Setting, seed: number, number: number): LifePlan {
  const chance = chanceOf(seed, 'life', number);
  const days = spanOf(setting);
  const years = days / 365;
  const times = (aYear: number) => {
    const expected = aYear * years;
    return Math.floor(expected) + (chance.happens(expected % 1) ? 1 : 0);
  };
  const many = <T>(aYear: number, make: (index: number) => T): T[] =>
    Array.from({ length: times(aYear) }, (_, index) => make(index));
  const any = () => momentOf(dayIn(setting, chance.between(1, days)), timeOf(chance));
  const collects = new Set(
    setting.forums.filter((forum) => forum.collectsReturns).map(({ id }) => id),
  );
  const workers = setting.people.filter(({ office }) => !office);
  return {
    planned: [
      ...many(1.4 * setting.people.length, () => away(setting, chance, days)),
      ...many(0.02 * workers.length + 0.3, () => ({
        ...{ at: any(), kind: 'leave' as const, person: chance.pick(workers).id },
      })),
      ...many(0.06 * setting.objectives.length, () => ({
        ...{ at: any(), kind: 'hand-over' as const, to: chance.pick(workers).id },
        objective: chance.pick(setting.objectives).id,
      })),
      ...many(0.03 * setting.objectives.length, (index) => ({
        ...{ at: any(), kind: 'add' as const },
        objective: added(setting, number, index, chance),
      })),
      ...many(0.03 * setting.objectives.length, () => ({
        ...{ at: any(), kind: 'close' as const, objective: chance.pick(setting.objectives).id },
      })),
      ...many(0.8 * setting.objectives.length, () => ({
        ...{ at: any(), kind: 'evidence' as const, objective: chance.pick(setting.objectives).id },
      })),
      // News that nobody asked for: some of it lies shortly before an opening.
      ...many(0.6 * setting.objectives.length, () => {
        const objective = chance.pick(setting.objectives);
        const person = objective.ownerId ?? chance.pick(workers).id;
        return { at: any(), kind: 'answer' as const, person, objectives: [objective.id] };
      }),
      ...setting.meetings
        .filter(({ forumId }) => collects.has(forumId))
        .flatMap((meeting) => meetingLife(meeting, chance)),
    ],
    outages: many(6, () => outage(any(), chance.pick([1, 3, 8, 30, 72, 168, 336]), chance)),
    platformOutages: many(6, () => outage(any(), chance.pick([1, 2, 5, 20, 40]), chance)),
  };
}

function outage(from: number, hours: number, chance: Random): Outage {
  return { from, until: from + hours * HOUR, beforeSending: chance.happens(0.5) };
}

function away(setting: Setting, chance: Random, days: number): Planned {
  const person = chance.pick(setting.people).id;
  const cover = chance.pick(setting.people).id;
  const begins = chance.between(1, days);
  const recorded = Math.max(0, begins - chance.between(0, 20));
  const says = chance.fraction();
  return {
    at: momentOf(dayIn(setting, recorded), timeOf(chance)),
    kind: 'away',
    person,
    from: dayIn(setting, begins),
    until: dayIn(setting, begins + chance.pick([0, 1, 2, 4, 6, 9, 13])),
    cover: says < 0.25 || cover === person ? null : cover,
    coverSays: says < 0.65 ? 'accepted' : says < 0.8 ? 'declined' : null,
  };
}

function meetingLife({ id, heldOn }: Setting['meetings'][number], chance: Random): Planned[] {
  const before = (days: number) => momentOf(heldOn, timeOf(chance)) - days * DAY;
  const moves = chance.happens(0.35);
  const life: Planned[] = [];
  if (moves)
    life.push({
      ...{ at: before(chance.between(3, 40)), kind: 'move', meeting: id },
      byDays: chance.pick([-9, -7, -3, -1, 1, 2, 5, 7, 12, 14]),
    });
  if (moves && chance.happens(0.2))
    life.push({ at: before(chance.between(3, 30)), kind: 'move', meeting: id, byDays: 3 });
  if (chance.happens(0.06))
    life.push({ at: before(chance.between(2, 40)), kind: 'call-off', meeting: id });
  return life;
}

function added(setting: Setting, number: number, index: number, chance: Random): ObjectiveSetting {
  const place = setting.objectives.length + index;
  return {
    id: idsOf(number)('objective', place),
    ref: refOf(place),
    themeId: chance.pick(setting.themes),
    ...makeAnswering(setting.people, chance),
  };
}

function spanOf({ firstDay, lastDay }: Setting): number {
  return Temporal.PlainDate.from(firstDay).until(Temporal.PlainDate.from(lastDay)).days;
}

function dayIn({ firstDay }: Setting, days: number): string {
  return Temporal.PlainDate.from(firstDay).add({ days }).toString();
}

/** Mostly while people work. */
function timeOf(chance: Random): string {
  const hour = chance.happens(0.85) ? chance.between(8, 17) : chance.between(0, 23);
  return `${String(hour).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
}
