// A form as a Slack modal. Pure: the view for a message, and a submitted view read back. What the form
// does travels in the view's private metadata, as it does in a button's value.
import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { parseRag } from '../../../core/message/domain/rag.ts';
import {
  type ActionValue,
  decodeActionValue,
  encodeActionValue,
  formLine,
  pressedFor,
} from '../../../core/message/messages/action-value.ts';
import {
  type Block,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Reply } from '../../../core/request/app/inbound.ts';
import { parseHighlightLine } from '../../../reports/highlights/domain/highlight.ts';
import { faultyFields } from '../../../service/dispatch/messages/field-faults.ts';
import { answersOf } from '../inbound/form-answers.ts';
import { ownConversation, type SlackRequest } from '../inbound/inbound.ts';
import { plain, plainLine } from '../render/escape.ts';
import { fitBlocks } from '../render/fit-blocks.ts';
import { LIMITS, shorten } from '../render/limits.ts';
import { footer, header, renderBody } from '../render/render.ts';
import { FILLED, MODAL_FIELDS, type Numbering, renderFields } from '../render/render-actions.ts';

export const FORM_CALLBACK = 'pap:form';
const NOTICE = 'pap:notice';

/** Whether a line asks for nothing but a form: `update`, `update 2B:2`, `mine form`, `highlight theme 1 write`. */
export function asksForForm(line: string): boolean {
  const [typedVerb = '', ...typedWords] = line.trim().split(/\s+/);
  const [verb, words] = [typedVerb.toLowerCase(), typedWords.map((word) => word.toLowerCase())];
  if (verb === 'mine' || verb === 'my') return words.length === 1 && words[0] === 'form';
  if (verb === 'highlight' || verb === 'report')
    return parseHighlightLine(words.join(' '))?.ask?.kind === 'form';
  if (verb !== 'update' && verb !== 'u') return false;
  const areSeveral = typedWords.length > 1 && typedWords.every((word) => /\p{N}/u.test(word));
  return !areSeveral && typedWords.length <= MOST_WORDS_OF_REF && typedWords.every(mayBeOfRef);
}

/** A reference is no longer, such as `Priority 3 – Action 4`. */
const MOST_WORDS_OF_REF = 6;

/** Whether a word may be of a reference: a number, a letter or two, a mark, or begun with a capital; no rating is. */
function mayBeOfRef(word: string): boolean {
  return parseRag(word).kind === 'none' && /^(?:\P{L}*|.*\p{N}.*|\p{L}{1,2}|\p{Lu}.*)$/u.test(word);
}

/** What is shown at once, because a trigger dies before much can be read. */
export function waitingView(words = 'One moment…'): types.ModalView {
  return textView([paragraph(words)]);
}

/** A message as a modal: its form with a submit button of the modal's own, or its words alone. */
export function modalView(message: Message): types.ModalView {
  const at = message.blocks.findIndex(({ kind }) => kind === 'form');
  const form = message.blocks[at];
  const metadata = form?.kind === 'form' ? encodeActionValue(form.submit) : '';
  const next = numbering();
  if (form?.kind !== 'form' || metadata.length > LIMITS.privateMetadata) {
    const body = renderBody(message.blocks, next);
    return { ...textView([]), blocks: fitView([...header(message.title), ...body], message) };
  }
  const blocks = [
    ...header(message.title),
    ...renderBody(message.blocks.slice(0, at), next),
    ...renderFields(form, MODAL_FIELDS, next),
    ...renderBody(message.blocks.slice(at + 1), next),
  ];
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: label('PAP'),
    submit: label(form.submit.label),
    close: label('Cancel'),
    private_metadata: metadata,
    blocks: fitView(blocks, message),
  };
}

function fitView(blocks: types.KnownBlock[], { footer: spans }: Message): types.KnownBlock[] {
  return fitBlocks(blocks, footer(spans), LIMITS.viewBlocks);
}

function textView(blocks: readonly Block[]): types.ModalView {
  return {
    type: 'modal',
    title: label('PAP'),
    close: label('Close'),
    blocks: renderBody(blocks, numbering()),
  };
}

function label(text: string): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text, LIMITS.modalTitle), emoji: false };
}

function numbering(): Numbering {
  let number = 0;
  return () => number++;
}

const id = z.string().min(1).max(64);

const submission = z.object({
  type: z.literal('view_submission'),
  team: z.object({ id }).optional().nullable(),
  user: z.object({ id, team_id: id.optional() }),
  view: z.object({
    id,
    hash: z.string().max(100),
    callback_id: z.literal(FORM_CALLBACK),
    private_metadata: z.string(),
    submit: z.object({ text: z.string() }).nullish(),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
    state: z.object({ values: z.record(z.string(), z.unknown()) }),
  }),
});

export type Submission = {
  readonly request: SlackRequest;
  readonly viewId: string;
  /** The same form again, with what was typed and why it was not saved. */
  readonly again: (refusal: Message) => types.ModalView;
  /** The blocks of the fields, in order; the note is the last one of a row. */
  readonly fieldBlocks: readonly string[];
  readonly rows: readonly string[] | null;
};

