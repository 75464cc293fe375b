// The demonstration as a person meets it: the real `npm run demo`, Microsoft's Agents Playground, a
// browser. Everything goes the way that production's messages go.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page, type PageScreenshotOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { announceMissing } from '../support/database/database-harness.ts';
import { type Running, runPap, startEntry } from '../support/process/run-process.ts';
import {
  attachPlayground,
  buttonsOf,
  type PlaygroundMessage,
  readable,
  type TestPlayground,
} from '../support/teams/playground.ts';

const CHROMIUM = process.env.PAP_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Set to keep the pictures: the ones in docs/images are made so. */
const PICTURES = process.env.PAP_PICTURES;

describe('npm run demo', () => {
  let folder: string;
  let demo: Running;
  let playground: TestPlayground;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(inject('databaseFolder'), 'pap-demo-'));
    demo = startEntry('src/demo.ts', [], { PAP_DATA_DIR: folder, PORT: '0', PLAYGROUND_PORT: '0' });
    [, url = ''] = await demo.line(/and (http:\/\/127\.0\.0\.1:\d+) for Teams/);
    playground = await attachPlayground(url);
  });
  afterAll(async () => {
    playground?.detach();
    demo?.child.kill('SIGTERM');
    await demo?.finished;
    rmSync(folder, { recursive: true, force: true });
  });

  const says = (words: string) => (message: PlaygroundMessage) => readable(message).includes(words);
  const pap = (...words: string[]) =>
    runPap(['--demo', '--as', 'office@example.org', ...words], { PAP_DATA_DIR: folder });

  it('says what it is, where to look and what to type', async () => {
    const [text] = await demo.line(/DEMONSTRATION[\s\S]*Ctrl\+C/);

    expect(text).toContain('reachable from this machine only');
    expect(text).toMatch(
      /1\. mine[\s\S]*2\. demo next[\s\S]*3\. update 2B:2 amber 14 of 20 named workers trained/,
    );
  });

  it('delivers the chase when the clock moves to the first step', async () => {
    await playground.say('demo next');

    const chase = await playground.hear(says('2 returns to give by Wed 10 July 2024, 17:00'));

    expect(buttonsOf(chase).map(({ title }) => title)).toEqual([
      'Same 1A:1',
      'Change 1A:1',
      'Same 2B:2',
      'Change 2B:2',
    ]);
    expect(readable(chase)).toContain('Why am I getting this?');
    expect(readable(chase)).toContain('fictional');
  });

  it('takes a button as a real update', async () => {
    const chase = await playground.hear(says('2 returns to give'));
    const [same] = buttonsOf(chase);

    await playground.press(chase, same as NonNullable<typeof same>);

    const receipt = await playground.hear(says('Recorded: 1A:1'));
    expect(readable(receipt)).toContain('Amber (no change)');
  });

  it('explains a stale button', async () => {
    const chase = await playground.hear(says('2 returns to give'));
    const [same] = buttonsOf(chase);

    await playground.press(chase, same as NonNullable<typeof same>);

    await playground.hear(says('You have already answered for 1A:1'));
  });

  it('records a personal message and tells the theme’s channel', async () => {
    await playground.say('/pap update 2B:2 amber 14 of 20 named workers trained');

    const receipt = await playground.hear(says('Recorded: 2B:2'));
    const post = await playground.hear(
      (message) => says('Amber')(message) && message.conversationId.includes('right-support'),
    );

    expect(readable(receipt)).toMatch(/Red → .*Amber/);
    expect(readable(post)).toContain('14 of 20 named workers trained');
  });

  it('answers a channel mention in private', async () => {
    await playground.mention('show 2B:2 history');

    const answer = await playground.hear(says('History, newest first'));

    expect(answer.conversationId).not.toContain('thread.tacv2');
  });

  it('posts the digest into the channel when its day comes', async () => {
    await playground.say('demo next');
    await playground.hear(says('It is now Fri 5 July 2024, 10:00'));
    await playground.say('demo next');

    const digest = await playground.hear(
      says('Theme 1 Right Support, Right Time: week to Mon 8 July 2024'),
    );

    expect(digest.conversationId).toContain('right-support');
    expect(readable(digest)).toContain('50.3% (increase of 5% on previous year)');
    expect(readable(digest)).toContain('Confirmed with no change of rating: 1A:1.');
  });

  it('lets the terminal join the record while the bot runs', async () => {
    const { code, stdout } = await pap('show', '2B:2', 'history');

    expect(code).toBe(0);
    expect(stdout).toContain('14 of 20 named workers trained');
  });

  it('says where a file can be had, because the Playground cannot take one', async () => {
    await pap('admin', 'change', 'baseline');

    await playground.say('admin change diff 1 now file');

    const note = await playground.hear(says('cannot take the file'));
    expect(note.text).toContain('--as YOUR.EMAIL admin change diff 1 now file');
  });

  if (existsSync(CHROMIUM)) browserTests(() => url);
  else
    announceMissing(
      'the demonstration in a browser',
      'Chromium',
      'apt-get install chromium, or name it with PAP_CHROMIUM',
    );
});

function browserTests(url: () => string): void {
  describe('in a browser', () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
      page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
      await page.goto(url());
      await page.getByText('Connected.').first().waitFor();
    });
    afterAll(() => browser?.close());

    const say = async (words: string) => {
      await page.locator('[role=textbox][contenteditable=true]').first().click();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    const choose = async (label: string, option: string) => {
      await page.getByLabel(label).last().click();
      await page.getByRole('option', { name: option, exact: true }).last().click();
    };
    const picture = async (name: string, options: PageScreenshotOptions = {}) => {
      const bytes = await page.screenshot({
        ...options,
        ...(PICTURES && { path: join(PICTURES, `${name}.png`) }),
      });
      expect(bytes.length).toBeGreaterThan(10_000);
    };

    it('shows the last call with buttons, and the receipt of a press', async () => {
      await say('update 1A:1 green the front door is open');
      await page.getByText('Recorded: 1A:1').last().waitFor();
      await say('mine');
      const change = page.getByRole('button', { name: 'Change 2B:2' }).last();
      await change.waitFor();
      await picture('mine');

      await change.click();

      await page.getByRole('button', { name: 'Save' }).last().waitFor();
      await picture('form');
    });

    it('saves the form and shows the receipt in its place', async () => {
      await page
        .getByRole('textbox')
        .filter({ hasText: '14 of 20' })
        .last()
        .fill('16 of 20 named workers trained');
      await page.getByRole('button', { name: 'Save' }).last().click();

      await page.getByText('16 of 20 named workers trained').last().waitFor();
      await page.getByText('Recorded: 2B:2').last().waitFor();
      await picture('receipt');
    });

    it('shows everything that one answers for as one form', async () => {
      await page.setViewportSize({ width: 1100, height: 1080 });
      await say('mine form');
      await page.getByRole('button', { name: 'Send all' }).last().waitFor();
      await choose('1A:1 Example', 'Same: 🟢 Green');
      await choose('2B:2 Named', '🟢 Green');
      await page
        .getByLabel('What to say about 2B:2')
        .last()
        .fill('all 20 trained; used in 3 settings');

      await picture('return-form', { clip: { x: 0, y: 100, width: 600, height: 880 } });
    });

    it('records all of it with one press, in the place of the form', async () => {
      await page.getByRole('button', { name: 'Send all' }).last().click();

      await page.getByText('Recorded: 1A:1, 2B:2').last().waitFor();
      await page.getByText('all 20 trained; used in 3 settings').last().waitFor();
      await picture('return-receipt');
    });
  });
}
