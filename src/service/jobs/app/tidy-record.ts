// Throws away what nothing needs any more. Notifications stay: the outbox is the record of what was told to whom,
// and `why`, the audit and the rule that nothing goes out twice read it.
import type { Temporal } from 'temporal-polyfill';
import type { Uses } from '../../../core/request/app/ports.ts';

/** No platform repeats a request after this long. */
const KEEP_REQUESTS_DAYS = 30;
const KEEP_JOB_RUNS_DAYS = 90;
/** So long after they ended. */
const KEEP_SESSIONS_DAYS = 1;
/** Longer than any pace that a platform asks for. */
const KEEP_PACES_DAYS = 1;
/** Rows of a kind that one statement deletes, and how many statements a night has. */
const BATCH = 2_000;
const BATCHES = 50;

/**
 * @param realNow the wall clock, by which a pace is kept also in the demonstration
 * @returns how many rows of each kind went, sessions apart, and whether the room they took was given back
 */
export async function tidyRecord(
  record: Uses<'operations' | 'sessions'>,
  now: Temporal.Instant,
  realNow: Temporal.Instant,
): Promise<{
  requests: number;
  jobRuns: number;
  paces: number;
  compacted: number;
}> {
  const before = (moment: Temporal.Instant, days: number) => moment.subtract({ hours: days * 24 });
  const leftovers = {
    requestsBefore: before(now, KEEP_REQUESTS_DAYS),
    jobRunsBefore: before(now, KEEP_JOB_RUNS_DAYS),
    pacesBefore: before(realNow, KEEP_PACES_DAYS),
  };
  const gone = { requests: 0, jobRuns: 0, paces: 0 };
  for (let batch = 0; batch < BATCHES; batch++) {
    const { requests, jobRuns, paces } = await record.operations.discard(leftovers, BATCH);
    gone.requests += requests;
    gone.jobRuns += jobRuns;
    gone.paces += paces;
    if (requests < BATCH && jobRuns < BATCH && paces < BATCH) break;
  }
  await record.sessions.discard(before(now, KEEP_SESSIONS_DAYS));
  return { ...gone, compacted: (await record.operations.compact()) ? 1 : 0 };
}
