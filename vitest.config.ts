import { defineConfig } from 'vitest/config';
import { SlowestReporter } from './test/support/process/slowest-reporter.ts';

/** Where `.ci/run` wants every result as JSON. */
const report = process.env.PAP_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database/database-folder.ts'],
    reporters: ['default', new SlowestReporter(), ...(report ? (['json'] as const) : [])],
    ...(report && { outputFile: { json: report } }),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than two processors: suites that start processes mostly wait. Each worker may run an embedded database.
    maxWorkers: 3,
    // Every test makes what it needs and takes it down again, so the files of a worker share their modules: reading
    // them again for each file took longer than the tests of most.
    isolate: false,
  },
});
