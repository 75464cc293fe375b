// `admin people erase @name because …`: asks once, says what would change and what is out of reach, then does it.
import { parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { findAnybody } from '../../../people/people/app/find-person.ts';
import { erasedMessage, eraseQuestion } from '../messages/erasure.ts';
import { erasePerson, previewErasure } from './erase-person.ts';

const VERB = 'admin people erase';

/** Refusals: `not-permitted`, those of finding a person, of the guard and of erasing. */
export async function answerErase(
  said: { readonly who: string; readonly reason: string; readonly confirm: string },
  context: Given<
    Doing | 'today',
    Reads<'channelBindings' | 'people' | 'peopleAdmin'> &
      Uses<'erasing' | 'retention'> &
      Commits<'audit' | 'erasing' | 'peopleAdmin' | 'retention'>
  >,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'erase', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const start = `${VERB} ${said.who} because`;
  const noted = await parseTypedNote(said.reason, start, context);
  if (!noted.ok) return refused(noted.refusal);
  const reason = noted.value;
  if (reason === null)
    return refused({ code: 'usage', verb: 'admin people', problem: 'Say why, behind “because”.' });
  const person = await findAnybody(said.who, context);
  if (!person.ok) return refused(person.refusal);
  if (said.confirm === '') {
    const plan = await previewErasure(person.value, context.record, context);
    if (!plan.ok) return refused(plan.refusal);
    const line = `${VERB} confirm ${said.who} because ${reason}`;
    return reply(eraseQuestion(person.value.name, plan.value.traces.label, plan.value, line));
  }
  const done = await erasePerson(person.value, reason, context);
  return done.ok
    ? recorded(erasedMessage(done.value.traces.label, done.value))
    : refused(done.refusal);
}
