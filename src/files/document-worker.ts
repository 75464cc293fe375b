// The document worker itself (see run-document-worker.ts): takes one order at a time and answers with the bytes.
import type { DocumentAnswer, DocumentOrder, DocumentWork } from './run-document-worker.ts';

const works: DocumentWork = {
  writeDocx: async (document) => await (await import('./write-docx.ts')).writeDocx(document),
  writeHtml: async (document) => (await import('./write-html.ts')).writeHtml(document),
  drawPng: async (chart) => (await import('./pictures/draw-chart.ts')).drawPng(chart),
};

async function carryOut({ id, what, input }: DocumentOrder): Promise<void> {
  const answer: DocumentAnswer = await works[what](input as never).then(
    (bytes) => ({ id, bytes }),
    (error) => ({ id, error: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
}

let before: Promise<void> = Promise.resolve();
process.on('message', (order: DocumentOrder) => {
  before = before.then(() => carryOut(order));
});
process.on('disconnect', () => process.exit(0));
// An interrupt at the terminal is for the bot, which lets this process finish what it is asked for.
process.on('SIGINT', () => {});
