// What families are told: words that the office types and the office or the board agrees, about an objective, a KPI
// or what somebody said; and what abbreviations mean.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { quoted, refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findObjective } from '../../../plan/objectives/app/find-objective.ts';
import { parseRefs } from '../../../plan/objectives/domain/ref-list.ts';
import {
  type GlossaryTerm,
  parseFamilySubject,
  subjectWords,
  termText,
} from '../domain/families-page.ts';
import { abbreviationsIn, explains, hardToRead, type Readability } from '../domain/plain-words.ts';
import type { FamilyTarget } from './family-ports.ts';
import { approve, loadStop, type Stop } from './suppression-approval.ts';

const VERB = 'admin families';
/** What a button that agrees it can carry. */
const MAX_WORDS = 600;

export type Proposal = {
  readonly about: FamilyTarget;
  readonly words: string;
  readonly hard: Readability | null;
  /** Abbreviations that no term explains yet. */
  readonly unexplained: readonly string[];
  /** Why two people have to approve them; null: nothing stops them. */
  readonly stop: Stop | null;
};

/** `asked`: words that the check for small numbers stops are let by, to be approved by two people. */
type Asked = { readonly asked?: boolean };

/**
 * Words for the page, as `admin families add 2B:2 …` types them; nothing is recorded.
 * Refusals: `usage`, those of `findObjective` and `parseTypedNote`, `unknown-family-subject`, `not-publishable`,
 * `small-counts`, `too-long`.
 */
export async function parseProposal(
  line: string,
  context: Given<'today', Reads<NoteNames | 'audit' | 'objectives'> & Uses<'families'>>,
  { asked = false }: Asked = {},
): Promise<Result<Proposal>> {
  const read = parseFamilySubject(line, await context.record.objectives.refs());
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
  const stop = await loadStop(words.value, context.record);
  if (stop && !asked) {
    const line = `admin families ask ${subjectWords(read.subject)} ${words.value}`;
    return refuse({ code: 'small-counts', found: stop.found, line });
  }
  const terms = await context.record.families.terms();
  const unexplained = abbreviationsIn(words.value).filter(
    (one) => !terms.some(({ term }) => explains(term, one)),
  );
  return ok({
    ...{ about: about.value, words: words.value, unexplained, stop },
    hard: hardToRead(words.value),
  });
}

/** `kpi 3, 4 words`, `kpi 3 kpi 4 words` and `2B:2 2B:3 words`: words are agreed of one subject at a time. */
async function refuseSubjects(
  line: string,
  context: Given<'today', Reads<'objectives'>>,
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
  const { refs, rest } = parseRefs(line, await context.record.objectives.refs());
  const asWords = `${start} ${refs[0]} ${quoted([...refs.slice(1), rest].join(' '))}`;
  return refuseSeveral(refs, (one) => `${start} ${one} ${rest}`, asWords);
}

async function findTarget(
  { subject, words }: NonNullable<ReturnType<typeof parseFamilySubject>>,
  context: Given<'today', Reads<'objectives'> & Uses<'families'>>,
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
  context: Given<
    Doing | 'today',
    Reads<NoteNames | 'audit' | 'objectives'> & Uses<'families'> & Commits<'audit' | 'families'>
  >,
  asked: Asked = {},
): Promise<Result<Proposal & { readonly number: number; readonly replaced: boolean }>> {
  const allowed = permit(context.actor, 'families-agree', VERB);
  if (!allowed.ok) return allowed;
  const proposal = await parseProposal(line, context, asked);
  if (!proposal.ok) return proposal;
  const { about, words, stop } = proposal.value;
  return await commitOnce(context, async (repositories) => {
    const by = { personId: context.actor.personId, at: context.now };
    const agreed = await repositories.families.agree(about, words, by);
    const summary = `item ${agreed.number} of the families’ page was agreed`;
    await repositories.audit.append({
      ...{ kind: 'families-agreed', summary, authorId: by.personId, at: by.at },
    });
    if (stop) await approve(words, context, repositories);
    return ok({ ...proposal.value, ...agreed });
  });
}

/** Takes words off the page; the record keeps them. Refusals: `not-permitted`, `unknown-family-item`. */
export async function withdrawWords(
  number: number,
  context: Given<Doing, Commits<'audit' | 'families'>>,
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
  context: Given<Doing | 'today', Reads<NoteNames | 'audit'> & Commits<'audit' | 'families'>>,
  { asked = false }: Asked = {},
): Promise<Result<GlossaryTerm & { readonly stop: Stop | null }>> {
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
  const [, meaning = '', plain = ''] = /^([^:]*)(?::\s*([\s\S]*))?$/.exec(typed.value ?? '') ?? [];
  if (meaning.trim() === '') return refuse({ code: 'usage', verb: VERB, problem });
  const set = { term, meaning: meaning.trim(), plain: plain.trim() || null };
  const stop = await loadStop(termText(set), context.record);
  if (stop && !asked) {
    const line = `admin families ask term ${term} ${termText(set)}`;
    return refuse({ code: 'small-counts', found: stop.found, line });
  }
  return await commitOnce(context, async (repositories) => {
    await repositories.families.setTerm(set);
    const summary = 'an abbreviation was explained for the families’ page';
    await repositories.audit.append({
      ...{ kind: 'families-term', summary, authorId: actor.personId, at: now },
    });
    if (stop) await approve(termText(set), context, repositories);
    return ok({ ...set, stop });
  });
}
