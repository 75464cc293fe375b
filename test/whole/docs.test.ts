// What the pages say is what the code has: verbs, permissions and refusals, every file that they name, and the rooms.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { districts } from '../../scripts/house.mjs';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { referenceText } from '../../src/service/dispatch/messages/reference.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string) => readFileSync(join(root, name), 'utf8');

/** What a page says between backticks when it means a file or a folder of ours. */
const PLACE =
  /^(?:(?:src|commands|scheduled|test|bench|scripts|prisma|deploy|docs)\/[\w./-]+|[\w./-]+\.(?:ts|mts|mjs|cjs))$/;
/** Folders of the past, where a page says that they are. */
const ONCE: Readonly<Record<string, readonly string[]>> = {
  'docs/decisions/0022-rooms.md': ['src/app', 'src/domain', 'src/messages', 'src/db'],
};
const files = [
  'src',
  'commands',
  'scheduled',
  'test',
  'bench',
  'scripts',
  'deploy',
  'docs',
].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  ),
);

it('has a current reference; if not: npm run reference', () => {
  expect(page('docs/reference.md')).toBe(referenceText(commands, permissionTable));
});

it.each(refusalCodes())('explains the refusal %s in the user guide', (code) => {
  const rows = page('docs/user-guide.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

  expect(rows.map((row) => row.split(' | ')[0])).toContainEqual(
    expect.stringContaining(`\`${code}\``),
  );
});

it.each(commands.map(({ name }) => name))('names the verb %s in the README', (name) => {
  expect(page('README.md')).toContain(`| \`${name}\` |`);
});

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/README.md'],
  ...[...pagesUnder('docs'), ...pagesUnder('src'), ...pagesUnder('test')],
];

describe.each(pages)('%s', (name) => {
  const prose = withoutSamples(page(name));

  it('links only to what there is', () => {
    const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)];

    for (const [, target = ''] of links)
      expect(existsSync(join(root, name, '..', target)), target).toBe(true);
  });

  it('names only files and folders that are there', () => {
    const gone = [...prose.matchAll(/`([^`\s]+)`/g)]
      .map(([, named = '']) => named.replace(/\/$/, ''))
      .filter((named) => PLACE.test(named) && !isThere(named) && !ONCE[name]?.includes(named));

    expect(gone).toEqual([]);
  });

  it('names what a file has beside that file only', () => {
    const wrong = [
      ...prose.matchAll(/`(\w+)`\s(?:in\s|\()`((?:src|commands|test)\/[\w./-]+\.ts)`/g),
    ]
      .filter(([, word = '', path = '']) => existsSync(join(root, path)) && !says(path, word))
      .map(([all]) => all);

    expect(wrong).toEqual([]);
  });
});

describe('the architecture page', () => {
  const text = page('docs/architecture.md');
  const house = Object.entries(districts);
  const order = house.flatMap(([district, rooms]) => rooms.map((room) => `${district}/${room}`));

  const OUTSIDE = order.length;
  /** Of the room that a file is in; what is in none, a door or a verb, stands on top of all. */
  const heightOf = (path: string) => {
    const height = order.findIndex((room) => path.startsWith(`src/${room}/`));
    return height < 0 ? OUTSIDE : height;
  };

  it('draws the house as scripts/house.mjs lists it, the ground floor at the bottom', () => {
    const drawn = [...text.matchAll(/^ {3}(\w+) +(.*→.*)$/gm)].map(
      ([, district = '', rooms = '']) => [district, rooms.split(/\s*→\s*/)],
    );

    expect(drawn.reverse()).toEqual(house);
  });

  it.each(['update', 'chase', 'digest', 'import'])(
    'follows one %s without a step back up: what a file calls lies in its room or lower',
    (what) => {
      const section = text.split(/^## /m).find((one) => one.startsWith(`One ${what}, followed`));
      const steps = [...(section ?? '').matchAll(/^\d+\. .*(?:\n {3}.*)*/gm)].map(([step]) =>
        [...step.matchAll(/`((?:src|commands|scheduled)\/[\w./-]+\.ts)`/g)].map(([, path = '']) =>
          heightOf(path),
        ),
      );
      const up = steps.filter(([acts = 0, ...calls]) =>
        calls.some((call) => call > acts && call < OUTSIDE),
      );

      expect(steps.length).toBeGreaterThan(3);
      expect(up).toEqual([]);
    },
  );
});

it.each(Object.entries(districts))(
  'has a page for the district %s with each room',
  (district, rooms) => {
    const rows = [...page(`src/${district}/README.md`).matchAll(/^\| `([\w-]+)\/` \|/gm)];

    expect(rows.map(([, room]) => room)).toEqual(rooms);
  },
);

/** Whether it is there: a path from the root, or as much of one as its end. */
function isThere(named: string): boolean {
  if (existsSync(join(root, named))) return true;
  return files.some((file) => file.endsWith(`/${named}`));
}

function says(path: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(page(path));
}

/** A page without its samples of code. */
function withoutSamples(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

function refusalCodes(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\/domain\/refusal[\w-]*\.ts$/.test(name),
  );
  const source = files.map((name) => page(join('src', name))).join('\n');
  return [...source.matchAll(/readonly code: '([a-z-]+)'/g)].map(([, code = '']) => code);
}

function pagesUnder(folder: string): string[] {
  return files.filter((name) => name.startsWith(`${folder}/`) && name.endsWith('.md'));
}
