// A highlight report to take along: the approved one, the same bytes each time, or else the draft, which says that it is one.

import type { DocumentFormat } from '../../../core/message/domain/document-format.ts';
import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import { mediaTypes, writeDocument } from '../../../core/request/app/file-ports.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Past, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import { themeWords } from '../../../core/themes/domain/theme-name.ts';
import { fileLine } from '../messages/highlight.ts';
import { highlightDocument } from '../messages/highlight-document.ts';
import { type Report, reportVersions, type ShownReport, showReport } from './highlight-report.ts';

export type MakeReportFileNeeds = Given<
  'partnership' | 'now' | 'today' | 'files',
  Reads<NoteNames | 'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'highlights'> &
    Past<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'>
>;

/**
 * The file of a version, or of the one that was approved last, or of the draft where none was.
 * Refusal: `unknown-highlight`.
 */
export async function makeReportFile(
  report: Report,
  { version, format }: { readonly version: number | null; readonly format: DocumentFormat },
  context: MakeReportFileNeeds,
): Promise<Result<{ readonly shown: ShownReport; readonly file: MadeFile }>> {
  const { partnership, record, today, files } = context;
  const approved = (await reportVersions(report, context)).findLast(({ content }) => content);
  const shown = await showReport(report, version ?? approved?.version ?? null, context);
  if (!shown.ok) return shown;
  const { content } = shown.value;
  const document = highlightDocument({
    ...shown.value,
    partnership: partnership.name,
    hasExamples: partnership.hasExamples,
    timeZone: partnership.timeZone,
  });
  const theme = themeWords(content.theme)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-');
  const mark = shown.value.approved ? '' : '-draft';
  const name = `${partnership.key}-highlight-${theme}-${content.month}-v${content.version}${mark}.${format}`;
  return ok({
    shown: shown.value,
    file: {
      ...{ name, mediaType: mediaTypes[format], line: `${fileLine(shown.value)} ${format}` },
      bytes: await writeDocument(await shownInWords(document, record, today), format, files),
    },
  });
}
