// Starting the real bot: it names the setting that is missing, and nothing anonymous exists outside
// the demonstration.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { compiled } from '../support/process/compiled.ts';
import { type Running, startProgram } from '../support/process/run-process.ts';
import { startLocalSlack } from '../support/slack/slack-emulator.ts';
import { slashPayload } from '../support/slack/slack-payloads.ts';
import { SlackSignedClient } from '../support/slack/slack-signed-client.ts';
import { recorded } from '../support/teams/teams-activity.ts';

const complete = {
  SLACK_BOT_TOKEN: 'xoxb-fictional',
  SLACK_SIGNING_SECRET: 'fictional',
  SLACK_TEAM_ID: 'T0FICTION1',
  TEAMS_APP_ID: '3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  TEAMS_APP_PASSWORD: 'fictional',
  TEAMS_TENANT_ID: '7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11',
};

/** As `npm start` and `setup` do once it is built. */
async function start(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  return startProgram([await compiled(file), ...args], environment);
}

describe('npm start', () => {
  let folder: string;
  beforeAll(async () => {
    await compiled('src/main.ts');
    folder = mkdtempSync(join(inject('databaseFolder'), 'pap-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stops without a credential and names it', async () => {
    const { code, stderr } = await (
      await start('src/main.ts', [], {
        ...complete,
        TEAMS_APP_PASSWORD: '',
        PAP_DATA_DIR: folder,
      })
    ).finished;

    expect(code).toBe(1);
    expect(stderr).toContain('TEAMS_APP_PASSWORD: is missing');
  });

  it('stops when the record holds no plan', async () => {
    const { code, stderr } = await (
      await start('src/main.ts', [], {
        ...complete,
        PAP_OPS_PORT: 'off',
        PAP_DATA_DIR: folder,
      })
    ).finished;

    expect(code).toBe(1);
    expect(stderr).toContain('the record holds no plan yet');
  });

  it('names file and line of a broken row and writes nothing', { timeout: 90_000 }, async () => {
    const plan = join(folder, 'plan');
    mkdirSync(plan);
    writeFileSync(
      join(plan, 'partnership.jsonl'),
      '{"key":"here","name":"Here","shortName":"Here"}\n',
    );
    writeFileSync(join(plan, 'themes.jsonl'), '\n{"key":"one","kind":"theme","number":"1"}\n');

    const { code, stderr } = await (await start('src/setup.ts', [plan], { PAP_DATA_DIR: folder }))
      .finished;

    expect(code).toBe(1);
    expect(stderr).toContain(`${join(plan, 'themes.jsonl')}:2: `);
    expect(stderr).toContain('Nothing of that folder was written.');
  });

  // It makes a record, which takes long where others make some at the same time.
  it('serves Slack and Teams on one port, lets nobody in unsigned, and stops when told', {
    timeout: 90_000,
  }, async () => {
    const slack = await startLocalSlack();
    const own = join(folder, 'running');
    const environment = {
      ...complete,
      SLACK_TEAM_ID: slack.teamId,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      PAP_DATA_DIR: own,
      HOST: '127.0.0.1',
      PORT: '0',
      PAP_OPS_PORT: '0',
    };
    const loaded = await (await start('src/setup.ts', ['prisma/plan/oxfordshire'], environment))
      .finished;
    expect(loaded.stdout).toContain('Loaded prisma/plan/oxfordshire');

    const bot = await start('src/main.ts', [], environment);
    const [, port] = await bot.line(/"port":(\d+)/, 'stderr');
    const [, opsPort] = await bot.line(/"opsPort":(\d+)/, 'stderr');
    const root = `http://127.0.0.1:${port}`;
    const ops = `http://127.0.0.1:${opsPort}`;
    const signed = new SlackSignedClient(`${root}/slack/events`, complete.SLACK_SIGNING_SECRET);
    const slash = slashPayload(slack, { text: 'mine' });
    const known = await signed.slash(slash);
    const forged = await signed.slash(slash, { secret: 'not-the-secret' });
    const teams = await fetch(`${root}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(recorded('personal-message', 'https://smba.trafficmanager.net/uk/')),
    });
    const [health, ready, metrics] = await Promise.all([
      fetch(`${root}/healthz`),
      fetch(`${ops}/readyz`),
      fetch(`${ops}/metrics`),
    ]);
    const inside = [await ready.json(), await metrics.text()];
    const outside = await Promise.all([fetch(`${root}/readyz`), fetch(`${root}/metrics`)]);
    bot.child.kill('SIGTERM');
    const { code } = await bot.finished;
    await slack.close();

    // Nobody is on this plan yet: the person is told so, and sees nothing.
    expect([known.status, forged.status, teams.status]).toEqual([200, 401, 401]);
    expect(known.text).toContain('I don’t know who you are on the plan');
    expect(code).toBe(0);
    expect([health.status, ready.status, metrics.status]).toEqual([200, 200, 200]);
    expect(inside[0]).toEqual({
      ...{ ready: true, phase: 'running' },
      checks: { database: 'ok', writes: 'ok', migrations: 'ok', queue: 'ok', scheduler: 'ok' },
    });
    expect(inside[1]).toContain(
      'pap_command_duration_seconds_count{verb="mine",platform="slack",outcome="refused"} 1',
    );
    expect(inside[1]).toContain('pap_job_overdue{job="chase-owners"} 0');
    expect(outside.map(({ status }) => status)).toEqual([404, 404]);
  });
});
