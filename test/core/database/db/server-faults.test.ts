// A PostgreSQL database that cannot be used: a sentence that names it, without its password, and says what to do.
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../src/core/database/db/open-database.ts';
import { explainServer, placeOf } from '../../../../src/core/database/db/server-faults.ts';
import { ConfigError, NoRecord } from '../../../../src/core/request/app/faults.ts';
import { findPostgresql } from '../../../support/database/database-cluster.ts';
import {
  announceMissing,
  type FreshDatabase,
  freshDatabase,
} from '../../../support/database/database-harness.ts';

const URL_OF = 'postgresql://pap:hidden@db.example:5432/plan';
const fault = (code: string) => Object.assign(new Error('quotes hidden'), { code });

it.each([
  ['ECONNREFUSED', 'does not answer'],
  ['ENOTFOUND', 'cannot be found'],
  ['ETIMEDOUT', 'cannot be reached'],
  ['28P01', 'refuses this user or password'],
  ['3D000', 'does not exist'],
  ['42501', 'make the user the owner'],
  ['25006', 'can only be read: name the primary'],
  ['53100', 'has a full disk'],
  ['53300', 'Raise max_connections'],
  ['57P03', 'start again in a moment'],
  ['XX001', 'is damaged (XX001). Stop every process of PAP, and restore'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'sslrootcert'],
])('says of %s that the database %s', (code, said) => {
  const explained = explainServer(URL_OF, fault(code));

  expect(explained).toBeInstanceOf(ConfigError);
  expect(String(explained)).toContain('DATABASE_URL: the database plan at db.example:5432 ');
  expect(String(explained)).toContain(said);
  expect(String(explained)).not.toContain('hidden');
});

it('leaves alone what has another cause', () => {
  const error = fault('42P01');

  expect(explainServer(URL_OF, error)).toBe(error);
  expect(placeOf('postgresql:///plan?host=/run')).toBe('the database plan at /run');
});

if (findPostgresql()) {
  const bot = { role: 'server', mayCreate: false } as const;

  it('is not filled by the bot when it is empty, and is when whoever asks may', async () => {
    const fresh: FreshDatabase = await freshDatabase('postgresql');
    const other = fresh.databaseUrl?.replace(/\/[^/?]+\?/, '/postgres?');

    await expect(openDatabase({ ...fresh, databaseUrl: other, ...bot })).rejects.toThrow(NoRecord);
    await expect(openDatabase({ ...fresh, databaseUrl: other, ...bot })).rejects.toThrow(
      'DATABASE_URL: the database postgres at ',
    );
    await fresh.remove();
  });

  it('is named when it is not there', async () => {
    const fresh = await freshDatabase('postgresql');
    const databaseUrl = fresh.databaseUrl?.replace(/\/[^/?]+\?/, '/nowhere?');

    await expect(openDatabase({ ...fresh, databaseUrl, ...bot })).rejects.toThrow(
      /^DATABASE_URL: the database nowhere at .* does not exist/,
    );
    await fresh.remove();
  });
} else announceMissing('a PostgreSQL that is empty', 'PostgreSQL', 'apt-get install postgresql');
