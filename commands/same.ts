// `/pap same 2B:2`: an explicit "no change", recorded as a return.

import { hidden, line, maybe, refs, word, words } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { type AnswerReturnsNeeds, answerReturns } from '../src/cycle/returns/app/answer-returns.ts';
import { askWhich } from '../src/cycle/returns/app/ask-which.ts';
import { listOwed } from '../src/cycle/returns/app/list-outstanding.ts';
import { parseReturnLines } from '../src/cycle/returns/app/parse-return-lines.ts';
import { recordReturn } from '../src/cycle/returns/app/record-return.ts';
import { nothingToRepeat } from '../src/cycle/returns/messages/return-lines.ts';
import { askPlan } from '../src/plan/objectives/app/find-objective.ts';
import { matchRef } from '../src/plan/objectives/domain/match-ref.ts';

const own = {
  verb: 'same',
  forms: {
    all: line(word('all'), maybe(words('note', '<a few words>'))),
    confirmAll: hidden(line(word('confirm'), word('all'), maybe(words('note', '<a few words>')))),
    some: line(refs(), maybe(words('note', '<a few words>'))),
  },
  examples: ['same 2B:2', 'same 2B:2 1A:1 evidence unchanged', 'same all'],
} as const;

export const same = {
  ...own,
  name: 'same',
  summary: 'records that nothing has changed',
  needs: {
    all: 'update-objective',
    confirmAll: 'update-objective',
    some: 'update-objective',
  },
  access: permissionTable['update-objective'].says,
  async run(rest, context) {
    const whole = parseWords(own, rest);
    if (whole.ok)
      return await sameAll(whole.value.rest, whole.value.form === 'confirmAll', context);
    const asked = await askPlan(rest, context);
    const read = parseReturnLines(rest, 'same', asked.plan);
    const [first] = read.lines;
    if (
      !/\d/.test(first?.typedRef ?? '') &&
      matchRef(first?.typedRef ?? '', asked.plan).kind === 'none'
    ) {
      const owed = await listOwed(context.record, context.today, context.actor.personId);
      return refused(askWhich('same', rest, owed));
    }
    return read.confirmed || read.lines.length > 1
      ? await answerReturns('same', read, context, { asked })
      : await recordReturn('same', first, asked, context);
  },
} satisfies Command;

/** Everything that the person owes, but for what has no rating to repeat. */
async function sameAll(
  note: string,
  confirmed: boolean,
  context: AnswerReturnsNeeds,
): Promise<CommandResult> {
  const owed = await listOwed(context.record, context.today, context.actor.personId);
  const rated = owed.filter(({ rag }) => rag !== null);
  const unrated = owed.filter(({ rag }) => rag === null).map(({ ref }) => ref);
  const leftOut = unrated.map((ref) => `${ref} has no rating to repeat yet, so it is left out.`);
  if (rated.length === 0) return reply(nothingToRepeat(leftOut));
  const lines = rated.map(({ ref, version }) => ({ typedRef: ref, version, words: note }));
  return await answerReturns('same', { confirmed, lines, asOneNote: null }, context, { leftOut });
}
