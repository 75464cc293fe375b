// Finds the partnership's own documents, which are not shipped with the project, and reads their
// lines: from the folder that PAP_SOURCE_DOCUMENTS names, else from the default folder.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plan } from './plan.ts';

/** A document's lines by its number (`000`); line 1 stands at index 0. */
export type SourceDocuments = ReadonlyMap<string, readonly string[]>;

const defaultFolder = fileURLToPath(new URL('../../../../../../shared/seeds', import.meta.url));

export const howToProvideDocuments =
  'The partnership documents are not here, so the plan was not compared with them (skipped). ' +
  `To compare: set PAP_SOURCE_DOCUMENTS to the folder that holds ${plan.document
    .map(({ file }) => file)
    .join(' and ')}.`;

/**
 * All documents that the plan cites, or null when they are not at hand.
 * @throws Error when PAP_SOURCE_DOCUMENTS is set and its folder lacks one of them
 */
export function readSourceDocuments(): SourceDocuments | null {
  const named = process.env.PAP_SOURCE_DOCUMENTS;
  const folder = named || defaultFolder;
  const absent = plan.document.find(({ file }) => !existsSync(join(folder, file)));
  if (absent && named)
    throw new Error(`PAP_SOURCE_DOCUMENTS: there is no ${absent.file} in ${folder}`);
  if (absent) return null;
  return new Map(
    plan.document.map(({ doc, file }) => [
      doc,
      readFileSync(join(folder, file), 'utf8').split(/\r?\n/),
    ]),
  );
}

export function lineAt(documents: SourceDocuments, doc: string, line: number): string {
  return documents.get(doc)?.[line - 1] ?? '';
}
