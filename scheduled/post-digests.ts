// The weekly digests. Its slot is the week's, so a start after an outage catches up once, and a
// digest that had nothing to say stays silent until next week.
import { postThemeDigests } from '../src/app/post-theme-digests.ts';
import type { Job } from '../src/app/run-job.ts';
import { latestDigestTime } from '../src/domain/digest-policy.ts';

export const postDigests = {
  id: 'post-digests',
  rule: '0 30 9 * * 1-5',
  slot: latestDigestTime,
  run: postThemeDigests,
} satisfies Job;
