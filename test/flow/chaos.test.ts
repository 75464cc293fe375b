// The chaos in short (bench/chaos.ts is the long form): platforms that fail, kill -9 at random, a database that
// restarts; whatever happens, every notification arrives once or is put before a person with a reason.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  type ChaosPlaces,
  prepareChaosEmbedded,
  prepareChaosPostgresql,
} from '../support/chaos/chaos-places.ts';
import { type ChaosPlan, type ChaosResult, runChaos } from '../support/chaos/chaos-run.ts';
import { findPostgresql, stopCluster } from '../support/database/database-cluster.ts';
import { announceMissing } from '../support/database/database-harness.ts';
import { compiled } from '../support/process/compiled.ts';

const TIMEOUT_MS = 300_000;

if (findPostgresql()) {
  describeChaos('two replicas on PostgreSQL', prepareChaosPostgresql, [
    { seed: 2, kills: 2, replicas: 2, restart: true },
  ]);
} else {
  announceMissing('chaos on PostgreSQL', 'PostgreSQL', 'apt-get install postgresql');
}

describeChaos('one process with the embedded database', prepareChaosEmbedded, [
  { seed: 3, kills: 3, replicas: 1, restart: false },
]);

function describeChaos(
  title: string,
  prepare: (folder: string) => Promise<ChaosPlaces | null>,
  plans: readonly Omit<ChaosPlan, 'program'>[],
): void {
  describe(`chaos: ${title}`, () => {
    let folder: string;
    let places: ChaosPlaces | null;
    let program: readonly string[];
    beforeAll(async () => {
      program = [await compiled('test/support/chaos/chaos-bot.ts')];
      folder = mkdtempSync(join(inject('databaseFolder'), 'pap-chaos-'));
      // The cluster runs as another user when the tests run as root.
      chmodSync(folder, 0o755);
      places = await prepare(folder);
    });
    afterAll(() => {
      stopCluster(folder);
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(plans)(
      'delivers exactly once or says why not (seed $seed)',
      {
        timeout: TIMEOUT_MS,
      },
      async (plan) => {
        const place = await places?.make();
        if (!place) throw new Error('the database could not be prepared');

        const result = await runChaos({ ...plan, program }, place);
        await place.remove();

        expect(result.violations, storyOf(result)).toEqual([]);
        expect(result.sent).toBeGreaterThan(0);
        expect(result.acknowledged).toBeGreaterThan(0);
        expect(result.faults.size).toBeGreaterThan(0);
      },
    );
  });
}

function storyOf({ violations, logged }: ChaosResult): string {
  return [...violations, ...logged].join('\n');
}
