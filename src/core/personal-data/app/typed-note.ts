// The note as a line holds it. Kept as typed: only quotation marks around the whole of it go, and
// keyboards write those curly; a platform's codes are kept as words. Nothing personal gets further than here.

import { unquoted } from '../../message/domain/text-ends.ts';
import type { Given } from '../../request/app/command.ts';
import { inWords } from '../../request/app/in-words.ts';
import type { Reads } from '../../request/app/ports.ts';
import { ok, type Result, refuse } from '../../request/domain/result.ts';
import { parseNote } from '../domain/note.ts';
import {
  findPersonalData,
  type KnownPeople,
  knownPeople,
  suggestedWording,
} from '../domain/personal-data.ts';

/** What of the record a note is read with: whose names it may hold, and what its codes stand for. */
export type NoteNames = 'channelBindings' | 'people' | 'peopleAdmin';

/** The word by which a person says that a likely find is none, or that the words of another rating still hold. */
const CHECKED = /^checked:\s*/i;
const NOBODY: KnownPeople = { emails: new Set(), names: [] };

/**
 * Reads the note that ends a line.
 * @param start the line up to the note, for the buttons of a refusal, e.g. `update 2B:2 amber`
 * Refusals: those of `parseNote`; `personal-data`, certain or likely.
 */
export async function parseTypedNote(
  words: string,
  start: string,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<string | null>> {
  const inner = /^[“”„]([^“”„]*)[“”„]$/.exec(words.trim())?.[1];
  const checked = CHECKED.test(words);
  const { record, today } = context;
  const note = parseNote(await inWords((inner ?? words).replace(CHECKED, ''), record, today));
  if (!note.ok || note.value === null) return note;
  // The people are only asked for where there is something that they could explain.
  if (findPersonalData(note.value, NOBODY).length === 0) return note;
  const known = knownPeople(await record.people.list());
  const findings = findPersonalData(note.value, known);
  const certain = findings.some(({ certainty }) => certainty === 'certain');
  if (findings.length === 0 || (checked && !certain)) return ok(note.value);
  return refuse({
    code: 'personal-data',
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    wording: suggestedWording(note.value, findings, known),
    start,
    // What certainly is personal is not even repeated to its author.
    typed: certain ? null : note.value,
  });
}

/** A name of something on the plan has no more characters. */
const MAX_NAME_LENGTH = 200;

/**
 * Reads the name that something gets, in quotation marks or not.
 * @param start the line up to the name, for the buttons of a refusal
 * Refusals: those of `parseTypedNote`; `usage` where there is none, or a longer one than 200 characters.
 */
export async function parseTypedName(
  words: string,
  { verb, start }: { readonly verb: string; readonly start: string },
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<string>> {
  const name = await parseTypedNote(unquoted(words), start, context);
  if (!name.ok) return name;
  if (name.value !== null && name.value.length <= MAX_NAME_LENGTH) return ok(name.value);
  const problem = `Say its name, up to ${MAX_NAME_LENGTH} characters.`;
  return refuse({ code: 'usage', verb, problem });
}

/** Whether the note begins with the word by which a person answers what they were asked about it. */
export function isChecked(words: string): boolean {
  return CHECKED.test(words.trim());
}
