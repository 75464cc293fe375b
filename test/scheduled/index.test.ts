// The jobs as node-schedule is given them: names, times and slots.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import schedule from 'node-schedule';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { jobs } from '../../scheduled/index.ts';
import { jobTimes } from '../../src/service/jobs/domain/job-times.ts';

const LONDON = 'Europe/London';

const jobOf = (id: string) => {
  const job = jobs.find((one) => one.id === id);
  if (!job) throw new Error(`there is no job ${id}`);
  return job;
};

it('has every file of the folder, under the file’s name, in the order in which a start needs them', () => {
  const files = readdirSync(join(import.meta.dirname, '../../scheduled'))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace('.ts', ''));

  expect(jobs.map(({ id }) => id)).toEqual([
    ...['roll-cycle', 'sweep-unsent', 'find-people', 'chase-owners', 'remind-recovery'],
    ...['remind-highlights', 'remind-minutes', 'post-digests', 'post-heartbeat', 'tidy-record'],
    ...['keep-schedule', 'tell-undelivered'],
  ]);
  expect(jobs.map(({ id }) => id).sort()).toEqual(files.sort());
});

it('has words and a patience for every job, and for no other', () => {
  expect(Object.keys(jobTimes).sort()).toEqual(jobs.map(({ id }) => id).sort());
});

it.each(jobs)(
  '$id has a rule that node-schedule reads, and fires on the second 0',
  ({ id, rule }) => {
    const job = schedule.scheduleJob(id, { rule, tz: LONDON }, () => {});

    const next = job?.nextInvocation()?.getTime() ?? Number.NaN;
    job?.cancel();

    expect(next).toBeGreaterThan(Date.now());
    expect(next % 60_000).toBe(0);
  },
);

it.each([
  ['roll-cycle', '2024-07-01T10:05', '2024-07-01T10:00'],
  ['sweep-unsent', '2024-07-01T10:15', '2024-07-01T10:15'],
  ['find-people', '2024-07-01T10:29', '2024-07-01T10:15'],
  ['chase-owners', '2024-07-01T10:00', '2024-07-01T10:00'],
  ['chase-owners', '2024-07-01T10:14', '2024-07-01T10:00'],
  ['remind-recovery', '2024-07-01T10:14', '2024-07-01T10:00'],
  ['remind-highlights', '2024-07-01T10:00', '2024-07-01T10:00'],
  ['remind-highlights', '2024-07-01T09:59', '2024-06-30T10:00'],
  ['remind-minutes', '2024-07-01T09:59', '2024-06-30T10:00'],
  ['remind-minutes', '2024-07-01T10:01', '2024-07-01T10:00'],
  ['post-heartbeat', '2024-07-01T10:14', '2024-07-01T10:00'],
  ['tidy-record', '2024-07-02T02:30', '2024-07-02T02:30'],
  ['tidy-record', '2024-07-02T02:29', '2024-07-01T02:30'],
  ['tidy-record', '2024-07-02T23:00', '2024-07-02T02:30'],
  ['keep-schedule', '2024-07-02T03:10', '2024-07-02T03:10'],
  ['keep-schedule', '2024-07-02T03:09', '2024-07-01T03:10'],
  ['post-digests', '2024-07-08T09:44', '2024-07-08T09:30'],
  ['post-digests', '2024-07-08T09:45', '2024-07-08T09:45'],
  ['tell-undelivered', '2024-07-08T09:45', '2024-07-08T09:45'],
  ['tell-undelivered', '2024-07-08T09:44', '2024-07-07T09:45'],
])('%s at %s stands for the slot of %s', (id, now, slot) => {
  expect(jobOf(id).slot(london(now), LONDON).toString()).toBe(london(slot).toString());
});

function london(time: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(LONDON).toInstant();
}
