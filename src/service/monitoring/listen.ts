// Listens on a port, or says in one sentence why it cannot and which setting to change.

import type { Server } from 'node:http';
import { fieldOf } from '../../core/message/domain/narrow.ts';
import { ConfigError } from '../../core/request/app/faults.ts';

export type Place = { readonly host: string; readonly port: number };
/** The settings that a place was read from. */
export type PlaceNames = { readonly host: string; readonly port: string };

/**
 * Resolves with the port, which is another one than asked for when that was 0.
 * @throws ConfigError when the port is taken or not allowed, or the address is not this machine's
 */
export async function listen(
  server: Server,
  { host, port }: Place,
  names: PlaceNames,
): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    throw explain(error, { host, port }, names);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function explain(error: unknown, { host, port }: Place, names: PlaceNames): unknown {
  const code = fieldOf(error, 'code');
  if (code === 'EADDRINUSE')
    return new ConfigError(
      names.port,
      `port ${port} is in use by another process; stop that one, or set another port`,
    );
  if (code === 'EACCES')
    return new ConfigError(
      names.port,
      `this user may not listen on port ${port}; set a port above 1023, and let the proxy have ${port}`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ConfigError(
      names.host,
      `${host} is not an address of this machine; set 0.0.0.0 for all of its addresses, or 127.0.0.1`,
    );
  return error;
}
