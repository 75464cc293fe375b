// The import rules of the house, each planted and caught: a rule that catches nothing is not a rule.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const forbidden = [
  ['src/domain', '../app/ports.ts'],
  ['src/domain', '../messages/message.ts'],
  ['src/domain', 'node:fs'],
  ['src/domain', 'zod'],
  ['src/messages', '../app/ports.ts'],
  ['src/messages', '@slack/bolt'],
  ['src/messages', 'node-schedule'],
  ['src/app', '@slack/bolt'],
  ['src/app', '../db/record.ts'],
  ['src/app', '../generated/prisma/client.ts'],
  ['src/app', '../../commands/help.ts'],
  ['src/app', 'node:fs'],
  ['src/plan-files', '../db/record.ts'],
  ['src/files', '../db/record.ts'],
  ['src/files', '../app/ports.ts'],
  ['src/files', '@slack/bolt'],
  ['src/files', 'xlsx'],
  ['src/files', 'echarts'],
  ['src/pictures', '../files/formats.ts'],
  ['src/pictures', '../app/ports.ts'],
  ['src/pictures', 'docx'],
  ['src/app', '../files/formats.ts'],
  ['src/app', 'exceljs'],
  ['commands', '../src/files/formats.ts'],
  ['src/db', '../chat/slack/app.ts'],
  ['src/db', '@slack/web-api'],
  ['src/db', 'botbuilder'],
  ['src/chat/slack', '../teams/app.ts'],
  ['src/chat/slack', '../../db/record.ts'],
  ['src/chat/slack', 'botbuilder'],
  ['src/chat/teams', '../slack/app.ts'],
  ['src/chat/teams', '../../db/record.ts'],
  ['src/chat/teams', '@slack/bolt'],
  ['src/chat/teams/playground', '../../slack/app.ts'],
  ['src/chat/terminal', '../slack/app.ts'],
  ['src/chat/terminal', '../../db/record.ts'],
  ['commands', './update.ts'],
  ['commands', '../src/db/record.ts'],
  ['commands', '@slack/bolt'],
  ['scheduled', 'node-schedule'],
  ['scheduled', '../commands/help.ts'],
  ['src', 'node-schedule'],
  ['src', 'graphile-worker'],
  ['src', '@prisma/client'],
  ['src', 'prom-client'],
  ['src/ops', '../db/record.ts'],
  ['src/ops', '@slack/bolt'],
  ['src/app', 'prom-client'],
] as const;

const allowed = [
  ['src/domain', './rag.ts'],
  ['src/domain', 'temporal-polyfill'],
  ['src/messages', '../domain/rag.ts'],
  ['src/app', '../messages/message.ts'],
  ['src/files', '../domain/grid.ts'],
  ['src/files', 'exceljs'],
  ['src/files', 'docx'],
  ['src/files', '../messages/document.ts'],
  ['src/files', '../pictures/draw-chart.ts'],
  ['src/pictures', 'echarts'],
  ['src/pictures', '../messages/chart-data.ts'],
  ['src/ops', 'prom-client'],
  ['src/ops', '../app/meters.ts'],
  ['src/app', 'node:async_hooks'],
  ['src/files', 'csv-parse/sync'],
  ['src/db', '../app/ports.ts'],
  ['src/chat/slack', '@slack/bolt'],
  ['src/chat/teams', '@microsoft/teams-ai'],
  ['commands', '../src/app/command.ts'],
  ['scheduled', '../src/app/run-job.ts'],
] as const;

const root = join(import.meta.dirname, '../..');
let folder: string;
let caught: ReadonlySet<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pap-imports-'));
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  [...forbidden, ...allowed].forEach(([place, specifier], index) => {
    const file = join(folder, place, `planted-${index}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from '${specifier}';\n\nexport const y = x;\n`);
  });
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(
    process.execPath,
    [
      biome,
      'lint',
      '--only=style/noRestrictedImports',
      '--reporter=json',
      '--max-diagnostics=200',
      '.',
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 32_000_000,
    },
  );
  caught = new Set([...run.stdout.matchAll(/planted-\d+\.ts/g)].map(([name]) => name));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(forbidden.map((row, index) => [...row, index] as const))(
  '%s may not import %s',
  (_place, _specifier, index) => {
    expect(caught).toContain(`planted-${index}.ts`);
  },
);

it.each(allowed.map((row, index) => [...row, index + forbidden.length] as const))(
  '%s may import %s',
  (_place, _specifier, index) => {
    expect(caught).not.toContain(`planted-${index}.ts`);
  },
);
