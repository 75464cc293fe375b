// Decisions that an objective needs from somebody: asked, taken, withdrawn.

import { noticeTo } from '../../../core/outbox/app/notice.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { badDate } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import { parseDecisionWords } from '../domain/decision.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { decisionNotice } from '../messages/decision.ts';
import {
  addPart,
  answerersOf,
  changePart,
  choosePart,
  listParts,
  named,
  permitPart,
} from './plan-parts.ts';

/** Refusals: `not-permitted`, `objective-closed`, `usage`, `bad-date`, those of the note. */
export async function askDecision(
  objective: Objective,
  words: string,
  context: Given<Doing | 'today' | 'terms', Reads<NoteNames> & Commits<'items' | 'notifications'>>,
): Promise<Result<PlanItem<'decision'>>> {
  const allowed = permitPart('ask-decision', 'decide … needed', objective, context);
  if (!allowed.ok) return allowed;
  const start = `decide ${objective.ref} needed`;
  const note = await parseTypedNote(words, start, context);
  if (!note.ok) return note;
  const read = parseDecisionWords(note.value ?? '', context.today, context);
  if (!read) {
    const problem = `Say what has to be decided, and from whom: “${start} a second trainer from SIAB by 24 July”.`;
    return refuse({ code: 'usage', verb: 'decide', problem });
  }
  if ('problem' in read) return badDate(read.typed, read);
  const { what: title, from, due } = read;
  return ok(
    await addPart(
      {
        ...{ kind: 'decision', title, status: 'needed', due, originalDue: null },
        detail: { from, by: null, on: null, outcome: null },
      },
      objective,
      context,
    ),
  );
}

/** Whoever answers for the objective is told. Refusals: as `askDecision`, `unknown-item`, `item-settled`. */
export async function takeDecision(
  objective: Objective,
  typed: string,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>
  >,
): Promise<Result<PlanItem<'decision'>>> {
  const allowed = permitPart('decide', 'decide', objective, context);
  if (!allowed.ok) return allowed;
  const found = await neededDecision(objective, typed, '', words, context);
  if (!found.ok) return found;
  const decision = found.value;
  const start = `decide ${objective.ref} ${decision.ref}`;
  const outcome = await parseTypedNote(words, start, context);
  if (!outcome.ok) return outcome;
  if (outcome.value === null) {
    const problem = `Say what was decided: “${start} agreed, from September”.`;
    return refuse({ code: 'usage', verb: 'decide', problem });
  }
  const { actor, today } = context;
  const taken = {
    ...decision,
    status: 'taken',
    detail: {
      ...decision.detail,
      ...{ by: named(actor), on: today.toString(), outcome: outcome.value },
    },
  } as const;
  const told = await answerersOf(objective, context);
  // With the version: what was taken back can be decided again.
  const intent = `decision:${decision.id}:taken:${decision.version}`;
  return await changePart(decision, taken, objective, context, {
    tell: () =>
      told.map(({ personId, asOffice }) =>
        noticeTo(personId, intent, decisionNotice(objective, taken, asOffice), context, {
          asks: {},
        }),
      ),
  });
}

/** Refusals: as `takeDecision`. */
export async function withdrawDecision(
  objective: Objective,
  typed: string | null,
  context: Given<Doing, Reads<'items'> & Commits<'items' | 'notifications'>>,
): Promise<Result<PlanItem<'decision'>>> {
  const allowed = permitPart('ask-decision', 'decide … withdraw', objective, context);
  if (!allowed.ok) return allowed;
  const found = await neededDecision(objective, typed, ' withdraw', '', context);
  if (!found.ok) return found;
  const facts = { ...found.value, status: 'withdrawn' } as const;
  return await changePart(found.value, facts, objective, context);
}

async function neededDecision(
  objective: Objective,
  typed: string | null,
  word: string,
  rest: string,
  { record }: { readonly record: Reads<'items'> },
): Promise<Result<PlanItem<'decision'>>> {
  return choosePart({
    ...{ objective, typed, status: 'needed', start: `decide ${objective.ref}${word}`, rest },
    parts: await listParts('decision', [objective.id], record),
  });
}
