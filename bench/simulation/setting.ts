// A partnership as the simulation begins: its people, objectives, forums and meetings, drawn from a seed.
import { Temporal } from 'temporal-polyfill';
import { chanceOf, type Random } from './random.ts';
import type {
  ForumSetting,
  MeetingSetting,
  ObjectiveSetting,
  PersonSetting,
  Setting,
  Stretch,
} from './story.ts';

export type Size = {
  readonly objectives: number;
  readonly firstDay: string;
  readonly lastDay: string;
};

/** A school year: both changes of the clocks, Christmas and Easter lie in it. */
export const schoolYear = { firstDay: '2026-09-01', lastDay: '2027-08-31' } as const;

const THEMES = 4;
const OBJECTIVES_AN_OWNER = 3;

const terms: readonly Stretch[] = [
  { from: '2026-09-02', until: '2026-10-23' },
  { from: '2026-11-02', until: '2026-12-18' },
  { from: '2027-01-04', until: '2027-02-12' },
  { from: '2027-02-22', until: '2027-03-25' },
  { from: '2027-04-12', until: '2027-05-28' },
  { from: '2027-06-07', until: '2027-07-21' },
];

/** The partnership of this number. */
export function makeSetting(seed: number, number: number, size: Size): Setting {
  const chance = chanceOf(seed, 'setting', number);
  const id = idsOf(number);
  const themes = Array.from({ length: THEMES }, (_, index) => id('theme', index));
  const people = makePeople(chance, size, themes, id);
  const forums = makeForums(chance, id);
  return {
    id: id('partnership', 0),
    key: `simulated-${number}`,
    firstDay: size.firstDay,
    lastDay: size.lastDay,
    closed: ['2026-12-29', '2026-12-30', '2026-12-31', someDay(chance, size)],
    themes,
    forums,
    meetings: forums.flatMap((forum, index) => makeMeetings(forum, index, chance, size, id)),
    people,
    objectives: Array.from({ length: size.objectives }, (_, index) =>
      makeObjective(index, people, themes, chance, id),
    ),
  };
}

const kinds = ['partnership', 'theme', 'person', 'objective', 'forum', 'meeting'] as const;
type Kind = (typeof kinds)[number];
export type Ids = (kind: Kind, number: number) => string;

/** Ids that are the same in every run, in the shape that the database asks for. */
export function idsOf(partnership: number): Ids {
  return (kind, number) =>
    `${hex(partnership + 1, 8)}-0000-4000-8000-${hex(kinds.indexOf(kind) + 1, 4)}${hex(number + 1, 8)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function makePeople(
  chance: Random,
  { objectives }: Size,
  themes: readonly string[],
  id: Ids,
): PersonSetting[] {
  const owners = Math.max(3, Math.ceil(objectives / OBJECTIVES_AN_OWNER));
  const others = 6;
  return Array.from({ length: owners + others }, (_, index) => {
    const office = index >= owners + others - 2;
    const chairs = themes.filter(
      (_theme, theme) => index === theme || index === owners + (theme % (others - 2)),
    );
    return {
      id: id('person', index),
      name: `Person ${index}`,
      email: `person-${index}@${id('partnership', 0).slice(0, 8)}.example`,
      hour: chance.happens(0.15) ? chance.pick([9, 11, 13, 16]) : null,
      terms: !office && chance.happens(0.12) ? terms : null,
      office,
      chairs,
      gathers: themes.filter((_theme, theme) => theme % 2 === 0 && index === theme + 1),
      account: office || !chance.happens(0.03),
    };
  });
}

function makeObjective(
  index: number,
  people: readonly PersonSetting[],
  themes: readonly string[],
  chance: Random,
  id: Ids,
): ObjectiveSetting {
  return {
    id: id('objective', index),
    ref: refOf(index),
    themeId: chance.pick(themes),
    ...makeAnswering(people, chance),
  };
}

/** Who answers for an objective: somebody of those who are not the office, now and then nobody. */
export function makeAnswering(
  people: readonly PersonSetting[],
  chance: Random,
): Pick<ObjectiveSetting, 'ownerId' | 'deputyId'> {
  const answering = people.filter(({ office }) => !office);
  const owner = chance.happens(0.02) ? null : chance.pick(answering).id;
  const deputy = chance.happens(0.35) ? chance.pick(answering).id : null;
  return { ownerId: owner, deputyId: deputy === owner ? null : deputy };
}

/** `1A:1`, ten a strand. */
export function refOf(index: number): string {
  const strand = Math.floor(index / 10);
  return `${1 + Math.floor(strand / 4)}${'ABCD'[strand % 4]}:${1 + (index % 10)}`;
}

function makeForums(chance: Random, id: Ids): ForumSetting[] {
  const freeze = { days: 6, unit: 'working', time: '17:00' } as const;
  const board = chance.happens(0.6)
    ? ({ returns: { days: 10, unit: 'working', time: '17:00' }, freeze } as const)
    : ({
        returns: { days: 8, unit: 'working', time: '12:00' },
        freeze: { days: 4, unit: 'working', time: '12:00' },
      } as const);
  return [
    {
      ...{ id: id('forum', 0), name: 'Board', collectsReturns: true, evidence: null },
      ...board,
    },
    {
      ...{ id: id('forum', 1), name: 'Delivery group', collectsReturns: true, evidence: null },
      returns: { days: 6, unit: 'working', time: '16:00' },
      freeze: { days: 2, unit: 'working', time: '16:00' },
    },
    {
      ...{ id: id('forum', 2), name: 'Review', collectsReturns: false },
      returns: { days: 10, unit: 'working', time: '17:00' },
      freeze,
      evidence: { days: 14, unit: 'calendar', time: '17:00' },
    },
  ];
}

/** The first meeting of each forum in working order, then every eight weeks; a review twice a year. */
function makeMeetings(
  forum: ForumSetting,
  index: number,
  chance: Random,
  { firstDay, lastDay }: Size,
  id: Ids,
): MeetingSetting[] {
  const apart = forum.collectsReturns ? 56 : 182;
  const meetings: MeetingSetting[] = [];
  let day = Temporal.PlainDate.from(firstDay).add({
    days: 42 + index * chance.between(12, 26),
  });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  for (let number = 0; day.toString() <= lastDay; day = day.add({ days: apart }), number++)
    meetings.push({
      id: id('meeting', index * 100 + number),
      forumId: forum.id,
      heldOn: day.toString(),
      title: `${forum.name} meeting ${number + 1}`,
    });
  return meetings;
}

function someDay(chance: Random, { firstDay, lastDay }: Size): string {
  const first = Temporal.PlainDate.from(firstDay);
  return first.add({ days: chance.between(20, first.until(lastDay).days) }).toString();
}
