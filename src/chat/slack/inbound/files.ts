// Files in Slack: the one that somebody shared with a request, and those of an answer, which go to the person
// who asked in the direct conversation with the bot.
import type { WebClient } from '@slack/web-api';
import {
  asksForImport,
  downloadFile,
  type FileAddress,
} from '../../../core/request/app/download-file.ts';
import type { GivenFile, Inbound, MadeFile } from '../../../core/request/app/inbound.ts';
import { openDirect } from '../send/post.ts';

/** A file is only fetched for the one verb that takes one: where it is asked for, or where the file came without words. */
export async function withFile(
  inbound: Inbound,
  file: FileAddress | undefined,
  get: (file: FileAddress) => Promise<GivenFile>,
): Promise<Inbound> {
  const isAsked = asksForImport(inbound.text);
  return file && isAsked ? { ...inbound, file: await get(file) } : inbound;
}

/** Fetches a shared file; the token goes to Slack and nowhere else. */
export function fetchShared(
  file: FileAddress,
  botToken: string,
  fetchFn: typeof fetch | undefined,
): Promise<GivenFile> {
  return downloadFile(file, {
    trusts: (host) => host === 'slack.com' || host === 'files.slack.com',
    headers: { authorization: `Bearer ${botToken}` },
    fetch: fetchFn,
  });
}

/** Uploads files to the direct conversation with a person. */
export async function uploadFiles(
  client: WebClient,
  userId: string,
  files: readonly MadeFile[],
): Promise<void> {
  const channel = await openDirect(client, userId);
  for (const { name, bytes } of files) {
    await client.filesUploadV2({ channel_id: channel, filename: name, file: Buffer.from(bytes) });
  }
}
