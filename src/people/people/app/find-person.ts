// From words to a person: an @mention, an e-mail address, or a name. One who has left is found only by `findAnybody`: for
// handing over what was theirs, and for their return.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { nearestWord } from '../../../core/request/domain/similar.ts';
import type { Party } from './people-ports.ts';
import type { PersonSummary } from './person-ports.ts';

/** Refusals: `unknown-person`, `ambiguous-person`. */
export async function findPerson(
  words: string,
  { record, inbound, today }: Given<'today' | 'inbound', Reads<'people'>>,
): Promise<Result<PersonSummary>> {
  const typed = words.trim().replace(/^@/, '');
  const people = await record.people.list();
  const mentioned = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$|^([UW][A-Z0-9]{6,})$/.exec(typed);
  const account = mentioned?.[1] ?? mentioned?.[2];
  if (account) {
    const actor = await record.people.findActorByAccount(
      inbound.platform,
      inbound.tenantId,
      account,
      today,
    );
    const person = people.find(({ id }) => id === actor?.personId);
    return person
      ? ok(person)
      : refuse({ code: 'unknown-person', typed: 'that account', suggestions: [] });
  }
  const wanted = typed.toLowerCase();
  const exact = people.filter(
    ({ name, email }) => name.toLowerCase() === wanted || email === wanted,
  );
  const partial = people.filter(
    ({ name, email }) =>
      email.startsWith(`${wanted}@`) || name.toLowerCase().split(/\s+/).includes(wanted),
  );
  const [found, ...others] = exact.length > 0 ? exact : partial;
  if (found && others.length === 0) return ok(found);
  if (found)
    return refuse({
      code: 'ambiguous-person',
      typed,
      choices: [found, ...others].map(({ name, organisation }) => `${name}, ${organisation}`),
    });
  const near = nearestWord(
    wanted,
    people.flatMap(({ name }) => name.toLowerCase().split(/\s+/)),
  );
  const suggestions = near
    ? people
        .filter(({ name }) => name.toLowerCase().split(/\s+/).includes(near))
        .map(({ name }) => name)
    : [];
  return refuse({ code: 'unknown-person', typed: typed.slice(0, 60), suggestions });
}

/** Somebody who is there goes before somebody who has left. Refusals: those of `findPerson`. */
export async function findAnybody(
  words: string,
  context: Given<'today' | 'inbound', Reads<'people' | 'peopleAdmin'>>,
): Promise<Result<Party>> {
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
