// `/pap update 2B:2 amber 14 of 20 trained`: a new rating and the reason for it.

import {
  choice,
  flag,
  line,
  maybe,
  rating,
  refs,
  words,
} from '../src/core/message/domain/line-form.ts';
import type { NoteNames } from '../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { answerReturns } from '../src/cycle/returns/app/answer-returns.ts';
import { askWhich } from '../src/cycle/returns/app/ask-which.ts';
import { parseReturnLines } from '../src/cycle/returns/app/parse-return-lines.ts';
import { recordReturn } from '../src/cycle/returns/app/record-return.ts';
import {
  chooseObjectiveMessage,
  updateFormMessage,
} from '../src/cycle/returns/messages/update-form.ts';
import { askPlan } from '../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import { ownWords } from '../src/plan/objectives/domain/rating-story.ts';
import { answerWith } from '../src/plan/plan-items/app/plan-parts.ts';
import { updateItem } from '../src/plan/plan-items/app/update-item.ts';
import { withoutObjectiveWord } from '../src/plan/plan-items/domain/item-ref.ts';
import { itemReceipt } from '../src/plan/plan-items/messages/item-receipt.ts';

const own = {
  verb: 'update',
  forms: {
    rating: line(refs(), flag('impact'), rating(), maybe(words('note', '<a few words>'))),
    part: line(
      words('part', '<part’s ref>'),
      choice('state', 'not started', 'under way', 'done', 'closed'),
      maybe(words('note', '<a few words>')),
    ),
  },
  examples: [
    'update 2B:2 amber 14 of 20 trained',
    'update 2b2 at risk two posts are vacant',
    'update 2B:2 1A:1 green all 20 trained, used in 3 settings',
  ],
} as const;

export const update = {
  ...own,
  name: 'update',
  aliases: ['u'],
  summary: 'gives an objective a rating and says why',
  needs: {
    rating: 'update-item',
    part: 'update-item',
  },
  access: permissionTable['update-objective'].says,
  run,
} satisfies Command;

type RunNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<NoteNames | 'requests'> &
    Uses<'channels' | 'cycles' | 'items' | 'objectives'> &
    Commits<'items' | 'notifications' | 'objectives'>
>;

async function run(rest: string, context: RunNeeds): Promise<CommandResult> {
  if (rest === '') return await offerChoice(context);
  // Everything that the line may name is asked for at once.
  const asked = await askPlan(rest, context);
  const line = withoutObjectiveWord(rest, asked.plan);
  const part = await updateItem(rest, asked.plan, context);
  if (part) return answerWith(part, itemReceipt);
  const read = parseReturnLines(line, 'update', asked.plan);
  const [first] = read.lines;
  if (first?.typedRef === '') {
    const own = await context.record.objectives.list(context.today, {
      personId: context.actor.personId,
    });
    return refused(askWhich('update', first.words, own));
  }
  return read.confirmed || read.lines.length > 1
    ? await answerReturns('update', read, context, { asked })
    : await recordReturn('update', first, asked, context, (objective) =>
        offerForm(objective, context),
      );
}

/** Nothing behind the verb: one of the person's own objectives is chosen first. */
async function offerChoice({
  record,
  actor,
  today,
}: Given<'actor' | 'today', Reads<'objectives'>>): Promise<CommandResult> {
  const objectives = await record.objectives.list(today, { personId: actor.personId });
  return objectives.length === 0
    ? refused({ code: 'needs-form', verb: 'update', ref: null })
    : reply(chooseObjectiveMessage(objectives));
}

/** A reference alone asks for the form, filled with the rating that holds and the reason for it. */
async function offerForm(
  objective: Objective,
  { record }: { readonly record: Reads<'objectives'> },
): Promise<CommandResult> {
  const stories = await record.objectives.ratingStories([objective.id]);
  return reply(updateFormMessage(objective, ownWords(stories.get(objective.id))));
}
