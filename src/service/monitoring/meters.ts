// What the bot counts, as Prometheus reads it: the only importer of prom-client. What a process does is counted
// in it; what the record holds is read when it is asked for, and is the same from every replica.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Temporal } from 'temporal-polyfill';
import { bankHolidayDaysLeft } from '../../core/dates/domain/bank-holidays.ts';
import type { Meters } from '../../core/outbox/app/meters.ts';
import type { PartnershipReading, RecordReading } from '../jobs/app/operations-ports.ts';
import { isOverdue, jobTimes } from '../jobs/domain/job-times.ts';

export type Metrics = {
  readonly meters: Meters;
  readonly contentType: string;
  /** Everything, as text; without the record's part when that cannot be read. */
  read(): Promise<string>;
};

const COMMAND_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SEND_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const JOB_SECONDS = [0.01, 0.1, 0.5, 1, 5, 30, 120, 600];
/** Several scrapers, or one that is in a hurry, ask the record once in this time. */
const REMEMBER_MS = 5_000;

/** @param readRecord asked at most once in five seconds; null while there is no record to ask */
export function createMetrics(
  readRecord: () => Promise<RecordReading | null>,
  now: () => number = Date.now,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const showRecord = recordGauges(registry, now);
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    meters: countingMeters(registry),
    contentType: registry.contentType,
    async read() {
      if (now() - readAt >= REMEMBER_MS) {
        readAt = now();
        // A record that cannot be read is told by the readiness; what was read before would be a lie.
        showRecord(await readRecord().catch(() => null));
      }
      return await registry.metrics();
    },
  };
}

function countingMeters(registry: Registry): Meters {
  const registers = [registry];
  const commands = new Histogram({
    name: 'pap_command_duration_seconds',
    help: 'How long commands took, by verb, platform and outcome',
    labelNames: ['verb', 'platform', 'outcome'],
    buckets: COMMAND_SECONDS,
    registers,
  });
  const sends = new Histogram({
    name: 'pap_send_duration_seconds',
    help: 'How long a platform took to take a message, by platform, kind of place and result',
    labelNames: ['platform', 'to', 'result'],
    buckets: SEND_SECONDS,
    registers,
  });
  const settled = new Counter({
    name: 'pap_notifications_settled_total',
    help: 'What became of notifications, by kind and state; queued means to be tried again',
    labelNames: ['kind', 'state'],
    registers,
  });
  const jobs = new Histogram({
    name: 'pap_job_duration_seconds',
    help: 'How long job runs took, by job and outcome',
    labelNames: ['job', 'outcome'],
    buckets: JOB_SECONDS,
    registers,
  });
  const databaseErrors = new Counter({
    name: 'pap_database_errors_total',
    help: 'Statements that failed and connections that broke',
    registers,
  });
  return {
    command: ({ verb, platform, outcome, ms }) =>
      commands.observe({ verb, platform, outcome }, ms / 1_000),
    send: ({ platform, to, result, ms }) => sends.observe({ platform, to, result }, ms / 1_000),
    settled: ({ kind, state }) => settled.inc({ kind, state }),
    job: ({ job, outcome, ms }) => jobs.observe({ job, outcome }, ms / 1_000),
    databaseError: () => databaseErrors.inc(),
  };
}

/** The gauges of the record, and what sets them; with null they say nothing rather than something old. */
function recordGauges(
  registry: Registry,
  now: () => number,
): (reading: RecordReading | null) => void {
  const registers = [registry];
  const depth = new Gauge({
    name: 'pap_notifications',
    help: 'Notifications that are not over, by state: waiting is due now, later is not due yet',
    labelNames: ['state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'pap_oldest_unsent_seconds',
    help: 'For how long the oldest notification that is due has been waiting; 0: none is',
    registers,
  });
  const paused = new Gauge({
    name: 'pap_sending_paused',
    help: 'In how many partnerships the programme office has paused all sending',
    registers,
  });
  const age = new Gauge({
    name: 'pap_job_age_seconds',
    help: 'How long ago each job began its latest run',
    labelNames: ['job'],
    registers,
  });
  const overdue = new Gauge({
    name: 'pap_job_overdue',
    help: '1: the job should have run again by now',
    labelNames: ['job'],
    registers,
  });
  const showEach = partnershipGauges(registers);
  new Gauge({
    name: 'pap_bank_holidays_days_left',
    help: 'Days until the end of the table of bank holidays',
    registers,
    collect() {
      this.set(bankHolidayDaysLeft(utcDay(now())));
    },
  });
  return (reading) => {
    for (const gauge of [depth, oldest, paused, age, overdue]) gauge.reset();
    showEach(reading?.byPartnership ?? []);
    if (!reading) {
      oldest.remove();
      paused.remove();
      return;
    }
    const { queue, lastRuns } = reading;
    for (const state of ['waiting', 'later', 'sending', 'held', 'dead'] as const)
      depth.set({ state }, queue[state]);
    oldest.set(queue.oldestSeconds ?? 0);
    paused.set(reading.paused ?? 0);
    for (const { job, seconds } of lastRuns.filter(({ job }) => job in jobTimes)) {
      age.set({ job }, seconds);
      overdue.set({ job }, isOverdue(job, seconds / 60) ? 1 : 0);
    }
  };
}

/** The gauges of each partnership: by its key, and few enough for a thousand of them. */
function partnershipGauges(
  registers: Registry[],
): (readings: readonly PartnershipReading[]) => void {
  const gauge = (name: string, help: string, ...labels: string[]) =>
    new Gauge({ name, help, labelNames: ['partnership', ...labels], registers });
  const depth = gauge(
    'pap_partnership_notifications',
    'Notifications of a partnership that are not over, by state',
    'state',
  );
  const oldest = gauge(
    'pap_partnership_oldest_unsent_seconds',
    'For how long its oldest notification that is due has been waiting; 0: none is',
  );
  const overdue = gauge(
    'pap_partnership_jobs_overdue',
    'How many of its jobs should have run again',
  );
  const off = gauge('pap_partnership_switched_off', '1: the operator has switched it off');
  return (readings) => {
    for (const each of [depth, oldest, overdue, off]) each.reset();
    for (const { key: partnership, queue, lastRuns, switchedOff } of readings) {
      for (const state of ['waiting', 'later', 'sending', 'held', 'dead'] as const)
        depth.set({ partnership, state }, queue[state]);
      oldest.set({ partnership }, switchedOff ? 0 : (queue.oldestSeconds ?? 0));
      const late = lastRuns.filter(
        ({ job, seconds }) => job in jobTimes && isOverdue(job, seconds / 60),
      );
      overdue.set({ partnership }, switchedOff ? 0 : late.length);
      off.set({ partnership }, switchedOff ? 1 : 0);
    }
  };
}

function utcDay(at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
}
