// Who on the plan has no account that PAP can write to? They are looked for by their addresses: once a day each, and as
// soon as they are put on the plan or come into a team. A sweep every quarter of an hour, as Slack lets only so many through.
import { findAccounts } from '../src/people/accounts/app/find-accounts.ts';
import { type Job, quarterHour } from '../src/service/jobs/app/run-job.ts';

export const findPeople = {
  id: 'find-people',
  rule: '0 */15 * * * *',
  slot: quarterHour,
  run: async (record, _partnership, now, outside) =>
    outside ? await findAccounts(record, now, outside) : { looked: 0, linked: 0 },
} satisfies Job;
