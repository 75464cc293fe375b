// What families are told: words that the office types and the office or the board agrees, about an objective, a KPI
// or what somebody said; and the page that is made of them.

import { dayText } from '../../../core/dates/messages/when.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import { parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import { findPersonalData } from '../../../core/personal-data/domain/personal-data.ts';
import type { CommandContext } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import { quoted, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { ratingWordings } from '../../../cycle/ratings/app/rag-wordings.ts';
import {
  askPlan,
  findObjective,
  parseRefs,
  refTester,
} from '../../../plan/objectives/app/find-objective.ts';
import { loadKpis } from '../../kpis/app/kpi-readings.ts';
import {
  type FamiliesPage,
  familyFigures,
  type GlossaryTerm,
  glossaryFor,
  pageText,
  parseFamilySubject,
  subjectWords,
} from '../domain/families-page.ts';
import { abbreviationsIn, explains, hardToRead, type Readability } from '../domain/plain-words.ts';
import type { SmallCountPlace } from '../domain/refusal-families.ts';
import { smallCountsIn, withoutSmallCounts } from '../domain/small-count-words.ts';
import type { FamilyItem, FamilyTarget } from './family-ports.ts';

const VERB = 'admin families';
/** What a button that agrees it can carry. */
const MAX_WORDS = 600;

export type Proposal = {
  readonly about: FamilyTarget;
  readonly words: string;
  readonly hard: Readability | null;
  /** Abbreviations that no term explains yet. */
  readonly unexplained: readonly string[];
};

/**
 * Words for the page, as `admin families add 2B:2 …` types them; nothing is recorded.
 * Refusals: `usage`, those of `findObjective` and `parseTypedNote`, `unknown-family-subject`, `not-publishable`,
 * `small-counts`, `too-long`.
 */
export async function parseProposal(
  line: string,
  context: CommandContext,
): Promise<Result<Proposal>> {
  const read = parseFamilySubject(line);
  const problem =
    'Say what it is about and then the words: “admin families add 2B:2 Every child will have a named person to talk to”.';
  if (!read) return refuse({ code: 'usage', verb: VERB, problem });
  const several = await refuseSubjects(line, context);
  if (several) return several;
  const about = await findTarget(read, context);
  if (!about.ok) return about;
  const start = `admin families add ${subjectWords(read.subject)}`;
  const words = await parseTypedNote(read.words, start, context);
  if (!words.ok) return words;
  if (words.value === null) return refuse({ code: 'usage', verb: VERB, problem });
  if (words.value.length > MAX_WORDS)
    return refuse({ code: 'too-long', length: words.value.length, limit: MAX_WORDS });
  const told = refuseSmallCounts(words.value, start);
  if (!told.ok) return told;
  const terms = await context.record.families.terms();
  const unexplained = abbreviationsIn(words.value).filter(
    (one) => !terms.some(({ term }) => explains(term, one)),
  );
  return ok({
    ...{ about: about.value, words: words.value, unexplained },
    hard: hardToRead(words.value),
  });
}

/** `kpi 3, 4 words`, `kpi 3 kpi 4 words` and `2B:2 2B:3 words`: words are agreed of one subject at a time. */
async function refuseSubjects(
  line: string,
  context: CommandContext,
): Promise<Result<never> | null> {
  const start = `${VERB} add`;
  const [, kind = '', numbers = ''] = /^(kpi|quote)\s+([\s\S]*)$/i.exec(line) ?? [];
  if (kind !== '') {
    const plain = numbers.replace(/(^#?\d+)((?:[\s,]+(?:and\s+)?)(?:kpi|quote)\s+)(?=\d)/i, '$1, ');
    const list = parseNumberList(plain);
    return (
      list && refuseSeveral(list.numbers, (one) => `${start} ${kind} ${one} ${list.words}`, null)
    );
  }
  const { refs, rest } = parseRefs(line, refTester(await askPlan(line, context)));
  const asWords = `${start} ${refs[0]} ${quoted([...refs.slice(1), rest].join(' '))}`;
  return refuseSeveral(refs, (one) => `${start} ${one} ${rest}`, asWords);
}

/** Refusal: `small-counts`. */
function refuseSmallCounts(words: string, start: string): Result<true> {
  const found = smallCountsIn(words);
  if (found.length === 0) return ok(true);
  const line = `${start} ${withoutSmallCounts(words, found)}`;
  return refuse({ code: 'small-counts', found, line });
}

async function findTarget(
  { subject, words }: NonNullable<ReturnType<typeof parseFamilySubject>>,
  context: CommandContext,
): Promise<Result<FamilyTarget>> {
  if (subject.kind === 'objective') {
    const found = await findObjective(subject.ref, 'admin families add', words, context);
    return found.ok ? ok({ kind: 'objective', id: found.value.id, ref: found.value.ref }) : found;
  }
  const { kind, number } = subject;
  const target = await context.record.families.find(kind, number);
  if (!target) return refuse({ code: 'unknown-family-subject', kind, number });
  if (target.kind === 'quote' && !target.publishable)
    return refuse({ code: 'not-publishable', number, role: target.role });
  return ok(target);
}

/** Puts words on the page, in place of those about the same. Refusals: `not-permitted`, those of `parseProposal`. */
export async function agreeWords(
  line: string,
  context: CommandContext,
): Promise<Result<Proposal & { readonly number: number; readonly replaced: boolean }>> {
  const allowed = permit(context.actor, 'families-agree', VERB);
  if (!allowed.ok) return allowed;
  const proposal = await parseProposal(line, context);
  if (!proposal.ok) return proposal;
  const { about, words } = proposal.value;
  return await commitOnce(context, async (repositories) => {
    const by = { personId: context.actor.personId, at: context.now };
    const agreed = await repositories.families.agree(about, words, by);
    const summary = `item ${agreed.number} of the families’ page was agreed`;
    await repositories.audit.append({
      ...{ kind: 'families-agreed', summary, authorId: by.personId, at: by.at },
    });
    return ok({ ...proposal.value, ...agreed });
  });
}

/** Takes words off the page; the record keeps them. Refusals: `not-permitted`, `unknown-family-item`. */
export async function withdrawWords(
  number: number,
  context: CommandContext,
): Promise<Result<{ readonly number: number }>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'families', VERB);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ families, audit }) => {
    const by = { personId: actor.personId, at: now };
    if (!(await families.withdraw(number, by)))
      return refuse({ code: 'unknown-family-item', number });
    const summary = `item ${number} of the families’ page was withdrawn`;
    await audit.append({ kind: 'families-withdrawn', summary, authorId: actor.personId, at: now });
    return ok({ number });
  });
}

