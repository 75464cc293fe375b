// From the words of `admin change add …` to the objective or the part that is proposed.

import type { NoteNames } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import { dateOrNone } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findTheme } from '../../../core/themes/app/find-theme.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { findNamedObjective } from '../../../plan/objectives/app/find-objective.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { type PlanRefs, refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { findItem } from '../../../plan/plan-items/app/find-item.ts';
import { withoutObjectiveWord } from '../../../plan/plan-items/domain/item-ref.ts';
import type { PlanPartKind } from '../domain/plan-change.ts';
import { planPartKinds } from '../domain/plan-content.ts';
import { findNamed, MAX_TITLE_LENGTH, parseReason, tooLong } from './change-words.ts';
import type { ReadChange } from './parse-change.ts';

const VERB = 'admin change';

/**
 * Reads what follows `add`: `2B:5 "Title" [due …] [owner …] because …`, or `action 2B:2 "…" …`, where a
 * milestone names its action: `milestone 2B:2.1 "…"`.
 * Refusals: as `readChange`; `ref-taken`, `unknown-part`, `note-too-long`.
 */
export async function parseAddition(
  line: string,
  context: Given<'today' | 'terms' | 'inbound', Reads<NoteNames | 'items' | 'kpis' | 'objectives'>>,
): Promise<Result<ReadChange>> {
  const said = await parseReason(line, `${VERB} add`, context);
  if (!said.ok) return said;
  const { what, reason } = said.value;
  const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(what) ?? [];
  const kind = planPartKinds.find((one) => one === first.toLowerCase());
  const read = kind ? await readPart(kind, after, context) : await readNewObjective(what, context);
  return read.ok ? ok({ ...read.value, reason }) : read;
}

async function readNewObjective(
  line: string,
  context: Given<'today' | 'terms' | 'inbound', Reads<'kpis' | 'objectives' | 'people'>>,
): Promise<Result<Omit<ReadChange, 'reason'>>> {
  const plan = await context.record.objectives.refs();
  const { ref, rest } = newRef(line.replace(/^objective\s+/i, ''), plan);
  if (!isReference(ref, plan) || rest === '') {
    return refuse({
      code: 'usage',
      verb: VERB,
      problem:
        'Say the new objective’s reference, then its title in quotation marks: add 2B:5 "Title" because …',
    });
  }
  const [taken] = plan.alike(ref);
  if (taken) return refuse({ code: 'ref-taken', ref: taken.ref, title: taken.title });
  const parts = await readTitleAndMore(rest, context);
  if (!parts.ok) return parts;
  const proposal = { kind: 'add', what: 'objective', ref, ...parts.value } as const;
  return ok({ proposal, objective: null });
}

/** A word without a figure, such as “transport”, is no reference of a plan whose references all have one. */
function isReference(ref: string, plan: PlanRefs): boolean {
  if (refKey(ref) === '' || ref.length > MOST_OF_REF) return false;
  const hasFigure = (one: string) => /\d/.test(one);
  return hasFigure(ref) || plan.all.length === 0 || !plan.all.every((one) => hasFigure(one.ref));
}

/**
 * A reference that the plan has not: what stands before the title's quotation mark, or where there is none, as long as
 * those of the plan are. Of `2b:5` the letters are as large as the plan prints them.
 */
function newRef(line: string, plan: PlanRefs): { readonly ref: string; readonly rest: string } {
  const named = plan.leading(line);
  const quote = line.search(/["“”„]/);
  const built = named ?? plan.strange(line);
  const end = quote > 0 ? quote : (built?.length ?? line.search(/\s|$/));
  const ref = line.slice(0, end).trim().replace(/[:,]$/, '');
  const isLarge = plan.all.every((one) => one.ref === one.ref.toUpperCase());
  return { ref: isLarge ? ref.toUpperCase() : ref, rest: line.slice(end).trim() };
}

/** A reference is no longer. */
const MOST_OF_REF = 40;

async function readPart(
  what: PlanPartKind,
  line: string,
  context: Given<'today' | 'terms' | 'inbound', Reads<'items' | 'kpis' | 'objectives' | 'people'>>,
): Promise<Result<Omit<ReadChange, 'reason'>>> {
  const place =
    what === 'milestone' ? await readParent(line, context) : await parseWhole(what, line, context);
  if (!place.ok) return place;
  const { objective, parentRef, after } = place.value;
  const parts = await readTitleAndMore(after, context);
  if (!parts.ok) return parts;
  const { title, due } = parts.value;
  return ok({ proposal: { kind: 'add', what, parentRef, title, due }, objective });
}

type Place = {
  readonly objective: Objective;
  /** A milestone's action. */
  readonly parentRef: string | null;
  readonly after: string;
};

async function parseWhole(
  what: PlanPartKind,
  line: string,
  context: Given<'today', Reads<'objectives'>>,
): Promise<Result<Place>> {
  const plan = await context.record.objectives.refs();
  const found = await findNamedObjective(
    withoutObjectiveWord(line, plan),
    `${VERB} add ${what}`,
    context,
  );
  if (!found.ok) return found;
  const { objective, rest: after } = found.value;
  return ok({ objective, parentRef: null, after });
}

async function readParent(
  line: string,
  context: Given<'today', Reads<'items' | 'objectives'>>,
): Promise<Result<Place>> {
  // Only an action has milestones, so no objective of the same reference can be meant.
  const named = /^action\s/i.test(line) ? line : `action ${line}`;
  const found = await findItem(named, ['action'], `${VERB} add milestone`, context);
  if (!found) {
    const problem =
      'Say which action the milestone belongs to: “add milestone 2B:2.1 "…" because …”.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  if (!found.ok) {
    const { refusal } = found;
    return refusal.code === 'unknown-item'
      ? refuse({
          ...{ code: 'unknown-part', ref: refusal.ref },
          part: refusal.typed.replace(/^\./, ''),
        })
      : found;
  }
  const { part, rest } = found.value;
  const objective = await context.record.objectives.find(found.value.objective.id, context.today);
  if (!objective) throw new Error(`the objective of action ${part.id} is not in the plan`);
  return ok({ objective, parentRef: part.ref, after: rest });
}

async function readTitleAndMore(
  line: string,
  context: Given<'today' | 'terms' | 'inbound', Reads<'kpis' | 'people'>>,
) {
  const quoted = /^["“”„]([^"“”„]*)["“”]\s*([\s\S]*)$/.exec(line);
  const plain = /^([\s\S]*?)(?=\s(?:due|owner|theme)\s|$)([\s\S]*)$/i.exec(line);
  const title = (quoted?.[1] ?? plain?.[1] ?? '').trim();
  const more = (quoted?.[2] ?? plain?.[2] ?? '').trim();
  if (title === '') {
    const problem = 'Say what it is called, in quotation marks.';
    return refuse({ code: 'usage', verb: VERB, problem });
  }
  if (title.length > MAX_TITLE_LENGTH) return tooLong(title);
  const date = wordsAfter('due', more);
  const read = date === null ? ok(null) : dateOrNone(date, 'future', context);
  if (!read.ok) return read;
  const name = wordsAfter('owner', more);
  const owner = name === null ? ok(null) : await findNamed(name, context);
  if (!owner.ok) return owner;
  const placed = wordsAfter('theme', more);
  const theme = placed === null ? ok(null) : await findTheme(placed, context.record);
  if (!theme.ok) return theme;
  const place = theme.value && { id: theme.value.id, name: themeName(theme.value) };
  return ok({ title, due: read.value, owner: owner.value, theme: place });
}

/** What stands behind one of the words that an addition knows, up to the next of them; null: it is not there. */
function wordsAfter(word: 'due' | 'owner' | 'theme', line: string): string | null {
  const found = new RegExp(`\\s${word}\\s+(.*?)(?=\\s(?:due|owner|theme)\\s|$)`, 'is').exec(
    ` ${line}`,
  );
  return found?.[1]?.trim() ?? null;
}
