// Slack's blocks as a page, for a picture of what a person sees: near enough to read, and not Slack's own look.
type Part = { readonly [property: string]: unknown };

const STYLE = `
  body { margin: 0; padding: 24px 32px; width: 760px; font: 15px/1.46 Lato, "DejaVu Sans", "Noto Color Emoji", sans-serif; color: #1d1c1d; background: #fff; }
  .tabs { font-weight: bold; border-bottom: 1px solid #ddd; margin: 0 -32px 16px; padding: 0 32px 10px; }
  .tabs span { color: #616061; font-weight: normal; margin-left: 20px; }
  h1 { font-size: 19px; margin: 8px 0; }
  p { margin: 8px 0; white-space: pre-wrap; }
  code { background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; padding: 1px 4px; color: #c01343; font-size: 13px; }
  hr { border: 0; border-top: 1px solid #ddd; margin: 14px 0; }
  button { font: inherit; font-weight: bold; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 6px 12px; margin-right: 8px; }
  button.primary { background: #007a5a; border-color: #007a5a; color: #fff; }
  small { color: #616061; font-size: 12px; display: block; margin-top: 12px; }
  figcaption { color: #616061; font-size: 12px; border-top: 1px solid #ddd; margin: 20px -32px -8px; padding: 10px 32px 0; }
`;

/** App Home as a page. Its caption says that it is drawn from the payload. */
export function homePage(view: { readonly blocks: readonly object[] }): string {
  const body = view.blocks.map((block) => blockHtml(block as Part)).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>App Home</title><style>${STYLE}</style>
<div class="tabs">PAP <span>Home</span></div>
${body}
<figcaption>Rendered from the payload that is sent to Slack (views.publish); Slack draws it in its own way.</figcaption>`;
}

function blockHtml(block: Part): string {
  switch (block.type) {
    case 'header':
      return `<h1>${words(block.text)}</h1>`;
    case 'divider':
      return '<hr>';
    case 'rich_text':
      return parts(block.elements).map(richHtml).join('');
    case 'section':
      return `<p>${words(block.text)}</p>`;
    case 'actions':
      return `<p>${parts(block.elements).map(buttonHtml).join('')}</p>`;
    case 'context':
      return parts(block.elements)
        .map((element) => `<small>${escaped(String(element.text))}</small>`)
        .join('');
    default:
      throw new Error(`a picture of a ${String(block.type)} block is not drawn yet`);
  }
}

function richHtml(element: Part): string {
  if (element.type === 'rich_text_list') {
    return `<ul>${parts(element.elements)
      .map((one) => `<li>${runs(one)}</li>`)
      .join('')}</ul>`;
  }
  return `<p>${runs(element)}</p>`;
}

function runs(element: Part): string {
  return parts(element.elements)
    .map(({ text, style }) => {
      const { bold, code } = (style ?? {}) as { bold?: boolean; code?: boolean };
      const shown = escaped(String(text));
      return code ? `<code>${shown}</code>` : bold ? `<b>${shown}</b>` : shown;
    })
    .join('');
}

function buttonHtml({ text, style }: Part): string {
  return `<button class="${style === 'primary' ? 'primary' : ''}">${words(text)}</button>`;
}

function words(text: unknown): string {
  return escaped(String((text as Part).text));
}

function parts(value: unknown): Part[] {
  return Array.isArray(value) ? value : [];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
