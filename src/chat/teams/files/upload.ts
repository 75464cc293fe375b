// Puts a file where Teams has made room for it: in the person's OneDrive and at no other address, once, and without
// a token, because the address itself is the permission. Its faults name no address.
import { LIMITS } from '../render/limits.ts';

const TIMEOUT_MS = 20_000;

/** Whether an address is one of OneDrive for work, which is SharePoint. */
export function isInSharePoint(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  return (
    protocol === 'https:' &&
    `${port}${username}${password}` === '' &&
    /^(?:[a-z0-9-]+\.)+sharepoint\.(?:com|us)$/.test(hostname)
  );
}

/** Null when the file is there, else why not, in a word that may be logged. Never throws. */
export async function uploadFile(
  uploadUrl: string,
  bytes: Uint8Array,
  fetchFn: typeof fetch = fetch,
): Promise<string | null> {
  if (!isInSharePoint(uploadUrl)) return 'not-sharepoint';
  const size = bytes.length;
  if (size > LIMITS.uploadBytes) return 'too-big';
  try {
    const response = await fetchFn(uploadUrl, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${size - 1}/${size}`,
      },
      body: Buffer.from(bytes),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    // 202 asks for more, and there is no more.
    return response.status === 200 || response.status === 201 ? null : `http-${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'not-connected';
  }
}
