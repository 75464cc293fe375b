// Writes down what the product asks of a pool.
import type { Pool, PoolClient } from 'pg';

/** A statement as it was asked the first time. */
export type Asked = { readonly text: string; readonly values: readonly unknown[] };

/** Writes down each statement of the product once; what tests ask by a plain string is none of it. */
export function writeDownStatements(pool: Pool): {
  readonly asked: ReadonlyMap<string, Asked>;
  stop(): void;
} {
  const asked = new Map<string, Asked>();
  const watched = new WeakSet<PoolClient>();
  const onAcquire = (client: PoolClient) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [config] = args;
        if (isStatement(config) && !asked.has(config.text))
          asked.set(config.text, { text: config.text, values: [...(config.values ?? [])] });
        return query(...args);
      },
    });
  };
  pool.on('acquire', onAcquire);
  return { asked, stop: () => void pool.off('acquire', onAcquire) };
}

function isStatement(
  config: unknown,
): config is { readonly text: string; readonly values?: readonly unknown[] } {
  return typeof config === 'object' && config !== null && 'text' in config;
}
