// `/pap evidence 2B:2 https://… what it shows felt`: what shows that the work is done, used, or felt by families.

import { fact } from '../src/core/message/messages/message.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { isOneObjective } from '../src/plan/objectives/app/find-objective.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  giveEvidence,
  recordInvolvement,
  waiveEvidence,
  withdrawEvidence,
} from '../src/plan/plan-items/app/give-evidence.ts';
import {
  answerWith,
  listParts,
  parsePartLine,
  parsePartRef,
} from '../src/plan/plan-items/app/plan-parts.ts';
import { looksLikeLink } from '../src/plan/plan-items/domain/evidence.ts';
import {
  evidenceMessage,
  namedText,
  partButton,
  partReceipt,
  rungTexts,
} from '../src/plan/plan-items/messages/plan-parts.ts';

export const evidence = {
  name: 'evidence',
  aliases: ['ev'],
  summary: 'keeps a link to what shows that work is done, used or felt by families',
  usage:
    'evidence <ref> [<link> <what it shows> [done|used|felt] | with <who was involved> <date> | withdraw E1 | waive <reason> | at <date>]',
  examples: [
    'evidence 2B:2 https://example.org/register training register of 14 workers done',
    'evidence 2B:2',
    'evidence 2B:2 with six parents of the forum 12 June',
  ],
  asAt: { lines: isOneObjective, answer: read },
  access: `${permissionTable['give-evidence'].says}; to waive it: ${permissionTable['waive-evidence'].says}; to read it: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const line = await parsePartLine(rest, 'evidence', context);
    if (!line.ok) return refused(line.refusal);
    const { objective, words } = line.value;
    const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? [];
    switch (first.toLowerCase()) {
      case '':
        return await listOf(objective, context);
      case 'with':
        return answerWith(await recordInvolvement(objective, after, context), (item) =>
          partReceipt({
            ...{ objective, item, what: 'who was involved' },
            facts: [fact('Who', item.detail.who), fact('When', item.detail.when)],
          }),
        );
      case 'withdraw': {
        const part = parsePartRef(after, 'E', `evidence ${objective.ref} withdraw`);
        if (!part.ok) return refused(part.refusal);
        const typed = part.value.ref ?? (part.value.rest.slice(0, 20) || null);
        return answerWith(await withdrawEvidence(objective, typed, context), (item) =>
          partReceipt({
            ...{ objective, item, what: 'withdrawn' },
            facts: [fact('It said', item.title)],
          }),
        );
      }
      case 'waive':
        return answerWith(await waiveEvidence(objective, after, context), (item) =>
          partReceipt({
            ...{ objective, item, what: 'evidence waived' },
            facts: [
              fact('Why', item.title),
              fact('By', namedText(item.detail.by)),
              fact(
                'What follows',
                'The objective may now be rated blue; the waiver is shown beside it.',
              ),
            ],
          }),
        );
      default:
        return await give(first, after);
    }

    async function give(link: string, shows: string): Promise<CommandResult> {
      if (!looksLikeLink(link)) {
        const problem = `After ${objective.ref} give a link, and what it shows: “evidence ${objective.ref} https://… ${words.slice(0, 80)}”. Or “with”, “withdraw” or “waive”.`;
        return refused({ code: 'usage', verb: 'evidence', problem });
      }
      return answerWith(await giveEvidence(objective, link, shows, context), (item) =>
        partReceipt({
          ...{ objective, item, what: 'evidence given' },
          facts: [
            fact('It shows', item.title),
            fact('Rung', `${item.detail.rung}: ${rungTexts[item.detail.rung]}`),
            fact('Link', item.detail.link ?? ''),
            fact('By', namedText(item.detail.by)),
          ],
          more: [
            partButton(`Withdraw ${item.ref}`, `evidence ${objective.ref} withdraw ${item.ref}`),
          ],
        }),
      );
    }
  },
} satisfies Command;

async function read(
  line: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const named = await parsePartLine(line, 'evidence', context);
  return named.ok ? await listOf(named.value.objective, context) : refused(named.refusal);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const given = await listParts('evidence', [objective.id], record);
  const involved = await listParts('coproduction', [objective.id], record);
  return reply(evidenceMessage(objective, given, involved));
}
