// From words to a person: an @mention, an e-mail address, or a name in any way of writing it. One who has left is found only by
// `findAnybody`: for handing over what was theirs, and for their return.

import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { foldWords } from '../domain/fold-name.ts';
import { matchPerson, type NamedPerson, toldApart } from '../domain/match-person.ts';
import type { Party } from './people-ports.ts';
import type { PersonSummary } from './person-ports.ts';

const SHOWN = 60;

/** Refusals: `unknown-person`, `ambiguous-person`, each with what finishes the line. */
export async function findPerson(
  words: string,
  context: Given<'today' | 'inbound', Reads<'people'>>,
): Promise<Result<PersonSummary>> {
  const people = await context.record.people.list();
  const mentioned = await mentionedIn(words, people, context);
  if (mentioned) return mentioned;
  const found = matchPerson(words, people);
  return found.kind === 'one' ? ok(found.person) : refuseMatch(words, found);
}

/** Somebody who is there goes before somebody who has left. Refusals: those of `findPerson`. */
export async function findAnybody(
  words: string,
  context: Given<'today' | 'inbound', Reads<'people' | 'peopleAdmin'>>,
): Promise<Result<Party>> {
  const found = await findPerson(words, context);
  if (found.ok) return ok({ ...found.value, active: true });
  if (found.refusal.code !== 'unknown-person') return found;
  const all = await context.record.peopleAdmin.list(context.today);
  const gone = matchPerson(
    words,
    all.filter(({ active }) => !active),
  );
  if (gone.kind === 'one') return ok(gone.person);
  return gone.kind === 'several' ? refuseMatch(words, gone) : found;
}

/** Whom a mention means: the platform says by an id who that is, whatever they are called. Null: it is none. */
async function mentionedIn(
  words: string,
  people: readonly PersonSummary[],
  { record, inbound, today }: Given<'today' | 'inbound', Reads<'people'>>,
): Promise<Result<PersonSummary> | null> {
  const typed = words.trim();
  const key = foldWords(typed).join(' ');
  const said = (inbound.mentions ?? []).filter((one) => foldWords(one.said).join(' ') === key);
  const coded = /^<?@([UW][A-Z0-9]{6,})(?:\|[^>]*)?>?$/.exec(typed)?.[1];
  const ids = [...new Set([...said.map(({ userId }) => userId), ...(coded ? [coded] : [])])];
  // Two people of one name were mentioned: which of them is meant here, the line does not say.
  const [id, another] = ids;
  if (id === undefined || another !== undefined) return null;
  const known = said.find(({ userId }) => userId === id)?.personId;
  const { platform, tenantId } = inbound;
  const personId =
    known ?? (await record.people.findActorByAccount(platform, tenantId, id, today))?.personId;
  const person = people.find((one) => one.id === personId);
  if (person) return ok(person);
  // A name in capitals looks like an id of Slack's; of somebody mentioned for certain nothing is guessed.
  if (said.length === 0 && !typed.startsWith('<') && matchPerson(typed, people).kind !== 'none')
    return null;
  const shown = coded === undefined ? typed.replace(/^@/, '').slice(0, SHOWN) : 'that account';
  return refuse({ code: 'unknown-person', typed: shown, suggestions: [] });
}

function refuseMatch(
  words: string,
  found:
    | { readonly kind: 'several'; readonly people: readonly NamedPerson[] }
    | { readonly kind: 'none'; readonly near: readonly NamedPerson[] },
) {
  const asTyped = words.trim();
  const typed = asTyped.replace(/^@/, '').slice(0, SHOWN);
  const people = found.kind === 'several' ? found.people : found.near;
  const shown = toldApart(people);
  const offers = people.map(({ email }, index) => ({ label: shown[index] ?? email, words: email }));
  return found.kind === 'several'
    ? refuse({ code: 'ambiguous-person', typed, choices: shown, asTyped, offers })
    : refuse({ code: 'unknown-person', typed, suggestions: shown, asTyped, offers });
}
