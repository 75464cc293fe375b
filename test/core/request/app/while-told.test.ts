import { expect, it } from 'vitest';
import { whileTold } from '../../../../src/core/request/app/while-told.ts';

const SOON = { afterMs: 1, everyMs: 1 };
const LATE = { afterMs: 3_600_000, everyMs: 3_600_000 };

it('tells nobody of work that is done at once', async () => {
  const told: string[] = [];

  const done = await whileTold(Promise.resolve('done'), () => told.push('told'), fail, LATE);

  expect(done).toBe('done');
  expect(told).toEqual([]);
});

it('tells again and again while it lasts, and no more then', async () => {
  const told: string[] = [];
  let finish = (_: string) => {};
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });

  const done = await whileTold(
    work,
    () => {
      told.push('told');
      if (told.length === 3) finish('done');
    },
    fail,
    SOON,
  );

  expect([done, told.length]).toEqual(['done', 3]);
});

it('brings the answer when telling fails, and says why it did', async () => {
  const faults: unknown[] = [];
  let finish = (_: string) => {};
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });

  const done = await whileTold(
    work,
    () => {
      throw new Error('gone');
    },
    (error) => {
      faults.push(error);
      finish('done');
    },
    SOON,
  );

  expect(done).toBe('done');
  expect(faults).toEqual([new Error('gone')]);
});

it('fails as the work does', async () => {
  const work = Promise.reject(new Error('broken'));

  await expect(whileTold(work, () => {}, fail, LATE)).rejects.toThrow('broken');
});

function fail(error: unknown): never {
  throw error;
}
