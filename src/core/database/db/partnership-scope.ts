// The second lock. Where the database keeps partnerships apart by itself, a connection says whose rows are wanted, and is
// given no others, whatever a statement asks for. What it says comes from whoever asks, never from the statement.
import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, Pool, type PoolConfig, type QueryConfig } from 'pg';
import { InvariantError } from '../../request/app/faults.ts';
import { type Executor, isId } from './executor.ts';

/** The rows of every partnership can be read, and none changed. */
const EVERYBODYS = '*';
/** No rows at all. */
const NOBODYS = '';

const scopes = new AsyncLocalStorage<string>();
/** The clients whose database keeps partnerships apart. */
const locked = new WeakSet<object>();

/** From now on what is asked of the client has to say whose rows it wants. */
export function lock(client: Executor): void {
  locked.add(client);
}

/** The client for one partnership: it can read and change no rows of another. */
export function ofPartnership<Db extends Executor>(db: Db, partnershipId: string): Db {
  return within(db, isId(partnershipId) ? partnershipId.toLowerCase() : NOBODYS);
}

/** The client for what goes over all partnerships, as to find out whose a request is. It reads, and changes nothing. */
export function ofEverybody<Db extends Executor>(db: Db): Db {
  return within(db, EVERYBODYS);
}

function within<Db extends Executor>(db: Db, scope: string): Db {
  return locked.has(db) ? scoped(db, scope) : db;
}

/** Whatever is called on it, or on what it holds, is asked in this scope: a transaction with all that is in it. */
function scoped<T extends object>(one: T, scope: string): T {
  return new Proxy(one, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function')
        // Awaited here, for the client asks nothing before somebody waits for the answer.
        return (...args: unknown[]) =>
          scopes.run(scope, async () => await value.apply(target, args));
      return typeof value === 'object' && value !== null ? scoped(value, scope) : value;
    },
  });
}

/** Whether the role of a pool's connections is held to the policies of the tables. */
type Lock = { isOn: boolean };
type Given = { readonly lock: Lock };

/** Connections that say whose rows are wanted before they ask. */
export class ScopedPool extends Pool {
  readonly lock: Lock;

  constructor(config: PoolConfig) {
    const own: Given = { lock: { isOn: false } };
    super({ ...config, ...own, Client: ScopedClient as never });
    this.lock = own.lock;
  }

  /** Finds out, once the tables are there, whether the role of these connections is held to their policies. */
  async findOut(): Promise<void> {
    const { rows } = await this.query<{ active: boolean }>(
      `SELECT row_security_active('partnership') AS active`,
    );
    this.lock.isOn = rows[0]?.active === true;
  }
}

class ScopedClient extends Client {
  readonly lock: Lock;
  /** Whose rows the connection gives outside of a transaction. */
  scope = NOBODYS;
  /** Whose the transaction is; null outside of one. */
  transaction: string | null = null;

  constructor(config: Given) {
    super(config as object);
    this.lock = config.lock;
  }
}

type Ask = (...args: unknown[]) => unknown;
/** Asked anew each time: tests put others in their place. */
const askPool = () => Pool.prototype.query as Ask;
const ask = () => Client.prototype.query as Ask;

// Both have one method of many signatures; these are those that Prisma calls. What the queue asks is of its own tables.
Object.assign(ScopedPool.prototype, {
  query(this: ScopedPool, ...args: unknown[]) {
    return this.lock.isOn && isStatement(args)
      ? askAlone(this, args[0])
      : askPool().apply(this, args);
  },
});
Object.assign(ScopedClient.prototype, {
  query(this: ScopedClient, ...args: unknown[]) {
    return this.lock.isOn && isStatement(args) ? askScoped(this, args[0]) : ask().apply(this, args);
  },
});

/** The pool’s own way goes on with a request in the scope of whoever gave the connection back. */
async function askAlone(pool: ScopedPool, statement: QueryConfig): Promise<unknown> {
  const client = await pool.connect();
  try {
    return await client.query(statement);
  } finally {
    client.release();
  }
}

async function askScoped(client: ScopedClient, statement: QueryConfig): Promise<unknown> {
  const wanted = scopes.getStore() ?? NOBODYS;
  if (statement.text === 'BEGIN') return await begin(client, wanted);
  if (client.transaction !== null) {
    if (/^(?:COMMIT|ROLLBACK)$/.test(statement.text)) client.transaction = null;
    else if (wanted !== client.transaction)
      throw new InvariantError(
        'a transaction of one partnership was asked for the rows of another',
      );
    return await ask().call(client, statement);
  }
  if (wanted !== client.scope) {
    await ask().call(client, `SET pap.partnership = '${wanted}'`);
    client.scope = wanted;
  }
  return await ask().call(client, statement);
}

/** In the same journey: what is set for a transaction ends with it. */
async function begin(client: ScopedClient, wanted: string): Promise<unknown> {
  const set = wanted === client.scope ? '' : `; SET LOCAL pap.partnership = '${wanted}'`;
  const begun = await ask().call(client, `BEGIN${set}`);
  client.transaction = wanted;
  return Array.isArray(begun) ? begun[0] : begun;
}

function isStatement(args: readonly unknown[]): args is readonly [QueryConfig] {
  const [config] = args;
  return (
    typeof config === 'object' &&
    config !== null &&
    'text' in config &&
    typeof args.at(-1) !== 'function'
  );
}
