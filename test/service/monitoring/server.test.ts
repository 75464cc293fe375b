// Health, readiness and metrics, asked for as Prometheus and a load balancer do: over HTTP.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../../src/core/request/app/ports.ts';
import type { RecordReading } from '../../../src/service/jobs/app/operations-ports.ts';
import { createMetrics } from '../../../src/service/monitoring/meters.ts';
import {
  type Check,
  checkWrites,
  ReadinessProbe,
} from '../../../src/service/monitoring/readiness.ts';
import { type OpsServer, startOpsServer } from '../../../src/service/monitoring/server.ts';

const reading: RecordReading = {
  queue: { waiting: 2, later: 3, sending: 1, held: 4, dead: 5, oldestSeconds: 61.5 },
  lastRuns: [
    { job: 'chase-owners', seconds: 46 * 60 },
    { job: 'tell-undelivered', seconds: 86_400 },
    { job: 'no job of ours', seconds: 5 },
  ],
};

describe('the second port', () => {
  let server: OpsServer;
  let probe: ReadinessProbe;
  let answer: () => Promise<RecordReading | null>;
  let asked: number;
  let time: number;
  let metrics: ReturnType<typeof createMetrics>;
  const warned: string[] = [];
  const failed: object[] = [];
  const log: Log = {
    info: () => {},
    warn: (_fields, message) => warned.push(message),
    error: (fields, message) => failed.push({ ...fields, message }),
  };

  beforeEach(async () => {
    asked = 0;
    warned.length = 0;
    failed.length = 0;
    time = Date.UTC(2035, 11, 1);
    answer = async () => reading;
    probe = new ReadinessProbe(log);
    metrics = createMetrics(
      () => {
        asked++;
        return answer();
      },
      () => time,
    );
    server = await startOpsServer({ host: '127.0.0.1', port: 0 }, probe, metrics, log);
  });
  afterEach(() => server.close());

  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
  const check = (name: Check['name'], ask: Check['ask']): Check => ({ name, ask });
  /** The samples of a metric, by their labels. */
  async function samples(name: string): Promise<Record<string, number>> {
    const text = await (await get('/metrics')).text();
    const lines = text
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return Object.fromEntries(
      lines.map((line) => {
        const [, labels = '', value] = /^\w+(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
        return [labels, Number(value)];
      }),
    );
  }

  it('says of each partnership what waits, what is late and whether it is off, by its key', async () => {
    const queue = { waiting: 3, later: 1, sending: 0, held: 0, dead: 2, oldestSeconds: 90 };
    const idle = { waiting: 0, later: 0, sending: 0, held: 0, dead: 0, oldestSeconds: null };
    const late = { job: 'chase-owners', seconds: 86_400 };
    const onTime = { job: 'chase-owners', seconds: 60 };
    answer = async () => ({
      ...reading,
      byPartnership: [
        { key: 'north', queue, lastRuns: [late], switchedOff: false },
        { key: 'vale', queue: idle, lastRuns: [onTime], switchedOff: false },
        { key: 'west', queue, lastRuns: [late], switchedOff: true },
      ],
    });

    expect(await samples('pap_partnership_notifications')).toMatchObject({
      ...{ 'partnership="north",state="waiting"': 3, 'partnership="north",state="dead"': 2 },
      'partnership="vale",state="waiting"': 0,
    });
    const each = (north: number, vale: number, west: number) => ({
      'partnership="north"': north,
      'partnership="vale"': vale,
      'partnership="west"': west,
    });
    expect(await samples('pap_partnership_oldest_unsent_seconds')).toEqual(each(90, 0, 0));
    expect(await samples('pap_partnership_jobs_overdue')).toEqual(each(1, 0, 0));
    expect(await samples('pap_partnership_switched_off')).toEqual(each(0, 0, 1));
  });

  it('is healthy as long as it answers, ready or not', async () => {
    const response = await get('/healthz');

    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
    expect(asked).toBe(0);
  });

  it('is not ready while it starts, ready while all is well, and not ready once it stops', async () => {
    const starting = await get('/readyz');
    probe.runs([check('database', async () => true), check('queue', async () => true)]);
    const running = await get('/readyz');
    probe.stops();
    const stopping = await get('/readyz');

    expect([starting.status, running.status, stopping.status]).toEqual([503, 200, 503]);
    expect(await starting.json()).toEqual({ ready: false, phase: 'starting', checks: {} });
    expect(await running.json()).toEqual({
      ...{ ready: true, phase: 'running', checks: { database: 'ok', queue: 'ok' } },
    });
    expect(await stopping.json()).toMatchObject({ ready: false, phase: 'stopping' });
  });

  it.each([
    ['says no', async () => false],
    ['fails', () => Promise.reject(new Error('password of somebody'))],
  ])('is not ready when a check %s, and says which and nothing more', async (_what, ask) => {
    probe.runs([check('database', ask), check('queue', async () => true)]);

    const response = await get('/readyz');
    const text = await response.text();

    expect(response.status).toBe(503);
    expect(JSON.parse(text).checks).toEqual({ database: 'failed', queue: 'ok' });
    expect(text).not.toContain('somebody');
  });

  it('notices that writes fail, asks no oftener than every ten seconds, and recovers by itself', async () => {
    let full = true;
    let tries = 0;
    const tryToWrite = async () => {
      tries++;
      if (full) throw new Error('no space left');
    };
    warned.length = 0;
    const errors: string[] = [];
    const told: Log = { ...log, error: (_fields, message) => errors.push(message) };
    probe.runs([checkWrites(tryToWrite, told, () => time)]);

    const failing = await Promise.all([get('/readyz'), get('/readyz'), get('/readyz')]);
    time += 10_000;
    await get('/readyz');
    const triesWhileFull = tries;
    full = false;
    time += 9_999;
    const tooSoon = await get('/readyz');
    time += 1;
    const well = await get('/readyz');

    expect(failing.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect([triesWhileFull, tooSoon.status, well.status]).toEqual([2, 503, 200]);
    expect(await failing[0]?.json()).toMatchObject({ checks: { writes: 'failed' } });
    expect(errors).toEqual(['the record cannot be written']);
    expect(warned).toEqual(['the record can be written again']);
  });

  it('counts commands, sends, outcomes, jobs and errors', async () => {
    const { meters } = metrics;
    meters.command({ verb: 'update', platform: 'slack', outcome: 'done', ms: 120 });
    meters.command({ verb: 'update', platform: 'slack', outcome: 'done', ms: 80 });
    meters.command({ verb: 'unknown', platform: 'teams', outcome: 'refused', ms: 1 });
    meters.send({ platform: 'teams', to: 'person', result: 'unknown', ms: 5_000 });
    meters.settled({ kind: 'chase', state: 'held' });
    meters.job({ job: 'chase-owners', outcome: 'failed', ms: 10 });
    meters.databaseError();

    expect(await samples('pap_command_duration_seconds_count')).toEqual({
      'verb="update",platform="slack",outcome="done"': 2,
      'verb="unknown",platform="teams",outcome="refused"': 1,
    });
    expect(await samples('pap_command_duration_seconds_sum')).toMatchObject({
      'verb="update",platform="slack",outcome="done"': 0.2,
    });
    expect(await samples('pap_send_duration_seconds_count')).toEqual({
      'platform="teams",to="person",result="unknown"': 1,
    });
    expect(await samples('pap_notifications_settled_total')).toEqual({
      'kind="chase",state="held"': 1,
    });
    expect(await samples('pap_job_duration_seconds_count')).toEqual({
      'job="chase-owners",outcome="failed"': 1,
    });
    expect(await samples('pap_database_errors_total')).toEqual({ '': 1 });
    expect(await samples('nodejs_eventloop_lag_seconds')).toHaveProperty('');
  });

  it('shows what waits, which job is overdue, and when the bank holidays end', async () => {
    const response = await get('/metrics');

    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await samples('pap_notifications')).toEqual({
      ...{ 'state="waiting"': 2, 'state="later"': 3, 'state="sending"': 1 },
      ...{ 'state="held"': 4, 'state="dead"': 5 },
    });
    expect(await samples('pap_oldest_unsent_seconds')).toEqual({ '': 61.5 });
    expect(await samples('pap_job_overdue')).toEqual({
      ...{ 'job="chase-owners"': 1, 'job="tell-undelivered"': 0 },
    });
    expect(await samples('pap_bank_holidays_days_left')).toEqual({ '': 30 });
  });

  it('asks the record once in five seconds, however often it is asked itself', async () => {
    await Promise.all([get('/metrics'), get('/metrics'), get('/metrics')]);
    const atOnce = asked;
    time += 5_000;
    await get('/metrics');

    expect([atOnce, asked]).toEqual([1, 2]);
  });

  it('shows nothing old when the record cannot be read, and all else as ever', async () => {
    await get('/metrics');
    answer = () => Promise.reject(new Error('no connection'));
    time += 5_000;

    expect(await samples('pap_notifications')).toEqual({});
    expect(await samples('pap_oldest_unsent_seconds')).toEqual({});
    expect(await samples('pap_bank_holidays_days_left')).toEqual({ '': 30 });
  });

  it.each(['/', '/slack/events', '/api/messages'])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each(['/Casey', '/Casey%0a%1b', '/%zzCasey', '/readyz/Casey', '/metrics?Casey'])(
    'prints nothing of the address %s',
    async (path) => {
      const response = await get(path);

      expect(await response.text()).not.toContain('Casey');
      expect(warned).toEqual([]);
    },
  );

  it('says of its own fault that there was one, and nothing more', async () => {
    metrics.read = () => Promise.reject(new Error('Casey'));

    const response = await get('/metrics');

    expect([response.status, await response.text()]).toEqual([500, 'Internal Server Error']);
    expect(failed).toEqual([
      { err: expect.any(Error), message: 'a request could not be answered' },
    ]);
  });
});
