// The terminal as scripts drive it: processes of their own, exit codes, standard output and error.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { compiled } from '../support/process/compiled.ts';
import { runPap, startProgram } from '../support/process/run-process.ts';

describe('npm run pap', () => {
  let folder: string;
  beforeAll(async () => {
    await compiled('src/pap.ts');
    folder = mkdtempSync(join(inject('databaseFolder'), 'pap-terminal-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** As it is once it is built; one of the tests below starts it from its source. */
  const pap = async (...args: string[]) =>
    await startProgram([await compiled('src/pap.ts'), ...args], { PAP_DATA_DIR: folder }).finished;
  const demo = (email: string, ...words: string[]) => pap('--demo', '--as', email, ...words);

  it('refuses an empty record without --demo, and says what to load', async () => {
    const { code, stderr, stdout } = await pap('--as', 'owner@example.org', 'mine');

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('no-plan: The record holds no plan yet');
  });

  it('fills an empty record with --demo and answers with exit code 0', async () => {
    const update = ['update', '2B:2', 'amber', '14 of 20 named workers trained'];
    const { code, stdout } = await runPap(['--demo', '--as', 'owner@example.org', ...update], {
      PAP_DATA_DIR: folder,
    });

    expect(code).toBe(0);
    expect(stdout).toContain('Recorded: 2B:2');
    expect(stdout).toContain('🛑 Red → 🔶 Amber');
    expect(stdout).toContain('example data');
  });

  it('keeps what was recorded for the next process', async () => {
    const { code, stdout } = await demo('cochair@example.org', 'show', '2b.2', 'history');

    expect(code).toBe(0);
    expect(stdout).toContain('14 of 20 named workers trained');
  });

  it.each([
    ['owner@example.org', ['update', '2B:2', '14 of 20'], 'no-rating'],
    ['owner@example.org', ['update', '9Z:9', 'amber', 'x'], 'unknown-objective'],
    ['owner@example.org', ['frobnicate'], 'unknown-verb'],
    ['cochair@example.org', ['update', '2B:2', 'green', 'done'], 'not-permitted'],
    ['stranger@example.org', ['show', '2B:2'], 'not-linked'],
  ])(
    '%s typing %j is refused with exit code 2 and %s on standard error',
    async (email, words, refusal) => {
      const { code, stdout, stderr } = await demo(email, ...words);

      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.startsWith(`${refusal}: `)).toBe(true);
    },
  );

  it('writes the one file that --out names, and says so where there is none of its kind', async () => {
    const out = join(folder, 'board.docx');

    const made = await demo('office@example.org', 'admin', 'pack', '--out', out);
    const none = await demo('office@example.org', 'admin', 'pack', '--out', join(folder, 'b.pdf'));

    expect(made.code).toBe(0);
    expect(made.stdout).toContain('Board pack 1, version 1 is made');
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder).filter((name) => /^(?:board|b|oxfordshire)/.test(name))).toEqual([
      'board.docx',
    ]);
    expect(none).toMatchObject({ code: 2 });
    expect(none.stderr).toContain('no-file: the answer has no file for');
  });

  it('gives the message as JSON when asked', async () => {
    const { code, stdout } = await pap(
      '--demo',
      '--json',
      '--as',
      'office@example.org',
      'kpi',
      'theme',
      '2',
      'table',
    );

    const { outcome, message } = JSON.parse(stdout);
    expect([code, outcome, message.blocks[0].kind]).toEqual([0, 'done', 'table']);
    expect(message.blocks[0].rows[0]).toEqual([
      'EHCPs completed within 20 weeks',
      '4%',
      '53.70%',
      '',
    ]);
  });

  it('explains itself without --as', async () => {
    const { code, stderr } = await pap('mine');

    expect(code).toBe(2);
    expect(stderr).toContain('usage: npm run pap');
  });

  it('will not use a demonstration’s record as a real one', async () => {
    const { code, stderr } = await pap('--as', 'owner@example.org', 'mine');

    expect(code).toBe(2);
    expect(stderr).toContain('demo-record: ');
  });
});
