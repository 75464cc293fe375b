// Whether somebody's request for returns is the first that reaches them because they were on leave without a cover.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { LOOK_BACK_DAYS } from '../../../core/outbox/domain/past-chase.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import { isFirstAfterLeave } from '../domain/chase-audience.ts';

/** @param on the day on which the request is sent, or was */
export async function isAfterLeave(
  cycle: Cycle,
  personId: string | null,
  { absences, notifications }: Uses<'absences' | 'notifications'>,
  on: Temporal.PlainDate,
): Promise<boolean> {
  if (personId === null) return false;
  const opens = localDate(cycleDeadlines(cycle).opens, cycle.timeZone);
  const leave = await absences.factsFrom(opens);
  if (!leave.some((one) => one.personId === personId)) return false;
  const past = await notifications.pastChases(on.subtract({ days: LOOK_BACK_DAYS }));
  return isFirstAfterLeave({ personId, cycleId: cycle.id, opens }, past, leave, on);
}
