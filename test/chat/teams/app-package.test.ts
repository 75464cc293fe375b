import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { commands as registry } from '../../../commands/index.ts';
import { teamsAppPackage, teamsManifest } from '../../../src/chat/teams/app-package.ts';
import { teamsIds } from '../../support/teams/teams-activity.ts';

const options = { appId: teamsIds.appId, botId: teamsIds.appId, host: 'pap.example.org' };

type Check = ((manifest: unknown) => boolean) & { errors?: unknown };

/** Microsoft's own schema for the manifest, from the package that ships all of them. */
function microsoftSchema(): Check {
  const path = '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json';
  const text = readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
  // Its `$schema` names a draft that Ajv does not carry; nothing in it is special to that draft.
  const { $schema: _draft, ...schema } = JSON.parse(text) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

describe('the manifest', () => {
  test('keeps to Microsoft’s schema', () => {
    const check = microsoftSchema();

    const valid = check(teamsManifest(options));

    expect(check.errors).toBeNull();
    expect(valid).toBe(true);
  });

  test('would not pass with something that the schema does not know', () => {
    const check = microsoftSchema();

    expect(check({ ...teamsManifest(options), surprise: true })).toBe(false);
  });

  test('asks for files in the personal chat, without which none can be sent or offered there', () => {
    const { bots } = teamsManifest(options) as { bots: { supportsFiles: boolean }[] };

    expect(bots[0]?.supportsFiles).toBe(true);
    const supportedChannelTypes = expect.arrayContaining(['sharedChannels']);
    expect(teamsManifest(options)).toMatchObject({ supportedChannelTypes });
  });

  test('offers the commands by mention and by slash in every place, at most twelve', () => {
    const { bots } = teamsManifest(options) as {
      bots: {
        supportsTargetedMessages: boolean;
        commandLists: { scopes: string[]; triggers: string[]; commands: { title: string }[] }[];
      }[];
    };
    const [bot] = bots;

    expect(bot?.supportsTargetedMessages).toBe(true);
    expect(bot?.commandLists.map((list) => list.scopes)).toEqual([
      ['personal'],
      ['team'],
      ['groupChat'],
    ]);
    for (const { triggers, commands } of bot?.commandLists ?? []) {
      expect(triggers).toEqual(['mention', 'slash']);
      expect(commands.map(({ title }) => title)).toEqual([
        ...['help', 'mine', 'update', 'same', 'show', 'outstanding'],
        ...['kpi', 'away', 'handover', 'challenge', 'digest', 'admin'],
      ]);
      const verbs = registry.map(({ name }) => name);
      expect(commands.filter(({ title }) => !verbs.includes(title))).toEqual([]);
    }
  });

  test('is called PAP, so that /pap is its form', () => {
    expect(teamsManifest(options)).toMatchObject({
      name: { short: 'PAP' },
      validDomains: ['pap.example.org'],
    });
  });
});

describe('the zip', () => {
  test('holds the manifest and the two icons, and is the same every time', () => {
    const zip = teamsAppPackage(options);

    const files = unzipSync(zip);

    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toEqual(
      teamsManifest(options),
    );
    expect(Buffer.from(teamsAppPackage(options)).equals(Buffer.from(zip))).toBe(true);
  });

  test('has a colour icon of 192 by 192', () => {
    const png = readPng(unzipSync(teamsAppPackage(options))['color.png']);

    expect(png).toMatchObject({ width: 192, height: 192 });
  });

  test('has an outline icon of 32 by 32, white on nothing', () => {
    const png = readPng(unzipSync(teamsAppPackage(options))['outline.png']);

    expect(png).toMatchObject({ width: 32, height: 32, colourType: 6 });
    const visible = pixels(png).filter(([, , , alpha]) => alpha > 0);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(32 * 32 * 0.6);
    for (const [red, green, blue] of visible) expect([red, green, blue]).toEqual([255, 255, 255]);
  });
});

type Png = { width: number; height: number; colourType: number; data: Buffer };

function readPng(bytes: Uint8Array | undefined): Png {
  const file = Buffer.from(bytes ?? []);
  expect(file.subarray(1, 4).toString('latin1')).toBe('PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
  }
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    colourType: file.readUInt8(25),
    data: inflateSync(Buffer.concat(parts)),
  };
}

/** The pixels of an eight-bit RGBA picture, its row filters undone. */
function pixels({ width, height, data }: Png): [number, number, number, number][] {
  const stride = width * 4;
  const plain = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data.readUInt8(y * (stride + 1));
    for (let x = 0; x < stride; x += 1) {
      const left = x >= 4 ? plain[y * stride + x - 4] : 0;
      const up = y > 0 ? plain[(y - 1) * stride + x] : 0;
      const corner = x >= 4 && y > 0 ? plain[(y - 1) * stride + x - 4] : 0;
      const predicted = predict(filter, left ?? 0, up ?? 0, corner ?? 0);
      plain[y * stride + x] = (data.readUInt8(y * (stride + 1) + 1 + x) + predicted) & 0xff;
    }
  }
  return Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = plain.subarray(index * 4, index * 4 + 4);
    return [red, green, blue, alpha];
  });
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const toLeft = Math.abs(up - corner);
      const toUp = Math.abs(left - corner);
      const toCorner = Math.abs(left + up - 2 * corner);
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}
