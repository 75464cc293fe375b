// The page for families in a browser: what axe-core finds, at the widths of a telephone, a tablet and a desk.
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { familiesPage } from '../../src/files/families-page.ts';
import type { FamiliesPage } from '../../src/reports/families/domain/families-page.ts';
import { announceMissing } from '../support/database/database-harness.ts';

const CHROMIUM = process.env.PAP_CHROMIUM ?? '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);

const page: FamiliesPage = {
  ...{ partnership: 'Northshire & Wold', madeOn: 'Mon 1 July 2024', example: true },
  promises: [
    {
      ...{ ref: '2B:2', words: 'Every child will have a named person', status: '🔶 Amber' },
      ...{ meaning: 'Some of it is late.', due: 'by July 2024', example: false },
    },
    {
      ...{ ref: '3A:1', words: 'Nobody waits alone', status: '⬜ Not rated' },
      ...{ meaning: 'No rating has been given yet.', due: null, example: true },
    },
  ],
  figures: [
    {
      ...{ name: 'EHCP suspensions – all schools', words: 'Fewer are sent home' },
      values: [
        { heading: 'Before', figure: '8.61% (331)' },
        { heading: 'Now', figure: 'fewer than five' },
      ],
    },
  ],
  voices: [{ words: 'It is "calm" <there>', role: 'A young person' }],
  glossary: [{ term: 'EHCP', meaning: 'education, health and care plan', plain: 'A plan' }],
};

describe('the page for families', () => {
  it('has a language, one heading of the first rank, landmarks, and nothing from elsewhere', () => {
    const html = familiesPage(page);

    expect(html).toContain('<html lang="en-GB">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const landmark of ['header', 'main', 'footer']) expect(html).toContain(`<${landmark}`);
    expect(html).not.toMatch(/https?:|src=|<script|@import|url\(/);
    expect(html).toContain('@page { size: A4;');
    expect(html).toContain('It is &quot;calm&quot; &lt;there&gt;');
    expect(html).toContain('Northshire &amp; Wold');
  });

  it('leaves out a heading under which there is nothing', () => {
    const html = familiesPage({ ...page, figures: [], voices: [], glossary: [] });

    expect(html.match(/<h2>/g)).toHaveLength(1);
  });

  it.skipIf(!hasBrowser).each([320, 768, 1280])(
    'has no fault that axe-core finds at %i pixels',
    async (width) => {
      const browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        const view = await browser.newPage({ viewport: { width, height: 900 } });
        await view.setContent(familiesPage(page));
        await view.evaluate(axe.source);

        const violations = await view.evaluate<string>(
          'axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])))',
        );
        const overflow = await view.evaluate<number>(
          'document.documentElement.scrollWidth - window.innerWidth',
        );

        expect(JSON.parse(violations)).toEqual([]);
        expect(overflow).toBeLessThanOrEqual(0);
      } finally {
        await browser.close();
      }
    },
  );
});

if (!hasBrowser)
  announceMissing(
    'the page for families in a browser',
    'Chromium',
    'apt-get install chromium, or name it with PAP_CHROMIUM',
  );
