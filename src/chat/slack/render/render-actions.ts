// Buttons and forms. Ids tell a submit button which fields are its own: Slack sends back the state of
// the whole message, in no promised order.
import type { types } from '@slack/bolt';
import {
  decodeActionValue,
  encodeActionValue,
} from '../../../core/message/messages/action-value.ts';
import {
  type Action,
  type Block,
  type Field,
  filledText,
  shownValue,
  text,
} from '../../../core/message/messages/message.ts';
import { plain, plainLine } from './escape.ts';
import { LIMITS, shorten } from './limits.ts';
import { paragraphs } from './rich-text.ts';

/** Every id of ours starts with this; a press with any other id is not for us. */
export const ACTION_PREFIX = 'pap:';
const FORM_PREFIX = `${ACTION_PREFIX}form:`;

/** Hands out numbers that are unique within one message. */
export type Numbering = () => number;

export function renderActions(actions: readonly Action[], next: Numbering): types.KnownBlock[] {
  return actionBlocks(actions, next, () => `${ACTION_PREFIX}actions:${next()}`);
}

/** One input a field, then the submit button in a block that carries the form's number. */
export function renderForm(
  form: Extract<Block, { kind: 'form' }>,
  next: Numbering,
): types.KnownBlock[] {
  const prefix = `${FORM_PREFIX}${next()}:`;
  return [
    ...renderFields(form, prefix, next),
    ...actionBlocks([form.submit], next, () => `${prefix}submit`),
  ];
}

/** A modal has one form, and a submit button of its own. */
export const MODAL_FIELDS = `${FORM_PREFIX}0:`;

/** What says where the words in a form come from. */
export const FILLED = `${ACTION_PREFIX}filled`;

/** One input a field, and what is said of the words in them; nothing to press. */
export function renderFields(
  form: Extract<Block, { kind: 'form' }>,
  prefix: string,
  next: Numbering,
): types.KnownBlock[] {
  const filled = filledText(form);
  return [
    ...form.fields.map((field, index) => inputBlock(field, `${prefix}${index}:`, next)),
    ...(filled === null
      ? []
      : paragraphs([text(filled)]).map((block) => ({ ...block, block_id: `${FILLED}:${next()}` }))),
  ];
}

/** What a submit button's block id says about its fields' block ids; null for a plain button. */
export function fieldPrefixOf(blockId: string): string | null {
  return blockId.startsWith(FORM_PREFIX) && blockId.endsWith(':submit')
    ? blockId.slice(0, -'submit'.length)
    : null;
}

function actionBlocks(
  actions: readonly Action[],
  next: Numbering,
  blockId: () => string,
): types.KnownBlock[] {
  const buttons = actions.map((action) => button(action, next));
  const shown = buttons.filter((element) => element !== null);
  const blocks: types.KnownBlock[] = [];
  for (let start = 0; start < shown.length; start += LIMITS.actionElements) {
    const elements = shown.slice(start, start + LIMITS.actionElements);
    blocks.push({ type: 'actions', block_id: blockId(), elements });
  }
  const missing = actions.filter((_, index) => buttons[index] === null);
  return [...blocks, ...missing.flatMap(typeInstead)];
}

/** A value that is cut short would do something else, so such a button is left out and named. */
function button(action: Action, next: Numbering): types.Button | null {
  const value = wireValue(action);
  if (value.length > LIMITS.buttonValue || decodeActionValue(value) === null) return null;
  return {
    type: 'button',
    action_id: `${ACTION_PREFIX}${next()}`,
    text: plainText(action.label, LIMITS.buttonText),
    value,
    ...(action.style && { style: action.style }),
  };
}

/** Slack is known to send `&`, `<` and `>` back as entities; written as `\u0026` they survive. */
function wireValue(action: Action): string {
  return encodeActionValue(action).replace(
    /[&<>]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function typeInstead(action: Action): types.KnownBlock[] {
  const label = shorten(plainLine(action.label), LIMITS.buttonText);
  return paragraphs([text(`“${label}” is too long for a Slack button: type the command instead.`)]);
}

function inputBlock(field: Field, prefix: string, next: Numbering): types.InputBlock {
  const { element, hint: missing } = inputElement(field, `${ACTION_PREFIX}${next()}`);
  const hint = field.error ?? missing;
  return {
    type: 'input',
    block_id: `${prefix}${field.name.slice(0, LIMITS.fieldName)}`,
    label: plainText(field.label, LIMITS.inputLabel),
    optional: field.kind === 'text' && field.required !== true,
    element,
    ...(hint !== null && { hint: plainText(hint, LIMITS.inputLabel) }),
  };
}

type Input = { readonly element: types.InputBlockElement; readonly hint: string | null };

function inputElement(field: Field, actionId: string): Input {
  switch (field.kind) {
    case 'choice':
      return choiceInput(field, actionId);
    case 'text':
      return textInput(field, actionId);
    default:
      return field satisfies never;
  }
}

function choiceInput(field: Extract<Field, { kind: 'choice' }>, actionId: string): Input {
  const usable = field.options.filter(({ value }) => value && value.length <= LIMITS.optionValue);
  const options = usable.slice(0, LIMITS.options).map(({ value, label }) => ({
    value,
    text: plainText(label || value, LIMITS.optionText),
  }));
  if (options.length === 0) return textInput({ ...field, kind: 'text' }, actionId);
  const initial = options.find((option) => option.value === field.value);
  const missing = field.options.length - options.length;
  return {
    element: {
      type: 'static_select',
      action_id: actionId,
      options,
      ...(initial && { initial_option: initial }),
    },
    hint: missing === 0 ? null : `${missing} more do not fit here: type the command instead.`,
  };
}

function textInput(field: Extract<Field, { kind: 'text' }>, actionId: string): Input {
  const value = plain(shownValue(field) ?? '');
  const shown = value !== '' && value.length <= LIMITS.inputValue;
  return {
    element: {
      type: 'plain_text_input',
      action_id: actionId,
      multiline: field.multiline === true,
      max_length: LIMITS.inputValue,
      ...(shown && { initial_value: value }),
      ...(field.placeholder && { placeholder: plainText(field.placeholder, LIMITS.placeholder) }),
    },
    hint:
      field.value && !shown
        ? 'The present text is too long to show here. What you type replaces it.'
        : null,
  };
}

function plainText(value: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(plainLine(value) || '…', max), emoji: false };
}
