// The counts of a run, and how it tells of a rule that was broken.
import { localOf } from './check-days.ts';
import type { Story, StoryLine, Violation } from './story.ts';

/** By what is counted. */
export type Counts = Readonly<Record<string, number>>;

/** What happened in a story. */
export function countStory({ setting, lines }: Story): Counts {
  const counts: Record<string, number> = {
    partnerships: 1,
    people: setting.people.length,
    objectives: setting.objectives.length,
    meetings: setting.meetings.length,
  };
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const line of lines) {
    count(line.kind);
    if (line.kind !== 'sweep') continue;
    for (const { chase, outcome, reason } of line.told)
      count(
        outcome === 'cancelled'
          ? `suppressed: ${reason ?? 'cancelled'}`
          : `${chase?.step ?? 'notice'} ${outcome}`,
      );
  }
  return counts;
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}

const STEPS = [
  ...['open', 'nudge', 'last-call', 'due-today', 'overdue', 'roll-up', 'office'],
  ...['evidence-call', 'evidence-reminder', 'evidence-due', 'notice'],
];

/** The counts as lines of text. */
export function printCounts(counts: Counts, seed: number): string {
  const of = (what: string) => counts[what] ?? 0;
  const line = (...whats: (readonly [string, string])[]) =>
    whats.map(([name, what]) => `${name} ${of(what)}`).join(' · ');
  const suppressed = Object.keys(counts).filter((what) => what.startsWith('suppressed: '));
  return [
    `seed ${seed}`,
    line(
      ...(['partnerships', 'people', 'objectives', 'meetings'] as const).map(
        (what) => [what, what] as const,
      ),
      ['sweeps', 'sweep'],
    ),
    line(
      ...[['answers', 'answered'] as const, ['snoozes', 'snoozed'] as const],
      ...[['absences', 'away'] as const, ['covers answered', 'cover-answered'] as const],
      ...[['people who left', 'left'] as const, ['handovers', 'handed-over'] as const],
      ...[['objectives added', 'added'] as const, ['closed', 'closed'] as const],
    ),
    line(['meetings moved', 'moved'], ['called off', 'called-off'], ['outages of the bot', 'down']),
    '',
    'messages               sent   undeliverable   held   tries refused by the platform',
    ...STEPS.map((step) =>
      [
        step.padEnd(18),
        String(of(`${step} sent`)).padStart(9),
        String(of(`${step} dead`)).padStart(16),
        String(of(`${step} held`)).padStart(7),
        String(of(`${step} queued`)).padStart(34),
      ].join(''),
    ),
    '',
    ...suppressed.map((what) => `${what}: ${of(what)}`),
  ].join('\n');
}

const STORY_DAYS = 14;

/** What went wrong, and what happened to the person in the days before. */
export function tellViolation({ setting, lines }: Story, violation: Violation): string {
  const { rule, at, person, what } = violation;
  const name = setting.people.find(({ id }) => id === person)?.name ?? person;
  const before = lines
    .filter((line) => line.at <= at && line.at > at - STORY_DAYS * 86_400_000)
    .flatMap((line) => tell(line, person).map((text) => `    ${when(line.at)}  ${text}`));
  return [`${rule}: ${setting.key}, ${name}, ${when(at)}: ${what}`, ...before].join('\n');
}

function tell(line: StoryLine, person: string): string[] {
  if (line.kind === 'sweep')
    return line.told
      .filter((one) => one.person === person)
      .map(({ title, outcome, reason }) => `${outcome}: ${title}${reason ? ` (${reason})` : ''}`);
  const { at: _at, ...facts } = line;
  const concerns =
    Object.values(facts).includes(person) || ['moved', 'called-off', 'down'].includes(line.kind);
  return concerns ? [JSON.stringify(facts)] : [];
}

function when(at: number): string {
  const { day, time } = localOf(at);
  return `${day} ${time}`;
}
