// From words to a person, also to one who has left: for handing over what was theirs, and for their return.

import type { CommandContext } from '../../../core/request/app/command.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import { findPerson } from './find-person.ts';
import type { Party } from './people-ports.ts';

/** Somebody who is there goes before somebody who has left. Refusals: those of `findPerson`. */
export async function findAnybody(words: string, context: CommandContext): Promise<Result<Party>> {
  const found = await findPerson(words, context);
  if (found.ok) return ok({ ...found.value, active: true });
  if (found.refusal.code !== 'unknown-person') return found;
  const wanted = words.trim().replace(/^@/, '').toLowerCase();
  const gone = (await context.record.peopleAdmin.list(context.today)).filter(
    ({ active, name, email }) =>
      !active &&
      (name.toLowerCase() === wanted ||
        email === wanted ||
        email.startsWith(`${wanted}@`) ||
        name.toLowerCase().split(/\s+/).includes(wanted)),
  );
  const [one, another] = gone;
  return one && !another ? ok(one) : found;
}
