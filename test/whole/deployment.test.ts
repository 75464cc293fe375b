// The image, the compose file, the proxy and the alerts: no Docker runs here, so what can be wrong in them is read
// out of the files and held to what the code has.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SLACK_PATH } from '../../src/chat/slack/inbound/app.ts';
import { parseBotConfig } from '../../src/config.ts';
import { bankHolidaysEnd } from '../../src/core/dates/domain/bank-holidays.ts';
import { CALENDAR_PATH } from '../../src/cycle/calendar/app/feed.ts';
import { createMetrics } from '../../src/service/monitoring/meters.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the image', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const stages = lines.reduce<string[][]>((all, line) => {
    if (line.startsWith('FROM ')) all.push([]);
    all.at(-1)?.push(line);
    return all;
  }, []);
  const last = stages.at(-1) ?? [];
  const sources = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));

  it('runs a long-term-support Node.js that the project supports', () => {
    const [, major] = /node:(\d+)-slim/.exec(lines[0] ?? '') ?? [];

    expect(Number(major) % 2).toBe(0);
    expect(JSON.parse(read('package.json')).engines.node).toContain(`>=${major}`);
  });

  it('runs as nobody in particular, with what is built and nothing of the build', () => {
    expect(last.indexOf('USER node')).toBeGreaterThan(0);
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => /^CMD/.test(line)));
    expect(last.filter((line) => /^RUN .*npm/.test(line))).toEqual([]);
    expect(last).toContain('STOPSIGNAL SIGTERM');
    expect(last.at(-1)).toBe('CMD ["node", "dist/src/main.js"]');
    expect(JSON.parse(read('package.json')).scripts.start).toBe('node dist/src/main.js');
  });

  it.each(sources.filter((source) => source !== '.'))(
    'copies %s, which there is and which is not ignored',
    (source) => {
      const kept = read('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1));

      expect(existsSync(join(root, source))).toBe(true);
      expect(kept.some((one) => source === one || source.startsWith(`${one}/`))).toBe(true);
    },
  );

  it('has the native code that draws pictures, which an install without optional packages leaves out', () => {
    const { optionalDependencies } = JSON.parse(read('node_modules/@resvg/resvg-js/package.json'));

    expect(Object.keys(optionalDependencies)).toContain('@resvg/resvg-js-linux-x64-gnu');
    expect(
      lines.filter((line) => line.includes('npm ci') && line.includes('optional')),
    ).toHaveLength(1);
    expect(last.indexOf('COPY --from=packages /app/node_modules ./node_modules')).toBeLessThan(
      last.indexOf('COPY --from=build /app/node_modules/@resvg ./node_modules/@resvg'),
    );
  });

  it('lets in everything that the build reads', () => {
    const kept = read('.dockerignore');
    const { include } = JSON.parse(read('tsconfig.build.json'));

    for (const name of [...include, 'scripts', 'prisma', 'tsconfig.json', 'prisma.config.ts'])
      expect(kept).toContain(`!${name}\n`);
  });

  it('has a health check that is well only when the bot answers', () => {
    const [, command = ''] =
      /CMD (\["node", "-e".*)$/.exec(last.find((line) => line.startsWith('HEALTHCHECK')) ?? '') ??
      [];
    const [program, flag, script] = JSON.parse(command);

    expect([program, flag]).toEqual(['node', '-e']);
    expect(script).toContain('/healthz');
    expect(() => new Function(script)).not.toThrow();
  });
});

describe('the compose file', () => {
  const service = z.object({
    image: z.string(),
    environment: z.record(z.string(), z.string()).default({}),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    volumes: z.array(z.string()).default([]),
    ports: z.array(z.string()).default([]),
    deploy: z.object({ replicas: z.number() }).optional(),
    stop_grace_period: z.string().optional(),
    env_file: z.string().optional(),
  });
  const compose = z
    .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
    .parse(parse(read('compose.yaml')));
  const { bot, database, proxy } = compose.services;

  it('runs two replicas, on a PostgreSQL that keeps its data and is asked whether it is there', () => {
    expect(bot?.deploy?.replicas).toBe(2);
    expect(bot?.stop_grace_period).toBe('60s');
    expect(database?.image).toMatch(/^postgres:1[67]$/);
    expect(database?.healthcheck?.test.join(' ')).toContain('pg_isready');
    const named = [database, proxy]
      .flatMap((one) => one?.volumes ?? [])
      .filter((one) => !one.startsWith('.'));
    for (const volume of named) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
  });

  it('lets nobody in but through the proxy, and holds no secret', () => {
    expect([bot?.ports, database?.ports]).toEqual([[], []]);
    expect(proxy?.ports).toEqual(['80:80', '443:443']);
    expect(read('compose.yaml')).not.toMatch(/PASSWORD: (?!\$\{)/);
    expect(read('.gitignore')).toContain(`${bot?.env_file}\n`);
  });

  it('passes on the paths that the bot answers, and no other', () => {
    expect(read('deploy/Caddyfile')).toContain(
      `@chat path ${SLACK_PATH} /api/messages ${CALENDAR_PATH}/* /p/* /web/*\n`,
    );
  });

  it('has settings that the bot takes, once they are filled in', () => {
    const example = read('deploy/bot.env.example')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split('='));
    const filledIn = Object.fromEntries(
      example.map(([name, value]) => [name, value || fillIn(name)]),
    );
    const own = Object.entries(bot?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)[^}]*\}/, 'of-$1'),
    ]);

    const config = parseBotConfig({ ...Object.fromEntries(own), ...filledIn });

    expect(config).toMatchObject({ ops: { host: '0.0.0.0', port: 3979 }, port: 3978 });
    expect(config).toMatchObject({
      databaseUrl: 'postgresql://pap_bot:of-PAP_BOT_PASSWORD@database:5432/pap',
      migrationUrl: 'postgresql://pap_owner:of-PAP_OWNER_PASSWORD@database:5432/pap',
    });
  });

  it('makes both roles from the operator’s script, with the passwords that the bot is given', () => {
    const mounts = (database?.volumes ?? []).map((one) => one.split(':'));
    const script = mounts.find(([, to]) => to?.startsWith('/docker-entrypoint-initdb.d/'));
    const text = read(script?.[0] ?? '');

    expect(mounts).toContainEqual(['./deploy/roles.sql', '/roles.sql', 'ro']);
    expect(text).toMatch(/-f "\$\{ROLES_SQL:-\/roles\.sql\}"/);
    // The image runs what can be run, and reads in what cannot.
    expect(statSync(join(root, script?.[0] ?? '')).mode & 0o111).not.toBe(0);
    for (const name of ['PAP_OWNER_PASSWORD', 'PAP_BOT_PASSWORD']) {
      expect(text).toContain(name);
      expect(database?.environment).toHaveProperty(name);
      expect(JSON.stringify(bot?.environment)).toContain(name);
      expect(read('docs/operations.md')).toContain(`export ${name}=`);
    }
    // Nobody goes by the superuser's password but whoever looks after the database.
    expect(JSON.stringify(bot?.environment)).not.toContain('PAP_DATABASE_PASSWORD');
  });
});

