// What Prisma's errors mean, in each of the shapes in which they come.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isUniqueViolation,
  isWriteConflict,
} from '../../../../src/core/database/db/database-errors.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';

describeOnBothDatabases('database errors', (harness) => {
  beforeAll(async () => {
    await harness.pool.query(`
      CREATE TABLE scratch (a int, CONSTRAINT scratch_unique UNIQUE (a) DEFERRABLE INITIALLY IMMEDIATE);
      INSERT INTO scratch VALUES (1)`);
  });
  // The database is the next suite's too.
  afterAll(() => harness.pool.query('DROP TABLE scratch'));

  async function caught(work: Promise<unknown>): Promise<unknown> {
    return await work.then(
      () => null,
      (error: unknown) => error,
    );
  }

  it('are recognised from a raw statement', async () => {
    const error = await caught(harness.prisma.$executeRaw`INSERT INTO scratch VALUES (1)`);

    expect(isUniqueViolation(error, 'scratch_unique')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    expect(isWriteConflict(error)).toBe(false);
  });

  it('are recognised from a model', async () => {
    const partnership = { data: { key: 'twice', name: 'Twice', shortName: 'T' } };
    await harness.prisma.partnership.create(partnership);

    const error = await caught(harness.prisma.partnership.create(partnership));

    expect(isUniqueViolation(error, 'partnership_key_key')).toBe(true);
  });

  it('are recognised at the commit', async () => {
    const error = await caught(
      harness.prisma.$transaction(async (inner) => {
        await inner.$executeRaw`SET CONSTRAINTS scratch_unique DEFERRED`;
        await inner.$executeRaw`INSERT INTO scratch VALUES (1)`;
      }),
    );

    expect(isUniqueViolation(error, 'scratch_unique')).toBe(true);
  });

  it.each(['40001', '40P01'])('tell a write conflict (%s)', async (code) => {
    const error = await caught(
      harness.prisma.$executeRawUnsafe(
        `DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '${code}'; END $$`,
      ),
    );

    expect(isWriteConflict(error)).toBe(true);
  });
});

describe('what is no database error', () => {
  it.each([null, undefined, 'text', new Error('other'), { code: 'P2034x' }])(
    'is none: %s',
    (error) => {
      expect(isWriteConflict(error)).toBe(false);
      expect(isUniqueViolation(error, 'x')).toBe(false);
    },
  );
});
