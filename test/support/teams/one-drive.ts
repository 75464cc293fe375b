// A OneDrive on 127.0.0.1 that takes uploads, remembers them, and fails on request.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './teams-connector.ts';

export type Upload = {
  readonly method: string;
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly bytes: Buffer;
};

export type LocalOneDrive = {
  readonly uploads: Upload[];
  /** What the next upload gets instead of 201. */
  fail(fault: Omit<Fault, 'on'>): void;
  /** The network as it would be if SharePoint's addresses led here. */
  readonly fetch: typeof fetch;
  close(): Promise<void>;
};

export async function startOneDrive(): Promise<LocalOneDrive> {
  const uploads: Upload[] = [];
  const faults: Omit<Fault, 'on'>[] = [];
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part as Buffer);
    const { authorization, 'content-range': range } = req.headers;
    const [method = '', path = ''] = [req.method, req.url];
    uploads.push({ method, path, range, authorization, bytes: Buffer.concat(parts) });
    const fault = faults.shift();
    if (fault?.drop) return void req.socket.destroy();
    res.writeHead(fault?.status ?? 201, { 'content-type': 'application/json', ...fault?.headers });
    res.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    uploads,
    fail: (fault) => void faults.push(fault),
    fetch: (async (address: string, init?: RequestInit) => {
      const { pathname, search } = new URL(address);
      return await fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    }) as typeof fetch,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
