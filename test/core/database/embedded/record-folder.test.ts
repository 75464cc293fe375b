// A data folder in which something is wrong: a sentence that says what, and never an empty record where one was.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../../src/core/database/db/open-database.ts';
import { disk } from '../../../../src/core/database/embedded/copy-before-migration.ts';
import {
  ENGINE_VERSION,
  explainOpening,
  hasRecord,
  MARKER,
  markRecord,
  prepareFolder,
} from '../../../../src/core/database/embedded/record-folder.ts';
import { ConfigError, InvariantError, NoRecord } from '../../../../src/core/request/app/faults.ts';
import { type FreshDatabase, freshDatabase } from '../../../support/database/database-harness.ts';

const code = (word: string) => Object.assign(new Error('quotes a row'), { code: word });

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'record-'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it('without a record may be filled by whoever may make one, and is refused to all others', () => {
    expect(hasRecord(folder, true)).toBe(false);
    expect(() => hasRecord(folder, false)).toThrow(NoRecord);
    expect(() => hasRecord(folder, false)).toThrow(/is empty: the record holds no plan yet: load/);
    expect(() => prepareFolder(join(folder, 'new'), false)).toThrow(NoRecord);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it.each([
    ['its mark', () => markRecord(folder)],
    ['a copy', () => mkdirSync(join(folder, 'postgres.before-1_x.at-20261105T093000123Z'))],
    ['what was set aside', () => mkdirSync(join(folder, 'postgres.set-aside'))],
  ])('that held a record is not filled with an empty one: %s is there', (_what, leave) => {
    leave();
    const [trace = ''] = readdirSync(folder);

    expect(() => hasRecord(folder, true)).toThrow(ConfigError);
    expect(() => hasRecord(folder, true)).toThrow('is gone: the folder postgres is missing');
    expect(() => hasRecord(folder, true)).toThrow(`To start anew without it, move ${trace} out`);
    rmSync(join(folder, trace), { recursive: true });
    expect(hasRecord(folder, true)).toBe(false);
  });

  it('in which a record was only being made may be filled', () => {
    mkdirSync(join(folder, 'postgres.creating'));

    expect(hasRecord(folder, true)).toBe(false);
  });

  it.each<[string, () => void]>([
    ['empty', () => mkdirSync(join(folder, 'postgres'))],
    ['a file', () => writeFileSync(join(folder, 'postgres'), '')],
    [
      'without its log',
      () => {
        for (const name of ['global', 'base'])
          mkdirSync(join(folder, 'postgres', name), { recursive: true });
        writeFileSync(join(folder, 'postgres', 'PG_VERSION'), ENGINE_VERSION);
      },
    ],
  ])('whose record is %s is called damaged', (_what, leave) => {
    leave();

    expect(() => hasRecord(folder, true)).toThrow(
      /damaged or incomplete \(not whole\).*restore the last backup/,
    );
  });

  it('that another version of the engine made is left to that version', () => {
    for (const name of ['global', 'base', 'pg_wal'])
      mkdirSync(join(folder, 'postgres', name), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '16\n');

    expect(() => hasRecord(folder, true)).toThrow(/made by version 16 .* has version \d+/);
  });

  it('is marked once', () => {
    markRecord(folder);
    const before = readdirSync(folder);
    markRecord(folder);

    expect(readdirSync(folder)).toEqual(before);
    expect(before).toEqual([MARKER]);
  });

  it('that is a file is named', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    expect(() => prepareFolder(file, true)).toThrow('is a file and not a folder');
    expect(() => prepareFolder(join(file, 'below'), true)).toThrow('is a file and not a folder');
  });

  it.each([
    ['ENOSPC', 'is full'],
    ['53100', 'is full'],
    ['EDQUOT', 'is full'],
    ['EROFS', 'can only be read'],
    ['EACCES', 'may not write'],
    ['XX001', 'damaged or incomplete (XX001)'],
    ['58P01', 'damaged or incomplete (58P01)'],
    ['no code of PostgreSQL', 'damaged or incomplete'],
  ])('says of %s that it %s', (word, said) => {
    const explained = explainOpening(folder, code(word));

    expect(explained).toBeInstanceOf(ConfigError);
    expect(String(explained)).toContain(said);
    expect(String(explained)).not.toContain('quotes a row');
  });

  it('is called full when nothing can be written, whatever the engine says', () => {
    vi.spyOn(disk, 'free').mockReturnValue(1_000_000);

    expect(String(explainOpening(folder, new Error('failed')))).toContain('1 MB are free');
  });

  it('is not blamed for what is no fault of its files', () => {
    const statement = code('42P01');
    const ours = new InvariantError('x');

    expect(explainOpening(folder, statement)).toBe(statement);
    expect(explainOpening(folder, ours)).toBe(ours);
  });
});

describe('a record', () => {
  let fresh: FreshDatabase;
  let files: string;
  beforeEach(async () => {
    fresh = await freshDatabase('embedded');
    files = join(fresh.dataFolder, 'postgres');
  });
  afterEach(() => fresh.remove());

  const open = (mayCreate = true) => openDatabase({ ...fresh, role: 'server', mayCreate });

  it('is marked when it is opened, by the engine’s version that the code knows', async () => {
    const database = await open(false);
    const { rows } = await database.pool.query('SHOW server_version');
    await database.close();

    expect(String(rows[0]?.server_version).split('.')[0]).toBe(ENGINE_VERSION);
    expect(existsSync(join(fresh.dataFolder, MARKER))).toBe(true);
  });

  it('that is gone after it was opened once is missed', async () => {
    await (await open()).close();
    rmSync(files, { recursive: true });

    await expect(open()).rejects.toThrow('is gone');
    expect(existsSync(files)).toBe(false);
  });

  it.each<[string, () => void]>([
    ['its version', () => rmSync(join(files, 'PG_VERSION'))],
    ['its control file', () => truncateSync(join(files, 'global', 'pg_control'), 0)],
    ['its tables', () => rmSync(join(files, 'base'), { recursive: true })],
    ['its log', () => rmSync(join(files, 'pg_wal'), { recursive: true })],
    ['everything', () => empty(files)],
  ])('that lost %s is called damaged, and frees the folder again', async (_what, damage) => {
    damage();

    await expect(open()).rejects.toThrow(/^PAP_DATA_DIR: .*damaged or incomplete/);
    // Whoever comes next is told the same, and not that somebody else has the folder.
    await expect(open()).rejects.toThrow(/damaged or incomplete/);
  });
});

function empty(folder: string): void {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
}
