// From the words of `admin change …` to what is proposed and why. What people typed passes the guard here.
import type { Objective } from '../domain/objective.ts';
import { looksLikeRef, refKey } from '../domain/objective-ref.ts';
import {
  type NamedPerson,
  namesOf,
  type OwnRole,
  type PlanPartKind,
  type Proposal,
  type WordedField,
} from '../domain/plan-change.ts';
import { planPartKinds } from '../domain/plan-content.ts';
import { readDate } from '../domain/read-date.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { CommandContext } from './command.ts';
import { findObjective, readObjective, readRefs } from './find-objective.ts';
import { findPerson } from './find-person.ts';
import { readTypedNote } from './typed-note.ts';

const VERB = 'admin change';
const SHOWN = 40;
/** As long as a title of a plan file may be. */
const MAX_TITLE_LENGTH = 200;

export type ReadChange = {
  readonly proposal: Proposal;
  readonly reason: string;
  /** Null: an objective is to be added. */
  readonly objective: Objective | null;
};

type Words = { readonly what: string; readonly reason: string };

/**
 * Reads `2B:2 date September 2024 because …`, `close 2B:2 because …` or `2B:2 close because …`.
 * Refusals: those of `readObjective`, `findPerson` and `readTypedNote`; `no-reason`, `bad-date`, `usage`.
 */
export async function readChange(
  line: string,
  context: CommandContext,
): Promise<Result<ReadChange>> {
  const closing = /^close\s+(.*)$/is.exec(line);
  const found = await readObjective(closing?.[1] ?? line, VERB, context);
  if (!found.ok) return found;
  const { objective, rest } = found.value;
  const [, word = '', after = ''] =
    /^(\S*)\s*([\s\S]*)$/.exec(closing ? `close ${rest}` : rest) ?? [];
  const start = `${VERB} ${objective.ref} ${word.toLowerCase()}`;
  const read = await readProposal(word.toLowerCase(), after, start, objective, context);
  return read.ok ? ok({ ...read.value, objective }) : read;
}

async function readProposal(
  word: string,
  words: string,
  start: string,
  objective: Objective,
  context: CommandContext,
): Promise<Result<Omit<ReadChange, 'objective'>>> {
  switch (word) {
    case 'close': {
      const said = await readReason(words, start, context);
      return said.ok ? ok({ proposal: { kind: 'close' }, reason: said.value.reason }) : said;
    }
    case 'date':
    case 'due': {
      const said = await readReason(words, start, context);
      if (!said.ok) return said;
      const to = readDate(said.value.what.replace(/^to\s+/i, ''), context.today, 'future');
      if (!to) return refuse({ code: 'bad-date', typed: said.value.what.slice(0, SHOWN) });
      const proposal = { kind: 're-date', from: objective.due, to } as const;
      return ok({ proposal, reason: said.value.reason });
    }
    case 'title':
      return await readWording('title', words, start, objective, context);
    case 'measure':
      return await readWording('successMeasure', words, start, objective, context);
    case 'owner':
    case 'deputy':
      return await readOwner(word, words, start, objective, context);
    default:
      return refuse({
        code: 'usage',
        verb: VERB,
        problem: `After the reference say what is to change: date, title, measure, owner, deputy or close${word ? `; “${word.slice(0, SHOWN)}” is none of these` : ''}.`,
      });
  }
}

async function readWording(
  field: WordedField,
  words: string,
  start: string,
  objective: Objective,
  context: CommandContext,
): Promise<Result<Omit<ReadChange, 'objective'>>> {
  const said = await readReason(words, start, context);
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
  objective: Objective,
  context: CommandContext,
): Promise<Result<Omit<ReadChange, 'objective'>>> {
  const { what, reason } = splitReason(words);
  const person = await findNamed(what, context);
  if (!person.ok) return person;
  const why = await readTypedNote(reason, `${start} ${what} because`, context);
  if (!why.ok) return why;
  if (why.value === null) return refuse({ code: 'no-reason', line: `${start} ${what}` });
  const from = namesOf(objective, role);
  return ok({ proposal: { kind: 're-own', role, from, to: person.value }, reason: why.value });
}

/**
 * Reads what follows `add`: `2B:5 "Title" [due …] [owner …] because …`, or `action 2B:2 "…" …`, where a
 * milestone names its action: `milestone 2B:2.1 "…"`.
 * Refusals: as `readChange`; `ref-taken`, `unknown-part`, `note-too-long`.
 */
export async function readAddition(
  line: string,
  context: CommandContext,
): Promise<Result<ReadChange>> {
  const said = await readReason(line, `${VERB} add`, context);
  if (!said.ok) return said;
  const { what, reason } = said.value;
  const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(what) ?? [];
  const kind = planPartKinds.find((one) => one === first.toLowerCase());
  const read = kind ? await readPart(kind, after, context) : await readNewObjective(what, context);
  return read.ok ? ok({ ...read.value, reason }) : read;
}

