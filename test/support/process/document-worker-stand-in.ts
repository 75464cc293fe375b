// Stands in for the process that makes documents: what it is to do comes as the title of the document.
import type { DocumentOrder } from '../../../src/files/run-document-worker.ts';

process.on('message', ({ id, input }: DocumentOrder) => {
  if (input.title === 'dies') process.exit(1);
  if (input.title === 'hangs') return;
  if (input.title === 'fails') process.send?.({ id, error: 'it cannot be made' });
  else process.send?.({ id, bytes: new TextEncoder().encode(String(process.pid)) });
});
process.on('disconnect', () => process.exit(0));