/** Something of the form that the setting has. */
function fillIn(name: string | undefined): string {
  if (name === 'SLACK_BOT_TOKEN') return 'xoxb-fictional';
  if (name === 'SLACK_TEAM_ID') return 'T0FICTION1';
  return name?.endsWith('_ID') ? crypto.randomUUID() : 'fictional';
}

describe('the alerts', () => {
  const { groups } = z
    .object({
      groups: z.array(
        z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) }),
      ),
    })
    .parse(parse(read('deploy/alerts.yml')));
  const rules = groups.flatMap((group) => group.rules);

  it.each(rules)(
    '$alert asks for a metric that there is, and is explained',
    async ({ alert, expr }) => {
      const now = bankHolidaysEnd.toZonedDateTime('UTC').epochMilliseconds;
      const text = await createMetrics(
        async () => null,
        () => now,
      ).read();
      const known = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);

      for (const [name] of expr.matchAll(/pap_\w+/g))
        expect(known).toContain(name.replace(/_(?:count|bucket|sum)$/, ''));
      expect(read('docs/operations.md')).toContain(`| \`${alert}\` |`);
    },
  );
});

it('has a page of every setting', () => {
  const page = read('docs/operations.md');
  const asked = /(?:optional|required|choice|port)\(\s*'([A-Z][A-Z_]+)'/g;
  const names = [...read('src/config.ts').matchAll(asked)]
    .map(([, name]) => name)
    // Of the demonstration, and said in a sentence.
    .filter((name) => name !== 'PLAYGROUND_PORT');

  expect(names.length).toBeGreaterThan(15);
  for (const name of names) expect(page).toContain(`| \`${name}\` |`);
});

it('explains every line of the log', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^(generated|chat)\//.test(name))
    .map((name) => read(join('src', name)));
  const lines = sources
    .flatMap((source) => [
      ...source.matchAll(/log\??\.(?:info|warn|error)\(\s*\{[^;]*?,\s*'([^']+)',?\s*\)/g),
    ])
    .map(([, line = '']) => line);

  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(read('docs/operations.md')).toContain(`| \`${line}\` |`);
});

describe('the messages that the pages explain', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
    .map((name) => read(join('src', name)))
    .join('\n')
    // A sentence that goes over several lines of the source.
    .replace(/['`] \+\s+['`]/g, '');
  const tableAfter = (page: string, head: string) =>
    read(page).split(head)[1]?.split('\n\n', 1)[0] ?? '';
  /** What stands in quotes in the first column, of the table after a heading of two columns. */
  const quoted = (page: string, head: string) =>
    [...tableAfter(page, head).matchAll(/^\| (.*?) \|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase))
      .filter((phrase) => !/^[A-Z_]+$/.test(phrase))
      .map((phrase) => phrase.replace(/^[A-Z_]+: /, ''));

  it.each([
    ['docs/operations.md', '| It says | Do this |\n|---|---|\n', 24],
    ['docs/connect-slack.md', '| The line says | Do this |\n|---|---|\n', 18],
    ['docs/connect-teams.md', '| The line says | Do this |\n|---|---|\n', 7],
  ])('are what the code says: %s', (page, head, count) => {
    const phrases = quoted(page, head);

    expect(phrases.length).toBeGreaterThanOrEqual(count);
    for (const phrase of phrases) expect(sources).toContain(phrase);
  });

  it('are what the code says of a start of Teams', () => {
    const phrases = quoted('docs/connect-teams.md', '| What you see | Do this |\n|---|---|\n');
    const ofTheStart = phrases.slice(0, phrases.indexOf('the record holds no plan yet') + 1);

    expect(ofTheStart.length).toBeGreaterThanOrEqual(7);
    for (const phrase of ofTheStart) expect(sources).toContain(phrase);
  });

  it('are all those that stop the opening of a record', () => {
    const page = read('docs/operations.md');
    const sentences = [
      ...read('src/core/database/db/server-faults.ts').matchAll(/return ['`](?!the )([^'`$:;(]+)/g),
    ].map(([, sentence = '']) => sentence.trim());

    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences)
      expect(page).toContain(`| \`${sentence.split(' and ')[0]?.split('. ')[0]}`);
  });
});
