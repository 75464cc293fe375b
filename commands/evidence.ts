// `/pap evidence 2B:2 https://… what it shows felt`: what shows that the work is done, used, or felt by families.

import {
  anyPart,
  choice,
  date,
  dated,
  line,
  link,
  maybe,
  ref,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import { fact } from '../src/core/message/messages/message.ts';
import type { NoteNames } from '../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { asksOnly, parseLine } from '../src/plan/objectives/app/parse-line.ts';
import type { Objective } from '../src/plan/objectives/domain/objective.ts';
import {
  giveEvidence,
  recordInvolvement,
  waiveEvidence,
  withdrawEvidence,
} from '../src/plan/plan-items/app/give-evidence.ts';
import { answerWith, listParts, parsePartRef } from '../src/plan/plan-items/app/plan-parts.ts';
import {
  evidenceMessage,
  namedText,
  partButton,
  partReceipt,
  rungTexts,
} from '../src/plan/plan-items/messages/plan-parts.ts';

const forms = {
  one: dated(line(ref())),
  withWhom: line(ref(), word('with'), words('who', '<who was involved>'), date('on')),
  withdraw: line(ref(), word('withdraw'), maybe(anyPart('E'))),
  waive: line(ref(), word('waive'), words('reason', '<reason>')),
  give: line(
    ...[ref(), link(), words('shows', '<what it shows>')],
    maybe(choice('rung', 'done', 'used', 'felt')),
  ),
};

const own = {
  verb: 'evidence',
  forms,
  examples: [
    'evidence 2B:2 https://example.org/register training register of 14 workers done',
    'evidence 2B:2',
    'evidence 2B:2 with six parents of the forum 12 June',
  ],
} as const;

export const evidence = {
  ...own,
  name: 'evidence',
  aliases: ['ev'],
  summary: 'keeps a link to what shows that work is done, used or felt by families',
  asAt: { lines: asksOnly(forms), answer: read },
  needs: {
    withWhom: 'give-evidence',
    withdraw: ['give-evidence', 'waive-evidence'],
    waive: 'waive-evidence',
    give: 'give-evidence',
  },
  access: `${permissionTable['give-evidence'].says}; to waive it: ${permissionTable['waive-evidence'].says}; to read it: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const { form, objective, said, rest: words } = read.value;
    switch (form) {
      case 'one':
        return await listOf(objective, context);
      case 'withWhom':
        return answerWith(await recordInvolvement(objective, words, context), (item) =>
          partReceipt({
            ...{ objective, item, what: 'who was involved' },
            facts: [fact('Who', item.detail.who), fact('When', item.detail.when)],
          }),
        );
      case 'withdraw':
        return await withdraw(objective, said.part, context);
      case 'waive':
        return await waive(objective, words, context);
      case 'give':
        return await give(objective, said.link, words, context);
      default:
        return form satisfies never;
    }
  },
} satisfies Command;

type Needs = Given<
  Doing | 'today' | 'terms',
  Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>
>;

async function withdraw(
  objective: Objective,
  typed: string,
  context: Needs,
): Promise<CommandResult> {
  const part = parsePartRef(typed, 'E', `evidence ${objective.ref} withdraw`);
  if (!part.ok) return refused(part.refusal);
  const ref = part.value.ref ?? (part.value.rest.slice(0, 20) || null);
  return answerWith(await withdrawEvidence(objective, ref, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'withdrawn' },
      facts: [fact('It said', item.title)],
    }),
  );
}

async function waive(objective: Objective, reason: string, context: Needs): Promise<CommandResult> {
  return answerWith(await waiveEvidence(objective, reason, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'evidence waived' },
      facts: [
        fact('Why', item.title),
        fact('By', namedText(item.detail.by)),
        fact('What follows', 'The objective may now be rated blue; the waiver is shown beside it.'),
      ],
    }),
  );
}

async function give(
  objective: Objective,
  link: string,
  shows: string,
  context: Needs,
): Promise<CommandResult> {
  return answerWith(await giveEvidence(objective, link, shows, context), (item) =>
    partReceipt({
      ...{ objective, item, what: 'evidence given' },
      facts: [
        fact('It shows', item.title),
        fact('Rung', `${item.detail.rung}: ${rungTexts[item.detail.rung]}`),
        fact('Link', item.detail.link ?? ''),
        fact('By', namedText(item.detail.by)),
      ],
      more: [partButton(`Withdraw ${item.ref}`, `evidence ${objective.ref} withdraw ${item.ref}`)],
    }),
  );
}

async function read(
  line: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<CommandResult> {
  const read = await parseLine(own, line, context);
  return read.ok ? await listOf(read.value.objective, context) : refused(read.refusal);
}

async function listOf(
  objective: Objective,
  { record }: { readonly record: Reads<'items'> },
): Promise<CommandResult> {
  const given = await listParts('evidence', [objective.id], record);
  const involved = await listParts('coproduction', [objective.id], record);
  return reply(evidenceMessage(objective, given, involved));
}
