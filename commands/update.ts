// `/pap update 2B:2 amber 14 of 20 trained`: a new rating and the reason for it.
import {
  type Command,
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../src/app/command.ts';
import { readObjective } from '../src/app/find-objective.ts';
import { answerWith } from '../src/app/plan-parts.ts';
import { readTypedNote } from '../src/app/typed-note.ts';
import { updateItem } from '../src/app/update-item.ts';
import { updateStatus } from '../src/app/update-status.ts';
import type { Objective } from '../src/domain/objective.ts';
import { permissionTable, permit } from '../src/domain/permissions.ts';
import { type Rag, readRag } from '../src/domain/rag.ts';
import { type Result, refuse } from '../src/domain/result.ts';
import { exampleMark } from '../src/messages/example-notice.ts';
import { itemReceipt } from '../src/messages/item-receipt.ts';
import { inline } from '../src/messages/message.ts';
import { receiptMessage } from '../src/messages/receipt.ts';
import { updateForm } from '../src/messages/update-form.ts';

export const update = {
  name: 'update',
  aliases: ['u'],
  summary: 'gives an objective a rating and says why',
  usage: 'update <ref> <red|amber|green|blue> <a few words>',
  examples: [
    'update 2B:2 amber 14 of 20 trained',
    'update 2b2 at risk two posts are vacant',
    'update 2B:2 green all 20 trained, used in 3 settings',
  ],
  access: permissionTable['update-objective'].says,
  run,
} satisfies Command;

async function run(rest: string, context: CommandContext): Promise<CommandResult> {
  if (rest === '') return refused({ code: 'needs-form', verb: 'update', ref: null });
  const part = await updateItem(rest, context);
  if (part) return answerWith(part, itemReceipt);
  const read = await readObjective(rest, 'update', context);
  if (!read.ok) return refused(read.refusal);
  const { objective, rest: words } = read.value;
  const allowed = permit(context.actor, 'update-objective', 'update', { objective });
  if (!allowed.ok) return refused(allowed.refusal);
  if (words === '') return await offerForm(objective, context);
  const rating = readRating(words, objective.ref);
  if (!rating.ok) return refused(rating.refusal);
  const start = `update ${objective.ref} ${rating.value.rag}`;
  const note = await readTypedNote(rating.value.note, start, context);
  if (!note.ok) return refused(note.refusal);
  const result = await updateStatus(
    { kind: 'update', rag: rating.value.rag, note: note.value },
    objective,
    context,
  );
  return result.ok ? recorded(receiptMessage(result.value)) : refused(result.refusal);
}

function readRating(words: string, ref: string): Result<{ rag: Rag; note: string }> {
  const reading = readRag(words);
  switch (reading.kind) {
    case 'rating':
      return { ok: true, value: { rag: reading.rag, note: reading.rest } };
    case 'two':
      return refuse({ code: 'two-ratings', ref, ratings: reading.ratings, note: reading.rest });
    case 'near':
      return refuse({
        code: 'bad-rating',
        ref,
        typed: reading.typed,
        suggestion: reading.suggestion,
        rest: reading.rest,
      });
    case 'none':
      return refuse({ code: 'no-rating', ref, rest: words });
  }
}

/** A reference alone asks for the form; the terminal has none and says what to add. */
async function offerForm(
  objective: Objective,
  { inbound, record }: CommandContext,
): Promise<CommandResult> {
  if (inbound.platform === 'terminal')
    return refused({ code: 'needs-form', verb: 'update', ref: objective.ref });
  const last = (await record.objectives.lastUpdates([objective.id])).get(objective.id);
  const guard = { objectiveId: objective.id, version: objective.version };
  return reply({
    title: `Update ${objective.ref} ${objective.title}${exampleMark(objective.example)}`,
    blocks: [
      updateForm(objective.ref, {
        rag: objective.rag,
        note: last?.author ? last.note : null,
        guard,
      }),
    ],
    footer: inline('Pre-filled with the last return.'),
  });
}
