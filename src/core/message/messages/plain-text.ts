// Every message as plain text: the notification, the screen reader and the terminal use it.
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import { chartTable } from './chart-data.ts';
import { type Block, type Field, type Inline, LEAVE_OUT, type Message } from './message.ts';

/** The whole message. Buttons become the words to type. */
export function plainText(message: Message): string {
  const parts = [message.title, ...message.blocks.map(blockText)];
  if (message.footer) parts.push(inlineText(message.footer));
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Spans run together, unescaped. */
export function inlineText(spans: Inline): string {
  return spans.map((span) => span.text).join('');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return inlineText(block.spans);
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${inlineText(value)}`).join('\n');
    case 'table':
      return `${block.caption}\n\n${tableText(block)}`;
    case 'list':
      return block.items.map((item) => `- ${inlineText(item)}`).join('\n');
    case 'chart':
      return `${block.chart.title}\n\n${tableText(chartTable(block.chart))}`;
    case 'divider':
      return '';
    case 'actions':
      return block.actions.map(({ label, line }) => `[${label}] /pap ${line}`).join('\n');
    case 'form':
      return `To answer, type: /pap ${formText(block)}`;
    default:
      return block satisfies never;
  }
}

/** A form of several rows is as many lines, of which any may be left out. */
function formText({ submit, fields }: Extract<Block, { kind: 'form' }>): string {
  const { line, rows } = submit;
  if (!rows) return [line, ...fields.map(fieldText)].join(' ');
  const share = fields.length / rows.length;
  const lines = rows.map((row, index) =>
    [row, ...fields.slice(index * share, (index + 1) * share).map(fieldText)].join(' '),
  );
  return [line, ...lines].join('\n');
}

function tableText({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const cells = rows.map((row) => row.map(cellText));
  return markdownTable([columns.map(({ header }) => cellText(header)), ...cells], {
    align: columns.map(({ align }) => (align === 'right' ? 'right' : 'left')),
    stringLength: stringWidth,
  });
}

/** markdown-table escapes neither bars nor line breaks. */
function cellText(cell: string): string {
  return cell.replaceAll('|', '\\|').replace(/(?<!\s)\s*\n\s*/g, ' ');
}

function fieldText(field: Field): string {
  return field.kind === 'choice'
    ? field.options
        .map(({ value }) => value)
        .filter((value) => value !== LEAVE_OUT)
        .join('|')
    : `<${field.label.charAt(0).toLowerCase()}${field.label.slice(1)}>`;
}
