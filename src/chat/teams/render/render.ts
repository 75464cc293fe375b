// A Message as an Adaptive Card 1.5. Pure; never fails: what does not fit is left out and a sentence
// says so, table rows first, because they are what grows.
import {
  type Block,
  type Field,
  type Inline,
  type Message,
  strong,
  text,
} from '../../../core/message/messages/message.ts';
import { plainText } from '../../../core/message/messages/plain-text.ts';
import { type AdaptiveCard, type CardElement, column, richText, textLines } from './card.ts';
import { clean, escapeMarkdown, oneLine } from './escape.ts';
import { clip, LIMITS } from './limits.ts';
import { renderActions, renderForm } from './render-actions.ts';
import { renderChart } from './render-chart.ts';
import { renderTable } from './render-table.ts';

const tooLong =
  'This message was too long for Teams, so only its beginning is here. For the rest, ask for less at a time.';

const rowBudgets = [LIMITS.tableRows, 20, 12, 6, 3] as const;

/** The card for a message, within Teams' limits whatever the message holds. */
export function renderCard(message: Message): AdaptiveCard {
  for (const budget of rowBudgets) {
    const whole = card(message, renderBody(message, budget));
    if (bytes(whole) <= LIMITS.cardBytes) return whole;
  }
  const bare = withoutNotes(message);
  const whole = card(bare, renderBody(bare, 3));
  return bytes(whole) <= LIMITS.cardBytes ? whole : shortened(message);
}

/** A form that is too big goes without the notes that it was filled with: they stand in the record. */
function withoutNotes(message: Message): Message {
  const empty = (field: Field): Field => {
    if (field.kind !== 'text') return field;
    const { value: _, ...rest } = field;
    return rest;
  };
  const blocks = message.blocks.map((block) =>
    block.kind === 'form' ? { ...block, fields: block.fields.map(empty) } : block,
  );
  return { ...message, blocks };
}

/** The one line that a notification and a list of chats show. */
export function renderSummary(message: Message): string {
  return clip(oneLine(message.title), LIMITS.summary);
}

function renderBody(message: Message, rowBudget: number): CardElement[] {
  const body = [heading(message)];
  let divided = false;
  let nextField = 0;
  for (const block of message.blocks) {
    if (block.kind === 'divider') {
      divided = true;
      continue;
    }
    const [first, ...rest] = renderBlock(block, rowBudget, nextField);
    if (block.kind === 'form') nextField += block.fields.length;
    if (first === undefined) continue;
    body.push({ ...first, spacing: 'Medium', ...(divided && { separator: true }) }, ...rest);
    divided = false;
  }
  return [...body, ...footer(message.footer)];
}

function renderBlock(
  block: Exclude<Block, { kind: 'divider' }>,
  rowBudget: number,
  firstField: number,
): CardElement[] {
  switch (block.kind) {
    case 'text':
      return textLines(shorten(block.spans, LIMITS.text));
    case 'facts':
      return block.facts.map((fact) => renderFact(fact.label, fact.value));
    case 'table':
      return renderTable(block, rowBudget);
    case 'chart':
      return renderChart(block.chart, rowBudget);
    case 'list':
      return renderList(block.items);
    case 'actions':
      return renderActions(block.actions);
    case 'form':
      return renderForm(block, firstField);
    default:
      return block satisfies never;
  }
}

// A heading must be a text block: only that is announced as a heading to a screen reader.
function heading(message: Message): CardElement {
  const title = {
    type: 'TextBlock',
    text: escapeMarkdown(clip(message.title, LIMITS.title)),
    style: 'heading',
    size: 'Medium',
    weight: 'Bolder',
    wrap: true,
  };
  if (message.tone === undefined || message.tone === 'plain') return title;
  return { type: 'Container', style: message.tone, bleed: true, items: [title] };
}

// Two columns and not a FactSet, which reads markdown in what people wrote.
function renderFact(label: string, value: Inline): CardElement {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      column(1, [richText([strong(clip(oneLine(label), LIMITS.cell))])]),
      column(3, textLines(shorten(value, LIMITS.text))),
    ],
  };
}

function renderList(items: readonly Inline[]): CardElement[] {
  const shown = items.slice(0, LIMITS.listItems).map((item) => ({
    ...richText([text('• '), ...shorten(item, LIMITS.text).map(onOneLine)]),
    spacing: 'Small',
  }));
  if (shown.length === items.length) return shown;
  const note = `Showing ${shown.length} of ${items.length}. For the rest, ask for less at a time.`;
  return [...shown, ...smallPrint([text(note)])];
}

function footer(spans: Inline | undefined): CardElement[] {
  if (spans === undefined || spans.length === 0) return [];
  const [first, ...rest] = smallPrint(spans);
  return first === undefined ? [] : [{ ...first, separator: true, spacing: 'Medium' }, ...rest];
}

function smallPrint(spans: Inline): CardElement[] {
  return textLines(spans, { size: 'Small', isSubtle: true });
}

function onOneLine<S extends { readonly text: string }>(span: S): S {
  return { ...span, text: clean(span.text).replace(/(?<!\s)\s*\n\s*/g, ' ') };
}

/** The spans up to `length` characters in all. */
function shorten(spans: Inline, length: number): Inline {
  let room = length;
  return spans.flatMap((span) => {
    if (room <= 0) return [];
    const part = clip(span.text, Math.max(room, 2));
    room -= part.length;
    return [{ ...span, text: part }];
  });
}

/** The last resort: the beginning as plain text, where the rest is, and the first buttons that fit. */
function shortened(message: Message): AdaptiveCard {
  const start = clip(plainText(message), LIMITS.text);
  const body = [heading(message), ...textLines([text(start)]), ...smallPrint([text(tooLong)])];
  const [controls] = message.blocks
    .filter((block) => block.kind === 'form' || block.kind === 'actions')
    .map((block) => renderBlock(block, 0, 0))
    .filter((elements) => bytes(card(message, [...body, ...elements])) <= LIMITS.cardBytes);
  return card(message, [...body, ...(controls ?? [])]);
}

function card(message: Message, body: readonly CardElement[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: clip(plainText(message), LIMITS.fallbackText),
    body,
    ...(message.blocks.some(isWide) && { msteams: { width: 'Full' } as const }),
  };
}

function isWide(block: Block): boolean {
  return block.kind === 'table' && block.columns.length > 3;
}

function bytes(one: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(one));
}