/**
 * Says what an abbreviation means: `EHCP Education, health and care plan: what help a child gets`.
 * Refusals: `not-permitted`, `usage`, those of `parseTypedNote`, `small-counts`.
 */
export async function setTerm(
  line: string,
  context: CommandContext,
): Promise<Result<GlossaryTerm>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'families', VERB);
  if (!allowed.ok) return allowed;
  const [, term = '', words = ''] = /^([\p{L}\p{N}]{2,30})\s+([\s\S]+)$/u.exec(line) ?? [];
  const problem =
    'Say the abbreviation, and what it stands for: “admin families term EHCP Education, health and care plan”. Plain words may follow a colon.';
  if (term === '') return refuse({ code: 'usage', verb: VERB, problem });
  const start = `admin families term ${term}`;
  const typed = await parseTypedNote(words, start, context);
  if (!typed.ok) return typed;
  const told = refuseSmallCounts(typed.value ?? '', start);
  if (!told.ok) return told;
  const [, meaning = '', plain = ''] = /^([^:]*)(?::\s*([\s\S]*))?$/.exec(typed.value ?? '') ?? [];
  if (meaning.trim() === '') return refuse({ code: 'usage', verb: VERB, problem });
  const set = { term, meaning: meaning.trim(), plain: plain.trim() || null };
  return await commitOnce(context, async ({ families, audit }) => {
    await families.setTerm(set);
    const summary = 'an abbreviation was explained for the families’ page';
    await audit.append({ kind: 'families-term', summary, authorId: actor.personId, at: now });
    return ok(set);
  });
}

export type FamiliesOverview = {
  readonly items: readonly FamilyItem[];
  /** Open objectives that the page says nothing of. */
  readonly missing: readonly { readonly ref: string; readonly title: string }[];
  readonly unexplained: readonly string[];
  /** What tells a number under five, for which the page is not made. */
  readonly small: readonly SmallCountPlace[];
};

