// A document as a file, in the form that was asked for.
import type { DocumentFormat } from '../../message/domain/document-format.ts';
import type { Document } from '../../message/messages/document.ts';
import type { FileFormats } from './file-ports.ts';

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
