// The use cases behind `admin cycle open`, `freeze` and `close`: what the office does by hand before its time, and
// that a meeting's minutes are agreed.

import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type Cycle, cyclePhase } from '../../cycles/domain/cycle.ts';
import { type ByHandVerb, mayByHand } from '../../cycles/domain/cycle-states.ts';
import { frozenNotice } from '../messages/cycle-by-hand.ts';
import type { MeetingCycle } from './find-cycle.ts';
import { owingOwners } from './plan-meetings.ts';

export type Handled = Exclude<ByHandVerb, 'cancel'>;

const columns = { open: 'openedAt', freeze: 'frozenAt', close: 'minutedAt' } as const;
const audited = {
  open: ['cycle-opened', 'was opened before its time'],
  freeze: ['cycle-frozen', 'was frozen before its time'],
  close: ['cycle-minuted', 'has its minutes agreed'],
} as const;

/** Whether the office may do it now. Refusals: `not-permitted`, `cycle-state`. */
export function checkByHand(
  verb: ByHandVerb,
  cycle: Cycle,
  { actor, now }: Given<'actor' | 'now'>,
): Result<true> {
  const allowed = permit(actor, 'cycle', `admin cycle ${verb}`);
  if (!allowed.ok) return allowed;
  return mayByHand(cycle, verb, now) ? ok(true) : refuse(stateRefusal(verb, cycle, now));
}

type DoByHandNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<'audit' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'>
>;

/**
 * Does it and notes who did. A freeze is told to every owner who still owes a return.
 * @returns the names of those who are told. Refusals: as `checkByHand`.
 */
export async function doByHand(
  verb: Handled,
  { forum, meeting, cycle }: MeetingCycle,
  context: DoByHandNeeds,
): Promise<Result<readonly string[]>> {
  const { actor, now } = context;
  const allowed = checkByHand(verb, cycle, context);
  if (!allowed.ok) return allowed;
  const [kind, what] = audited[verb];
  return await commitOnce(context, async (repositories) => {
    const { meetings, audit } = repositories;
    if (!(await meetings.setByHand(meeting.cycleId, columns[verb], now)))
      return refuse(stateRefusal(verb, cycle, now));
    const summary = `the cycle of ${forum.key} for ${dayText(meeting.heldOn)} ${what}`;
    await audit.append({ kind, summary, authorId: actor.personId, at: now });
    return ok(verb === 'freeze' ? await tellFrozen(cycle, repositories, context) : []);
  });
}

async function tellFrozen(
  cycle: Cycle,
  repositories: Reads<'cycles' | 'objectives'> & Uses<'notifications' | 'people'>,
  context: Given<Doing | 'partnership' | 'today'>,
): Promise<string[]> {
  const owing = await owingOwners(cycle, repositories, context.today);
  owing.delete(context.actor.personId);
  await repositories.notifications.enqueue(
    [...owing].map(([personId, { refs }]) =>
      noticeTo(
        personId,
        `frozen:${cycle.id}:${context.inbound.requestId}`,
        frozenNotice(cycle, refs),
        context,
      ),
    ),
  );
  const reachable = await repositories.people.reachable();
  return [...owing].flatMap(([id, { name }]) => (reachable.has(id) ? [name] : [])).sort();
}

/** The state that stands in the way, named. */
export function stateRefusal(doing: ByHandVerb | 'amend', cycle: Cycle, now: Temporal.Instant) {
  return {
    code: 'cycle-state' as const,
    meeting: cycle.meetingTitle,
    on: cycle.meetingDate.toString(),
    state: cyclePhase(cycle, now),
    doing,
  };
}
