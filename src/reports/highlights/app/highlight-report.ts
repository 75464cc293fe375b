// A theme's highlight report: shown, written in, approved, begun anew. What is approved is kept as it was.
import { monthOf } from '../../../core/dates/domain/month.ts';
import { noticesToOffice } from '../../../core/outbox/app/notice.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { Commits, Past, Reads, Uses } from '../../../core/request/app/ports.ts';
import { type Permission, permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import type { NamedTheme } from '../../../core/themes/domain/theme-name.ts';
import {
  type HighlightContent,
  type HighlightDraft,
  type HighlightField,
  type HighlightWords,
  highlightFields,
} from '../domain/highlight.ts';
import { reportLine, reportName } from '../messages/highlight-sections.ts';
import { approvedNotice } from '../messages/highlight-writing.ts';
import { highlightFacts } from './highlight-facts.ts';
import type { HighlightReport } from './report-ports.ts';

const NO_WORDS: HighlightWords = { saved: 0 };
/** What is typed for a field that is to say nothing. */
const NOTHING = /^none[.!]?$/i;

export type Report = { readonly theme: ThemeView; readonly month: string };

/** A version as it is shown: what was approved as it was, a draft from the record as it is. */
export type ShownReport = {
  readonly content: HighlightContent;
  /** Null: it is a draft. */
  readonly approved: { readonly by: string | null; readonly at: string } | null;
  /** Whether another version was approved already. */
  readonly earlier: number | null;
};

type ShowReportNeeds = Given<
  'partnership' | 'now' | 'today',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'> &
    Uses<'highlights'> &
    Past<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'>
>;

/**
 * The latest version, or the one of a number.
 * Refusal: `unknown-highlight`.
 */
export async function showReport(
  { theme, month }: Report,
  number: number | null,
  context: ShowReportNeeds,
): Promise<Result<ShownReport>> {
  const versions = await context.record.highlights.list({ themeId: theme.id, month });
  const found = number === null ? versions.at(-1) : versions.find((one) => one.version === number);
  if (number !== null && !found)
    return refuse({
      code: 'unknown-highlight',
      ...{ report: reportName(theme, month), version: number },
      line: `${reportLine(theme, month)} versions`,
    });
  const earlier = versions.findLast(({ content }) => content !== null)?.version ?? null;
  if (found?.content)
    return ok({ content: found.content, approved: approvalOf(found), earlier: null });
  const { words = NO_WORDS, version = 1 } = found ?? {};
  const facts = await highlightFacts(theme, month, context);
  return ok({ content: { ...facts, version, words }, approved: null, earlier });
}

/** The words of the latest version, without what the record adds; null: it is approved. */
export async function loadDraft(
  { theme, month }: Report,
  { record }: { readonly record: Uses<'highlights'> },
): Promise<HighlightDraft | null> {
  const last = (await record.highlights.list({ themeId: theme.id, month })).at(-1);
  if (last?.content) return null;
  return { theme, month, version: last?.version ?? 1, words: last?.words ?? NO_WORDS };
}

function approvalOf({ approvedBy, approvedAt }: HighlightReport): ShownReport['approved'] {
  return { by: approvedBy, at: approvedAt?.toString() ?? '' };
}

export type Written = {
  readonly said: { readonly [F in HighlightField]?: string };
  /** How often the words had been saved when the form was shown, which says all of them; null: it adds. */
  readonly seen: number | null;
};

/**
 * Saves words in the draft, and begins it where there is none.
 * Refusals: `not-permitted`, those of `parseTypedNote`, `highlight-approved`, `highlight-moved-on`; of a form,
 * those of its words together in `none-recorded`.
 */
export async function writeReport(
  report: Report,
  written: Written,
  context: Given<
    Doing | 'today',
    Reads<NoteNames> & Commits<'audit' | 'highlights' | 'notifications' | 'people'>
  >,
): Promise<Result<{ readonly fields: readonly HighlightField[]; readonly draft: HighlightDraft }>> {
  const allowed = permitReport('write-highlight', report, context);
  if (!allowed.ok) return allowed;
  const read = await readWords(report, written, context);
  if (!read.ok) return read;
  const { theme, month } = report;
  return await onDraft(report, context, async (draft, repositories) => {
    if (written.seen !== null && written.seen !== draft.words.saved)
      return refuse({
        code: 'highlight-moved-on',
        report: reportName(theme, month),
        line: `${reportLine(theme, month)} write`,
      });
    const kept = written.seen === null ? draft.words : NO_WORDS;
    const words = { ...kept, ...read.value, saved: draft.words.saved + 1 };
    await repositories.highlights.save(draft.id, words);
    return ok({
      fields: highlightFields.filter((field) => field in read.value),
      draft: { theme, month, version: draft.version, words },
    });
  });
}

async function readWords(
  { theme, month }: Report,
  { said, seen }: Written,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<Partial<Record<HighlightField, string>>>> {
  const words: Partial<Record<HighlightField, string>> = {};
  const refusals: { readonly ref: string; readonly refusal: Refusal }[] = [];
  for (const field of highlightFields) {
    const typed = said[field];
    if (typed === undefined) continue;
    const start = `${reportLine(theme, month)} ${field}`;
    const read = await parseTypedNote(typed, start, context);
    if (read.ok) words[field] = read.value && NOTHING.test(read.value) ? '' : (read.value ?? '');
    else refusals.push({ ref: field, refusal: read.refusal });
  }
  const [only] = refusals;
  if (!only) return ok(words);
  return seen === null && Object.keys(said).length === 1
    ? refuse(only.refusal)
    : refuse({ code: 'none-recorded', refusals, again: null });
}

type ApproveReportNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<NoteNames | 'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Commits<'audit' | 'highlights' | 'notifications' | 'people'> &
    Past<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives' | 'people'>
>;

/**
 * Freezes the draft with all that the record says, and tells the programme office.
 * @param seen how often the words had been saved when the person saw them; null: not bound to that
 * Refusals: `not-permitted`, `highlight-approved`, `highlight-moved-on`.
 */
export async function approveReport(
  report: Report,
  seen: number | null,
  context: ApproveReportNeeds,
): Promise<Result<HighlightContent>> {
  const allowed = permitReport('approve-highlight', report, context);
  if (!allowed.ok) return allowed;
  const { theme, month } = report;
  const { actor, record, now, today } = context;
  const facts = await highlightFacts(theme, month, context);
  return await onDraft(report, context, async ({ id, version, words }, repositories) => {
    if (seen !== null && seen !== words.saved)
      return refuse({
        code: 'highlight-moved-on',
        ...{ report: reportName(theme, month), line: reportLine(theme, month) },
      });
    const content = await shownInWords({ ...facts, version, words }, record, today);
    await repositories.highlights.approve(id, content, { personId: actor.personId, at: now });
    const message = approvedNotice(content, `${actor.name}, ${actor.organisation}`);
    await repositories.notifications.enqueue(
      await noticesToOffice(repositories, `highlight:${id}`, message, context),
    );
    const summary = `the highlight report of ${reportName(theme, month)} was approved, version ${version}`;
    await repositories.audit.append({
      ...{ kind: 'highlight-approved', summary, authorId: actor.personId, at: now },
    });
    return ok(content);
  });
}

/**
 * Begins the version after the approved one, with its words.
 * Refusals: `not-permitted`, `highlight-is-draft`.
 */
export async function newVersion(
  report: Report,
  context: Given<Doing, Commits<'highlights'>>,
): Promise<Result<{ readonly version: number }>> {
  const allowed = permitReport('write-highlight', report, context);
  if (!allowed.ok) return allowed;
  const { theme, month } = report;
  const of = { themeId: theme.id, month };
  const by = { personId: context.actor.personId, at: context.now };
  return await commitOnce(context, async ({ highlights }) => {
    const last = (await highlights.hold(of)).at(-1);
    if (!last?.content)
      return refuse({
        code: 'highlight-is-draft',
        ...{ report: reportName(theme, month), version: last?.version ?? 1 },
      });
    const version = last.version + 1;
    await highlights.begin(of, { version, words: { ...last.words, saved: 0 }, ...by });
    return ok({ version });
  });
}

export async function reportVersions(
  { theme, month }: Report,
  { record }: { readonly record: Uses<'highlights'> },
): Promise<HighlightReport[]> {
  return await record.highlights.list({ themeId: theme.id, month });
}

/** The month that a line without one means. */
export function currentMonth({ today }: Given<'today'>): string {
  return monthOf(today);
}

export function permitReport(
  permission: Permission,
  { theme }: { readonly theme: NamedTheme & { readonly id: string } },
  { actor }: Given<'actor'>,
): Result<true> {
  return permit(actor, permission, 'highlight', { themeId: theme.id });
}

/** The work on the draft while nobody else can touch it. Refusal: `highlight-approved`. */
async function onDraft<T>(
  { theme, month }: Report,
  context: Given<Doing, Commits<'audit' | 'highlights' | 'notifications' | 'people'>>,
  work: (
    draft: HighlightReport,
    repositories: Reads<'people'> & Uses<'audit' | 'highlights' | 'notifications'>,
  ) => Promise<Result<T>>,
): Promise<Result<T>> {
  const of = { themeId: theme.id, month };
  const begun = { version: 1, words: NO_WORDS };
  const by = { personId: context.actor.personId, at: context.now };
  return await commitOnce(context, async (repositories) => {
    await repositories.highlights.begin(of, { ...begun, ...by });
    const draft = (await repositories.highlights.hold(of)).at(-1);
    if (draft && !draft.content) return await work(draft, repositories);
    return refuse({
      code: 'highlight-approved',
      ...{ report: reportName(theme, month), version: draft?.version ?? 1 },
      by: draft?.approvedBy ?? null,
      line: `${reportLine(theme, month)} new`,
    });
  });
}
