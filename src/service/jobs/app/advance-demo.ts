// Moves the demonstration's clock to the next due step and runs every job as at that moment: the
// jobs, the policy and the queue are those of production.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { type DueStep, nextDueStep } from '../domain/next-step.ts';
import { type Job, type JobParts, runJob } from './run-job.ts';

export type DemoParts = JobParts & {
  readonly jobs: readonly Job[];
  setClock(partnershipId: string, now: Temporal.Instant): Promise<void>;
};

export type DemoStep = DueStep & {
  readonly queued: readonly { readonly kind: string; readonly to: string }[];
};

/** Goes there and tells what was queued on arrival. */
export async function advanceDemo(
  parts: DemoParts,
  partnershipId: string,
  timeZone: string,
): Promise<DemoStep> {
  const record = parts.store.open(partnershipId);
  const now = await parts.clock.now();
  const cycles = await record.cycles.listFrom(localDate(now, timeZone));
  const hours = [...(await record.preferences.chaseHours()).values()];
  const step = nextDueStep(cycles, now, timeZone, hours);
  await parts.setClock(partnershipId, step.at);
  for (const job of parts.jobs) await runJob(job, parts);
  return { ...step, queued: await record.notifications.listCreatedAt(step.at) };
}
