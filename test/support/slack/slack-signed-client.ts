// Plays Slack's side of the HTTP door: signs slash commands, events and presses as Slack does, and can
// send them again, late, or signed wrongly.
import { createHmac } from 'node:crypto';
import { request } from 'node:http';

export type SignedResponse = { readonly status: number; readonly text: string };

export type Signing = {
  /** Seconds before now (positive) or after it (negative) at which the request says it was made. */
  readonly secondsOld?: number;
  /** Another secret than the app's, for a forged request. */
  readonly secret?: string;
  /** Leaves the signature out. */
  readonly unsigned?: boolean;
  /** Extra headers, such as Slack's retry headers. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type SentRequest = {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

const FORM = 'application/x-www-form-urlencoded';

export class SlackSignedClient {
  readonly #url: string;
  readonly #secret: string;
  /** The last request, exactly as sent, to be replayed. */
  last: SentRequest | undefined;

  constructor(url: string, signingSecret: string) {
    this.#url = url;
    this.#secret = signingSecret;
  }

  /** `/pap …`, with the fields of a recorded command. */
  async slash(
    fields: Readonly<Record<string, string>>,
    signing?: Signing,
  ): Promise<SignedResponse> {
    return await this.#sign(new URLSearchParams(fields).toString(), FORM, signing);
  }

  /** A whole event callback. */
  async event(callback: unknown, signing?: Signing): Promise<SignedResponse> {
    return await this.#sign(JSON.stringify(callback), 'application/json', signing);
  }

  /** The same event again, as Slack sends it when the first one was not acknowledged. */
  async retry(callback: unknown, attempt: number): Promise<SignedResponse> {
    return await this.event(callback, {
      headers: { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' },
    });
  }

  /** A press of a button, or a submitted form. */
  async press(payload: unknown, signing?: Signing): Promise<SignedResponse> {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return await this.#sign(body, FORM, signing);
  }

  /** The last request byte for byte, signature and time included. */
  async replay(): Promise<SignedResponse> {
    if (this.last === undefined) throw new Error('nothing was sent yet');
    return await this.#post(this.last);
  }

  /** A body of no kind that Slack sends, to any address; sent by hand, as a client would tidy the address. */
  async raw(path: string, body: string, signing: Signing): Promise<SignedResponse> {
    const sent = this.#prepare(body, 'application/json', signing);
    const { hostname, port } = new URL(this.#url);
    return await new Promise((resolve, reject) => {
      const outgoing = request({ hostname, port, path, method: 'POST', headers: sent.headers });
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      outgoing.end(body);
    });
  }

  async #sign(body: string, contentType: string, signing: Signing = {}): Promise<SignedResponse> {
    this.last = this.#prepare(body, contentType, signing);
    return await this.#post(this.last);
  }

  #prepare(body: string, contentType: string, signing: Signing): SentRequest {
    const time = Math.floor(Date.now() / 1_000) - (signing.secondsOld ?? 0);
    const digest = createHmac('sha256', signing.secret ?? this.#secret)
      .update(`v0:${time}:${body}`)
      .digest('hex');
    const signed = {
      'x-slack-signature': `v0=${digest}`,
      'x-slack-request-timestamp': String(time),
    };
    return {
      body,
      headers: {
        'content-type': contentType,
        ...(signing.unsigned ? {} : signed),
        ...signing.headers,
      },
    };
  }

  async #post(request: SentRequest): Promise<SignedResponse> {
    const response = await fetch(this.#url, { method: 'POST', ...request });
    return { status: response.status, text: await response.text() };
  }
}
