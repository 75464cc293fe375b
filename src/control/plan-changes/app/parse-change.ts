// From the words of `admin change …` to what is proposed and why. What people typed passes the guard here.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { someDate } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findNamedObjective, findObjective } from '../../../plan/objectives/app/find-objective.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { parseRefs } from '../../../plan/objectives/domain/ref-list.ts';
import { findItem } from '../../../plan/plan-items/app/find-item.ts';
import { fullRef, withoutObjectiveWord } from '../../../plan/plan-items/domain/item-ref.ts';
import { namesOf, type OwnRole, type Proposal, type WordedField } from '../domain/plan-change.ts';
import { planPartKinds } from '../domain/plan-content.ts';
import {
  findNamed,
  MAX_TITLE_LENGTH,
  parseReason,
  splitReason,
  tooLong,
  unquoted,
} from './change-words.ts';
import { parseLink } from './parse-link.ts';

const VERB = 'admin change';
const SHOWN = 40;

type ReOwn = Extract<Proposal, { kind: 're-own' }>;

export type ReadChange = {
  readonly proposal: Proposal;
  readonly reason: string;
  /** Null: an objective is to be added. */
  readonly objective: Objective | null;
};

type ParseChangeNeeds = Given<
  'today' | 'terms' | 'inbound',
  Reads<NoteNames | 'items'> & Uses<'objectives'>
>;

/**
 * Reads `2B:2 date September 2024 because …`, `close 2B:2 because …` or `2B:2 close because …`.
 * Refusals: those of `findNamedObjective`, `findPerson` and `parseTypedNote`; `no-reason`, `bad-date`, `usage`.
 */
export async function parseChange(
  line: string,
  context: ParseChangeNeeds,
): Promise<Result<ReadChange>> {
  const closing = /^close\s+(.*)$/is.exec(line);
  const plan = await context.record.objectives.refs();
  const plain = withoutObjectiveWord(closing?.[1] ?? line, plan);
  const isWhole = closing !== null || plain !== line;
  const part = isWhole ? null : await readPartChange(line, context);
  if (part) return part;
  const found = await findNamedObjective(plain, VERB, context);
  if (!found.ok) return found;
  const { objective, rest } = found.value;
  const [, word = '', after = ''] =
    /^(\S*)\s*([\s\S]*)$/.exec(closing ? `close ${rest}` : rest) ?? [];
  const start = `${VERB} ${objective.ref} ${word.toLowerCase()}`;
  const read = await parseProposal(word.toLowerCase(), after, start, objective, context);
  return read.ok ? ok({ ...read.value, objective }) : read;
}

/**
 * Reads `2B:2.1 date …` or `2B:2 M1 title …`. Null: the line is about an objective as a whole.
 * Refusals: as `parseChange`, `unknown-part`.
 */
