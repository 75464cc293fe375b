// The lines of `admin people change`: `change @sam e-mail sam@nhs.example`.

import { type CommandResult, recorded, refused } from '../../../core/request/app/command.ts';
import { personChangedMessage } from '../messages/people.ts';
import { changePerson } from './change-person.ts';
import { findAnybody } from './find-person.ts';
import { type PersonChange, parsePersonChange } from './parse-new-person.ts';

/** One field of somebody, as it is from now on. */
export async function changeLine(
  field: PersonChange['field'],
  said: { readonly who: string; readonly to: string },
  context: Parameters<typeof changePerson>[2] &
    Parameters<typeof parsePersonChange>[2] &
    Parameters<typeof findAnybody>[1],
): Promise<CommandResult> {
  const person = await findAnybody(said.who, context);
  if (!person.ok) return refused(person.refusal);
  const asked = await parsePersonChange(field, said.to, context);
  if (!asked.ok) return refused(asked.refusal);
  const result = await changePerson(person.value, asked.value, context);
  return result.ok
    ? recorded(personChangedMessage(person.value.name, field, result.value))
    : refused(result.refusal);
}
