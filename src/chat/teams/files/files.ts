// A file that somebody sent to the bot in a personal chat. Teams keeps it in the sender's OneDrive and gives
// an address that is good for a few minutes and needs no token: none is sent.
import { z } from 'zod';
import {
  asksForImport,
  downloadFile,
  type FileAddress,
} from '../../../core/request/app/download-file.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';

const attachment = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().min(1).max(400),
  content: z.object({ downloadUrl: z.string().min(1).max(4_000) }),
});

/** The first file among a message's attachments; its own text comes as an attachment too. */
export function sharedFile(attachments: readonly unknown[] | undefined): FileAddress | undefined {
  for (const one of attachments ?? []) {
    const { data } = attachment.safeParse(one);
    if (data) return { name: data.name, url: data.content.downloadUrl };
  }
  return undefined;
}

/** A file is only fetched for the one verb that takes one: where it is asked for, or where the file came without words. */
export async function withFile(
  inbound: Inbound,
  file: FileAddress | undefined,
  fetchFn?: typeof fetch,
): Promise<Inbound> {
  if (!file || !asksForImport(inbound.text)) return inbound;
  return { ...inbound, file: await downloadFile(file, { trusts, fetch: fetchFn }) };
}

/** SharePoint, where OneDrive for work keeps files, and the service that it hands large ones to. */
function trusts(host: string): boolean {
  return /^(?:[a-z0-9-]+\.)+(?:sharepoint\.com|svc\.ms)$/i.test(host);
}
