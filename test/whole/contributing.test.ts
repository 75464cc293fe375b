// The examples of CONTRIBUTING.md work: written into a copy of the code, they compile against the real types, keep the
// import rules and the form, and do what the page says.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const samples = [...page.matchAll(/^```(ts|diff)\n(?:\/\/|---) (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', path = '', body = '']) => ({ kind, path, body }),
);

const PRINT_RULES = `
import { importRules } from './scripts/house.mjs';
console.log(JSON.stringify(importRules()));
`;

/** What the examples do, run in the copy. */
const TRY = `
import { commands } from './commands/index.ts';
import { jobs } from './scheduled/index.ts';
import { parseMail } from './src/chat/email/inbound.ts';
import { renderMail } from './src/chat/email/render.ts';
import { platformName } from './src/people/people/messages/identity.ts';
import { jobTimes } from './src/service/jobs/domain/job-times.ts';
import { refusalMessage } from './src/service/dispatch/messages/refusal-text.ts';
import { sanityNotes } from './src/reports/kpis/domain/kpi-sanity.ts';
import { Temporal } from 'temporal-polyfill';

const now = Temporal.Instant.from('2024-07-24T07:00:00Z');
const today = Temporal.PlainDate.from('2024-07-24');
const cycle = { id: 'c1', forumName: 'SIAB', meetingDate: today };
const queued = [];
const record = (cycles) => ({
  cycles: { listFrom: async () => cycles },
  people: { listByRole: async () => [{ id: 'ben' }] },
  transaction: (work) => work({ notifications: { enqueue: async (all) => queued.push(...all) } }),
});
const next = commands.find(({ name }) => name === 'next');
const job = jobs.find(({ id }) => id === 'announce-meeting');
const london = 'Europe/London';
const cell = (column, raw) => ({ id: column, column, ordinal: 1, raw, period: null, recordedAt: now, by: null });
const kpi = {
  id: 'k', number: 7, name: 'A measure', publishedDirection: '↔', owner: null, sources: [], headers: null,
  headerSources: [], observations: [cell('baseline', '20%'), cell('performance', '20%')],
};
const refused = await next.run('', { record: record([]), today });
const outcome = await job.run(record([cycle]), { timeZone: london, hasExamples: false }, now);
console.log(JSON.stringify({
  next: (await next.run('', { record: record([cycle]), today })).message.title,
  refused: refusalMessage(refused.refusal).title,
  outcome, key: queued.map(({ dedupeKey }) => dedupeKey),
  slot: job.slot(now, london).toString(), says: jobTimes[job.id].says,
  rules: sanityNotes([kpi], []).map(({ rule }) => rule),
  mail: parseMail({ id: '1', from: 'Asha@example.org', to: 'pap@example.org', text: ' mine\\n-- \\nAsha' }),
  answer: renderMail({ message: { title: 'Yours', blocks: [] } }), door: platformName('email'),
}));
`;

let copy: string;
let compiled: string;
let imports: string;
let form: string;
let said: unknown;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'pap-contributing-'));
  for (const name of ['src', 'commands', 'scheduled', 'scripts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'biome.json'])
    cpSync(join(root, name), join(copy, name));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { kind, path, body } of samples) {
    const file = join(copy, path);
    if (kind === 'ts') plant(file, body);
    else writeFileSync(file, patched(readFileSync(file, 'utf8'), body, path));
  }
  // What the door's migration would bring.
  const labels = join(copy, 'src/generated/prisma/enums.ts');
  const terminal = "terminal: 'terminal'";
  writeFileSync(
    labels,
    readFileSync(labels, 'utf8').replace(terminal, `${terminal},\n  email: 'email'`),
  );
  writeFileSync(join(copy, 'try.ts'), TRY);
  const paths = samples.map(({ path }) => path);
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  let answer: string;
  [compiled, imports, form, answer] = await Promise.all([
    run(bin('tsc'), ['-p', 'tsconfig.build.json', '--noEmit']),
    run(process.execPath, ['--input-type=module', '-e', PRINT_RULES])
      .then((rules) => writeFileSync(join(copy, 'rules.json'), rules))
      .then(() => run(bin('oxlint'), ['-c', 'rules.json', ...paths])),
    run(bin('biome'), ['ci', '--vcs-enabled=false', '--reporter=github', ...paths]),
    run(process.execPath, ['--import', 'tsx', 'try.ts']),
  ]);
  said = JSON.parse(answer);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('has a worked example of a verb, a refusal, a job, a KPI rule and a door', () => {
  const sections = page.split(/^## /m).map((section) => section.split('\n', 1)[0]);

  expect(sections).toEqual(
    expect.arrayContaining(['A verb', 'A refusal', 'A job', 'A KPI rule', 'A door']),
  );
  expect(samples.length).toBe([...page.matchAll(/^```(?:ts|diff)$/gm)].length);
  expect(samples.length).toBeGreaterThan(10);
});

it('compiles with every example in it', () => {
  expect(compiled).toBe('');
});

it('keeps the import rules and the form with every example in it', () => {
  expect(imports).toMatch(/Found 0 warnings and 0 errors/);
  expect(form).not.toMatch(/::error/);
});

it('does what the page says', () => {
  expect(said).toEqual({
    next: 'SIAB: Wed 24 July 2024',
    refused: 'No meeting is planned',
    outcome: { queued: 1 },
    key: ['notice:meets-today:c1:ben'],
    slot: '2024-07-24T07:00:00Z',
    says: 'every day, 08:00',
    rules: ['figure-repeated'],
    mail: {
      ...{ platform: 'email', tenantId: 'pap@example.org', userId: 'asha@example.org' },
      ...{ text: 'mine', requestId: 'email:1' },
      conversation: { kind: 'personal', id: 'email:asha@example.org' },
    },
    answer: { subject: 'Yours', text: expect.stringContaining('Yours') },
    door: 'e-mail',
  });
});

function plant(file: string, body: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
}

/** The text with each part of a diff applied. @throws when what stands around a part is not there, or there twice */
function patched(text: string, diff: string, path: string): string {
  return diff.split('@@\n').reduce((before, part) => {
    const lines = part.split('\n').slice(0, -1);
    const side = (sign: string) =>
      lines.filter((line) => !line.startsWith(sign)).map((line) => `${line.slice(1)}\n`);
    const old = side('+').join('');
    if (before.split(old).length !== 2) throw new Error(`not once in ${path}:\n${old}`);
    return before.replace(old, () => side('-').join(''));
  }, text);
}

/** What it prints, whether it is content or not. */
function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: copy }, (_failed, stdout, stderr) => resolve(stdout + stderr));
  });
}
