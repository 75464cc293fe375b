// The simulation's record in memory does not lie: the same seed gives the same messages in a real database.
import { expect, it } from 'vitest';
import { live } from '../../bench/simulation/live.ts';
import { createMemoryPlace } from '../../bench/simulation/memory-place.ts';
import { makeSetting } from '../../bench/simulation/setting.ts';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { createDatabasePlace } from './support/database-place.ts';

const size = { objectives: 12, firstDay: '2026-09-14', lastDay: '2026-11-20' };
const SEED = 5;

describeOnDatabase('embedded', 'a simulated quarter', (harness) => {
  it('is the same in memory and in the database', { timeout: 240_000 }, async () => {
    const setting = makeSetting(SEED, 0, size);

    const inDatabase = await live(setting, SEED, 0, await createDatabasePlace(harness, setting));
    const inMemory = await live(setting, SEED, 0, createMemoryPlace(setting));

    expect(inDatabase.lines).toEqual(inMemory.lines);
    const told = inMemory.lines.flatMap((line) => (line.kind === 'sweep' ? line.told : []));
    expect(told.length).toBeGreaterThan(30);
    expect(new Set(told.map(({ chase }) => chase?.step)).size).toBeGreaterThan(6);
  });
});
