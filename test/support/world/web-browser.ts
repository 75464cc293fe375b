// A browser without a screen: it keeps the cookies of the door, follows its redirects, and fills in what a page holds.
import type { AddressInfo } from 'node:net';
import express from 'express';
import { parse } from 'parse5';
import { createWebApp, type WebParts } from '../../../src/chat/web/inbound/app.ts';
import { fileFormats } from '../../../src/files/formats.ts';
import type { Harness } from '../database/database-harness.ts';
import type { PlanWorld } from './plan-world.ts';

export type Page = {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What is read, without tags, white space run together. */
  readonly text: string;
  /** The forms of the page, each with its hidden fields. */
  readonly forms: readonly Form[];
  readonly address: string;
};

export type Form = {
  readonly action: string;
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly button: string;
};

export type WebDoor = {
  readonly address: string;
  browser(): Browser;
  /** A link for whoever has this e-mail address, as the verb gives it. */
  linkFor(email: string): Promise<string>;
  /** A browser that is signed in. */
  signedIn(email: string): Promise<Browser>;
  close(): Promise<void>;
};

/** Opens the door of a world on a port of its own. */
export async function openWebDoor(
  { store }: Harness,
  world: PlanWorld,
  more: Partial<WebParts> = {},
): Promise<WebDoor> {
  let handler: express.RequestHandler | null = null;
  const app = express();
  app.use((request, response, next) => handler?.(request, response, next));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handle = world.dispatcher({ publicUrl: address });
  const { clock } = world;
  handler = createWebApp({
    ...{ store, clock, handle, files: fileFormats, publicUrl: address },
    ...more,
  });
  const linkFor = async (email: string) => {
    const reply = await handle({
      platform: 'terminal',
      tenantId: world.partnership.key,
      userId: email,
      conversation: { kind: 'personal', id: `terminal:${email}` },
      text: 'web',
      requestId: `terminal:${crypto.randomUUID()}`,
    });
    const found = JSON.stringify(reply?.message).match(/http:[^"]+\/sign-in\/[\w-]+/);
    if (!found) throw new Error(`no link: ${JSON.stringify(reply)}`);
    return found[0];
  };
  return {
    address,
    browser: () => new Browser(address),
    linkFor,
    async signedIn(email) {
      const browser = new Browser(address);
      const page = await browser.open(await linkFor(email));
      await browser.press(page, 'Open the plan');
      return browser;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export class Browser {
  readonly cookies = new Map<string, string>();

  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async open(address: string): Promise<Page> {
    return await this.#ask(address, { method: 'GET' });
  }

  /** Sends the form that has the button, with these fields besides its own. */
  async press(
    page: Page,
    button: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const form = page.forms.find((one) => one.button === button);
    if (!form)
      throw new Error(`no button “${button}” among ${page.forms.map((one) => one.button)}`);
    return await this.post(form.action || page.address, { ...form.fields, ...more });
  }

  async post(
    address: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { origin: this.#base },
  ): Promise<Page> {
    return await this.#ask(address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
    });
  }

  async #ask(address: string, init: RequestInit): Promise<Page> {
    const url = new URL(address, this.#base);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) },
    });
    for (const one of response.headers.getSetCookie()) this.#keep(one);
    const next = response.headers.get('location');
    if (next !== null) return await this.open(next);
    const html = await response.text();
    return {
      ...{ status: response.status, headers: response.headers, html },
      ...{ text: textOf(html), forms: formsOf(html), address: url.href },
    };
  }

  #keep(header: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(header)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

type Node = {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
};

function textOf(html: string): string {
  const words: string[] = [];
  walk(parse(html) as unknown as Node, (node) => {
    if (node.nodeName === '#text') words.push(node.value ?? '');
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

function formsOf(html: string): Form[] {
  const forms: Form[] = [];
  walk(parse(html) as unknown as Node, (node) => {
    if (node.tagName !== 'form') return;
    const fields: Record<string, string> = {};
    let button = '';
    walk(node, (inner) => {
      const name = attribute(inner, 'name');
      if (inner.tagName === 'button') button = textOfNode(inner);
      if (inner.tagName === 'input' && attribute(inner, 'type') !== 'checkbox' && name)
        fields[name] = attribute(inner, 'value') ?? '';
      if (inner.tagName === 'textarea' && name) fields[name] = textOfNode(inner);
      if (inner.tagName === 'select' && name) fields[name] = chosenIn(inner);
    });
    const [action = '', method = 'get'] = [attribute(node, 'action'), attribute(node, 'method')];
    forms.push({ action, method, fields, button });
  });
  return forms;
}

function chosenIn(select: Node): string {
  let chosen: string | undefined;
  walk(select, (node) => {
    if (node.tagName !== 'option') return;
    if (chosen === undefined || attribute(node, 'selected') !== undefined)
      chosen = attribute(node, 'value');
  });
  return chosen ?? '';
}

function textOfNode(node: Node): string {
  const words: string[] = [];
  walk(node, (inner) => {
    if (inner.nodeName === '#text') words.push(inner.value ?? '');
  });
  return words.join('').trim();
}

function attribute(node: Node, name: string): string | undefined {
  return node.attrs?.find((one) => one.name === name)?.value;
}

function walk(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.childNodes ?? []) walk(child, see);
}
