// `/pap amend 2B:2 green all 20 trained`: says the latest rating again, rightly. What it said stays visible.

import { flag, line, maybe, rating, ref, words } from '../src/core/message/domain/line-form.ts';
import { leadingColour, parseRag, type Rag } from '../src/core/message/domain/rag.ts';
import { parseTypedNote } from '../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  recorded,
  refused,
} from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../src/core/request/domain/result.ts';
import { amendUpdate } from '../src/cycle/corrections/app/correct-status.ts';
import { correctionReceipt } from '../src/cycle/corrections/messages/correction.ts';
import { parseLine } from '../src/plan/objectives/app/parse-line.ts';

const own = {
  verb: 'amend',
  forms: {
    note: line(
      ...[ref(), flag('impact'), maybe(rating())],
      words('note', '<the note as it should be>'),
    ),
  },
  examples: [
    'amend 2B:2 14 of 21 trained, one post was counted twice',
    'amend 2B:2 amber two posts are vacant after all',
    'amend 2b2 "red tape reduced"',
  ],
} as const;

export const amend = {
  ...own,
  name: 'amend',
  summary: 'puts the latest rating or its note right; both stay in the history',
  access: `the note: ${permissionTable.amend.says}; the rating: ${permissionTable['amend-rating'].says}`,
  async run(rest, context): Promise<CommandResult> {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const { objective, said, rest: words } = read.value;
    const { impact } = said;
    const asked = readAmendment(`${said.rating} ${words}`.trim());
    if (!asked.ok) return refused(asked.refusal);
    const { rag } = asked.value;
    const start = ['amend', objective.ref, ...(impact ? ['impact'] : []), ...(rag ? [rag] : [])];
    const note = await parseTypedNote(asked.value.words, start.join(' '), context);
    if (!note.ok) return refused(note.refusal);
    if (note.value === null) return refused(usage('Say how the note should read.'));
    const result = await amendUpdate(
      { rating: impact ? 'impact' : 'delivery', rag, note: note.value },
      objective,
      context,
    );
    return result.ok ? recorded(correctionReceipt(result.value)) : refused(result.refusal);
  },
} satisfies Command;

/** A rating only where the first word is a colour: "a typo" and "at risk of delay" begin notes. */
function readAmendment(words: string): Result<{ rag: Rag | null; words: string }> {
  if (leadingColour(words) === null) return ok({ rag: null, words });
  const reading = parseRag(words);
  if (reading.kind === 'rating') return ok({ rag: reading.rag, words: reading.rest });
  const problem =
    'That has two ratings. Choose one; if the second begins the note, put the note in quotation marks.';
  return refuse(usage(problem));
}

function usage(problem: string) {
  return { code: 'usage', verb: 'amend', problem } as const;
}
