// Spans, facts and lists as Slack rich text. Its text elements are never interpreted as markup, so
// nothing that a person typed can become a mention, a link or bold.
import type { types } from '@slack/bolt';
import { type Inline, type Span, strong, text } from '../../../core/message/messages/message.ts';
import { plain } from './escape.ts';
import { LIMITS, REST_ELSEWHERE, splitText } from './limits.ts';

/** Paragraphs: as many rich text blocks as the spans need. */
export function paragraphs(spans: Inline): types.RichTextBlock[] {
  return spansInPieces(spans, LIMITS.richText).map((piece) => richText(section(piece)));
}

/** Label and value, one pair a line. */
export function factLines(
  facts: readonly { readonly label: string; readonly value: Inline }[],
): types.RichTextBlock[] {
  return paragraphs(
    facts.flatMap((fact, index) => [
      ...(index === 0 ? [] : [text('\n')]),
      strong(`${fact.label}: `),
      ...fact.value,
    ]),
  );
}

/** A bullet list, broken into several blocks when it is long. */
export function bulletList(items: readonly Inline[]): types.RichTextBlock[] {
  const blocks: types.RichTextBlock[] = [];
  let bullets: types.RichTextSection[] = [];
  let room: number = LIMITS.richText;
  for (const item of items) {
    const [first, ...more] = spansInPieces(item, LIMITS.richText - REST_ELSEWHERE.length - 2);
    if (first === undefined) continue;
    const bullet = more.length === 0 ? first : [...first, text(`… ${REST_ELSEWHERE}`)];
    const size = lengthOf(bullet);
    if (size > room && bullets.length > 0) {
      blocks.push(list(bullets));
      bullets = [];
      room = LIMITS.richText;
    }
    bullets.push(section(bullet));
    room -= size;
  }
  return bullets.length === 0 ? blocks : [...blocks, list(bullets)];
}

/** Fixed-width text, kept exactly as it is laid out. */
export function preformatted(value: string): types.RichTextBlock {
  return richText({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text: value }],
  });
}

function list(elements: types.RichTextSection[]): types.RichTextBlock {
  return richText({ type: 'rich_text_list', style: 'bullet', elements });
}

function richText(element: types.RichTextBlock['elements'][number]): types.RichTextBlock {
  return { type: 'rich_text', elements: [element] };
}

function section(spans: Inline): types.RichTextSection {
  return { type: 'rich_text_section', elements: spans.map(element) };
}

function element(span: Span): types.RichTextText | types.RichTextLink {
  const value = { type: 'text' as const, text: span.text };
  switch (span.kind) {
    case 'text':
      return value;
    case 'strong':
      return { ...value, style: { bold: true } };
    case 'code':
      return { ...value, style: { code: true } };
    case 'link':
      return { type: 'link', url: span.text };
    default:
      return span satisfies never;
  }
}

/** Harmless spans, the empty ones left out, grouped so that no group is longer than `size`. */
function spansInPieces(spans: Inline, size: number): Inline[] {
  const groups: Span[][] = [];
  let room = 0;
  for (const span of spans) {
    for (const piece of splitText(plain(span.text), size)) {
      if (piece.length > room || groups.length === 0) {
        groups.push([]);
        room = size;
      }
      groups.at(-1)?.push({ ...span, text: piece });
      room -= piece.length;
    }
  }
  return groups;
}

function lengthOf(spans: Inline): number {
  return spans.reduce((sum, span) => sum + span.text.length, 0);
}
