// The page for families as it stands now, what is missing on it, and what keeps it from being made.

import { dayText } from '../../../core/dates/messages/when.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import { findPersonalData, knownPeople } from '../../../core/personal-data/domain/personal-data.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { ratingWordings } from '../../../cycle/ratings/app/rag-wordings.ts';
import { loadKpis } from '../../kpis/app/kpi-readings.ts';
import {
  type FamiliesPage,
  familyFigures,
  glossaryFor,
  pageText,
  termText,
} from '../domain/families-page.ts';
import { APPROVERS, type StoppedWords } from '../domain/refusal-families.ts';
import type { FamilyItem, FamilyTarget } from './family-ports.ts';
import { approve, codeOf, loadStop } from './suppression-approval.ts';

const VERB = 'admin families';

export type FamiliesOverview = {
  readonly items: readonly FamilyItem[];
  /** Open objectives that the page says nothing of. */
  readonly missing: readonly { readonly ref: string; readonly title: string }[];
  readonly unexplained: readonly string[];
  /** What may tell a number under five, for which the page is not made. */
  readonly stopped: readonly StoppedWords[];
};

type FamiliesOverviewNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today',
  Reads<'audit' | 'cycles' | 'kpiFigures' | 'kpis' | 'objectives' | 'ragWordings'> &
    Uses<'families'>
>;

/** What is on the page, and what is missing. Refusal: `not-permitted`. */
export async function familiesOverview(
  context: FamiliesOverviewNeeds,
): Promise<Result<FamiliesOverview>> {
  const allowed = permit(context.actor, 'families-agree', VERB);
  if (!allowed.ok) return allowed;
  const [items, objectives, { unexplained, stopped }] = await Promise.all([
    current(context),
    context.record.objectives.list(context.today),
    draw(context),
  ]);
  const told = new Set(items.map(({ about }) => about.id));
  return ok({
    ...{ items, unexplained, stopped },
    missing: objectives.filter(({ id }) => !told.has(id)).map(({ ref, title }) => ({ ref, title })),
  });
}

type MakeFamiliesPageNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today',
  Reads<'audit' | 'cycles' | 'kpiFigures' | 'kpis' | 'objectives' | 'people' | 'ragWordings'> &
    Uses<'families'>
>;

/**
 * The page as it would be published now.
 * Refusals: `not-permitted`, `empty-page`, `page-personal-data`, `page-small-counts`, `unexplained-words`.
 */
export async function makeFamiliesPage(
  context: MakeFamiliesPageNeeds,
): Promise<Result<FamiliesPage>> {
  const allowed = permit(context.actor, 'families', VERB);
  if (!allowed.ok) return allowed;
  const { page, unexplained, stopped } = await draw(context);
  if (page.promises.length + page.figures.length + page.voices.length === 0)
    return refuse({ code: 'empty-page' });
  if (await isPersonal(page, context)) return refuse({ code: 'page-personal-data' });
  if (stopped.length > 0) return refuse({ code: 'page-small-counts', stopped });
  if (unexplained.length > 0) return refuse({ code: 'unexplained-words', terms: unexplained });
  return ok(page);
}

/** Whether any text on it holds a person's data for certain. */
async function isPersonal(
  page: FamiliesPage,
  { record }: { readonly record: Reads<'people'> },
): Promise<boolean> {
  const known = knownPeople(await record.people.list());
  return pageText(page).some((text) =>
    findPersonalData(text, known).some(({ certainty }) => certainty === 'certain'),
  );
}

async function current({ record }: { readonly record: Uses<'families'> }): Promise<FamilyItem[]> {
  return (await record.families.list()).filter(
    // A consent that was taken back takes the words with it.
    ({ withdrawn, about }) => !withdrawn && (about.kind !== 'quote' || about.publishable),
  );
}

type Drawn = {
  readonly page: FamiliesPage;
  readonly unexplained: readonly string[];
  readonly stopped: readonly StoppedWords[];
};

type DrawNeeds = Given<
  'partnership' | 'now' | 'today',
  Reads<'audit' | 'cycles' | 'kpiFigures' | 'kpis' | 'objectives' | 'ragWordings'> &
    Uses<'families'>
>;

