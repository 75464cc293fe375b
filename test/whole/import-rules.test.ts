// The import rules of the house, each planted and caught: a rule that catches nothing is not a rule.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { districts, importRules, layers } from '../../scripts/house.mjs';

const root = join(import.meta.dirname, '../..');
const rooms = Object.entries(districts).flatMap(([district, names]) =>
  names.map((name) => ({ district, name, path: `${district}/${name}` })),
);

const forbidden: (readonly [string, string])[] = [
  ['src/core/dates/domain', '../app/ports.ts'],
  ['src/core/dates/domain', '../messages/when.ts'],
  ['src/core/dates/domain', 'node:fs'],
  ['src/core/dates/domain', 'zod'],
  ['src/core/personal-data/rules', '../app/typed-note.ts'],
  ['src/core/personal-data/rules', 'zod'],
  ['src/cycle/returns/messages', '../app/update-status.ts'],
  ['src/cycle/returns/messages', '@slack/bolt'],
  ['src/cycle/returns/messages', 'node-schedule'],
  ['src/cycle/returns/app', '@slack/bolt'],
  ['src/cycle/returns/app', '../db/append-update.ts'],
  ['src/cycle/returns/app', '../../../generated/prisma/client.ts'],
  ['src/cycle/returns/app', '../../../../commands/help.ts'],
  ['src/cycle/returns/app', 'node:fs'],
  ['src/cycle/returns/app', '../../../files/formats.ts'],
  ['src/cycle/returns/app', 'exceljs'],
  ['src/cycle/returns/app', 'prom-client'],
  ['src/control/plan-folders/files', '../db/load-plan.ts'],
  ['src/files', '../service/record/db/record.ts'],
  ['src/files', '../core/request/app/ports.ts'],
  ['src/files', '@slack/bolt'],
  ['src/files', 'xlsx'],
  ['src/files', 'echarts'],
  ['src/files/pictures', '../formats.ts'],
  ['src/files/pictures', '../../core/request/app/ports.ts'],
  ['src/files/pictures', 'docx'],
  ['commands', '../src/files/formats.ts'],
  ['src/cycle/cycles/db', '../../../chat/slack/send/send.ts'],
  ['src/cycle/cycles/db', '@slack/web-api'],
  ['src/cycle/cycles/db', 'botbuilder'],
  ['src/cycle/cycles/db', '../messages/cycle.ts'],
  ['src/chat/slack/send', '../../teams/send/send.ts'],
  ['src/chat/slack/send', '../../../service/record/db/record.ts'],
  ['src/chat/slack', 'botbuilder'],
  ['src/chat/teams/send', '../../slack/send/send.ts'],
  ['src/chat/teams', '../../service/record/db/record.ts'],
  ['src/chat/teams', '@slack/bolt'],
  ['src/chat/teams/playground', '../../slack/manifest.ts'],
  ['src/chat/terminal', '../slack/manifest.ts'],
  ['src/chat/terminal', '../../service/record/db/record.ts'],
  ['commands', './update.ts'],
  ['commands/admin', './people.ts'],
  ['commands', '../src/service/record/db/record.ts'],
  ['commands', '@slack/bolt'],
  ['scheduled', 'node-schedule'],
  ['scheduled', '../commands/help.ts'],
  ['src', 'node-schedule'],
  ['src', 'graphile-worker'],
  ['src', '@prisma/client'],
  ['src', 'prom-client'],
  ['src/service/monitoring', '../record/db/record.ts'],
  ['src/service/monitoring', '@slack/bolt'],
  // Every room, and the one that comes next: none is known before its turn.
  ...rooms.slice(1).flatMap((next, index) => {
    const room = rooms[index];
    return Object.keys(layers).map(
      (layer) => [`src/${room?.path}/${layer}`, from(room, next, layer)] as const,
    );
  }),
];

const allowed: (readonly [string, string])[] = [
  ['src/core/dates/domain', './month.ts'],
  ['src/core/dates/domain', 'temporal-polyfill'],
  ['src/cycle/returns/messages', '../domain/same-words.ts'],
  ['src/cycle/returns/app', '../messages/receipt.ts'],
  ['src/cycle/returns/app', 'node:async_hooks'],
  ['src/files', '../core/message/domain/grid.ts'],
  ['src/files', 'exceljs'],
  ['src/files', 'docx'],
  ['src/files', 'csv-parse/sync'],
  ['src/files', '../core/message/messages/document.ts'],
  ['src/files', './pictures/draw-chart.ts'],
  ['src/files/pictures', 'echarts'],
  ['src/files/pictures', '../../core/message/messages/chart-data.ts'],
  ['src/service/monitoring', 'prom-client'],
  ['src/service/monitoring', '../../core/outbox/app/meters.ts'],
  ['src/cycle/cycles/db', '../app/cycle-ports.ts'],
  ['src/chat/slack/send', '@slack/bolt'],
  ['src/chat/slack/send', '../render/render.ts'],
  ['src/chat/teams/send', '@microsoft/teams-ai'],
  ['commands', '../src/core/request/app/command.ts'],
  ['scheduled', '../src/service/jobs/app/run-job.ts'],
  ['src/core/personal-data/domain', '../rules/ages.ts'],
  ['src/core/personal-data/rules', '../domain/personal-data-text.ts'],
  // Every room knows the one before it.
  ...rooms.slice(1).flatMap((room, index) => {
    const before = rooms[index];
    return Object.entries(layers).flatMap(([layer, { knows }]) =>
      knows.map((known) => [`src/${room.path}/${layer}`, from(room, before, known)] as const),
    );
  }),
];

type Room = { readonly district: string; readonly name: string; readonly path: string };

function from(room: Room | undefined, other: Room | undefined, layer: string): string {
  return room?.district === other?.district
    ? `../../${other?.name}/${layer}/one.ts`
    : `../../../${other?.path}/${layer}/one.ts`;
}

let folder: string;
let caught: ReadonlySet<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pap-imports-'));
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(importRules()));
  [...forbidden, ...allowed].forEach(([place, specifier], index) => {
    const file = join(folder, place, `planted-${index}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from '${specifier}';\n\nexport const y = x;\n`);
  });
  const run = spawnSync(
    join(root, 'node_modules/.bin/oxlint'),
    ['-c', join(folder, 'rules.json'), '--format=json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 32_000_000 },
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

describe('the house', () => {
  /** What looks at the whole bot, or is a door of its own, stands in a district and is no room. */
  const OUTSIDE = ['monitoring', 'doctor', 'web'];
  const src = join(root, 'src');
  const foldersIn = (path: string) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  const filesIn = (path: string) =>
    existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.ts')).length : 0;

  it('can be taken in: at most nine districts, seven rooms a district', () => {
    expect(foldersIn(src).filter((name) => name !== 'generated').length).toBeLessThanOrEqual(9);
    for (const names of Object.values(districts)) expect(names.length).toBeLessThanOrEqual(7);
  });

  it.each(Object.entries(districts))('has the rooms of its list: %s', (district, names) => {
    const there = foldersIn(join(src, district)).filter((name) => !OUTSIDE.includes(name));

    expect(there.sort()).toEqual([...names].sort());
  });

  it.each(rooms)('has no room that is too full: $path', ({ path }) => {
    const counts = Object.keys(layers).map((layer) => filesIn(join(src, path, layer)));

    expect(Math.max(...counts)).toBeLessThanOrEqual(20);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(28);
  });
});
