// When each job is expected, in words, and how long it may have been silent before something is wrong.

export type JobTime = {
  readonly says: string;
  /** A run that began longer ago than this is overdue. */
  readonly overdueAfterMinutes: number;
};

const QUARTERLY: JobTime = { says: 'every quarter of an hour', overdueAfterMinutes: 45 };
const DAY = 24 * 60;

/** Every file of scheduled/ by its name. */
export const jobTimes: Readonly<Record<string, JobTime>> = {
  'roll-cycle': { says: 'every hour', overdueAfterMinutes: 135 },
  'sweep-unsent': QUARTERLY,
  'chase-owners': QUARTERLY,
  'remind-recovery': QUARTERLY,
  'post-digests': QUARTERLY,
  // Not at weekends.
  'remind-highlights': { says: 'on weekdays, 10:00', overdueAfterMinutes: 3 * DAY + 60 },
  // Not at weekends.
  'remind-minutes': { says: 'on weekdays, 10:00', overdueAfterMinutes: 3 * DAY + 60 },
  // Not at weekends.
  'tell-undelivered': { says: 'on weekdays, 09:45', overdueAfterMinutes: 3 * DAY + 60 },
  'post-heartbeat': QUARTERLY,
  'find-people': QUARTERLY,
  'tidy-record': { says: 'every night, 02:30', overdueAfterMinutes: 27 * 60 },
  'keep-schedule': { says: 'every night, 03:10', overdueAfterMinutes: 27 * 60 },
};

/** Whether a job that began `minutes` ago should have begun again since; never of a job that nobody knows. */
export function isOverdue(job: string, minutes: number): boolean {
  const time = jobTimes[job];
  return time !== undefined && minutes > time.overdueAfterMinutes;
}