/** What is on the page, and what is missing. Refusal: `not-permitted`. */
export async function familiesOverview(context: CommandContext): Promise<Result<FamiliesOverview>> {
  const allowed = permit(context.actor, 'families-agree', VERB);
  if (!allowed.ok) return allowed;
  const [items, objectives, { unexplained, small }] = await Promise.all([
    current(context),
    context.record.objectives.list(context.today),
    draw(context),
  ]);
  const told = new Set(items.map(({ about }) => about.id));
  return ok({
    ...{ items, unexplained, small },
    missing: objectives.filter(({ id }) => !told.has(id)).map(({ ref, title }) => ({ ref, title })),
  });
}

/**
 * The page as it would be published now.
 * Refusals: `not-permitted`, `empty-page`, `page-personal-data`, `page-small-counts`, `unexplained-words`.
 */
export async function makeFamiliesPage(context: CommandContext): Promise<Result<FamiliesPage>> {
  const allowed = permit(context.actor, 'families', VERB);
  if (!allowed.ok) return allowed;
  const { page, unexplained, small } = await draw(context);
  if (page.promises.length + page.figures.length + page.voices.length === 0)
    return refuse({ code: 'empty-page' });
  if (await isPersonal(page, context)) return refuse({ code: 'page-personal-data' });
  if (small.length > 0) return refuse({ code: 'page-small-counts', places: small });
  if (unexplained.length > 0) return refuse({ code: 'unexplained-words', terms: unexplained });
  return ok(page);
}

/** Whether any text on it holds a person's data for certain. */
async function isPersonal(page: FamiliesPage, { record }: CommandContext): Promise<boolean> {
  const people = await record.people.list();
  const known = {
    emails: new Set(people.map(({ email }) => email)),
    names: people.map(({ name }) => name),
  };
  return pageText(page).some((text) =>
    findPersonalData(text, known).some(({ certainty }) => certainty === 'certain'),
  );
}

async function current({ record }: CommandContext): Promise<FamilyItem[]> {
  return (await record.families.list()).filter(
    // A consent that was taken back takes the words with it.
    ({ withdrawn, about }) => !withdrawn && (about.kind !== 'quote' || about.publishable),
  );
}

type Drawn = {
  readonly page: FamiliesPage;
  readonly unexplained: readonly string[];
  readonly small: readonly SmallCountPlace[];
};

async function draw(context: CommandContext): Promise<Drawn> {
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
  const small = smallCountPlaces(items, { ...page, glossary }, wordings);
  return { page: { ...page, glossary }, unexplained, small };
}

/** Words that were agreed before the rule, or that came by a plan's files. Figures are hidden, not refused. */
function smallCountPlaces(
  items: readonly FamilyItem[],
  page: FamiliesPage,
  wordings: Awaited<ReturnType<typeof ratingWordings>>,
): SmallCountPlace[] {
  const place = (where: string, start: string, words: string): SmallCountPlace[] => {
    const found = smallCountsIn(words);
    const line = `${start} ${withoutSmallCounts(words, found)}`;
    return found.length > 0 ? [{ where, found, line }] : [];
  };
  return [
    ...items.flatMap(({ number, about, words }) =>
      place(`Item ${number}`, `admin families add ${targetWords(about)}`, words),
    ),
    // Who said it cannot be worded anew.
    ...items.flatMap(({ number, about }) =>
      place(`Item ${number}`, '', about.kind === 'quote' ? about.role : '').map((one) => ({
        ...one,
        line: `admin families withdraw ${number}`,
      })),
    ),
    ...page.glossary.flatMap(({ term, meaning, plain }) =>
      place(
        `The explanation of ${term}`,
        `admin families term ${term}`,
        plain === null ? meaning : `${meaning}: ${plain}`,
      ),
    ),
    ...wordings
      .filter(({ rating, wording }) => rating === 'delivery' && isOnPage(wording, page))
      .flatMap(({ rag, wording }) =>
        place(`What ${rag} means`, `admin rag ${rag} delivery`, wording),
      ),
  ];
}

function isOnPage(wording: string, { promises }: FamiliesPage): boolean {
  return promises.some(({ meaning }) => meaning === wording);
}

function targetWords(about: FamilyTarget): string {
  return about.kind === 'objective' ? about.ref : `${about.kind} ${about.number}`;
}
