// Many connections, one engine: each gets its own answers, and a transaction is nobody else's.
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { describeOnDatabase } from '../../../support/database/database-harness.ts';
import { buildPartnership } from '../../../support/world/builders.ts';

describeOnDatabase('embedded', 'the socket server', (harness) => {
  beforeEach(async () => {
    await harness.pool.query('DROP TABLE IF EXISTS scratch; CREATE TABLE scratch (a int)');
  });
  afterAll(() => harness.pool.query('DROP TABLE scratch'));

  async function connect(): Promise<Client> {
    const { host } = harness.pool.options;
    const client = new Client({ host, port: 5432, user: 'postgres', database: 'postgres' });
    await client.connect();
    return client;
  }

  it('gives everybody who waited for a transaction their own answer', async () => {
    const holder = await connect();
    const waiting = await Promise.all(Array.from({ length: 8 }, connect));
    await holder.query('BEGIN');
    await holder.query('INSERT INTO scratch VALUES ($1)', [1]);

    const answers = waiting.map((client, index) =>
      client.query(`SELECT $1::int AS n, count(*)::int AS rows FROM scratch`, [index]),
    );
    await holder.query('INSERT INTO scratch VALUES ($1)', [2]);
    await holder.query('COMMIT');

    const rows = (await Promise.all(answers)).map((answer) => answer.rows[0]);
    expect(rows).toEqual(waiting.map((_client, index) => ({ n: index, rows: 2 })));
    await Promise.all([holder, ...waiting].map((client) => client.end()));
  });

  it('keeps transactions whole and answers apart under load, errors and large values included', async () => {
    const large = 'x'.repeat(300_000);
    const work = async (worker: number) => {
      const client = await connect();
      for (let turn = 0; turn < 40; turn++) {
        const n = worker * 1_000 + turn;
        if (worker % 4 === 0) {
          await client.query('BEGIN');
          const before = await client.query('SELECT count(*)::int AS n FROM scratch');
          await client.query('INSERT INTO scratch VALUES ($1)', [n]);
          const after = await client.query('SELECT count(*)::int AS n FROM scratch');
          expect(after.rows[0].n).toBe(before.rows[0].n + 1);
          await client.query(turn % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
        } else if (worker % 4 === 1) {
          await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
        } else if (worker % 4 === 2) {
          const { rows } = await client.query('SELECT length($1::text) AS length, $2::int AS n', [
            large,
            n,
          ]);
          expect(rows).toEqual([{ length: 300_000, n }]);
        } else {
          expect((await client.query('SELECT $1::int AS n', [n])).rows).toEqual([{ n }]);
        }
      }
      await client.end();
    };

    await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)));

    expect((await harness.pool.query('SELECT count(*)::int AS n FROM scratch')).rows).toEqual([
      { n: 40 },
    ]);
  });

  it('rolls back what a connection left open when it broke', async () => {
    const broken = await connect();
    broken.on('error', () => {});
    await broken.query('BEGIN');
    await broken.query('INSERT INTO scratch VALUES (1)');

    const next = harness.pool.query('SELECT count(*)::int AS n FROM scratch');
    (
      broken as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();

    expect((await next).rows).toEqual([{ n: 0 }]);
  });

  it('lets several connections prepare the same statement under the same name', async () => {
    const clients = [await connect(), await connect()];
    const named = (n: number) => ({ name: 'same', text: 'SELECT $1::int AS n', values: [n] });

    const answers = [];
    for (const round of [0, 10]) {
      for (const [index, client] of clients.entries()) {
        answers.push((await client.query(named(round + index))).rows);
      }
    }

    expect(answers).toEqual([[{ n: 0 }], [{ n: 1 }], [{ n: 10 }], [{ n: 11 }]]);
    await Promise.all(clients.map((client) => client.end()));
  });

  it('refuses another statement under a name that is taken, and one that failed may be tried again', async () => {
    const [one, other] = [await connect(), await connect()];
    await one.query({ name: 'taken', text: 'SELECT 1 AS n' });
    const named = { name: 'later', text: 'SELECT a FROM not_yet' };

    await expect(other.query({ name: 'taken', text: 'SELECT 2 AS n' })).rejects.toThrow('exists');
    await expect(other.query(named)).rejects.toThrow('not_yet');
    await one.query('CREATE TABLE not_yet (a int)');

    expect((await other.query(named)).rows).toEqual([]);
    expect((await one.query(named)).rows).toEqual([]);
    await one.query('DROP TABLE not_yet');
    await Promise.all([one.end(), other.end()]);
  });

  it('goes on when somebody sends it nonsense', async () => {
    const stranger = createConnection(join(harness.pool.options.host ?? '', '.s.PGSQL.5432'));
    await once(stranger, 'connect');
    stranger.write('GET / HTTP/1.1\r\n\r\n');
    await once(stranger, 'close');

    expect(await buildPartnership(harness.prisma)).toHaveProperty('id');
  });

  it('tells whoever listens what another connection notified', async () => {
    const [listener, other] = [await connect(), await connect()];
    await listener.query('LISTEN news');

    const heard = once(listener, 'notification');
    await other.query(`SELECT pg_notify('news', 'hello')`);

    expect(await heard).toMatchObject([{ channel: 'news', payload: 'hello' }]);
    await Promise.all([listener.end(), other.end()]);
  });
});
