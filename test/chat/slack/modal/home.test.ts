// App Home: what it holds for somebody of the example plan, its limits, and a picture of it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { homeView, parseHomeOpened } from '../../../../src/chat/slack/modal/home.ts';
import { LIMITS } from '../../../../src/chat/slack/render/limits.ts';
import { paragraph } from '../../../../src/core/message/messages/message.ts';
import { announceMissing } from '../../../support/database/database-harness.ts';
import { homePage } from '../../../support/slack/slack-html.ts';
import { factsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlan } from '../../../support/world/plan-suite.ts';

const CHROMIUM = process.env.PAP_CHROMIUM ?? '/usr/bin/chromium';
/** Set to keep the picture: the one in docs/images is made so. */
const PICTURES = process.env.PAP_PICTURES;

describePlan('App Home on the plan', (parts) => {
  it('says where the cycle stands, what is owed and whom one stands in for', async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'same 1A:1 the launch date holds');

    const { message } = await world.pap('owner@example.org', 'mine home');

    expect(factsOf(message)).toEqual({
      Meeting: 'SIAB board meeting, Wed 24 July 2024',
      'Returns due': 'Wed 10 July 2024, 17:00',
      'Papers freeze': 'Tue 16 July 2024, 17:00',
      Outstanding: '2B:2',
      'You stand in for': '1A:2 (Femi Example)',
    });
    expect(paragraphsOf(message).at(-1)).toContain('/pap help');
  });

  it('is open to somebody who answers for nothing', async () => {
    const { world } = parts;

    const { message, outcome } = await world.pap('office@example.org', 'mine home');

    expect(outcome).toBe('done');
    expect(factsOf(message).Outstanding).toBe('nothing of yours');
  });

  it('is drawn from its payload', { skip: !existsSync(CHROMIUM) }, async () => {
    const { world } = parts;
    await world.pap('owner@example.org', 'same 1A:1 the launch date holds');
    const { message } = await world.pap('owner@example.org', 'mine home');
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

    try {
      const page = await browser.newPage({ viewport: { width: 824, height: 400 } });
      await page.setContent(homePage(homeView(message)));
      const picture = await page.screenshot({
        fullPage: true,
        ...(PICTURES && { path: join(PICTURES, 'home.png') }),
      });

      expect(await page.getByRole('button', { name: 'Change 2B:2' }).count()).toBe(1);
      expect(picture.length).toBeGreaterThan(10_000);
    } finally {
      await browser.close();
    }
  });
});

if (!existsSync(CHROMIUM))
  announceMissing('the picture of App Home', 'Chromium', 'apt-get install chromium');

describe('homeView', () => {
  it('stays within what App Home can hold, and keeps the buttons', () => {
    const blocks = Array.from({ length: 70 }, (_, index) => [
      paragraph(`Objective ${index}`),
      { kind: 'actions' as const, actions: [{ label: `Same ${index}`, line: `same ${index}` }] },
    ]).flat();

    const view = homeView({ title: 'Your part of the plan', blocks });

    expect(view.blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);
    expect(JSON.stringify(view.blocks)).toContain('Shortened to fit Slack.');
    expect(view.blocks.filter(({ type }) => type === 'actions')).toHaveLength(70);
  });
});

describe('parseHomeOpened', () => {
  const opened = {
    team_id: 'T0FICTION1',
    event_id: 'Ev0HOME',
    event: { type: 'app_home_opened', user: 'U0OWNER001', tab: 'home' },
  };

  it('asks for the page of whoever opened it, once an event', () => {
    expect(parseHomeOpened(opened)).toEqual({
      platform: 'slack',
      tenantId: 'T0FICTION1',
      userId: 'U0OWNER001',
      conversation: { kind: 'personal', id: 'view:U0OWNER001' },
      text: 'mine home',
      requestId: 'slack:event:Ev0HOME',
    });
  });

  it.each([
    ['the messages tab', { ...opened, event: { ...opened.event, tab: 'messages' } }],
    ['nobody', { ...opened, event: { tab: 'home' } }],
    ['nothing', null],
  ])('is silent for %s', (_what, body) => {
    expect(parseHomeOpened(body)).toBeNull();
  });
});
