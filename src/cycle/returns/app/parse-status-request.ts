// What is said about one objective, as the update that it asks for: a rating of a kind and a note, or
// after `same` a note alone.

import { leadingColour, parseRag, type RatingKind } from '../../../core/message/domain/rag.ts';
import {
  isChecked,
  type NoteNames,
  parseTypedNote,
} from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { StatusRequest } from '../domain/status-change.ts';
import type { ReturnVerb } from './parse-return-lines.ts';

/**
 * Reads the words behind a reference.
 * Refusals: `no-rating`, `bad-rating`, `two-ratings`, `usage` for a colour after `same`, and those of
 * `parseTypedNote`.
 */
export async function parseStatusRequest(
  words: string,
  verb: ReturnVerb,
  objective: Objective,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<StatusRequest>> {
  const unchanged = verb === 'same' ? words : /^same(?=\s|$)\s*([\s\S]*)$/i.exec(words)?.[1];
  if (unchanged !== undefined) return await readSame(unchanged, objective, context);
  const [, kind = '', said = ''] =
    /^(?:(impact|delivery)(?=\s|$)\s*)?([\s\S]*)$/i.exec(words) ?? [];
  const rating: RatingKind = kind.toLowerCase() === 'impact' ? 'impact' : 'delivery';
  // The buttons of a refusal begin their line with it.
  const ref = rating === 'impact' ? `${objective.ref} impact` : objective.ref;
  const reading = parseRag(said);
  switch (reading.kind) {
    case 'none':
      return refuse({ code: 'no-rating', ref, rest: said });
    case 'near': {
      const { typed, suggestion, rest } = reading;
      return refuse({ code: 'bad-rating', ref, typed, suggestion, rest });
    }
    case 'two':
      return refuse({ code: 'two-ratings', ref, ratings: reading.ratings, note: reading.rest });
    case 'rating': {
      const note = await parseTypedNote(reading.rest, `update ${ref} ${reading.rag}`, context);
      const wordsHold = isChecked(reading.rest);
      return note.ok
        ? ok({ kind: 'update', rating, rag: reading.rag, note: note.value, wordsHold })
        : note;
    }
  }
}

async function readSame(
  words: string,
  { ref, rag }: Objective,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<StatusRequest>> {
  const colour = leadingColour(words);
  if (colour && colour !== rag) {
    const problem = `“same” repeats the last rating. To change it, type “update ${ref} ${colour}” and why. A note that begins with a colour goes in quotation marks.`;
    return refuse({ code: 'usage', verb: 'same', problem });
  }
  const note = await parseTypedNote(words, `same ${ref}`, context);
  return note.ok ? ok({ kind: 'same', note: note.value }) : note;
}
