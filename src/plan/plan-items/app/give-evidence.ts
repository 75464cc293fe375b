// Evidence of an objective: given, waived by name, withdrawn; and who was involved in the work.

import { splitDateTail } from '../../../core/dates/domain/date-tail.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import { isPersonalName } from '../../../core/personal-data/domain/name-guard.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { badDate } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../objectives/domain/objective.ts';
import { parseLink, parseShows } from '../domain/evidence.ts';
import type { PlanItem, Rung } from '../domain/plan-item.ts';
import { addPart, changePart, choosePart, listParts, named, permitPart } from './plan-parts.ts';

type GiveEvidenceNeeds = Given<
  Doing | 'today' | 'terms',
  Reads<NoteNames> & Commits<'items' | 'notifications'>
>;

/** Refusals: `not-permitted`, `objective-closed`, `bad-link`, `usage`, those of the note. */
export async function giveEvidence(
  objective: Objective,
  link: string,
  words: string,
  context: GiveEvidenceNeeds,
): Promise<Result<PlanItem<'evidence'>>> {
  const allowed = permitPart('give-evidence', 'evidence', objective, context);
  if (!allowed.ok) return allowed;
  const address = parseLink(link);
  if (!address.ok) return address;
  if (isPersonal(address.value))
    return refuse({ code: 'bad-link', typed: 'that link', why: 'personal' });
  const start = `evidence ${objective.ref} ${address.value}`;
  const note = await parseTypedNote(words, start, context);
  if (!note.ok) return note;
  const { shows, rung } = parseShows(note.value ?? '');
  if (shows === '') {
    const problem = `Say in a few words what the link shows, for example “${start} training register of all 20 done”.`;
    return refuse({ code: 'usage', verb: 'evidence', problem });
  }
  return ok(
    await add(objective, { title: shows, link: address.value, rung, waiver: false }, context),
  );
}

/** A document's name may tell whom it is about. */
function isPersonal(link: string): boolean {
  return isPersonalName(decode(link));
}

function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** Refusals: `not-permitted`, `objective-closed`, `usage`, those of the note. */
export async function waiveEvidence(
  objective: Objective,
  words: string,
  context: GiveEvidenceNeeds,
): Promise<Result<PlanItem<'evidence'>>> {
  const allowed = permitPart('waive-evidence', 'evidence … waive', objective, context);
  if (!allowed.ok) return allowed;
  const note = await parseTypedNote(words, `evidence ${objective.ref} waive`, context);
  if (!note.ok) return note;
  if (note.value === null) {
    const problem = `A waiver stands beside the rating with your name, so say why: “evidence ${objective.ref} waive the survey runs once a year”.`;
    return refuse({ code: 'usage', verb: 'evidence', problem });
  }
  return ok(
    await add(objective, { title: note.value, link: null, rung: 'felt', waiver: true }, context),
  );
}

async function add(
  objective: Objective,
  { title, ...detail }: { title: string; link: string | null; rung: Rung; waiver: boolean },
  context: Given<Doing | 'today', Commits<'items' | 'notifications'>>,
): Promise<PlanItem<'evidence'>> {
  const { actor, today } = context;
  return await addPart(
    {
      ...{ kind: 'evidence', title, status: 'given', due: null, originalDue: null },
      detail: { ...detail, by: named(actor), on: today.toString() },
    },
    objective,
    context,
  );
}

/** Whoever may give evidence may withdraw it; a waiver, whoever may waive. Refusals: also `unknown-item`, `item-settled`. */
export async function withdrawEvidence(
  objective: Objective,
  typed: string | null,
  context: Given<Doing, Reads<'items'> & Commits<'items' | 'notifications'>>,
): Promise<Result<PlanItem<'evidence'>>> {
  const found = choosePart({
    ...{ objective, typed, status: 'given', start: `evidence ${objective.ref} withdraw`, rest: '' },
    parts: await listParts('evidence', [objective.id], context.record),
  });
  if (!found.ok) return found;
  const permission = found.value.detail.waiver ? 'waive-evidence' : 'give-evidence';
  const allowed = permitPart(permission, 'evidence … withdraw', objective, context);
  if (!allowed.ok) return allowed;
  const facts = { ...found.value, status: 'withdrawn' } as const;
  return await changePart(found.value, facts, objective, context);
}

/** A co-production line: who was involved, and when. Refusals: as `giveEvidence`. */
export async function recordInvolvement(
  objective: Objective,
  words: string,
  context: GiveEvidenceNeeds,
): Promise<Result<PlanItem<'coproduction'>>> {
  const allowed = permitPart('give-evidence', 'evidence … with', objective, context);
  if (!allowed.ok) return allowed;
  const start = `evidence ${objective.ref} with`;
  const note = await parseTypedNote(words, start, context);
  if (!note.ok) return note;
  const read = splitDateTail(note.value ?? '', context.today, 'past', context);
  if (read?.kind === 'unread') return badDate(read.typed, read);
  if (!read || read.before === '') {
    const problem = `Say who was involved and when, for example “${start} six parents of the forum 12 June”.`;
    return refuse({ code: 'usage', verb: 'evidence', problem });
  }
  const { before: who, date } = read;
  const when = date.precision === 'day' ? dayText(date.lastDay) : date.text;
  return ok(
    await addPart(
      {
        ...{ kind: 'coproduction', title: who, status: 'held', due: null, originalDue: null },
        detail: { who, when },
      },
      objective,
      context,
    ),
  );
}
