// The trial that tells whether the record can be written: it fails where a write would, and leaves nothing behind.
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';

describeOnBothDatabases('a trial of writing', (harness) => {
  const size = async () => {
    // But for what the tests keep of what was written to.
    const { rows } = await harness.pool.query(
      `SELECT sum(pg_relation_size(oid))::text AS bytes FROM pg_class
       WHERE relnamespace <> 'kept'::regnamespace`,
    );
    return rows[0]?.bytes;
  };

  it('succeeds, again and again, and leaves no row', async () => {
    const before = await size();

    for (let times = 0; times < 20; times++) await harness.database.tryToWrite();

    expect(await size()).toBe(before);
    expect(await harness.prisma.partnership.count()).toBe(0);
  });

  it('fails where nothing may be written, and succeeds once it may', async () => {
    const every = async (value: string) => {
      const clients = await Promise.all(Array.from({ length: 10 }, () => harness.pool.connect()));
      for (const client of clients) {
        await client.query(`SET default_transaction_read_only = ${value}`);
        client.release();
      }
    };
    await every('on');

    await expect(harness.database.tryToWrite()).rejects.toMatchObject({ code: '25006' });

    await every('off');
    await harness.database.tryToWrite();
  });

  it('needs room on the disk', async () => {
    const limit = 'SET temp_file_limit = 100';
    const clients = await Promise.all(Array.from({ length: 10 }, () => harness.pool.connect()));
    for (const client of clients) {
      await client.query(limit);
      client.release();
    }

    // Said when its trial file would be too large: so it does write one.
    await expect(harness.database.tryToWrite()).rejects.toMatchObject({ code: '53400' });

    const again = await Promise.all(Array.from({ length: 10 }, () => harness.pool.connect()));
    for (const client of again) {
      await client.query('RESET temp_file_limit');
      client.release();
    }
    await harness.database.tryToWrite();
  });
});
