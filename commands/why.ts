// `/pap why`: why the bot writes to me. `/pap why 2B:2`: what moved an objective to its colour.

import { dated, hidden, line, ref, words } from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { explainRating } from '../src/cycle/ratings/app/explain-rating.ts';
import { whyRatingMessage } from '../src/cycle/ratings/messages/why-rating.ts';
import { findNamedObjective } from '../src/plan/objectives/app/find-objective.ts';
import { parseLine } from '../src/plan/objectives/app/parse-line.ts';
import { explainMessages } from '../src/service/delivery/app/explain-messages.ts';
import { whyMessagesMessage } from '../src/service/delivery/messages/why-messages.ts';

const own = {
  verb: 'why',
  forms: {
    messages: line(),
    one: dated(line(ref())),
    // Of a part the objective’s rating is told.
    part: hidden(dated(line(ref(), words('part', '<part>')))),
  },
  examples: ['why', 'why 2B:2', 'why 2B:2 at 24 Jul 2024'],
} as const;

export const why = {
  ...own,
  name: 'why',
  summary: 'says why you get messages, or what moved an objective to its colour',
  asAt: { answer: explainOne },
  undated: (line) =>
    line === ''
      ? {
          problem:
            'Why you get messages is worked out from what holds now. What moved a rating can be asked as at a date: put an objective before the date, such as “why 2B:2 at 24 Jul 2024”.',
          instead: 'why',
        }
      : null,
  access: permissionTable['read-plan'].says,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const { objective } = read.value;
    return objective
      ? reply(whyRatingMessage(await explainRating(objective, context)))
      : reply(whyMessagesMessage(await explainMessages(context)));
  },
} satisfies Command;

async function explainOne(
  rest: string,
  context: Given<'actor' | 'partnership' | 'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const read = await findNamedObjective(rest, 'why', context);
  if (!read.ok) return refused(read.refusal);
  return reply(whyRatingMessage(await explainRating(read.value.objective, context)));
}
