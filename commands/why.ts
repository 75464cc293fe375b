// `/pap why`: why the bot writes to me. `/pap why 2B:2`: what moved an objective to its colour.

import { dated, line, ref } from '../src/core/message/domain/line-form.ts';
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
import { parsePartLine } from '../src/plan/plan-items/app/plan-parts.ts';
import { explainMessages } from '../src/service/delivery/app/explain-messages.ts';
import { whyMessagesMessage } from '../src/service/delivery/messages/why-messages.ts';

const own = {
  verb: 'why',
  forms: {
    messages: line(),
    one: dated(line(ref())),
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
    if (rest === '') return reply(whyMessagesMessage(await explainMessages(context)));
    return await explainOne(rest, context);
  },
} satisfies Command;

async function explainOne(
  rest: string,
  context: Given<'actor' | 'partnership' | 'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const line = await parsePartLine(rest, 'why', context);
  if (!line.ok) return refused(line.refusal);
  return reply(whyRatingMessage(await explainRating(line.value.objective, context)));
}
