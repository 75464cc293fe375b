// The words that every proposed change has: a reason, and sometimes a person or a title.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findPerson } from '../../../people/people/app/find-person.ts';
import type { NamedPerson } from '../domain/plan-change.ts';

/** As long as a title of a plan file may be. */
export const MAX_TITLE_LENGTH = 200;

/** What is to be, and why. */
export type Words = { readonly what: string; readonly reason: string };

/** Refusals: those of `findPerson`. */
export async function findNamed(
  words: string,
  context: Given<'today' | 'inbound', Reads<'people'>>,
): Promise<Result<NamedPerson>> {
  const person = await findPerson(words, context);
  if (!person.ok) return person;
  const { id, name, organisation } = person.value;
  return ok({ personId: id, name, organisation });
}

/** The words up to “because” and the reason behind it, both past the guard. Refusals: `no-reason`, the guard's. */
export async function parseReason(
  words: string,
  start: string,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<Words>> {
  const checked = await parseTypedNote(words, start, context);
  if (!checked.ok) return checked;
  const split = splitReason(checked.value ?? '');
  return split.reason === ''
    ? refuse({ code: 'no-reason', line: `${start} ${split.what}`.trim() })
    : ok(split);
}

/** The first “because” that stands in no quotation marks parts the two. */
export function splitReason(words: string): Words {
  const [, what = words, reason = ''] =
    /^((?:["“”][^"“”]*["“”]|[^"“”])*?)(?:^|\s)because\b[:,]?\s*([\s\S]*)$/i.exec(words) ?? [];
  return { what: what.trim(), reason: reason.trim() };
}

/** The words without quotation marks around the whole of them. */
export function unquoted(words: string): string {
  return /^["“”„]([^"“”„]*)["“”]$/.exec(words)?.[1]?.trim() ?? words;
}

/** Refusal: `note-too-long`. */
export function tooLong(title: string): Result<never> {
  return refuse({ code: 'note-too-long', length: title.length, limit: MAX_TITLE_LENGTH });
}
