// Writes a document as one page of HTML that needs nothing else: landmarks, one first heading, captions and scopes,
import { xmlText } from '../core/message/domain/xml-text.ts';
// pictures drawn in it, and rules for printing it on A4.
import {
  type Cell,
  type Document,
  type DocumentBlock,
  ratingLook,
  ratingLooks,
} from '../core/message/messages/document.ts';
import type { Inline } from '../core/message/messages/message.ts';
import { drawSvg } from './pictures/draw-chart.ts';

/** The file. */
export function writeHtml({ title, subtitle, foot, asAt, blocks }: Document): Uint8Array {
  const contents = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 2
      ? [`<li><a href="#part-${index}">${escaped(block.text)}</a></li>`]
      : [],
  );
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="date" content="${escaped(asAt)}">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${subtitle.map((line) => `<p class="lead">${escaped(line)}</p>`).join('\n')}
</header>
${contents.length > 1 ? `<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>` : ''}
<main>
${blocks.map(blockHtml).join('\n')}
</main>
<footer><p>${escaped(foot)}</p></footer>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

function blockHtml(block: DocumentBlock, index: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="part-${index}">${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${spansHtml(block.spans)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${spansHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block, index);
    case 'chart':
      return `<figure>${withName(drawSvg(block.chart, `chart-${index}`), block.chart.alt)}</figure>`;
    case 'page-break':
      return '<div class="page-break"></div>';
    default:
      return block satisfies never;
  }
}

/** A wide table is moved by itself on a narrow screen, also with the keyboard. */
function tableHtml(
  { caption, columns, rows }: Extract<DocumentBlock, { kind: 'table' }>,
  index: number,
): string {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns
    .map(({ share }) => `<col style="width:${((100 * share) / shares).toFixed(1)}%">`)
    .join('');
  const header = columns.map(({ header }) => `<th scope="col">${escaped(header)}</th>`).join('');
  const body = rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${cellHtml(name)}</th>${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="table" role="group" tabindex="0" aria-labelledby="caption-${index}"><table>
<caption id="caption-${index}">${escaped(caption)}</caption>
<colgroup>${widths}</colgroup>
<thead><tr>${header}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell);
  const { shape, word } = ratingLook(cell.rating);
  const said = cell.words === undefined ? word : escaped(cell.words);
  const rating = `<span class="rag rag-${cell.rating ?? 'none'}"><span aria-hidden="true">${shape}</span> ${said}</span>`;
  return cell.after ? `${rating} ${escaped(cell.after)}` : rating;
}

function spansHtml(spans: Inline): string {
  const tags = { text: null, link: null, strong: 'strong', code: 'code' } as const;
  return spans
    .map(({ kind, text }) => {
      const tag = tags[kind];
      return tag ? `<${tag}>${escaped(text)}</${tag}>` : escaped(text);
    })
    .join('');
}

/** The drawing as one picture with its words, whatever is in it. */
function withName(svg: string, alt: string): string {
  return svg.replace(/^<svg\b/, `<svg role="img" aria-label="${escaped(alt)}"`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return xmlText(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll('\n', '&#10;');
}

const css = [
  ':root{color-scheme:light}',
  'body{margin:0 auto;max-width:75rem;padding:1rem;color:#1a1a1a;background:#fff;font:1rem/1.5 Inter,Arial,sans-serif}',
  'h1{font-size:1.9rem;line-height:1.2}h2{font-size:1.5rem;border-top:2px solid #1a2b3c;padding-top:.75rem;margin-top:2rem}h3{font-size:1.2rem}',
  '.lead{font-size:1.1rem;margin:.25rem 0}a{color:#0b4f8a}',
  '.table{overflow-x:auto;margin:1rem 0}.table:focus-visible{outline:3px solid #0b4f8a}',
  'table{border-collapse:collapse;width:100%;min-width:34rem}caption{text-align:left;font-weight:700;padding:.25rem 0}',
  'th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}',
  'thead th{background:#e3e8ee}p,li{white-space:pre-line;overflow-wrap:anywhere}',
  '.rag{font-weight:700;white-space:nowrap}',
  ...Object.entries(ratingLooks).map(([name, { colour }]) => `.rag-${name}{color:#${colour}}`),
  'figure{margin:1rem 0}figure svg{max-width:100%;height:auto}',
  'footer{border-top:1px solid #767676;margin-top:2rem;font-size:.9rem}',
  '@page{size:A4 landscape;margin:15mm}',
  '@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}.table{overflow:visible}table{min-width:0}thead{display:table-header-group}tr,figure{break-inside:avoid}h2,h3,caption{break-after:avoid}.page-break{break-before:page}}',
].join('');
