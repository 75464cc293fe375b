// A form that could not be saved, as it comes back: why not on top, and under it the form as it is now
// with what was typed. The press of its button does not bring the form, so the form is asked for again.

import {
  type Block,
  type Field,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { HandleInbound, Inbound, Reply } from '../../../core/request/app/inbound.ts';
import { faultyFields } from '../messages/field-faults.ts';

/** What was sent with a form, for when it could not be saved. */
export type FormSent = {
  /** The line that shows the form again. */
  readonly again: string;
  readonly rows: readonly string[] | null;
  readonly answers: readonly string[];
};

type Form = Extract<Block, { kind: 'form' }>;

/** The form with the refusal on top; null when it cannot be shown again, so that the refusal stands alone. */
export async function formAgain(
  handle: HandleInbound,
  { inbound, sent }: { readonly inbound: Inbound; readonly sent?: FormSent },
  refusal: Reply,
): Promise<Message | null> {
  if (!sent) return null;
  const { guard: _, ...plain } = inbound;
  const requestId = `${inbound.requestId}#again`;
  const fresh = await handle({ ...plain, text: sent.again, requestId });
  if (fresh?.outcome !== 'done' || !fresh.message.blocks.some(isForm)) return null;
  return {
    ...fresh.message,
    tone: 'attention',
    blocks: [
      paragraph(strong(`Not saved: ${refusal.message.title}`)),
      ...refusal.message.blocks.filter((block) => !isForm(block)),
      { kind: 'divider' },
      ...fresh.message.blocks.map((block) => (isForm(block) ? fill(block, sent, refusal) : block)),
    ],
  };
}

function isForm(block: Block): block is Form {
  return block.kind === 'form';
}

/** What was typed, with what is wrong beside it; it is not the last return any more. */
function fill(
  { filled: _, ...form }: Form,
  sent: FormSent,
  { faults = [] }: Pick<Reply, 'faults'>,
): Form {
  const answers = sent.rows ? byRow(form, sent.rows, sent.answers) : sent.answers;
  const faulty = faultyFields(faults, form.submit.rows ?? null, form.fields.length);
  return {
    ...form,
    fields: form.fields.map((field, index) => {
      const error = faulty.get(index);
      return { ...hold(field, answers[index]), ...(error !== undefined && { error }) };
    }),
  };
}

/** The rows may stand in another order by now, and at other versions: the references say which is which. */
function byRow(
  { fields, submit }: Form,
  rows: readonly string[],
  answers: readonly string[],
): (string | undefined)[] {
  const share = answers.length / rows.length;
  const said = new Map(
    rows.map((row, index) => [refOf(row), answers.slice(index * share, (index + 1) * share)]),
  );
  const count = fields.length / (submit.rows?.length || 1);
  return (submit.rows ?? []).flatMap((row) =>
    Array.from({ length: count }, (_, index) => said.get(refOf(row))?.[index]),
  );
}

function refOf(row: string): string {
  return row.replace(/@\d+$/, '');
}

/** A choice holds only what can be chosen; undefined: nothing was typed, so it stays as it is. */
function hold(field: Field, answer: string | undefined): Field {
  if (answer === undefined) return field;
  if (field.kind === 'text') return { ...field, value: answer };
  const chosen = field.options.find(({ value }) => refOf(value) === refOf(answer));
  return chosen ? { ...field, value: chosen.value } : field;
}
