// The web as a door like the others: signing in, pages, buttons and forms; and what may not happen at it, each named as the
// lists of attacks on web applications name it.

import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';
import { type Browser, openWebDoor, type WebDoor } from '../../support/world/web-browser.ts';
import { ASHA, BEN } from '../../support/world/writing-lines.ts';

const PLAN = '/p/oxfordshire';
const PAGES = [
  ...[
    '/',
    '/returns',
    '/mine',
    '/outstanding',
    '/meetings',
    '/scorecard',
    '/decisions',
    '/digest',
    '/people',
  ],
  ...['/status', '/help', '/find?words=named', '/objectives/2B%3A2', '/objectives/2B%3A2/history'],
  ...['/themes/1', '/kpis/1'],
];

describePlanOnBoth('the plan on the web', (parts) => {
  let door: WebDoor;
  beforeAll(async () => {
    door = await openWebDoor(parts.harness, parts.world);
  });
  afterAll(() => door.close());
  let asha: Browser;
  beforeEach(async () => {
    asha = await door.signedIn(ASHA);
  });
  const open = (address: string, browser = asha) => browser.open(`${PLAN}${address}`);

  it('signs in by a link that opens once', async () => {
    const link = await door.linkFor(ASHA);
    const browser = door.browser();

    const page = await browser.open(link);
    expect(page.status).toBe(200);
    const plan = await browser.press(page, 'Open the plan');

    expect(plan.text).toContain('Asha Example');
    expect(plan.text).toContain('All 6 open objectives.');
    const again = await door.browser().open(link);
    expect(again.status).toBe(410);
    expect(again.text).toContain('This link no longer opens');
  });

  it('is opened by what scans a message as often as it likes, and stays as it is', async () => {
    const link = await door.linkFor(ASHA);

    for (let look = 0; look < 5; look++) expect((await door.browser().open(link)).status).toBe(200);

    const browser = door.browser();
    const page = await browser.press(await browser.open(link), 'Open the plan');
    expect(page.text).toContain('Asha Example');
  });

  it('signs in one of two who press at once', async () => {
    const link = await door.linkFor(ASHA);
    const [one, other] = [door.browser(), door.browser()];
    const pages = await Promise.all([one.open(link), other.open(link)]);

    const after = await Promise.all([
      one.press(pages[0], 'Open the plan'),
      other.press(pages[1], 'Open the plan'),
    ]);

    expect(after.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('lets a link lapse after ten minutes, and a session that nothing was asked in after thirty', async () => {
    const { world } = parts;
    const link = await door.linkFor(ASHA);
    const started = await world.clock.now();

    world.at(started.add({ minutes: 11 }));
    expect((await door.browser().open(link)).status).toBe(410);
    expect((await open('/')).status).toBe(200);
    world.at(started.add({ minutes: 40 }));
    expect((await open('/')).status).toBe(200);
    world.at(started.add({ minutes: 71 }));
    expect((await open('/')).status).toBe(401);
  });

  it('ends a session after a working day, whatever was asked in it', async () => {
    const { world } = parts;
    const started = await world.clock.now();
    for (let minutes = 20; minutes < 480; minutes += 20) {
      world.at(started.add({ minutes }));
      expect((await open('/help')).status).toBe(200);
    }

    world.at(started.add({ minutes: 481 }));

    expect((await open('/help')).status).toBe(401);
  });

  it('signs out here, and everywhere by a word in chat', async () => {
    const other = await door.signedIn(ASHA);
    const out = await asha.press(await open('/'), 'Sign out');
    expect(out.text).toContain('You are signed out');
    expect((await open('/')).status).toBe(401);
    expect((await open('/', other)).status).toBe(200);

    const told = await parts.world.pap(ASHA, 'web sign-out');

    expect(told.message.title).toBe('You are signed out on the web');
    expect((await open('/', other)).status).toBe(401);
  });

  it('shows each page, and nothing of it to whoever is not signed in', async () => {
    for (const address of PAGES) {
      const page = await open(address);
      expect([200, 403, 422], address).toContain(page.status);
      expect(page.text).toContain('Asha Example');

      const stranger = await open(address, door.browser());

      expect(stranger.status, address).toBe(401);
      expect(stranger.text).toContain('Sign in to see the plan');
      expect(stranger.html).not.toMatch(/Asha|2B:2|Named workers/);
    }
  });

  it('asks the same permission as chat, for a page and for a press', async () => {
    const { text: menu } = await open('/');
    expect(menu).not.toContain('Status');

    const page = await open('/status');
    const typed = await asha.press(await open('/'), 'Send', { line: 'admin status' });

    for (const one of [page, typed]) {
      expect(one.status).toBe(403);
      expect(one.text).toContain('“admin status” is for the programme office');
    }
    const ben = await door.signedIn(BEN);
    expect((await open('/', ben)).text).toContain('Status');
    expect((await open('/status', ben)).status).toBe(200);
  });

  it('records an update by a button, a form and a line, and says it once', async () => {
    const changed = await asha.press(await open('/objectives/2B%3A2'), 'Change 2B:2');
    const form = changed.forms.find(({ fields }) => 'fields' in fields);
    const fields = { ...form?.fields, f0: 'amber', f1: '14 of 20 trained' };
    const before = await parts.world.footprint();

    const receipt = await asha.post(`${PLAN}/do`, fields);
    const repeat = await asha.post(`${PLAN}/do`, fields);

    expect(receipt.text).toContain('Rating Red → Amber');
    expect(repeat.text).toContain('That was already done');
    expect((await parts.world.footprint()).updates).toBe(before.updates + 1);
    expect((await open('/objectives/2B%3A2/history')).text).toContain('14 of 20 trained');
  });

  it('shows a form again with what was typed and what is wrong with it', async () => {
    const changed = await asha.press(await open('/objectives/2B%3A2'), 'Change 2B:2');
    const form = changed.forms.find(({ fields }) => 'fields' in fields);

    const again = await asha.post(`${PLAN}/do`, { ...form?.fields, f0: 'amber', f1: '' });

    expect(again.status).toBe(422);
    expect(again.text).toContain('Not saved');
    expect(again.html).toMatch(/<option value="amber" selected>/);
  });

  it('gives a file to whoever presses for it, and to nobody else', async () => {
    const ben = await door.signedIn(BEN);
    const page = await ben.press(await open('/', ben), 'Send', { line: 'admin export xlsx' });
    const file = page.forms.find(({ button }) => button.startsWith('Download'));
    const saved = await ben.post(`${PLAN}/do`, file?.fields ?? {});
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');

    const sendForm = (await open('/')).forms.find(({ button }) => button === 'Send');
    const { token = '', request = '' } = sendForm?.fields ?? {};
    const other = { ...file?.fields, token, request };

    expect((await asha.post(`${PLAN}/do`, other)).status).toBe(403);
  });

  it('shows the same words as the terminal, without what one types there in front', async () => {
    for (const line of ['mine', 'show 2B:2', 'outstanding', 'why', 'updte 2B:2 amber x']) {
      const page = await asha.press(await open('/'), 'Send', { line });
      const { message } = await parts.world.pap(ASHA, line);
      expect(page.text).toContain(message.title);
      expect(page.text).not.toContain('/pap');
    }
  });

  it('A01 broken access control: another partnership’s session and keys open nothing', async () => {
    const [[name = '', secret = ''] = []] = [...asha.cookies];
    const elsewhere = door.browser();
    elsewhere.cookies.set(name, secret);

    expect((await elsewhere.open('/p/elsewhere/')).status).toBe(404);
    expect((await elsewhere.open('/p/%2e%2e%2fetc/')).status).toBe(404);
    expect((await open('/objectives/..%2F..%2Fetc%2Fpasswd')).text).toContain(
      'There is no objective',
    );
  });

  it('signs in nobody by a choice of people, which is for the demonstration alone', async () => {
    const stranger = door.browser();

    const reply = await stranger.post('/demo/sign-in', { email: BEN });

    expect(reply.status).toBe(404);
    expect(reply.headers.get('set-cookie')).toBeNull();
  });

  it('A01: whoever leaves the plan is signed out', async () => {
    await parts.harness.prisma.person.updateMany({
      where: { email: ASHA },
      data: { active: false },
    });

    expect((await open('/')).status).toBe(401);
  });

  it('A01, CSRF: a form of another site, or without this session’s mark, does nothing', async () => {
    const page = await open('/');
    const form = page.forms.find(({ button }) => button === 'Send');
    const line = 'update 2B:2 amber 14 of 20 trained';
    const before = await parts.world.footprint();
    const unmarked: Record<string, string> = { ...form?.fields, line };
    delete unmarked.token;

    const foreign = await asha.post(
      `${PLAN}/do`,
      { ...form?.fields, line },
      { origin: 'https://evil.example' },
    );
    const without = await asha.post(`${PLAN}/do`, unmarked);
    const others = await asha.post(`${PLAN}/do`, {
      ...unmarked,
      token: (await open('/', await door.signedIn(BEN))).forms[0]?.fields.token ?? '',
    });
    const hidden = await asha.post(`${PLAN}/do`, { ...form?.fields, line }, { origin: 'null' });

    for (const refused of [foreign, without, others, hidden]) {
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('Nothing was done');
    }
    expect(await parts.world.footprint()).toEqual(before);
    expect((await open('/do?line=update+2B:2+amber+x')).status).toBe(404);
  });

  it('A02 secrets: the record holds digests alone, and a cookie is closed to scripts', async () => {
    const link = await door.linkFor(ASHA);
    const [[, secret = ''] = []] = [...asha.cookies];
    const kept = await parts.harness.pool.query(
      'SELECT row_to_json(l)::text AS row FROM web_link l UNION ALL SELECT row_to_json(s)::text FROM web_session s',
    );
    const all = JSON.stringify(kept.rows);
    expect(all).not.toContain(secret);
    expect(all).not.toContain(link.split('/').at(-1));

    const browser = door.browser();
    const page = await browser.open(link);
    const answer = await fetch(page.address, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: door.address },
    });

    expect(answer.headers.get('set-cookie')).toMatch(
      /; Path=\/p\/oxfordshire;.* HttpOnly; SameSite=Lax$/,
    );
  });

  it('A03 injection: what people typed is shown as they typed it', async () => {
    const note = `<script>alert(1)</script> "&' {{7777*7}} {% raw %} <img src=x onerror=alert(1)>`;
    await parts.world.pap(ASHA, `update 2B:2 amber ${note}`);
    const find = await open(`/find?words=${encodeURIComponent('<b onmouseover=alert(1)>')}`);

    const page = await open('/objectives/2B%3A2');

    expect(page.text).toContain(note.replace(/\s+/g, ' '));
    for (const { html } of [page, find]) expect(html).not.toMatch(/<script|<img src=x|<b onmouse/);
    expect(page.html).not.toContain('54439');
  });

  it('draws the sign of a rating, in words that are still escaped', async () => {
    await parts.world.pap(ASHA, 'update 2B:2 amber <i>🛑 no more</i>');

    const { html, text } = await open('/objectives/2B%3A2');

    expect(html).toContain('<span class="pap-sign pap-sign--amber"></span> Amber');
    expect(html).toContain('&lt;i&gt;<span class="pap-sign pap-sign--red"></span> no more');
    expect(text).not.toMatch(/[🛑🔶]/u);
  });

  it('A03: an address can make a page no other verb', async () => {
    const before = await parts.world.footprint();

    await open(`/find?words=${encodeURIComponent('x\nupdate 2B:2 amber done')}`);
    await open(`/objectives/${encodeURIComponent('2B:2\nsame 2B:2')}`);
    await open(`/kpis/${encodeURIComponent('1\nset 1 99')}`);

    expect((await parts.world.footprint()).updates).toBe(before.updates);
  });

  it('A05 configuration: nothing is framed, kept by others, led away or run', async () => {
    const { headers } = await open('/');

    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    const { html } = await open('/objectives/2B%3A2');
    expect(html).not.toMatch(/ style="| on[a-z]+="|<script|https?:\/\/(?!127)/);
  });

  it('A07 authentication: a session that somebody else began is not gone on with', async () => {
    const [[name = '', secret = ''] = []] = [...asha.cookies];
    const victim = door.browser();
    victim.cookies.set(name, secret);

    const link = await door.linkFor(BEN);
    await victim.press(await victim.open(link), 'Open the plan');

    expect(victim.cookies.get(name)).not.toBe(secret);
    expect((await open('/')).status).toBe(401);
    expect((await open('/', victim)).text).toContain('Ben Example');
  });

  it('A07: whoever guesses links is stopped, and keeps nobody else out', async () => {
    const guesser = await openWebDoor(parts.harness, parts.world);
    const statuses: number[] = [];
    for (let guess = 0; guess < 125; guess++)
      statuses.push((await guesser.browser().open(`${PLAN}/sign-in/guess${guess}`)).status);
    const ben = await guesser.signedIn(BEN);

    expect(statuses.slice(0, 120).every((status) => status === 410)).toBe(true);
    expect(statuses.slice(120).every((status) => status === 429)).toBe(true);
    expect((await ben.open(`${PLAN}/`)).status).toBe(200);
    await guesser.close();
  });

  it('A07: one person’s requests are counted, and not with another’s', async () => {
    const busy = await openWebDoor(parts.harness, parts.world);
    const one = await busy.signedIn(ASHA);
    let last = 200;
    for (let request = 0; request < 130 && last === 200; request++)
      last = (await one.open(`${PLAN}/help`)).status;
    const other = await busy.signedIn(BEN);

    expect(last).toBe(429);
    expect((await other.open(`${PLAN}/`)).status).toBe(200);
    await busy.close();
  });

  it('gives no link in a channel, nor where the bot has no address', async () => {
    const withAddress = parts.world.dispatcher({ publicUrl: 'https://pap.example.org' });
    const inChannel = await withAddress({
      platform: 'terminal',
      tenantId: 'oxfordshire',
      userId: ASHA,
      conversation: { kind: 'channel', id: 'C1' },
      text: 'web',
      requestId: `terminal:${crypto.randomUUID()}`,
    });

    expect(inChannel?.code).toBe('web-in-private');
    expect((await parts.world.pap(ASHA, 'web')).code).toBe('no-web');
  });

  it('throws away at night what ended before', async () => {
    const { record, clock } = parts.world;
    const now: Temporal.Instant = await clock.now();

    expect(await record.sessions.discard(now)).toBe(0);
    expect(await record.sessions.discard(now.add({ hours: 24 }))).toBeGreaterThanOrEqual(2);
  });
});
