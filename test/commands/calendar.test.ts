// `/pap calendar`, and what a calendar program is given at the address that it names.
import type { Server } from 'node:http';
import express from 'express';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { notFound } from '../../src/service/monitoring/server.ts';
import { calendarDoor } from '../../src/service/web/calendar-door.ts';
import { urlOf } from '../support/slack/slack-emulator.ts';
import { ASHA, BEN, CERYS, ELLA } from '../support/world/cast.ts';
import { buttonsOf } from '../support/world/message-parts.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { terminalInbound, textOf } from '../support/world/plan-world.ts';

describePlan('calendar', (parts) => {
  let server: Server;
  let limits: { reads?: number; misses?: number };

  beforeAll(async () => {
    const app = express();
    // A new door for each test, as each has limits of its own.
    app.use((request, response, next) => door(request, response, next));
    app.use(notFound);
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  let door: ReturnType<typeof calendarDoor>;
  beforeEach(() => {
    limits = {};
    open();
  });

  function open(): void {
    door = calendarDoor(parts.harness.store, parts.world.clock, limits);
  }

  async function pap(email: string, line: string): Promise<Reply> {
    const { world } = parts;
    const handle = world.dispatcher({ publicUrl: urlOf(server) });
    const inbound = terminalInbound(email, line, { tenantId: world.partnership.key });
    const reply = await handle(inbound);
    if (!reply) throw new Error('no answer');
    return reply;
  }

  async function address(email: string, line = 'calendar'): Promise<string> {
    const [found] = /http:\S+\.ics/.exec(textOf(await pap(email, line))) ?? [];
    if (!found) throw new Error('no address in the answer');
    return found;
  }

  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => ({
      uid: String(one.getFirstPropertyValue('uid')),
      sequence: Number(one.getFirstPropertyValue('sequence')),
      summary: String(one.getFirstPropertyValue('summary')),
      start: String(one.getFirstPropertyValue('dtstart')),
      status: String(one.getFirstPropertyValue('status')),
    }));
  const read = async (url: string) => events(await (await fetch(url)).text());
  const meetingOf = (all: ReturnType<typeof events>, on: string) =>
    all.find(({ uid, start }) => uid.includes('.meeting@') && start === on);

  it('gives an address once, in private, and keeps only its checksum', async () => {
    const { harness, world } = parts;
    const reply = await pap(ASHA, 'calendar');
    const [, secret = ''] = /\/([0-9a-f]{64})\.ics/.exec(textOf(reply)) ?? [];
    const rows = JSON.stringify(
      await harness.prisma.calendarFeed.findMany({
        where: { partnershipId: world.partnership.id },
      }),
    );
    const audit = JSON.stringify(
      (await harness.prisma.auditEvent.findMany({ where: { kind: 'calendar-made' } })).map(
        ({ summary }) => summary,
      ),
    );

    expect(reply.audience).toBe('private');
    expect(secret).not.toBe('');
    expect(rows + audit + JSON.stringify(world.lines)).not.toContain(secret);
    expect(rows).toContain('tokenHash');
  });

  it('shows an owner meetings, papers and their own returns, and names nobody', async () => {
    const url = await address(ASHA);
    const answer = await fetch(url);
    const text = await answer.text();
    const people = await parts.world.record.people.list();

    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(events(text).map(({ summary }) => summary.split(':')[0])).toContain('Returns due');
    expect(text.replaceAll('\r\n ', '')).toContain('2B:2');
    for (const { name, email } of people) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(email);
    }
    expect(await read(await address(CERYS))).not.toContainEqual(
      expect.objectContaining({ summary: expect.stringMatching(/^Returns due/) }),
    );
  });

  it('follows a meeting that moves and one that is called off', async () => {
    const url = await address(ASHA);
    const before = meetingOf(await read(url), '2024-07-24');
    await pap(BEN, 'admin cycle move siab 24 Jul 2024 to 31 Jul 2024 confirm');
    const moved = (await read(url)).find(({ uid }) => uid === before?.uid);
    await pap(BEN, 'admin cycle cancel siab 31 Jul 2024 confirm');
    const gone = (await read(url)).find(({ uid }) => uid === before?.uid);

    expect(before).toMatchObject({ status: 'CONFIRMED' });
    expect(moved).toMatchObject({ start: '2024-07-31', status: 'CONFIRMED' });
    expect(gone).toMatchObject({ start: '2024-07-31', status: 'CANCELLED' });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(gone?.sequence).toBeGreaterThan(moved?.sequence ?? Number.POSITIVE_INFINITY);
  });

  it('says that nothing is new to a program that has it', async () => {
    const url = await address(ASHA);
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    // fetch would say “no-cache” by itself, and then nothing is known of it.
    const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const again = await fetch(url, { headers });
    const head = await fetch(url, { method: 'HEAD' });

    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(again.status).toBe(304);
    expect(head.headers.get('etag')).toBe(etag);
  });

  it('answers whatever is no address in the same way', async () => {
    const { world, other } = parts;
    const own = await address(ASHA);
    const forum = await address(ASHA, 'calendar for siab');
    const newer = await address(ASHA, 'calendar new');
    await address(ELLA);
    const ellas = await address(ELLA, 'calendar new');
    await pap(BEN, 'calendar stop @ella');
    const secret = newer.slice(newer.lastIndexOf('/') + 1);
    const base = `${urlOf(server)}/calendar`;
    const answers = await Promise.all(
      [
        own,
        ellas,
        `${base}/${world.partnership.id}/${'0'.repeat(64)}.ics`,
        `${base}/${other.partnershipId}/${secret}`,
        `${base}/${world.partnership.id}/x.ics`,
        `${base}/nothing/${secret}`,
        newer.replace('.ics', ''),
        `${newer}/more`,
      ].map(async (url) => {
        const answer = await fetch(url);
        return [answer.status, await answer.text(), answer.headers.get('etag')];
      }),
    );

    expect((await fetch(newer)).status).toBe(200);
    expect((await fetch(forum)).status).toBe(200);
    expect(new Set(answers.map(([status, text]) => `${status} ${text}`))).toEqual(
      new Set(['404 Not Found']),
    );
  });

  it('says that there is one, and stops them all', async () => {
    const url = await address(ASHA);
    const forum = await address(ASHA, 'calendar for siab');
    const again = await pap(ASHA, 'calendar');
    const stopped = await pap(ASHA, 'calendar stop');

    expect(again.message.title).toBe('You have had a calendar since Mon 1 July 2024');
    expect(buttonsOf(again.message).map(({ line }) => line)).toEqual([
      'calendar new',
      'calendar stop',
    ]);
    expect(stopped.message.title).toBe('2 calendar addresses have stopped');
    expect((await fetch(url)).status + (await fetch(forum)).status).toBe(808);
  });

  it.each([
    [ASHA, 'calendar stop @ella', 'not-permitted'],
    [ASHA, 'calendar for nowhere', 'unknown-forum'],
    [ASHA, 'calendar please', 'usage'],
    [BEN, 'calendar stop @nobody', 'unknown-person'],
  ])('refuses %s: %s', async (who, line, code) => {
    expect(await pap(who, line)).toMatchObject({ outcome: 'refused', code });
  });

  it('says what the operator must set where nobody can reach it', async () => {
    const reply = await parts.world.pap(ASHA, 'calendar');

    expect(reply).toMatchObject({ outcome: 'refused', code: 'no-public-address' });
    expect(textOf(reply)).toContain('PAP_PUBLIC_URL');
  });

  it('ends with its person, and while the partnership is switched off', async () => {
    const { world, harness } = parts;
    const url = await address(ASHA);
    await harness.prisma.person.updateMany({
      where: { partnershipId: world.partnership.id, email: ASHA },
      data: { active: false },
    });

    expect((await fetch(url)).status).toBe(404);
  });

  it('stops guesses and too many reads, and no reader for others’ guesses', async () => {
    const url = await address(ASHA);
    limits = { reads: 2, misses: 3 };
    open();
    const status = async (one: string) => (await fetch(one)).status;
    const guesses: number[] = [];
    for (const sign of '0123')
      guesses.push(await status(url.replace(/[0-9a-f]{64}/, sign.repeat(64))));
    const reads = [await status(url), await status(url), await status(url)];

    expect(guesses).toEqual([404, 404, 404, 429]);
    expect(reads).toEqual([200, 200, 429]);
  });
});
