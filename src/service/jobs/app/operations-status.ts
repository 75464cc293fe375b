// Everything that `admin status` says, from the record alone: the terminal is a process of its own and has to
// say the same as the bot.

import type { Temporal } from 'temporal-polyfill';
import { bankHolidayDaysLeft } from '../../../core/dates/domain/bank-holidays.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { loadReach } from '../../../plan/overview/app/load-reach.ts';
import { isOverdue, jobTimes } from '../domain/job-times.ts';
import type { JobLine, StatusFacts } from '../messages/status.ts';
import type { LastRun } from './operations-ports.ts';

/** The run that a starting bot writes down, with its version. */
export const START_RUN = 'start';

/** How the bot, its queue and its jobs are. */
export async function loadStatus({
  record,
  partnership,
  now,
  today,
}: Given<
  'partnership' | 'now' | 'today',
  Reads<'channelBindings' | 'cycles'> &
    Uses<'accountSearches' | 'objectives' | 'operations' | 'peopleAdmin'>
>): Promise<StatusFacts> {
  const { operations } = record;
  const [database, queue, platforms, runs, heartbeatTime, cycles, bindings, pausedAt, reach] =
    await Promise.all([
      operations.database(),
      operations.queue(),
      operations.platforms(),
      operations.lastRuns(),
      operations.heartbeatTime(),
      record.cycles.listFrom(today),
      record.channelBindings.list(),
      operations.sendingPausedAt(),
      loadReach({ record, today }),
    ]);
  return {
    now,
    timeZone: partnership.timeZone,
    start: readStart(runs),
    ...{ database, queue, platforms },
    jobs: Object.keys(jobTimes).map((job) => jobLine(job, runs, now)),
    cycles,
    ...{ heartbeatTime, pausedAt, reach },
    officeChannels: bindings.filter(({ purpose }) => purpose === 'office').length,
    bankHolidayDaysLeft: bankHolidayDaysLeft(today),
  };
}

function jobLine(job: string, runs: readonly LastRun[], now: Temporal.Instant): JobLine {
  const run = runs.find((one) => one.job === job);
  const minutes = run && minutesBetween(run.startedAt, now);
  return {
    job,
    says: jobTimes[job]?.says ?? '',
    lastAt: run?.startedAt ?? null,
    finished: run !== undefined && run.finishedAt !== null,
    overdue: minutes !== undefined && isOverdue(job, minutes),
  };
}

function readStart(runs: readonly LastRun[]): StatusFacts['start'] {
  const run = runs.find(({ job }) => job === START_RUN);
  if (!run) return null;
  const { version } = run.outcome ?? {};
  return { at: run.startedAt, version: typeof version === 'string' ? version : 'unknown' };
}

function minutesBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return (until.epochMilliseconds - from.epochMilliseconds) / 60_000;
}