async function draw(context: DrawNeeds): Promise<Drawn> {
  const { record, partnership, today, now } = context;
  const items = await current(context);
  const [wordings, terms] = await Promise.all([ratingWordings(record), record.families.terms()]);
  const ids = items.flatMap(({ about }) => (about.kind === 'objective' ? [about.id] : []));
  const objectives =
    ids.length > 0
      ? await fadeRatings(await record.objectives.list(today, { ids }), record, now)
      : [];
  const hasFigures = items.some(({ about }) => about.kind === 'kpi');
  const readings = hasFigures ? await loadKpis(record, 'all', context) : [];
  const page: Omit<FamiliesPage, 'glossary'> = {
    ...{ partnership: partnership.name, madeOn: dayText(today) },
    promises: items.flatMap(({ about, words }) => {
      const objective = objectives.find(({ id }) => id === about.id);
      if (!objective) return [];
      const meaning = wordings.find(
        ({ rating, rag }) => rating === 'delivery' && rag === objective.rag,
      );
      return [
        {
          ...{ ref: objective.ref, words, status: ratingText(objective) },
          meaning: objective.fade
            ? 'Nobody has told us since whether this is still so.'
            : (meaning?.wording ?? 'No rating has been given yet.'),
          due: objective.due?.text ?? null,
          example: objective.example,
        },
      ];
    }),
    figures: (
      await Promise.all(
        items.map(async ({ about, words }) => {
          if (about.kind !== 'kpi') return [];
          const table = await record.kpis.table(about.themeId);
          const row = table?.rows.find(({ number }) => number === about.number);
          if (!table || !row) return [];
          const newest = readings.find(({ number }) => number === about.number)?.latest ?? null;
          const values = familyFigures(table.headers, row, newest);
          return [{ name: about.name, words, values }];
        }),
      )
    ).flat(),
    voices: items.flatMap(({ about, words }) =>
      about.kind === 'quote' ? [{ words, role: about.role }] : [],
    ),
    example: objectives.some((one) => one.example),
  };
  const { glossary, unexplained } = glossaryFor(pageText({ ...page, glossary: [] }), terms);
  const stopped = await loadStopped(places(items, { ...page, glossary }, wordings), context);
  return { page: { ...page, glossary }, unexplained, stopped };
}

type Place = Pick<StoppedWords, 'where' | 'words' | 'line'>;

/** Every text on the page that somebody wrote, and how it is put right. Figures are hidden, not stopped. */
function places(
  items: readonly FamilyItem[],
  page: FamiliesPage,
  wordings: Awaited<ReturnType<typeof ratingWordings>>,
): Place[] {
  return [
    ...items.flatMap(({ number, about, words }) => [
      {
        ...{ where: `Item ${number}`, words },
        line: `admin families add ${targetWords(about)} `,
      },
      // Who said it cannot be worded anew.
      ...(about.kind === 'quote'
        ? [
            {
              ...{ where: `Item ${number}`, words: about.role },
              line: `admin families withdraw ${number}`,
            },
          ]
        : []),
    ]),
    ...page.glossary.map((term) => ({
      ...{ where: `The explanation of ${term.term}`, words: termText(term) },
      line: `admin families term ${term.term} `,
    })),
    ...wordings
      .filter(({ rating, wording }) => rating === 'delivery' && isOnPage(wording, page))
      .map(({ rag, wording }) => ({
        ...{ where: `What ${rag} means`, words: wording },
        line: `admin rag ${rag} delivery `,
      })),
  ];
}

/** Those that may tell a small number and that no two people approved: the page is not made while there are any. */
async function loadStopped(
  written: readonly Place[],
  { record }: { readonly record: Reads<'audit'> },
): Promise<StoppedWords[]> {
  const stopped = await Promise.all(
    written.map(async (place) => {
      const stop = await loadStop(place.words, record);
      return stop && { ...place, ...stop };
    }),
  );
  return stopped.flatMap((one) => one ?? []);
}

/** Stopped words by their code, for whoever is to approve them. Refusals: `not-permitted`, `unknown-stopped-words`. */
export async function findStopped(
  code: string,
  context: FamiliesOverviewNeeds,
): Promise<Result<StoppedWords>> {
  const allowed = permit(context.actor, 'families-agree', VERB);
  if (!allowed.ok) return allowed;
  const { stopped } = await draw(context);
  const found = stopped.find(({ words }) => codeOf(words) === code.toLowerCase());
  return found ? ok(found) : refuse({ code: 'unknown-stopped-words' });
}

export type ApproveStoppedNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'audit' | 'cycles' | 'kpiFigures' | 'kpis' | 'objectives' | 'ragWordings'> &
    Uses<'families'> &
    Commits<'audit'>
>;

/**
 * Approves stopped words; they are on the page once two people have.
 * Refusals: those of `findStopped`, `second-person-needed`.
 */
export async function approveStopped(
  code: string,
  context: ApproveStoppedNeeds,
): Promise<Result<{ readonly stopped: StoppedWords; readonly missing: number }>> {
  const found = await findStopped(code, context);
  if (!found.ok) return found;
  const { words, approvedBy } = found.value;
  if (approvedBy.includes(context.actor.personId)) return refuse({ code: 'second-person-needed' });
  return await commitOnce(context, async (repositories) => {
    await approve(words, context, repositories);
    return ok({ stopped: found.value, missing: APPROVERS - approvedBy.length - 1 });
  });
}

function isOnPage(wording: string, { promises }: FamiliesPage): boolean {
  return promises.some(({ meaning }) => meaning === wording);
}

function targetWords(about: FamilyTarget): string {
  return about.kind === 'objective' ? about.ref : `${about.kind} ${about.number}`;
}
