// The file formats as the application asks for them. What reads and writes them is only loaded when somebody
// sends or wants a file: few processes ever do.

import type { FamiliesPage } from '../reports/families/domain/families-page.ts';
import { runDocumentWorker } from './run-document-worker.ts';
import type { writeCsvZip, writeXlsx } from './write-tables.ts';

export const fileFormats = {
  read: async (bytes: Uint8Array) =>
    await (await import('./reading/parse-file.ts')).parseFile(bytes),
  writeXlsx: async (...parts: Parameters<typeof writeXlsx>) =>
    await (await import('./write-tables.ts')).writeXlsx(...parts),
  writeCsvZip: async (tables: Parameters<typeof writeCsvZip>[0]) =>
    (await import('./write-tables.ts')).writeCsvZip(tables),
  ...runDocumentWorker(),
  writeFamiliesPage: async (page: FamiliesPage) =>
    new TextEncoder().encode((await import('./families-page.ts')).familiesPage(page)),
};
