// What the application asks of whoever reads and writes files, and a document as a file in the form that was asked for.
import type { DocumentFormat } from '../../message/domain/document-format.ts';
import type { FileReading } from '../../message/domain/grid.ts';
import type { ChartData } from '../../message/messages/chart-data.ts';
import type { Document } from '../../message/messages/document.ts';

/** A table as it is exported: cells as text, numbers as numbers. */
export type ExportTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
};

/** Reads and writes files; knows their kinds, not what a plan is. */
export interface FileFormats {
  /** Never throws for what is in a file. */
  read(bytes: Uint8Array): Promise<FileReading>;
  /** @param madeAt what the file says of when it was made */
  writeXlsx(tables: readonly ExportTable[], madeAt: Date): Promise<Uint8Array>;
  /** A zip with one .csv file a table. */
  writeCsvZip(tables: readonly ExportTable[]): Promise<Uint8Array>;
  /** The same document gives the same bytes. */
  writeDocx(document: Document): Promise<Uint8Array>;
  /** One page that needs no other file; the same document gives the same bytes. */
  writeHtml(document: Document): Promise<Uint8Array>;
  drawPng(chart: ChartData): Promise<Uint8Array>;
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
} as const satisfies Record<DocumentFormat, string>;

/** The file's bytes. */
export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  files: Pick<FileFormats, 'writeDocx' | 'writeHtml'>,
): Promise<Uint8Array> {
  return format === 'docx' ? await files.writeDocx(document) : await files.writeHtml(document);
}
