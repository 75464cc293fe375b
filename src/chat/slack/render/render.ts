// Message → Slack text and blocks, in three forms. Slack refuses a whole message for one block it does
// not like, so whoever sends tries the forms in turn: native blocks, plain sections, text alone.
import type { types } from '@slack/bolt';
import { type ChartData, chartTable } from '../../../core/message/messages/chart-data.ts';
import {
  type Block,
  type Inline,
  type Message,
  strong,
} from '../../../core/message/messages/message.ts';
import { plainText } from '../../../core/message/messages/plain-text.ts';
import { clean, escapeText, plain, plainLine } from './escape.ts';
import { fitBlocks } from './fit-blocks.ts';
import { LIMITS, REST_ELSEWHERE, shorten, splitText } from './limits.ts';
import { noPictures, type Pictures } from './pictures.ts';
import { type Numbering, renderActions, renderForm } from './render-actions.ts';
import { renderTable } from './render-table.ts';
import { bulletList, factLines, paragraphs } from './rich-text.ts';

export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** The message as Slack shows it best, with the pictures that there are of its charts. */
export function render(message: Message, pictures: Pictures = noPictures): SlackMessage {
  let number = 0;
  const next: Numbering = () => number++;
  let tables: number = LIMITS.tablesPerMessage;
  const body = message.blocks.flatMap((block) => {
    const picture = block.kind === 'chart' ? pictures.get(block.chart) : undefined;
    const rendered =
      block.kind === 'chart' && picture !== undefined
        ? renderPicture(block.chart, picture)
        : renderBlock(block, next, tables);
    tables -= rendered.filter(({ type }) => type === 'table').length;
    return rendered;
  });
  return {
    text: fallbackText(message, LIMITS.text),
    blocks: fitBlocks([...header(message.title), ...body], footer(message.footer)),
  };
}

/** The same words in the plainest blocks there are. Its buttons are gone: the words say what to type. */
export function renderAsSections(message: Message): SlackMessage {
  const pieces = splitText(plain(plainText(message)).trim(), LIMITS.section);
  const blocks = pieces
    .filter((piece) => piece.trim() !== '')
    .map(
      (piece): types.KnownBlock => ({
        type: 'section',
        text: { type: 'plain_text', text: piece, emoji: false },
      }),
    );
  return { text: fallbackText(message, LIMITS.text), blocks: fitBlocks(blocks, []) };
}

/** The same words and nothing that Slack could refuse. */
export function renderAsText(message: Message): SlackMessage {
  return { text: fallbackText(message, LIMITS.textAlone), blocks: [] };
}

/** The forms that Slack may still refuse, best first; `renderAsText` is the last resort. Of these none has pictures. */
export const BLOCK_FORMS = [(message: Message) => render(message), renderAsSections] as const;

/** The blocks of a message alone, for the places that have no message around them: modals and Home. */
export function renderBody(blocks: readonly Block[], next: Numbering): types.KnownBlock[] {
  return blocks.flatMap((block) => renderBlock(block, next, LIMITS.tablesPerMessage));
}

function renderBlock(block: Block, next: Numbering, tablesLeft: number): types.KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.spans);
    case 'facts':
      return factLines(block.facts);
    case 'table':
      return renderTable(block, tablesLeft);
    case 'list':
      return bulletList(block.items);
    // Slack's own charts choose their colours: the numbers say it, and a verb's PNG goes with them.
    case 'chart':
      return renderTable(chartTable(block.chart), tablesLeft);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return renderActions(block.actions, next);
    case 'form':
      return renderForm(block, next);
    default:
      return block satisfies never;
  }
}

/** A chart as a picture, and its numbers under it, as text: there is room for one native table only. */
function renderPicture(chart: ChartData, id: string): types.KnownBlock[] {
  return [
    { type: 'image', slack_file: { id }, alt_text: shorten(plainLine(chart.alt), LIMITS.altText) },
    ...renderTable(chartTable(chart), 0),
  ];
}

/** The title. One too long for a header is repeated in full under it. */
export function header(title: string): types.KnownBlock[] {
  const line = plainLine(title);
  if (line === '') return [];
  const block: types.KnownBlock = {
    type: 'header',
    text: { type: 'plain_text', text: shorten(line, LIMITS.header), emoji: false },
  };
  return line.length <= LIMITS.header ? [block] : [block, ...paragraphs([strong(line)])];
}

export function footer(spans: Inline | undefined): types.KnownBlock[] {
  const line = plainLine((spans ?? []).map((span) => span.text).join(''));
  if (line === '') return [];
  const words = shorten(line, LIMITS.context);
  return [{ type: 'context', elements: [{ type: 'plain_text', text: words, emoji: false }] }];
}

/** For notifications and screen readers. Never empty: Slack refuses a message without text. */
function fallbackText(message: Message, max: number): string {
  const words = clean(plainText(message)).trim() || plainLine(message.title) || 'PAP';
  const whole = escapeText(words);
  if (whole.length <= max) return whole;
  const growth = whole.length / words.length;
  const room = Math.floor((max - REST_ELSEWHERE.length - 2) / Math.max(growth, 1));
  const cut = escapeText(shorten(words, room));
  return `${cut.length <= max ? cut : escapeText(shorten(words, Math.floor(room / 5)))}\n${REST_ELSEWHERE}`;
}