async function readNewObjective(
  line: string,
  context: CommandContext,
): Promise<Result<Omit<ReadChange, 'reason'>>> {
  const { refs, rest } = readRefs(line);
  const ref = (refs[0] ?? '').toUpperCase();
  if (!looksLikeRef(ref) || !/\d[A-Z]?$/.test(ref)) {
    return refuse({
      code: 'usage',
      verb: VERB,
      problem:
        'Say the new objective’s reference, then its title in quotation marks: add 2B:5 "Title" because …',
    });
  }
  const taken = (await context.record.objectives.listNames()).find(
    (one) => refKey(one.ref) === refKey(ref),
  );
  if (taken) return refuse({ code: 'ref-taken', ref: taken.ref, title: taken.title });
  const parts = await readTitleAndMore(rest, context);
  if (!parts.ok) return parts;
  const proposal = { kind: 'add', what: 'objective', ref, ...parts.value } as const;
  return ok({ proposal, objective: null });
}

async function readPart(
  what: PlanPartKind,
  line: string,
  context: CommandContext,
): Promise<Result<Omit<ReadChange, 'reason'>>> {
  const [, word = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const [, ofAction, number] = /^(.*\d)\.(\d+)$/.exec(word) ?? [];
  const parentRef = what === 'milestone' ? (number ?? null) : null;
  if (what === 'milestone' && parentRef === null) {
    const problem = 'Say which action the milestone belongs to: add milestone 2B:2.1 "…" because …';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  const typed = parentRef === null ? word : (ofAction ?? word);
  const found = await findObjective(typed, `${VERB} add ${what}`, after, context);
  if (!found.ok) return found;
  const objective = found.value;
  if (parentRef !== null) {
    const actions = await context.record.items.list({
      objectiveIds: [objective.id],
      kinds: ['action'],
    });
    if (!actions.some(({ ref }) => ref === parentRef))
      return refuse({ code: 'unknown-part', ref: objective.ref, part: parentRef });
  }
  const parts = await readTitleAndMore(after, context);
  if (!parts.ok) return parts;
  const { title, due } = parts.value;
  return ok({ proposal: { kind: 'add', what, parentRef, title, due }, objective });
}

async function readTitleAndMore(line: string, context: CommandContext) {
  const quoted = /^["“”„]([^"“”„]*)["“”]\s*([\s\S]*)$/.exec(line);
  const plain = /^([\s\S]*?)(?=\s(?:due|owner)\s|$)([\s\S]*)$/i.exec(line);
  const title = (quoted?.[1] ?? plain?.[1] ?? '').trim();
  const more = ` ${(quoted?.[2] ?? plain?.[2] ?? '').trim()}`;
  if (title === '') {
    const problem = 'Say what it is called, in quotation marks.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  if (title.length > MAX_TITLE_LENGTH) return tooLong(title);
  const date = /\sdue\s+(.*?)(?=\sowner\s|$)/is.exec(more)?.[1]?.trim();
  const due = date === undefined ? null : readDate(date, context.today, 'future');
  if (date !== undefined && !due) return refuse({ code: 'bad-date', typed: date.slice(0, SHOWN) });
  const name = /\sowner\s+(.*?)(?=\sdue\s|$)/is.exec(more)?.[1]?.trim();
  const owner = name === undefined ? ok(null) : await findNamed(name, context);
  return owner.ok ? ok({ title, due, owner: owner.value }) : owner;
}

async function findNamed(words: string, context: CommandContext): Promise<Result<NamedPerson>> {
  const person = await findPerson(words, context);
  if (!person.ok) return person;
  const { id, name, organisation } = person.value;
  return ok({ personId: id, name, organisation });
}

/** The words up to “because” and the reason behind it, both past the guard. Refusals: `no-reason`, the guard's. */
async function readReason(
  words: string,
  start: string,
  context: CommandContext,
): Promise<Result<Words>> {
  const checked = await readTypedNote(words, start, context);
  if (!checked.ok) return checked;
  const split = splitReason(checked.value ?? '');
  return split.reason === ''
    ? refuse({ code: 'no-reason', line: `${start} ${split.what}`.trim() })
    : ok(split);
}

/** The first “because” that stands in no quotation marks parts the two. */
function splitReason(words: string): Words {
  const [, what = words, reason = ''] =
    /^((?:["“”][^"“”]*["“”]|[^"“”])*?)(?:^|\s)because\b[:,]?\s*([\s\S]*)$/i.exec(words) ?? [];
  return { what: what.trim(), reason: reason.trim() };
}

function unquoted(words: string): string {
  return /^["“”„]([^"“”„]*)["“”]$/.exec(words)?.[1]?.trim() ?? words;
}

function tooLong(title: string): Result<never> {
  return refuse({ code: 'note-too-long', length: title.length, limit: MAX_TITLE_LENGTH });
}
