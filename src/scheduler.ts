// The only importer of node-schedule. It is a clock and keeps nothing over a restart: a job's slot in
// the record decides whether there is anything to do, so a start simply runs every job once.
import schedule from 'node-schedule';
import { type Job, type JobParts, runJob } from './service/jobs/app/run-job.ts';

export type Scheduler = { isRunning(): boolean; stop(): Promise<void> };

/**
 * Fires each job by its rule in each of the time zones, after catching up what a stop may have missed. A firing is for
 * every partnership: whose slot has not come, or was taken, is passed over.
 */
export async function startScheduler(
  jobs: readonly Job[],
  parts: JobParts,
  timeZones: readonly string[],
): Promise<Scheduler> {
  for (const job of jobs) await runJob(job, parts);
  const underWay = new Set<Promise<void>>();
  const timers = timeZones.flatMap((timeZone) =>
    jobs.map((job) =>
      schedule.scheduleJob(`${job.id} ${timeZone}`, { rule: job.rule, tz: timeZone }, () => {
        const run = runJob(job, parts).finally(() => underWay.delete(run));
        underWay.add(run);
      }),
    ),
  );
  let running = true;
  return {
    // A rule that never fires again has no timer.
    isRunning: () => running && timers.every((timer) => timer?.nextInvocation()),
    async stop() {
      running = false;
      for (const timer of timers) timer?.cancel();
      await Promise.all(underWay);
    },
  };
}
