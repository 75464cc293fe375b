// Fetches a file that somebody sent in a chat, from that chat's own hosts and no others, and no further than
// the limit. How to fetch is handed in by the platform.
import type { GivenFile } from './inbound.ts';

export type FileAddress = {
  readonly name: string;
  readonly url: string;
  /** As the platform states it; it is not believed, but a large one is not even asked for. */
  readonly size?: number | undefined;
};

export type DownloadRules = {
  /** Whether a host belongs to the platform. */
  readonly trusts: (host: string) => boolean;
  /** Only sent to trusted hosts, redirects included. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch | undefined;
};

const MAX_BYTES = 10_000_000;
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 3;

/** The file, or why it could not be had: `too-big`, `not-downloaded`. Never throws. */
export async function downloadFile(
  { name, url, size = 0 }: FileAddress,
  rules: DownloadRules,
): Promise<GivenFile> {
  if (size > MAX_BYTES) return { name, problem: 'too-big' };
  try {
    const response = await follow(url, rules, AbortSignal.timeout(TIMEOUT_MS));
    if (!response?.ok || !response.body) return { name, problem: 'not-downloaded' };
    // Without the permission to read files, Slack answers with its page to sign in.
    const isPage = /^text\/html/i.test(response.headers.get('content-type') ?? '');
    if (isPage && !/\.html?$/i.test(name)) return { name, problem: 'not-downloaded' };
    const bytes = await upTo(MAX_BYTES, response.body);
    return bytes ? { name, bytes } : { name, problem: 'too-big' };
  } catch {
    return { name, problem: 'not-downloaded' };
  }
}

async function follow(
  start: string,
  { trusts, headers = {}, fetch: fetchFn = fetch }: DownloadRules,
  signal: AbortSignal,
): Promise<Response | null> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const address = URL.canParse(url) ? new URL(url) : null;
    if (address?.protocol !== 'https:' || address.port !== '' || !trusts(address.hostname))
      return null;
    const response = await fetchFn(url, { headers, redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null) return response;
    await response.body?.cancel();
    url = new URL(next, url).toString();
  }
  return null;
}

/** Null: there is more. */
async function upTo(limit: number, body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Whether a file that came with these words is meant for the import: no words at all, the line itself, or a wish in one's own words. */
export function asksForImport(text: string): boolean {
  const words = text.trim();
  return (
    words === '' || /^admin\s+import\b/i.test(words) || (WISH.test(words) && words.length < 200)
  );
}

const WISH =
  /^(?:please\s+|can you\s+|could you\s+|hi[,\s]+|pap[,\s]+)*(?:import|upload|load|read in)\b|\b(?:new plan|new version|updated plan)\b/i;
