// The dry run of an import as a terminal shows it, in a browser: with PAP_PICTURES it is kept for the guide.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { announceMissing } from '../support/database/database-harness.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';
import { samplePlanXlsx } from '../support/world/sample-plans.ts';

const CHROMIUM = process.env.PAP_CHROMIUM ?? '/usr/bin/chromium';
const PICTURES = process.env.PAP_PICTURES;
/** Characters of a row on the picture; sentences wrap. */
const MOST_COLUMNS = 195;
const hasBrowser = existsSync(CHROMIUM);

describePlan('the picture of a dry run', (parts) => {
  it.skipIf(!hasBrowser)('shows the difference without a line that wraps', async () => {
    const file = { name: 'example-plan.xlsx', bytes: await samplePlanXlsx() };
    const reply = await parts.world.pap('office@example.org', 'admin import', { file });
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
      await page.setContent(
        '<body style="margin:0;background:#16202b"><pre style="margin:0;padding:24px;color:#e8edf2;font:14px/1.45 monospace;display:inline-block;max-width:1700px;white-space:pre-wrap"></pre>',
      );
      const terminal = page.locator('pre');
      const command = 'npm run pap -- --as office@example.org admin import example-plan.xlsx';
      await terminal.evaluate(
        (element, text) => {
          element.textContent = text;
        },
        `$ ${command}\n\n${textOf(reply)}`,
      );

      const picture = await terminal.screenshot(
        PICTURES ? { path: join(PICTURES, 'import-dry-run.png') } : {},
      );

      const table = textOf(reply)
        .split('\n')
        .filter((line) => line.startsWith('|'));
      expect(table.length).toBeGreaterThan(20);
      expect(Math.max(...table.map((line) => line.length))).toBeLessThan(MOST_COLUMNS);
      expect(picture.length).toBeGreaterThan(10_000);
    } finally {
      await browser.close();
    }
  });
  if (!hasBrowser)
    announceMissing(
      'the picture of a dry run',
      'Chromium',
      'apt-get install chromium, or name it with PAP_CHROMIUM',
    );
});
