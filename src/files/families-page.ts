// The page for families as HTML: nothing is fetched, it prints to A4, and no colour says anything alone.

import { xmlText } from '../core/message/domain/xml-text.ts';
import type { FamiliesPage } from '../reports/families/domain/families-page.ts';

const STYLE = `
  :root { color-scheme: light; }
  body { margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
  h1 { font-size: 1.75rem; line-height: 1.25; }
  h2 { font-size: 1.375rem; margin-top: 2rem; border-top: 2px solid #1a1a1a; padding-top: 1rem; }
  article { margin: 1.5rem 0; padding: 1rem; border: 1px solid #595959; border-radius: 4px; break-inside: avoid; }
  h3 { font-size: 1.125rem; margin: 0; }
  dl { margin: 0.75rem 0 0; }
  dt { font-weight: bold; }
  dd { margin: 0 0 0.5rem; }
  blockquote { margin: 0; }
  .small { font-size: 1rem; color: #404040; }
  @page { size: A4; margin: 18mm; }
  @media print { body { max-width: none; padding: 0; font-size: 11pt; } }
`;

/** The whole page. */
export function familiesPage(page: FamiliesPage): string {
  const title = `What we are doing: ${page.partnership}`;
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<header><h1>${escaped(title)}</h1>${p(`This page was made on ${page.madeOn}.`)}${example(page)}</header>`,
    '<main>',
    section('What we said we would do', page.promises.map(promise)),
    section('What the figures say', page.figures.map(figure)),
    section('What people told us', page.voices.map(voice)),
    glossary(page),
    '</main>',
    `<footer class="small">${p('Numbers under five are not shown, so that nobody can be recognised.')}</footer>`,
    '</body></html>',
  ].join('\n');
}

function example({ example: isExample }: FamiliesPage): string {
  return isExample
    ? p('What is marked (example) is made up: this page shows how it would look.')
    : '';
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<section><h2>${escaped(title)}</h2>\n${items.join('\n')}\n</section>`;
}

function promise(one: FamiliesPage['promises'][number]): string {
  const mark = one.example ? ' (example)' : '';
  return `<article><h3>${escaped(one.words + mark)}</h3>${facts([
    ['Where it is', `${one.status}. ${one.meaning}`],
    ['What is next', one.due === null ? 'No date has been set.' : `It is to be done: ${one.due}.`],
  ])}<p class="small">In our plan this is ${escaped(one.ref)}.</p></article>`;
}

function figure({ name, words, values }: FamiliesPage['figures'][number]): string {
  return `<article><h3>${escaped(name)}</h3>${p(words)}${facts(
    values.map((value) => [value.heading, value.figure]),
  )}</article>`;
}

function voice({ words, role }: FamiliesPage['voices'][number]): string {
  return `<article><blockquote>${p(words)}</blockquote><p class="small">${escaped(role)}</p></article>`;
}

function glossary({ glossary: terms }: FamiliesPage): string {
  if (terms.length === 0) return '';
  const rows = terms.map(
    ({ term, meaning, plain }) => [term, plain ? `${meaning}. ${plain}` : meaning] as const,
  );
  return `<section><h2>What the short words mean</h2>${facts(rows)}</section>`;
}

function facts(rows: readonly (readonly [string, string])[]): string {
  const items = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  return `<dl>${items.join('')}</dl>`;
}

function p(words: string): string {
  return `<p>${escaped(words)}</p>`;
}

function escaped(words: string): string {
  return xmlText(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
