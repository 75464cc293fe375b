// The checker can fail: a story that keeps every rule is spoilt on purpose, one rule after the other, and the
// checker says which.
import { beforeAll, expect, it } from 'vitest';
import { addDays, localOf, momentAt } from '../../bench/simulation/check-days.ts';
import { checkStory, type RuleName, ruleNames } from '../../bench/simulation/check-story.ts';
import { live } from '../../bench/simulation/live.ts';
import { createMemoryPlace } from '../../bench/simulation/memory-place.ts';
import { makeSetting, schoolYear } from '../../bench/simulation/setting.ts';
import type { PersonSetting, Story, StoryLine, Told } from '../../bench/simulation/story.ts';

const SEED = 5;
let story: Story;

beforeAll(async () => {
  const setting = makeSetting(SEED, 0, { objectives: 24, ...schoolYear });
  story = await live(setting, SEED, 0, createMemoryPlace(setting));
});

/** A message of the story, and where it stands. */
type Found = { readonly told: Told; readonly at: number; readonly line: number };

function find(matches: (told: Told, at: number) => boolean): Found {
  for (const [line, { at, ...one }] of story.lines.entries()) {
    const told = one.kind === 'sweep' ? one.told.find((each) => matches(each, at)) : undefined;
    if (told) return { told, at, line };
  }
  throw new Error('the story has no such message: another seed is needed');
}

function sent(step: string): Found {
  return find(({ chase, outcome }) => chase?.step === step && outcome === 'sent');
}

/** Every message as the function gives it back; null: without it. */
function edited(edit: (told: Told, at: number) => Told | null): Story {
  const lines = story.lines.map((line) =>
    line.kind === 'sweep'
      ? { ...line, told: line.told.flatMap((told) => edit(told, line.at) ?? []) }
      : line,
  );
  return { ...story, lines };
}

function without(which: (told: Told) => boolean): Story {
  return edited((told) => (which(told) ? null : told));
}

function replaced(which: Told, by: Partial<Told>): Story {
  return edited((told) => (told === which ? { ...told, ...by } : told));
}

function added(...lines: readonly StoryLine[]): Story {
  return { ...story, lines: [...story.lines, ...lines].sort((one, other) => one.at - other.at) };
}

/** The same message once more, in a sweep of its own. */
function sentAgain(told: Told, ...moments: readonly number[]): Story {
  return added(...moments.map((at) => ({ at, kind: 'sweep', told: [told] }) as const));
}

function withPerson(id: string, facts: Partial<PersonSetting>): Story {
  const people = story.setting.people.map((one) => (one.id === id ? { ...one, ...facts } : one));
  return { ...story, setting: { ...story.setting, people } };
}

const spoilt: Record<RuleName, () => Story> = {
  'out-of-hours': () => {
    const { told, at } = sent('nudge');
    return sentAgain(told, momentAt(localOf(at).day, '20:00'));
  },
  'two-a-day': () => {
    const { told, at } = sent('nudge');
    return sentAgain(told, at + 60_000);
  },
  'six-a-cycle': () => {
    const { told, at } = sent('open');
    return sentAgain(told, ...[1, 2, 3, 4, 5].map((days) => at + days * 86_400_000));
  },
  'repeated-step': () => {
    const { told, at } = sent('last-call');
    return sentAgain(told, at + 86_400_000);
  },
  'answered-before': () => {
    const { told, at } = sent('nudge');
    const objective = story.setting.objectives.find(({ ref }) => ref === told.refs[0])?.id ?? '';
    return added({ at: at - 60_000, kind: 'answered', objective });
  },
  'wrong-person': () => {
    const { told } = sent('nudge');
    const other = story.setting.people.find(({ office }) => office)?.id ?? '';
    return replaced(told, { person: other });
  },
  incomplete: () => {
    const { told } = find(
      ({ chase, refs, outcome }) => chase?.step === 'open' && refs.length > 1 && outcome === 'sent',
    );
    return replaced(told, { refs: told.refs.slice(1) });
  },
  'too-early': () => {
    const { told, at } = sent('nudge');
    return sentAgain(told, momentAt(addDays(localOf(at).day, -3), '10:00'));
  },
  'stale-step': () => {
    const { told } = sent('due-today');
    return replaced(told, { chase: { meeting: told.chase?.meeting ?? '', step: 'open' } });
  },
  away: () => {
    const { told, at } = sent('nudge');
    const { day } = localOf(at);
    const period = { from: day, until: day, cover: null };
    return added({ ...period, at: at - 1, kind: 'away', absence: '0', person: told.person });
  },
  'not-at-work': () => withPerson(sent('nudge').told.person, { terms: [] }),
  snoozed: () => {
    const { told, at } = sent('nudge');
    const until = addDays(localOf(at).day, 1);
    const meeting = told.chase?.meeting ?? '';
    return added({ at: at - 1, kind: 'snoozed', person: told.person, meeting, until });
  },
  'before-their-hour': () => {
    const { told } = find(
      ({ chase }, at) => chase?.step === 'open' && localOf(at).time === '10:00',
    );
    return withPerson(told.person, { hour: 16 });
  },
  'escalated-without-notice': () => {
    const { told } = sent('roll-up');
    const asks = ['open', 'nudge', 'last-call', 'due-today', 'overdue'];
    return edited((one) =>
      one.chase?.meeting === told.chase?.meeting && asks.includes(one.chase?.step ?? '')
        ? { ...one, outcome: 'dead' }
        : one,
    );
  },
  missed: () => {
    const { told } = sent('due-today');
    return without((one) => one === told);
  },
  'move-told-wrongly': () => {
    const { told } = find(({ title }) => title.includes(' has moved to '));
    return without((one) => one === told);
  },
  'vacancy-told-wrongly': () => {
    const { told, at } = find(({ title }) => title.endsWith(' no owner to ask'));
    return sentAgain(told, at + 1);
  },
  'no-cover-not-told': () => without(({ title }) => title.startsWith('Nobody covers for ')),
};

it('finds nothing in a story that keeps the rules', () => {
  expect(checkStory(story)).toEqual([]);
});

it.each(ruleNames)('tells by name of a broken rule: %s', (rule) => {
  const found = checkStory(spoilt[rule]());

  expect(found.map((one) => one.rule)).toContain(rule);
});
