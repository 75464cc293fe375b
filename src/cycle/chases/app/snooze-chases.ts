// Putting off one's chases for the nearest meeting.

import { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { UNDO_MINUTES } from '../../corrections/domain/correction.ts';
import { type Cycle, cyclePhase } from '../../cycles/domain/cycle.ts';
import { listOutstanding } from '../../returns/app/list-outstanding.ts';
import { decideSnooze } from '../domain/snooze.ts';

type SnoozeNeeds = Given<
  Doing | 'today' | 'terms',
  Reads<'cycles' | 'objectives'> & Uses<'snoozes'> & Commits<'audit' | 'snoozes'>
>;

/** Null: nothing is asked of them. Refusals: those of `decideSnooze`, `snoozed-already`. */
export async function snoozeChases(
  words: string,
  context: SnoozeNeeds,
): Promise<Result<{ readonly until: Temporal.PlainDate; readonly cycle: Cycle } | null>> {
  const { record, actor, today, now } = context;
  const { personId } = actor;
  const cycle = await nearestOwed(context);
  if (!cycle) return ok(null);
  const before = await record.snoozes.find(personId, cycle.id);
  if (before) return refuse({ code: 'snoozed-already', until: before.until });
  const until = decideSnooze(words, cycle, today, context);
  if (!until.ok) return until;
  return await commitOnce(context, async ({ snoozes, audit }) => {
    const snooze = { personId, cycleId: cycle.id, until: until.value };
    if (!(await snoozes.add({ ...snooze, at: now })))
      return refuse({ code: 'snoozed-already', until: until.value });
    await audit.append({
      kind: 'chases-put-off',
      summary: `Chases to ${actor.name} for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)} put off until ${dayText(until.value)}`,
      authorId: personId,
      at: now,
    });
    return ok({ until: until.value, cycle });
  });
}

/**
 * Takes it back, so that chases come when they would have. It can be put off anew after that, and never further than the
 * last call. Refusal: `not-snoozed`.
 */
export async function unsnoozeChases(context: SnoozeNeeds): Promise<Result<Cycle>> {
  const cycle = await nearestOwed(context);
  return cycle ? await takeBack(cycle, context) : refuse({ code: 'not-snoozed' });
}

/** When a person put their reminders off last; null: they have not, or took it back. */
export async function latestSnooze({
  actor,
  record,
}: Given<'actor', Uses<'snoozes'>>): Promise<Temporal.Instant | null> {
  return (await record.snoozes.latest(actor.personId))?.at ?? null;
}

/** The same by `undo`, for as long as anything can be undone. Refusals: `not-snoozed`, `undo-too-late`. */
export async function undoSnooze(context: SnoozeNeeds): Promise<Result<Cycle>> {
  const { record, actor, now, today } = context;
  const latest = await record.snoozes.latest(actor.personId);
  if (latest && Temporal.Instant.compare(now, latest.at.add({ minutes: UNDO_MINUTES })) > 0)
    return refuse({
      ...{ code: 'undo-too-late', ref: null, minutes: UNDO_MINUTES },
      instead: 'snooze off',
    });
  const cycles = await record.cycles.listFrom(today);
  const cycle = cycles.find(({ id }) => id === latest?.cycleId);
  return cycle ? await takeBack(cycle, context) : refuse({ code: 'not-snoozed' });
}

async function takeBack(cycle: Cycle, context: SnoozeNeeds): Promise<Result<Cycle>> {
  const { actor, now } = context;
  const { personId } = actor;
  return await commitOnce(context, async ({ snoozes, audit }) => {
    if (!(await snoozes.remove(personId, cycle.id))) return refuse({ code: 'not-snoozed' });
    await audit.append({
      kind: 'chases-not-put-off',
      summary: `Chases to ${actor.name} for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)} come again when they are due`,
      authorId: personId,
      at: now,
    });
    return ok(cycle);
  });
}

/** The nearest meeting for which something is asked of them; null: there is none. */
async function nearestOwed({
  record,
  actor: { personId },
  today,
  now,
}: Given<'actor' | 'now' | 'today', Reads<'cycles' | 'objectives'>>): Promise<Cycle | null> {
  const owed = await listOutstanding(record, today, { personId });
  const found = owed.find(
    (one) => one.objectives.length > 0 && ['planned', 'open'].includes(cyclePhase(one.cycle, now)),
  );
  return found?.cycle ?? null;
}
