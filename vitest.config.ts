import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-folder.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two workers: each may run an embedded database and a PostgreSQL.
    maxWorkers: 2,
    // Every test makes what it needs and takes it down again, so the files of a worker share their modules: reading
    // them again for each file took longer than the tests of most.
    isolate: false,
  },
});
