-- Deadlines as boards print them: on a weekday before the meeting, and draft minutes after it.

-- AlterEnum
ALTER TYPE "DeadlineKind" ADD VALUE 'minutes-due';

-- AlterEnum
ALTER TYPE "DayUnit" ADD VALUE 'weekday';
