// `/pap highlight theme 1 file`: the report to take along, as a Word file and as a page.

import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { MadeFile, Reply } from '../../src/core/request/app/inbound.ts';
import { ASHA, CERYS } from '../support/world/cast.ts';
import { factsOf } from '../support/world/message-parts.ts';
import { itIsClosedToOutsiders } from '../support/world/outsiders.ts';
import { describePlan, describePlanOnBoth } from '../support/world/plan-suite.ts';

function fileOf({ files = [] }: Reply): MadeFile {
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new Error(`${files.length} files came`);
  return file;
}

/** What a reader of the Word file reads. */
function wordsOf(reply: Reply): string {
  const xml = strFromU8(unzipSync(fileOf(reply).bytes)['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, words = '']) => words)
    .join(' ');
}

function htmlOf(reply: Reply): string {
  return new TextDecoder().decode(fileOf(reply).bytes);
}

const SECTIONS = [
  'Reason for the ratings',
  'Mitigation',
  'Impact if not mitigated',
  'Progress since the last report',
  'Next period',
  'Decisions needed',
  'KPIs of theme 1 Right Support, Right Time',
];

describePlanOnBoth('a highlight report as a file', (parts) => {
  it('has every part of the report, in the same words', async () => {
    const { world } = parts;
    await world.pap(ASHA, 'update 2B:2 red two trainers left');
    await world.pap(CERYS, 'highlight theme 1 progress 14 of 20 named workers are trained');

    const reply = await world.pap(ASHA, 'highlight theme 1 file');

    const words = wordsOf(reply);
    const places = SECTIONS.map((heading) => words.indexOf(heading));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(words).toContain('14 of 20 named workers are trained');
    expect(words).toContain('two trainers left');
    expect(words).toContain('▲ Red 1');
    expect(words).toContain('Milestones');
    expect(words).toContain('8.61% (331)');
    expect(words).not.toMatch(/[🛑🔶🟢🟦]/u);
  });

  it('says of a draft that it is one, in its title and its name', async () => {
    const { world } = parts;

    const reply = await world.pap(ASHA, 'highlight theme 1 file');

    expect(fileOf(reply)).toMatchObject({
      name: 'oxfordshire-highlight-theme-1-2024-07-v1-draft.docx',
      line: 'highlight theme 1 2024-07 file docx',
    });
    expect(wordsOf(reply)).toContain(
      'highlight report, theme 1 Right Support, Right Time, July 2024 (draft)',
    );
    expect(factsOf(reply.message)).toMatchObject({ Version: '1, a draft' });
  });

  it('is the same to the byte once it is approved, whatever changes', async () => {
    const { world } = parts;
    await world.pap(CERYS, 'highlight theme 1 progress the first half is trained');
    await world.pap(CERYS, 'highlight theme 1 approve confirm');
    const first = await world.pap(ASHA, 'highlight theme 1 July 2024 file');
    const page = await world.pap(ASHA, 'highlight theme 1 July 2024 file html');
    world.at('2024-07-11T12:00');
    await world.pap(ASHA, 'update 2B:2 amber later words');
    await world.pap(CERYS, 'highlight theme 1 new');
    await world.pap(CERYS, 'highlight theme 1 progress a second version');

    const again = await world.pap(ASHA, 'highlight theme 1 July 2024 file');

    expect(fileOf(again)).toEqual(fileOf(first));
    expect(fileOf(again)).toMatchObject({
      name: 'oxfordshire-highlight-theme-1-2024-07-v1.docx',
      line: 'highlight theme 1 2024-07 version 1 file docx',
    });
    expect(wordsOf(again)).not.toMatch(/draft|later words|second version/);
    expect(fileOf(await world.pap(ASHA, 'highlight theme 1 July 2024 file html'))).toEqual(
      fileOf(page),
    );
    expect(wordsOf(await world.pap(ASHA, 'highlight theme 1 version 2 file'))).toContain(
      'a second version',
    );
    // The line that a file carries makes the very same one.
    expect(fileOf(await world.pap(ASHA, fileOf(first).line))).toEqual(fileOf(first));
  });

  it('is a page that can be read without seeing it', async () => {
    const { world } = parts;
    await world.pap(CERYS, 'highlight theme 1 reason <b>Two left</b> & more');

    const reply = await world.pap(ASHA, 'highlight theme 1 file html');

    const html = htmlOf(reply);
    expect(fileOf(reply)).toMatchObject({ mediaType: 'text/html' });
    expect(html).toContain('<html lang="en-GB">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const heading of SECTIONS) expect(html).toMatch(new RegExp(`<h2[^>]*>${heading}</h2>`));
    expect(html).toContain('&lt;b&gt;Two left&lt;/b&gt; &amp; more');
    expect(html).toMatch(/<caption[^>]*>Milestones/);
    expect(html).not.toMatch(/https?:|<script/);
  });
});

describePlan('a highlight report as a file, refused', (parts) => {
  it.each([
    ['highlight theme 1 file pdf', 'usage'],
    ['highlight theme 1 version 2 file', 'unknown-highlight'],
    ['highlight theme 1 version 2 file sideways', 'usage'],
    ['highlight theme 9 file', 'unknown-theme'],
  ])('%s as %s', async (line, code) => {
    const reply = await parts.world.pap(ASHA, line);

    expect(reply).toMatchObject({ outcome: 'refused', code });
    expect(reply.files).toBeUndefined();
  });

  it('names the file of a workstream in small letters', async () => {
    const reply = await parts.world.pap(ASHA, 'highlight Commissioning & Sufficiency file');

    expect(fileOf(reply).name).toBe(
      'oxfordshire-highlight-commissioning-sufficiency-2024-07-v1-draft.docx',
    );
  });

  itIsClosedToOutsiders('highlight theme 1 file', () => parts);
});
