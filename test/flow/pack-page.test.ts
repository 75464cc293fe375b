// The pack as people open it: the page in a browser, checked by axe on a phone, a tablet and a desk; the Word file by
// LibreOffice, which is run where it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDocx } from '../../src/files/write-docx.ts';
import { writeHtml } from '../../src/files/write-html.ts';
import { announceMissing } from '../support/database/database-harness.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { someDocument } from '../support/world/sample-documents.ts';

const CHROMIUM = process.env.PAP_CHROMIUM ?? '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 768, 1280];
const decoder = new TextDecoder();

async function open(browser: Browser, html: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(html);
  return page;
}

/** What axe objects to, and why. */
async function violationsOf(browser: Browser, html: string, width: number): Promise<string[]> {
  const page = await open(browser, html, width);
  await page.evaluate(AXE);
  const found = await page.evaluate('axe.run(document)');
  await page.close();
  return (found as { violations: Result[] }).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node.slice(0, 120)).join(' | ')}`,
  );
}

if (hasBrowser)
  describePlan('the page of a pack', (parts) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
    });
    afterAll(() => browser?.close());

    it.each(WIDTHS)('has nothing that axe objects to, %i wide', async (width) => {
      const { files = [] } = await parts.world.pap('office@example.org', 'admin pack html');
      const pack = decoder.decode(files[0]?.bytes);
      const everything = decoder.decode(writeHtml(someDocument));

      expect(await violationsOf(browser, pack, width)).toEqual([]);
      expect(await violationsOf(browser, everything, width)).toEqual([]);
    });

    it('would find what is wrong', async () => {
      const wrong = decoder.decode(writeHtml(someDocument)).replace(' lang="en-GB"', '');

      expect(await violationsOf(browser, wrong, 768)).toEqual([
        expect.stringContaining('html-has-lang'),
      ]);
    });

    it('fits a phone: only a wide table moves, by itself', async () => {
      const { files = [] } = await parts.world.pap('office@example.org', 'admin pack html');
      const page = await open(browser, decoder.decode(files[0]?.bytes), 360);

      const width = await page.evaluate('document.documentElement.scrollWidth');

      expect(width).toBe(360);
    });
  });
else
  announceMissing(
    'the page of a pack',
    'Chromium',
    'apt-get install chromium, or name it with PAP_CHROMIUM',
  );

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

if (hasOffice)
  describePlan('the Word file of a pack', (parts) => {
    const packOf = async () => {
      const { files = [] } = await parts.world.pap('office@example.org', 'admin pack docx');
      return files[0]?.bytes ?? new Uint8Array();
    };

    it.each([
      ['the plan’s own', packOf],
      ['a sample with a chart', () => writeDocx(someDocument)],
    ])('is opened by LibreOffice, page by page: %s', { timeout: 120_000 }, async (_which, make) => {
      const folder = mkdtempSync(join(tmpdir(), 'pap-docx-'));
      try {
        writeFileSync(join(folder, 'pack.docx'), await make());
        const home = `-env:UserInstallation=file://${folder}/home`;
        spawnSync('soffice', [
          home,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'pack.docx'),
        ]);
        const pdf = readFileSync(join(folder, 'pack.pdf'), 'latin1');

        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(2);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
else
  announceMissing(
    'the Word file of a pack',
    'LibreOffice',
    'apt-get install --no-install-recommends libreoffice-writer-nogui',
  );
