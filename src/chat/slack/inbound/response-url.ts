// Answering through the address that came with a press or a command. It is good for five answers in
// half an hour, and a refusal may come with status 200 and `ok: false`, so the body is read too.
import type { Message } from '../../../core/message/messages/message.ts';
import { BLOCK_FORMS, renderAsText, type SlackMessage } from '../render/render.ts';
import { isShapeRefusal } from '../send/errors.ts';
import { QUIET } from '../send/post.ts';

const TIMEOUT_MS = 10_000;

export type ResponseType = 'ephemeral' | 'in_channel';

/** What a command's acknowledgement and a response URL both take. */
export function responseBody(form: SlackMessage, type: ResponseType) {
  return {
    response_type: type,
    replace_original: false,
    ...form,
    ...QUIET,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

export type ResponseUrl = { readonly url: string; readonly threadTs?: string | undefined };

/** Posts through the response URL, in plainer forms if Slack dislikes the first. */
export async function postToResponseUrl(
  to: ResponseUrl,
  message: Message,
  type: ResponseType,
  fetchFn: typeof fetch = fetch,
): Promise<void> {
  let refusal: string | null = null;
  for (const form of [...BLOCK_FORMS, renderAsText]) {
    const body = responseBody(form(message), type);
    refusal = await post(fetchFn, to.url, to.threadTs ? { ...body, thread_ts: to.threadTs } : body);
    if (!isShapeRefusal(refusal)) break;
  }
  if (refusal !== null) throw new Error(`Slack refused the response: ${refusal}`);
}

/** Null when Slack took it, else its word for the refusal. */
async function post(fetchFn: typeof fetch, url: string, body: object): Promise<string | null> {
  const response = await fetchFn(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const words = (await response.text()).trim();
  if (response.ok && !/"ok"\s*:\s*false/.test(words)) return null;
  const code = /"error"\s*:\s*"([a-z0-9_]+)"/.exec(words)?.[1] ?? words;
  return /^[a-z0-9_]{1,80}$/.test(code) ? code : `http_${response.status}`;
}
