// `npm run bench -- lines`: what reading a line costs on a small and on a large plan: a line with its verb, and a sentence
// in somebody's own words. No database takes part; of the plan a line asks one small question (decision 0028).
import { Temporal } from 'temporal-polyfill';
import { parseReturnLines } from '../src/cycle/returns/app/parse-return-lines.ts';
import { indexRefs, type ObjectiveName } from '../src/plan/objectives/domain/plan-refs.ts';
import { understand } from '../src/service/questions/domain/understand.ts';

const SIZES = [150, 3_000] as const;
const PEOPLE = 500;
const ROUNDS = 7;
const TODAY = Temporal.PlainDate.from('2024-07-01');

const AREAS = ['Early support', 'School places', 'Health checks', 'Transport', 'Short breaks'];
const FIRST = ['Asha', 'Ben', 'Cerys', 'Dev', 'Ella', 'Femi', 'Grace', 'Hamza', 'Isla', 'Jon'];
const LAST = ['Adeyemi', 'Brown', 'Clarke', 'Davies', 'Evans', 'Foster', 'Green', 'Hughes'];

type Sized = {
  readonly objectives: number;
  readonly plan: ReturnType<typeof indexRefs<ObjectiveName>>;
  readonly line: (text: string) => string;
};

/** A plan of so many objectives, and a line with the references of its middle. */
function planOf(objectives: number): Sized {
  const names = Array.from({ length: objectives }, (_, index) => ({
    id: String(index),
    ref: `${Math.floor(index / 40) + 1}.${(index % 40) + 1}`,
    title: `${AREAS[index % AREAS.length]} for cohort ${index} of families and schools`,
  }));
  const middle = Math.floor(objectives / 2);
  const [one, other] = [names[middle]?.ref ?? '', names[middle + 1]?.ref ?? ''];
  return {
    objectives,
    plan: indexRefs(names),
    line: (text) => text.replaceAll('{one}', one).replaceAll('{other}', other),
  };
}

const people = Array.from({ length: PEOPLE }, (_, index) => ({
  name: `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}-${index}`,
  email: `person${index}@example.org`,
  organisation: 'Council',
}));
const themes = Array.from({ length: 8 }, (_, index) => ({
  number: index + 1,
  name: `${AREAS[index % AREAS.length]} ${index}`,
}));

const lines = [
  '{one} amber 14 of 20 trained',
  '{one}, {other} green all trained and in use',
  '{one} amber 14 of 20\n{other} red no trainer since May\n{one} same',
];
const sentences = [
  '{one} is amber now, 15 of 20',
  'when is the next board?',
  'I am away from 12 to 23 August, Ella is covering',
  'could you tell me who owns {one} these days',
];

/** Microseconds of processor time that one call takes: the least of some runs, each of many calls. */
function microseconds(call: () => unknown): number {
  let calls = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; ) {
    const before = process.cpuUsage();
    for (let count = 0; count < calls; count++) call();
    const { user, system } = process.cpuUsage(before);
    const took = user + system;
    if (took < 20_000) calls *= 2;
    else {
      least = Math.min(least, took / calls);
      round++;
    }
  }
  return least;
}

/** Prints a table: each line on each size of plan, and how it grew. */
export function printLines(say: (text: string) => void): void {
  const plans = SIZES.map(planOf);
  say(
    `Reading a line, in microseconds of processor time: plans of ${SIZES.join(' and ')} objectives, ${PEOPLE} people.`,
  );
  const own = { askers: ['anybody'], red: [], own: [] } as const;
  const read = (text: string, { plan }: Sized) => parseReturnLines(text, 'update', plan);
  const ask = (text: string, { plan }: Sized) =>
    understand(text, { plan, people, themes }, own, { today: TODAY, context: {} });
  const measured = [
    ...lines.map((text) => ({ name: `update ${text}`, text, call: read })),
    ...sentences.map((text) => ({ name: text, text, call: ask })),
  ].map(({ name, text, call }) => {
    const took = plans.map((plan) => {
      const line = plan.line(text);
      return microseconds(() => call(line, plan));
    });
    const [small = 0, large = 0] = took;
    return { name, took, growth: large / small };
  });
  for (const { name, took, growth } of measured)
    say(
      `${took.map((each) => each.toFixed(1).padStart(9)).join('')}  × ${growth.toFixed(2)}  ${name.replaceAll('\n', '⏎')}`,
    );
  const most = Math.max(...measured.map(({ growth }) => growth));
  say(
    `The logarithm of the plan grows × ${(Math.log(SIZES[1]) / Math.log(SIZES[0])).toFixed(2)}; the worst of these grew × ${most.toFixed(2)}.`,
  );
  const built = plans.map(({ plan }) => microseconds(() => indexRefs(plan.all)) / 1_000);
  say(
    `The index of the references, made anew only when the plan changed: ${built.map((ms) => `${ms.toFixed(2)} ms`).join(' and ')}.`,
  );
}
