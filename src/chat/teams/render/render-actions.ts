// Buttons and forms. A press comes back with the command line that the button carries, so neither
// keeps anything between the card and the answer. Old clients press the `Action.Submit` fallback.
import { encodeActionValue } from '../../../core/message/messages/action-value.ts';
import {
  type Action,
  type Block,
  type Field,
  filledText,
  shownValue,
  text,
} from '../../../core/message/messages/message.ts';
import { type CardElement, textLines } from './card.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip, LIMITS } from './limits.ts';

export type FormBlock = Extract<Block, { kind: 'form' }>;

export const actionVerb = 'pap';

/** The buttons in as many rows as Teams needs to show them all. */
export function renderActions(actions: readonly Action[]): CardElement[] {
  const sets: CardElement[] = [];
  for (let start = 0; start < actions.length; start += LIMITS.actionsInSet) {
    const some = actions.slice(start, start + LIMITS.actionsInSet);
    sets.push({ type: 'ActionSet', actions: some.map((action) => button(action, null)) });
  }
  return sets;
}

/** The fields and the submit button; `firstField` keeps ids apart when a card has two forms. */
export function renderForm(form: FormBlock, firstField: number): CardElement[] {
  const inputs = form.fields.flatMap((field, index) => [
    renderField(field, `f${firstField + index}`),
    ...(field.error === undefined ? [] : [fault(field.error)]),
  ]);
  const filled = filledText(form);
  const submit = button(form.submit, [firstField, form.fields.length]);
  return [
    ...inputs,
    ...(filled === null ? [] : textLines([text(filled)], { size: 'Small', isSubtle: true })),
    { type: 'ActionSet', actions: [submit] },
  ];
}

/** Under its input: a card has no place of its own for what the bot found wrong. */
function fault(words: string): CardElement {
  return {
    ...{ type: 'TextBlock', text: escapeMarkdown(words), wrap: true },
    ...{ color: 'Attention', spacing: 'Small' },
  };
}

function button(action: Action, form: readonly [number, number] | null): CardElement {
  const shared = {
    title: clip(oneLine(action.label), LIMITS.actionTitle),
    data: { value: encodeActionValue(action), ...(form && { form }) },
    // A plain button must not be held up by an unanswered field of a form on the same card.
    associatedInputs: form ? 'auto' : 'none',
    ...(action.style && { style: action.style === 'primary' ? 'positive' : 'destructive' }),
  };
  return {
    type: 'Action.Execute',
    verb: actionVerb,
    ...shared,
    fallback: { type: 'Action.Submit', ...shared },
  };
}

function renderField(field: Field, id: string): CardElement {
  const label = clip(oneLine(field.label), LIMITS.title);
  switch (field.kind) {
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        id,
        label,
        // A drop-down: its titles are plain text, those of radio buttons are markdown.
        style: 'compact',
        choices: field.options.slice(0, LIMITS.choices).map((option) => ({
          title: clip(oneLine(option.label), LIMITS.title),
          value: option.value,
        })),
        isRequired: true,
        errorMessage: 'Choose one.',
        ...(field.value !== undefined && { value: field.value }),
      };
    case 'text':
      return {
        type: 'Input.Text',
        id,
        label,
        maxLength: LIMITS.inputText,
        isMultiline: field.multiline ?? false,
        // Never cut: what is sent back would be recorded as if it were all.
        ...(shownValue(field) !== null && { value: field.value }),
        ...(field.placeholder !== undefined && { placeholder: oneLine(field.placeholder) }),
        ...(field.required === true && { isRequired: true, errorMessage: 'This is needed.' }),
      };
    default:
      return field satisfies never;
  }
}