async function readPartChange(
  line: string,
  context: ParseChangeNeeds,
): Promise<Result<ReadChange> | null> {
  const found = await findItem(line, planPartKinds, VERB, context);
  if (!found) return await refuseLettered(line, context);
  if (!found.ok) {
    const { refusal } = found;
    if (refusal.code !== 'unknown-item') return found;
    const named = refusal.typed.replace(/^\./, '');
    return refuse({ code: 'unknown-part', ref: refusal.ref, part: named });
  }
  const { part, rest } = found.value;
  const objective = await context.record.objectives.find(found.value.objective.id, context.today);
  const kind = planPartKinds.find((one) => one === part.kind);
  if (!objective || !kind) return null;
  const { ref } = part;
  const full = fullRef(objective.ref, part);
  const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  const field = word.toLowerCase();
  const isWork = kind === 'action' || kind === 'milestone';
  if (isWork && (field === 'owner' || field === 'deputy')) {
    const target = { itemId: part.id, kind, ref, title: part.title };
    const from = await context.record.items.ownersOf(part.id, field, context.today);
    const start = `${VERB} ${full} ${field}`;
    const read = await readOwner(field, after, start, from, context);
    return read.ok
      ? ok({ ...read.value, proposal: { ...read.value.proposal, part: target }, objective })
      : read;
  }
  if (field !== 'date' && field !== 'due' && field !== 'title') {
    const fields = isWork ? 'date, title, owner or deputy' : 'date or title';
    const problem = `Of ${kind} ${full} say what is to change: ${fields}; then what it should be.`;
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  const start = `${VERB} ${full} ${field}`;
  // The words of the objective itself are not looked at: the part stands in its place.
  const subject = { ...objective, title: part.title, due: part.due };
  const read = await parseProposal(field, after, start, subject, context);
  if (!read.ok) return read;
  const target = { itemId: part.id, kind, ref, title: part.title };
  return ok({ ...read.value, proposal: { ...read.value.proposal, part: target }, objective });
}

/** `2B:2 M7 …` where there is no such measure: a letter and a number behind an objective are always a part. */
async function refuseLettered(
  line: string,
  context: Given<'today', Reads<'objectives'>>,
): Promise<Result<never> | null> {
  const { refs, rest } = parseRefs(line, await context.record.objectives.refs());
  const [, part] = /^([mr]\d{1,3})\s/i.exec(rest) ?? [];
  const [typed, ...more] = refs;
  if (part === undefined || typed === undefined || more.length > 0) return null;
  const found = await findObjective(typed, VERB, rest, context);
  return found.ok
    ? refuse({ code: 'unknown-part', ref: found.value.ref, part: part.toUpperCase() })
    : found;
}

async function parseProposal(
  word: string,
  words: string,
  start: string,
  objective: Objective,
  context: Given<'today' | 'terms' | 'inbound', Reads<NoteNames> & Uses<'objectives'>>,
): Promise<Result<Omit<ReadChange, 'objective'>>> {
  switch (word) {
    case 'close': {
      const said = await parseReason(words, start, context);
      return said.ok ? ok({ proposal: { kind: 'close' }, reason: said.value.reason }) : said;
    }
    case 'date':
    case 'due': {
      const said = await parseReason(words, start, context);
      if (!said.ok) return said;
      const to = someDate(said.value.what.replace(/^to\s+/i, ''), 'future', context);
      if (!to.ok) return to;
      const proposal = { kind: 're-date', from: objective.due, to: to.value } as const;
      return ok({ proposal, reason: said.value.reason });
    }
    case 'title':
      return await readWording('title', words, start, objective, context);
    case 'measure':
      return await readWording('successMeasure', words, start, objective, context);
    case 'theme':
    case 'link':
    case 'unlink':
      return await parseLink(word, words, start, objective, context);
    case 'owner':
    case 'deputy':
      return await readOwner(word, words, start, namesOf(objective, word), context);
    default:
      return refuse({
        code: 'usage',
        verb: VERB,
        problem: `After the reference say what is to change: date, title, measure, owner, deputy, theme, link, unlink or close${word ? `; “${word.slice(0, SHOWN)}” is none of these` : ''}.`,
      });
  }
}

async function readWording(
  field: WordedField,
  words: string,
  start: string,
  objective: Objective,
  context: Given<'today', Reads<NoteNames>>,
): Promise<Result<Omit<ReadChange, 'objective'>>> {
  const said = await parseReason(words, start, context);
  if (!said.ok) return said;
  const to = unquoted(said.value.what);
  if (to === '') {
    const what = field === 'title' ? 'title' : 'success measure';
    return refuse({ code: 'usage', verb: VERB, problem: `Say what the ${what} should be.` });
  }
  if (field === 'title' && to.length > MAX_TITLE_LENGTH) return tooLong(to);
  const proposal = { kind: 're-word', field, from: objective[field], to } as const;
  return ok({ proposal, reason: said.value.reason });
}

async function readOwner(
  role: OwnRole,
  words: string,
  start: string,
  from: readonly string[],
  context: Given<'today' | 'inbound', Reads<NoteNames>>,
): Promise<Result<{ readonly proposal: ReOwn; readonly reason: string }>> {
  const { what, reason } = splitReason(words);
  const person = await findNamed(what, context);
  if (!person.ok) return person;
  const why = await parseTypedNote(reason, `${start} ${what} because`, context);
  if (!why.ok) return why;
  if (why.value === null) return refuse({ code: 'no-reason', line: `${start} ${what}` });
  return ok({ proposal: { kind: 're-own', role, from, to: person.value }, reason: why.value });
}
