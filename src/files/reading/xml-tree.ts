// An XML part of a document as a tree. Prefixes go: which namespace a producer calls what says nothing about the words.
import { SaxesParser } from 'saxes';
import { FileFault } from './file-fault.ts';
import { MAX_DEPTH } from './limits.ts';

export type XmlNode = {
  /** Without its prefix; empty: text. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
};

type Growing = XmlNode & { readonly children: XmlNode[] };

/** The root. @throws FileFault `broken` */
export function parseXml(bytes: Uint8Array): XmlNode {
  const root: Growing = { name: '#root', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw new FileFault('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = Object.entries(attributes).map(([key, value]) => [local(key), String(value)]);
    const node: Growing = {
      ...{ name: local(name), children: [], text: '' },
      attributes: Object.fromEntries(own),
    };
    open.at(-1)?.children.push(node);
    if (open.push(node) > MAX_DEPTH) throw new FileFault('broken');
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string) => {
    open.at(-1)?.children.push({ name: '', attributes: {}, children: [], text });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(new TextDecoder(charset(bytes)).decode(bytes)).close();
  return root;
}

function charset([one, two]: Uint8Array): string {
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  return one === 0xfe && two === 0xff ? 'utf-16be' : 'utf-8';
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** All nodes of a name below one, in order, not looking into those that are found. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) =>
    child.name === name ? [child] : descendants(child, name),
  );
}
