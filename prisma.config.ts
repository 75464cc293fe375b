// Prisma's command line reads this; the bot itself does not (it takes its configuration from
// src/config.ts). `generate` needs no schema engine, yet the command line insists on one: where its
// download is not wanted, PAP_PRISMA_OFFLINE=1 names an existing file instead (docs/operations.md).
import { defineConfig } from 'prisma/config';

if (process.env.PAP_PRISMA_OFFLINE === '1') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
