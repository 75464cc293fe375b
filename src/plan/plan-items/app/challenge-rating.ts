// A challenge stands beside a rating until it is answered or withdrawn. Those who answer for the
// objective are told of it, and whoever asked is told of the answer.

import { noticeTo } from '../../../core/outbox/app/notice.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { answersFor } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import type { PlanItem } from '../domain/plan-item.ts';
import { challengeAnswered, challengeAsked } from '../messages/challenge.ts';
import {
  addPart,
  answerersOf,
  changePart,
  choosePart,
  listParts,
  named,
  permitPart,
} from './plan-parts.ts';

type Challenge = PlanItem<'challenge'>;

export type Challenged = { readonly challenge: Challenge; readonly told: number };

/** Refusals: `not-permitted`, `objective-closed`, `own-challenge`, `usage`, those of the note. */
export async function challengeRating(
  objective: Objective,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames> & Uses<'people'> & Commits<'items' | 'notifications'>
  >,
): Promise<Result<Challenged>> {
  const { actor, today } = context;
  const allowed = permitPart('challenge', 'challenge', objective, context);
  if (!allowed.ok) return allowed;
  if (answersFor(actor, objective)) return refuse({ code: 'own-challenge', ref: objective.ref });
  const note = await parseTypedNote(words, `challenge ${objective.ref}`, context);
  if (!note.ok) return note;
  if (note.value === null) {
    const problem = `Ask a question: “challenge ${objective.ref} what changed since May?”.`;
    return refuse({ code: 'usage', verb: 'challenge', problem });
  }
  const told = await answerersOf(objective, context);
  const reachable = await context.record.people.reachable();
  const reached = told.filter(({ personId }) => reachable.has(personId));
  const challenge = await addPart(
    {
      ...{ kind: 'challenge', title: note.value, status: 'open', due: null, originalDue: null },
      detail: {
        ...{ by: named(actor), on: today.toString() },
        ...{ answer: null, answeredBy: null, answeredOn: null },
      },
    },
    objective,
    context,
    (added) =>
      told.map(({ personId, asOffice }) =>
        noticeTo(
          personId,
          `challenge:${added.id}:asked`,
          challengeAsked(objective, added, asOffice),
          context,
          { asks: { itemId: added.id } },
        ),
      ),
  );
  return ok({ challenge, told: reached.length });
}

/**
 * @param typed null: the only open one
 * Refusals: `not-permitted`, `objective-closed`, `unknown-item`, `item-settled`, `usage`, those of the note.
 */
export async function answerChallenge(
  objective: Objective,
  typed: string | null,
  words: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'items'> & Commits<'items' | 'notifications'>
  >,
): Promise<Result<Challenge>> {
  const { actor, today } = context;
  const allowed = permitPart('update-objective', 'challenge … answer', objective, context);
  if (!allowed.ok) return allowed;
  const found = await openChallenge(objective, typed, 'answer', words, context);
  if (!found.ok) return found;
  const challenge = found.value;
  const start = `challenge ${objective.ref} answer ${challenge.ref}`;
  const answer = await parseTypedNote(words, start, context);
  if (!answer.ok) return answer;
  if (answer.value === null) {
    const problem = `Say the answer: “${start} six more were trained in June”.`;
    return refuse({ code: 'usage', verb: 'challenge', problem });
  }
  const answered: Challenge = {
    ...challenge,
    status: 'answered',
    detail: {
      ...challenge.detail,
      answer: answer.value,
      answeredBy: named(actor),
      answeredOn: today.toString(),
    },
  };
  const asker = challenge.detail.by.personId;
  return await changePart(challenge, answered, objective, context, {
    tell: () =>
      asker === actor.personId
        ? []
        : [
            noticeTo(
              asker,
              `challenge:${challenge.id}:answered`,
              challengeAnswered(objective, answered),
              context,
            ),
          ],
  });
}

/** Refusals: `not-permitted`, `objective-closed`, `unknown-item`, `item-settled`. */
export async function withdrawChallenge(
  objective: Objective,
  typed: string | null,
  context: Given<Doing, Reads<'items'> & Commits<'items' | 'notifications'>>,
): Promise<Result<Challenge>> {
  const found = await openChallenge(objective, typed, 'withdraw', '', context);
  if (!found.ok) return found;
  const { personId } = found.value.detail.by;
  const allowed = permitPart(
    'withdraw-challenge',
    'challenge … withdraw',
    objective,
    context,
    personId,
  );
  if (!allowed.ok) return allowed;
  const facts = { ...found.value, status: 'withdrawn' } as const;
  return await changePart(found.value, facts, objective, context);
}

async function openChallenge(
  objective: Objective,
  typed: string | null,
  word: 'answer' | 'withdraw',
  rest: string,
  { record }: { readonly record: Reads<'items'> },
): Promise<Result<Challenge>> {
  return choosePart({
    ...{ objective, typed, status: 'open', start: `challenge ${objective.ref} ${word}`, rest },
    parts: await listParts('challenge', [objective.id], record),
  });
}
