// The HTTP transport under the library's connector client. The library's own pipeline would repeat
// a POST after a 500, 502, 503 or dropped connection, and so post a message twice; it has no switch
// for that. It does not repeat after an exception of a kind it does not know, so this throws one.

import type { TeamsAdapter } from '@microsoft/teams-ai';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import { ConnectorFault } from './errors.ts';

export type ConnectorOptions = NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type Headers = Parameters<HttpClient['sendRequest']>[0]['headers'];

type HttpRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | undefined;
};
type Answer = {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly body: string;
};

/** Sends one request, once. @throws ConnectorFault for everything but a readable 2xx answer. */
export type Transport = (request: HttpRequest) => Promise<Answer>;

const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** A transport that gives up after `limitMs`. */
export function createTransport(limitMs: number): Transport {
  return async ({ url, method, headers, body }) => {
    let answer: Answer;
    try {
      // Redirects are not followed: the bot's token must not travel to another address.
      const signal = AbortSignal.timeout(limitMs);
      const init = { method, headers, redirect: 'manual', signal, body: body ?? null } as const;
      const response = await fetch(url, init);
      answer = { status: response.status, headers: response.headers, body: await response.text() };
    } catch (error) {
      throw noAnswer(error);
    }
    if (answer.status < 200 || answer.status > 299) throw refusal(answer);
    if (answer.body !== '' && parse(answer.body) === undefined) {
      throw new ConnectorFault({ status: null, code: 'unreadable-answer', sent: true });
    }
    return answer;
  };
}

/** The transport in the shape that the library's connector client takes. */
export function toHttpClient(transport: Transport): HttpClient {
  return {
    async sendRequest(request) {
      const { url, method, body } = request;
      const headers = request.headers.toJson();
      const text = typeof body === 'string' ? body : undefined;
      const answer = await transport({ url, method, headers, body: text });
      return {
        request,
        status: answer.status,
        headers: replaceHeaders(request.headers.clone(), answer.headers),
        bodyAsText: answer.body,
      };
    },
  };
}

function replaceHeaders(headers: Headers, values: Iterable<[string, string]>): Headers {
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of values) headers.set(name, value);
  return headers;
}

function noAnswer(error: unknown): ConnectorFault {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ConnectorFault({ status: null, code: 'timeout', sent: true, cause: error });
  }
  const code = causeCode(error);
  if (code !== null && neverLeft.has(code)) {
    return new ConnectorFault({ status: null, code: 'not-connected', sent: false, cause: error });
  }
  return new ConnectorFault({ status: null, code: 'connection-lost', sent: true, cause: error });
}

function causeCode(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  return typeof cause.code === 'string' ? cause.code : null;
}

function refusal({ status, headers, body }: Answer): ConnectorFault {
  const retryAfterMs = readRetryAfter(new Map(headers).get('retry-after'));
  const named = bodyCode(body);
  return new ConnectorFault({
    status,
    code: named ?? `http-${status}`,
    isNamed: named !== null,
    sent: true,
    retryAfterMs,
  });
}

// Teams answers `{ error: { code, message } }`. The code is a fixed word; the message may hold names.
function bodyCode(body: string): string | null {
  const code = fieldOf(fieldOf(parse(body), 'error'), 'code');
  return typeof code === 'string' && /^[A-Za-z]{1,60}$/.test(code) ? code : null;
}

function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), 3_600_000);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
