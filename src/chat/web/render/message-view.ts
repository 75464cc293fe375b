// A message as a template takes it: nothing is escaped here, because the templates escape all that they print.

import { encodeActionValue } from '../../../core/message/messages/action-value.ts';
import { chartTable } from '../../../core/message/messages/chart-data.ts';
import {
  type Action,
  type Block,
  filledText,
  type Inline,
  MAX_FIELD_LENGTH,
  type Message,
  shownValue,
} from '../../../core/message/messages/message.ts';
import { typedThere } from '../../../core/message/messages/typed-there.ts';
import type { FileFormats } from '../../../core/request/app/file-ports.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';

export type MessageView = {
  readonly tone: string;
  readonly blocks: readonly BlockView[];
  readonly footer: Inline | null;
  readonly files: readonly {
    readonly name: string;
    readonly value: string;
    readonly nth: string;
  }[];
};

type ButtonView = {
  readonly label: string;
  readonly value: string;
  readonly style: string;
  /** Which of the page’s buttons it is. */
  readonly nth: string;
};

type BlockView = Readonly<Record<string, unknown>> & { readonly kind: string };

/** The message with what a page needs of it: pictures drawn, and each button’s value written out. */
export async function messageView(
  message: Message,
  files: readonly MadeFile[],
  { drawPng }: Pick<FileFormats, 'drawPng'>,
): Promise<MessageView> {
  let count = 0;
  const button = (action: Action): ButtonView => ({
    label: action.label,
    value: encodeActionValue(action),
    style: action.style ?? 'secondary',
    nth: String(count++),
  });
  // On a page one types as in one’s own chat.
  const { blocks, footer, tone = 'plain' } = typedThere(message, '');
  const views: BlockView[] = [];
  for (const block of blocks) views.push(await blockView(block, button, drawPng));
  return {
    tone,
    blocks: views,
    footer: footer ?? null,
    files: files.map(({ name, line, partnershipId }) => ({
      name,
      value: encodeActionValue({ label: name, line, ...(partnershipId && { partnershipId }) }),
      nth: String(count++),
    })),
  };
}

async function blockView(
  block: Block,
  button: (action: Action) => ButtonView,
  drawPng: FileFormats['drawPng'],
): Promise<BlockView> {
  switch (block.kind) {
    case 'text':
    case 'facts':
    case 'list':
    case 'divider':
      return block;
    case 'table':
      return block;
    case 'chart': {
      const bytes = await drawPng(block.chart);
      return {
        kind: 'chart',
        alt: block.chart.alt,
        picture: `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
        table: { ...chartTable(block.chart), caption: block.chart.title },
      };
    }
    case 'actions':
      return { kind: 'actions', buttons: block.actions.map(button) };
    case 'form': {
      const share = block.fields.length / (block.submit.rows?.length || 1);
      return {
        kind: 'form',
        button: button(block.submit),
        fields: block.fields.map((field, index) => ({
          ...field,
          id: `f${index}`,
          begins: share < block.fields.length && index % share === 0,
          ...(field.kind === 'text' && { value: shownValue(field) ?? '', most: MAX_FIELD_LENGTH }),
        })),
        filled: filledText(block),
      };
    }
    default:
      return block satisfies never;
  }
}
