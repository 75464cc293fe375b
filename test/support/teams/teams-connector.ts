// A small Teams connector for tests: it takes what the bot sends, remembers it, and fails on request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ConnectorCall = {
  readonly method: string;
  /** Decoded, without the query, e.g. `/v3/conversations/a:1/activities`. */
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever part of the body it asserts
  readonly body: any;
  /** What it was given: of a message the activity, of a new thread the conversation, as the outbox writes them down. */
  readonly id?: string;
};

/** What goes wrong with one request. Without `on`, the next request whatever it is. */
export type Fault = {
  readonly on?: RegExp;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Takes the request, then closes the connection without an answer. */
  readonly drop?: boolean;
  /** Takes the request and never answers. */
  readonly hang?: boolean;
};

export type FakeConnector = {
  readonly url: string;
  readonly calls: ConnectorCall[];
  /** Members by id, as `GET …/members/{id}` answers them. */
  readonly members: Map<string, object>;
  /** Members of a team or channel, by its id, as `GET …/pagedmembers` answers them; of any other all `members`. */
  readonly rosters: Map<string, readonly object[]>;
  /** Whose chat each of those is that the bot opened. */
  readonly chats: Map<string, string>;
  fail(fault: Fault): void;
  /** The calls whose `METHOD path` matches. */
  called(pattern: RegExp): ConnectorCall[];
  close(): Promise<void>;
};

export async function startConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const faults: Fault[] = [];
  const members = new Map<string, object>();
  const rosters = new Map<string, readonly object[]>();
  const chats = new Map<string, string>();
  let lastId = 1_700_000_000_000;

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname);
    const text = await readBody(req);
    const { authorization } = req.headers;
    const method = req.method ?? '';
    const body = text === '' ? undefined : JSON.parse(text);
    const call = { method, path, query: url.search, authorization, body };
    calls.push(call);
    const index = faults.findIndex(
      (fault) => fault.on === undefined || fault.on.test(`${method} ${path}`),
    );
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault?.hang) return;
    if (fault?.drop) return void req.socket.destroy();
    if (fault) {
      res.writeHead(fault.status ?? 500, { 'content-type': 'application/json', ...fault.headers });
      return void res.end(fault.body ?? '{"error":{"code":"Fault","message":"as asked"}}');
    }
    const [status, given] = reply(method, path, body, url.searchParams);
    if ('id' in given) Object.assign(call, { id: given.id });
    send(res, status, given);
  }

  function reply(
    method: string,
    path: string,
    body: {
      isGroup?: boolean;
      members?: { id: string }[];
      channelData?: { channel?: { id: string } };
    },
    asked: URLSearchParams,
  ): [number, object] {
    lastId += 1;
    const id = String(lastId);
    const member = /^\/v3\/conversations\/[^/]+\/members\/(.+)$/.exec(path)?.[1];
    if (method === 'GET' && member !== undefined) {
      const found = members.get(member);
      return found
        ? [200, found]
        : [404, { error: { code: 'MemberNotFoundInConversation', message: '' } }];
    }
    const team = /^\/v3\/conversations\/([^/]+)\/pagedmembers$/.exec(path)?.[1];
    if (method === 'GET' && team !== undefined) {
      const roster = rosters.get(team) ?? [...members.values()];
      const from = Number(asked.get('continuationToken') ?? 0);
      const to = from + Number(asked.get('pageSize') ?? 50);
      const more = to < roster.length ? { continuationToken: String(to) } : {};
      return [200, { members: roster.slice(from, to), ...more }];
    }
    if (method === 'PUT') return [200, { id }];
    if (method === 'DELETE') return [200, {}];
    if (method === 'POST' && path === '/v3/conversations') {
      const channel = body.channelData?.channel?.id;
      if (body.isGroup) return [201, { id: `${channel};messageid=${id}`, activityId: id }];
      chats.set(`a:opened-${id}`, body.members?.[0]?.id ?? '');
      return [201, { id: `a:opened-${id}` }];
    }
    if (method === 'POST' && path.includes('/activities')) return [201, { id }];
    return [404, { error: { code: 'NotFound', message: '' } }];
  }

  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    members,
    rosters,
    chats,
    fail: (fault) => void faults.push(fault),
    called: (pattern) => calls.filter((call) => pattern.test(`${call.method} ${call.path}`)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

async function readBody(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
