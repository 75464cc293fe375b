// Documents made in a process of their own: the same bytes, and what becomes of a process that fails, hangs or dies.
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { drawPng } from '../../src/files/pictures/draw-chart.ts';
import { runDocumentWorker } from '../../src/files/run-document-worker.ts';
import { writeDocx } from '../../src/files/write-docx.ts';
import { writeHtml } from '../../src/files/write-html.ts';
import { someDocument, someTrend } from '../support/world/sample-documents.ts';

const standIn = join(import.meta.dirname, '../support/process/document-worker-stand-in.ts');

/** Works that say in which process they were done. */
function pids(limits: Parameters<typeof runDocumentWorker>[0] = {}) {
  const works = runDocumentWorker(limits, standIn);
  return async (title = '') =>
    Number(new TextDecoder().decode(await works.writeDocx({ ...someDocument, title })));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('makes what is made in this process, byte for byte', async () => {
  const works = runDocumentWorker();
  const [docx, html, png] = await Promise.all([
    works.writeDocx(someDocument),
    works.writeHtml(someDocument),
    works.drawPng(someTrend),
  ]);

  expect(Buffer.from(docx).equals(await writeDocx(someDocument))).toBe(true);
  expect(Buffer.from(html).equals(writeHtml(someDocument))).toBe(true);
  expect(Buffer.from(png).equals(drawPng(someTrend))).toBe(true);
});

it('uses one process, another one after so many orders, and lets the first end', async () => {
  const pid = pids({ orders: 2 });

  const [first, second, third] = await Promise.all([pid(), pid(), pid()]);

  expect(first).not.toBe(process.pid);
  expect([second, third].map((one) => one === first)).toEqual([true, false]);
  await vi.waitFor(() => expect(isAlive(first)).toBe(false), 5_000);
  expect(isAlive(third)).toBe(true);
});

it('ends the process when nothing is asked of it, and starts one for the next order', async () => {
  const pid = pids({ idleMs: 1 });

  const first = await pid();
  await vi.waitFor(() => expect(isAlive(first)).toBe(false), 5_000);

  expect(await pid()).not.toBe(first);
});

it('says what went wrong with an order, and goes on with the next', async () => {
  const pid = pids();

  const [first, failed, next] = await Promise.allSettled([pid(), pid('fails'), pid()]);

  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'it cannot be made' } });
  expect(next).toEqual(first);
});

it('gives up what a process had that died or hung, and starts another', async () => {
  const pid = pids();
  const gone = 'the process that makes documents ended before it was done';

  await expect(pid('dies')).rejects.toThrow(gone);
  await expect(pids({ orderMs: 1 })('hangs')).rejects.toThrow(gone);

  expect(isAlive(await pid())).toBe(true);
});
