import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-folder.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two workers: each may run an embedded database and a PostgreSQL.
    maxWorkers: 2,
  },
});
