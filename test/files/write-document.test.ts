import { strFromU8, unzipSync } from 'fflate';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../src/files/write-docx.ts';
import { writeHtml } from '../../src/files/write-html.ts';
import { nasty, someDocument } from '../support/world/sample-documents.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function partsOf(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(docx)).map(([name, part]) => [name, strFromU8(part)]),
  );
}

async function bodyOf(): Promise<string> {
  return partsOf(await writeDocx(someDocument))['word/document.xml'] ?? '';
}

/** What a reader reads, once the markup is gone. */
function textsIn(xml: string): string {
  const [...texts] = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);
  return texts.map(([, words = '']) => words).join('|');
}

describe('a .docx', () => {
  it('has real headings in order, and a title', async () => {
    const parts = partsOf(await writeDocx(someDocument));
    const headings = [
      ...(parts['word/document.xml'] ?? '').matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g),
    ];

    expect(headings.map(([, style]) => style)).toEqual([
      'Heading1',
      'Heading2',
      'Heading2',
      'Heading3',
    ]);
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>A partnership: board pack 1</dc:title>',
    );
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
  });

  it('has tables whose header rows repeat, under a caption', async () => {
    const body = await bodyOf();

    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body).toMatch(/<w:tblLook [^>]*w:firstRow="(?:1|true)"/);
    expect(body.indexOf('Objectives')).toBeLessThan(body.indexOf('<w:tbl>'));
    expect(body).toContain('<w:pStyle w:val="Caption"/>');
  });

  it('says ratings in words and shapes, and what was typed to the letter', async () => {
    const texts = textsIn(await bodyOf());

    for (const rating of ['▲ Red', '◆ Amber', '● Green', '■ Blue', '□ Not rated'])
      expect(texts).toContain(rating);
    expect(texts).toContain('(last known)');
    expect(texts).toContain('□ Last known amber, 16 days ago');
    expect(texts).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ');
    expect(texts).toContain('first line|second line');
    expect(texts).not.toMatch(/[\u0000-\u0008]/);
  });

  it('has pictures with alternative texts', async () => {
    const parts = partsOf(await writeDocx(someDocument));
    const descriptions = [
      ...(parts['word/document.xml'] ?? '').matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g),
    ];

    expect(descriptions.map(([, words]) => words)).toEqual([
      expect.stringContaining('A line that rises'),
      'Columns of ratings at four meetings.',
    ]);
    expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(2);
  });

  it('is the same byte for byte, whatever was made in between, and tells no time but its own', async () => {
    const first = await writeDocx(someDocument);
    await writeDocx({ ...someDocument, title: 'Another' });
    const second = await writeDocx(someDocument);
    const other = await writeDocx({ ...someDocument, asAt: '2024-07-02T08:45:00Z' });

    expect(Buffer.from(first).equals(second)).toBe(true);
    expect(Buffer.from(first).equals(other)).toBe(false);
    const core = partsOf(first)['docProps/core.xml'] ?? '';
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '2024-07-01T08:45:00Z',
      '2024-07-01T08:45:00Z',
    ]);
  });

  it('refers to nothing that is not in it', async () => {
    const parts = partsOf(await writeDocx(someDocument));
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/ r:(?:embed|id)="([^"]+)"/g)].map(
      ([, id]) => id,
    );

    expect(new Set(ids).size).toBe(ids.length);
    expect(used.length).toBeGreaterThan(2);
    for (const id of used) expect(ids).toContain(id);
  });
});

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function page() {
  const html = new TextDecoder().decode(writeHtml(someDocument));
  const errors: string[] = [];
  const tree = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const elements = elementsOf(tree);
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  return { html, errors, elements, named };
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

describe('a page of HTML', () => {
  it('is whole: a language, a title, landmarks and one first heading', () => {
    const { errors, named } = page();

    expect(errors).toEqual([]);
    expect(attribute(named('html')[0], 'lang')).toBe('en-GB');
    expect(textOf(named('title')[0] as Element)).toBe('A partnership: board pack 1');
    expect(['header', 'nav', 'main', 'footer'].map((name) => named(name).length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(['h1', 'h2', 'h3'].map((name) => named(name).length)).toEqual([1, 2, 1]);
  });

  it('has tables with captions, and says which cells head what', () => {
    const { named } = page();
    const scopes = named('th').map((one) => attribute(one, 'scope'));

    expect(named('caption').map(textOf)).toEqual(['Objectives']);
    expect(scopes).toEqual(['col', 'col', 'col', 'row', 'row', 'row', 'row', 'row']);
    expect(named('td').map(textOf)[0]).toBe('▲ Red');
  });

  it('shows what was typed as text', () => {
    const { html, named } = page();

    expect(named('script')).toEqual([]);
    expect(textOf(parseFragment(html))).toContain(nasty.replace(/[\u0000\u0008\uD800]/g, ''));
  });

  it('has pictures with their words, and fetches nothing', () => {
    const { html, named, elements } = page();
    const pictures = named('svg').map((svg) => [
      attribute(svg, 'role'),
      attribute(svg, 'aria-label'),
    ]);

    expect(pictures).toEqual([
      ['img', expect.stringContaining('A line that rises')],
      ['img', 'Columns of ratings at four meetings.'],
    ]);
    const fetched = elements.flatMap(({ attrs }) =>
      attrs.filter(
        ({ name, value }) =>
          /^(?:src|href|srcset|xlink:href)$/.test(name) && !value.startsWith('#'),
      ),
    );
    expect(fetched).toEqual([]);
    expect(html).not.toMatch(/url\((?!#)|@import/);
    const ids = elements.flatMap((one) => attribute(one, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same byte for byte', () => {
    expect(Buffer.from(writeHtml(someDocument)).equals(writeHtml(someDocument))).toBe(true);
  });
});