/** A submitted form, or null when it is not one of ours. */
export function parseSubmission(body: unknown): Submission | null {
  const read = submission.safeParse(body);
  if (!read.success) return null;
  const { team, user, view } = read.data;
  const tenantId = team?.id ?? user.team_id;
  const action = decodeActionValue(view.private_metadata);
  if (tenantId === undefined || action === null) return null;
  const answers = answersOf(view.state.values, MODAL_FIELDS);
  // A correction in a view that was not changed has the same hash, so the answers count too.
  const said = createHash('sha256').update(JSON.stringify(answers)).digest('hex').slice(0, 16);
  const fields = view.blocks.filter((block) => block.block_id?.startsWith(MODAL_FIELDS));
  return {
    request: {
      inbound: {
        platform: 'slack',
        tenantId,
        userId: user.id,
        conversation: ownConversation(user.id),
        text: formLine(action, answers),
        ...pressedFor(action),
        requestId: `slack:view:${view.id}:${view.hash}:${said}`,
      },
      place: { channelId: null, userId: user.id, direct: false },
    },
    viewId: view.id,
    fieldBlocks: fields.map(({ block_id = '' }) => block_id),
    rows: action.rows ?? null,
    again: (refusal) => ({
      type: 'modal',
      callback_id: FORM_CALLBACK,
      title: label('PAP'),
      submit: label(view.submit?.text ?? 'Save'),
      close: label('Cancel'),
      private_metadata: encodeActionValue({ label: '', ...upToDate(action, refusal) }),
      blocks: withNotice(view.blocks as readonly types.KnownBlock[], refusal, answers),
    }),
  };
}

/** Who was told what others recorded meanwhile has seen it: the next try is bound to that. */
function upToDate(action: ActionValue, { blocks }: Message): ActionValue {
  const offered = blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const guard = offered.find((one) => one.guard)?.guard ?? action.guard;
  const said = offered.map(({ line }) => line).join(' ');
  const rows = action.rows?.map((row) => {
    const [ref = row] = row.split('@');
    const now = said.split(/\s/).find((word) => word.startsWith(`${ref}@`));
    return now ?? row;
  });
  return { ...action, ...(guard && { guard }), ...(rows && { rows }) };
}

/** The fields keep their ids, so Slack keeps what is in them; their first values say it as well. */
function withNotice(
  blocks: readonly types.KnownBlock[],
  refusal: Message,
  answers: readonly string[],
): types.KnownBlock[] {
  let number = 1_000;
  const next: Numbering = () => number++;
  const words = [paragraph(strong(`Not saved: ${refusal.title}`)), ...refusal.blocks];
  const notice = renderBody(
    words.filter(({ kind }) => kind !== 'form'),
    next,
  ).map((block) => ({ ...block, block_id: `${NOTICE}:${next()}` }));
  // What was typed is not the last return any more.
  const gone = [NOTICE, FILLED];
  const rest = blocks.filter(({ block_id }) => !gone.some((one) => block_id?.startsWith(one)));
  const [top, below] = rest[0]?.type === 'header' ? [rest.slice(0, 1), rest.slice(1)] : [[], rest];
  const filled = below.map((block) => (block.type === 'input' ? fill(block, answers) : block));
  return fitBlocks([...top, ...notice, ...filled], [], LIMITS.viewBlocks);
}

function fill(block: types.InputBlock, answers: readonly string[]): types.InputBlock {
  const place = Number.parseInt(block.block_id?.slice(MODAL_FIELDS.length) ?? '', 10);
  const answer = answers[place] ?? '';
  const { element } = block;
  if (element.type === 'plain_text_input') {
    const { initial_value: _, ...empty } = element;
    const value = plain(answer);
    return { ...block, element: value ? { ...empty, initial_value: value } : empty };
  }
  if (element.type === 'static_select') {
    const chosen = element.options?.find(({ value }) => value === answer);
    return { ...block, element: chosen ? { ...element, initial_option: chosen } : element };
  }
  return block;
}

/** What Slack is told when a form was not saved: beside the fields that are at fault, else on top. */
export function refusedForm(submitted: Submission, { message, faults = [], faultsSayAll }: Reply) {
  const { fieldBlocks, rows } = submitted;
  const errors = [...faultyFields(faults, rows, fieldBlocks.length)].flatMap(([number, words]) => {
    const block = fieldBlocks[number];
    return block === undefined
      ? []
      : [[block, shorten(plainLine(words), LIMITS.fieldError)] as const];
  });
  // Slack shows one or the other: what is about no field has to stand on top, with all the rest.
  if (faultsSayAll === true && errors.length === faults.length)
    return { response_action: 'errors', errors: Object.fromEntries(errors) } as const;
  return { response_action: 'update', view: submitted.again(message) } as const;
}
