// The tables of a .docx file. Pictures are left out, and nothing outside the file is opened.
import type { Grid } from '../core/message/domain/grid.ts';
import { parseHtml } from './parse-html.ts';

/** Tables in the order of the document. */
export async function parseDocx(bytes: Uint8Array): Promise<Grid[]> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return parseHtml(value);
}
