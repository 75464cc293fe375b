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
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findAnybody } from '../../../people/people/app/find-person.ts';
import { erasedMessage, eraseQuestion } from '../messages/erasure.ts';
import { erasePerson, previewErasure } from './erase-person.ts';

const VERB = 'admin people erase';

/** Refusals: `not-permitted`, `usage` without a reason, those of finding a person, of the guard and of erasing. */
export async function answerErase(
  words: string,
  confirmed: boolean,
  context: Given<
    Doing | 'today',
    Reads<'channelBindings' | 'people' | 'peopleAdmin'> &
      Uses<'erasing' | 'retention'> &
      Commits<'audit' | 'erasing' | 'peopleAdmin' | 'retention'>
  >,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'erase', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const read = await parseBecause(words, VERB, context);
  if (!read.ok) return refused(read.refusal);
  const { what, reason } = read.value;
  if (what === '' || reason === '')
    return refused({
      code: 'usage',
      verb: 'admin people',
      problem:
        'Say whose name and words are to be erased, and why, for example “admin people erase @ella because she asked us on 3 July”.',
    });
  const person = await findAnybody(what, context);
  if (!person.ok) return refused(person.refusal);
  if (!confirmed) {
    const plan = await previewErasure(person.value, context.record, context);
    if (!plan.ok) return refused(plan.refusal);
    const line = `${VERB} confirm ${what} because ${reason}`;
    return reply(eraseQuestion(person.value.name, plan.value.traces.label, plan.value, line));
  }
  const done = await erasePerson(person.value, reason, context);
  return done.ok
    ? recorded(erasedMessage(done.value.traces.label, done.value))
    : refused(done.refusal);
}

/** The words up to “because” or “reason”, and what stands behind it, past the guard. */
export async function parseBecause(
  words: string,
  start: string,
  context: Given<'today', Reads<'channelBindings' | 'people' | 'peopleAdmin'>>,
): Promise<Result<{ readonly what: string; readonly reason: string }>> {
  const checked = await parseTypedNote(words, start, context);
  if (!checked.ok) return checked;
  const all = checked.value ?? '';
  const [, what = all, reason = ''] =
    /^([\s\S]*?)(?:^|\s)(?:because|reason)\b[:,]?\s*([\s\S]*)$/i.exec(all) ?? [];
  return what.length > 200
    ? refuse({ code: 'note-too-long', length: what.length, limit: 200 })
    : ok({ what: what.trim(), reason: reason.trim() });
}
