// Starting the real bot: it names the setting that is missing, and nothing anonymous exists outside
// the demonstration.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEntry } from '../support/run-process.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-fictional',
  SLACK_SIGNING_SECRET: 'fictional',
  SLACK_TEAM_ID: 'T0FICTION1',
  TEAMS_APP_ID: '3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  TEAMS_APP_PASSWORD: 'fictional',
  TEAMS_TENANT_ID: '7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11',
};

describe('npm start', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pap-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stops without a credential and names it', async () => {
    const { code, stderr } = await startEntry('src/main.ts', [], {
      ...complete,
      TEAMS_APP_PASSWORD: '',
      PAP_DATA_DIR: folder,
    }).finished;

    expect(code).toBe(1);
    expect(stderr).toContain('TEAMS_APP_PASSWORD: is missing');
  });

  it('stops when the record holds no plan', async () => {
    const { code, stderr } = await startEntry('src/main.ts', [], {
      ...complete,
      PAP_DATA_DIR: folder,
    }).finished;

    expect(code).toBe(1);
    expect(stderr).toContain('the record holds no plan yet');
  });

  it('names file and line of a broken row and writes nothing', async () => {
    const { writeFileSync, mkdirSync } = await import('node:fs');
    const plan = join(folder, 'plan');
    mkdirSync(plan);
    writeFileSync(
      join(plan, 'partnership.jsonl'),
      '{"key":"here","name":"Here","shortName":"Here"}\n',
    );
    writeFileSync(join(plan, 'themes.jsonl'), '\n{"key":"one","kind":"theme","number":"1"}\n');

    const { code, stderr } = await startEntry('src/setup.ts', [plan], { PAP_DATA_DIR: folder })
      .finished;

    expect(code).toBe(1);
    expect(stderr).toContain(`${join(plan, 'themes.jsonl')}:2: `);
    expect(stderr).toContain('Nothing was written.');
  });
});
