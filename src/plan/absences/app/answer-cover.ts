// The asked cover says yes or no. Of several answers exactly one counts.

import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { coverAnsweredMessage } from '../messages/absence.ts';
import type { Absence } from './absence-ports.ts';
import { refsOf, tellMissing } from './record-absence.ts';

/** Refusals: `not-permitted`, `agreement-over`. */
export async function answerCover(
  absence: Absence,
  state: 'accepted' | 'declined',
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'absences' | 'notifications' | 'people' | 'peopleAdmin'>
  >,
): Promise<Result<Absence>> {
  const { actor, today } = context;
  const { id, number, person, cover, recordedById } = absence;
  const verb = state === 'accepted' ? 'away accept' : 'away decline';
  const allowed = permit(actor, 'answer-request', verb, { personId: cover?.id ?? '' });
  if (!allowed.ok) return allowed;
  const over = (what: string) =>
    refuse({ code: 'agreement-over', kind: 'absence', number, state: what });
  if (!absence.active) return over('called off');
  if (absence.endsOn.until(today).days > 0) return over('over');
  return await commitOnce(context, async (repositories) => {
    if (!(await repositories.absences.answer(id, state))) {
      const now = await repositories.absences.find(number);
      return over(now?.active ? (now.coverState ?? 'answered') : 'called off');
    }
    const answered = { ...absence, coverState: state };
    const intent = `absence:${id}:${state}`;
    const message = coverAnsweredMessage(answered);
    const notices = noticesTo([person.id, recordedById], intent, message, context);
    if (state === 'declined') {
      const refs = await refsOf(answered, repositories, context);
      notices.push(...(await tellMissing(answered, refs, repositories, context)));
    }
    await repositories.notifications.enqueue(notices);
    return ok(answered);
  });
}
