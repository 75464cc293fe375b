// The few shapes of an Adaptive Card 1.5 that the renderer uses, and their smallest builders.
import type { Inline, Span } from '../../../core/message/messages/message.ts';
import { clean } from './escape.ts';

export type CardElement = { readonly type: string; readonly [property: string]: unknown };

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  /** Set when a wide table wants the whole width of the chat. */
  readonly msteams?: { readonly width: 'Full' };
};

/** How a run of text looks: the properties of a `TextRun`. */
export type Look = { readonly [property: string]: unknown };

/** Spans as text: one `RichTextBlock` a line, because a run does not break lines. */
export function textLines(spans: Inline, look: Look = {}): CardElement[] {
  return splitLines(spans).map((line) => richText(line, look));
}

/** One paragraph of runs. */
export function richText(spans: Inline, look: Look = {}): CardElement {
  const filled = spans.filter((span) => span.text !== '');
  const runs = filled.length > 0 ? filled : [{ kind: 'text', text: ' ' } as const];
  return { type: 'RichTextBlock', inlines: runs.map((span) => textRun(span, look)) };
}

/** A column of a `ColumnSet` with a relative width. */
export function column(
  width: number | 'auto' | 'stretch',
  items: readonly CardElement[],
): CardElement {
  return { type: 'Column', width, items };
}

function textRun(span: Span, look: Look): CardElement {
  return { type: 'TextRun', text: span.text, ...look, ...lookOf(span) };
}

function lookOf(span: Span): Look {
  switch (span.kind) {
    case 'text':
      return {};
    case 'strong':
      return { weight: 'Bolder' };
    case 'code':
      return { fontType: 'Monospace' };
    case 'link':
      return { selectAction: { type: 'Action.OpenUrl', url: span.text } };
    default:
      return span satisfies never;
  }
}

function splitLines(spans: Inline): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    const [first = '', ...rest] = clean(span.text).split('\n');
    lines.at(-1)?.push({ ...span, text: first });
    for (const part of rest) lines.push([{ ...span, text: part }]);
  }
  return lines.filter((line, index) => index === 0 || line.some((span) => span.text.trim() !== ''));
}
