// `admin retention`: what is kept how long, what would go tonight, and what is held.
import { parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { findAnybody } from '../../../people/people/app/find-person.ts';
import { monthsText, parseMonths, type RowKind, rowKindOf, rowKinds } from '../domain/retention.ts';
import {
  dueMessage,
  heldMessage,
  releasedMessage,
  ruleMessage,
  scheduleMessage,
} from '../messages/retention.ts';
import { countDue } from './keep-schedule.ts';

const VERB = 'admin retention';

type Needs = Given<
  Doing | 'partnership' | 'today',
  Reads<'channelBindings' | 'people' | 'peopleAdmin'> &
    Uses<'erasing' | 'retention'> &
    Commits<'audit' | 'retention'>
>;

/** The schedule, and what is held. */
export async function listRetention({ record, partnership }: Needs): Promise<CommandResult> {
  const { retention } = record;
  const rules = await retention.rules();
  return reply(scheduleMessage(rules, await retention.holds(), partnership.timeZone));
}

/** What would go tonight. */
export async function previewRetention({
  record,
  partnership,
  now,
}: Needs): Promise<CommandResult> {
  return reply(dueMessage(await countDue(record, partnership, now)));
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}

/** `set messages 24 months`, `set messages keep`. Refusals: `usage`, `unknown-kind-of-row`. */
export async function setRetention(words: string, context: Needs): Promise<CommandResult> {
  const [, typed = words, time = ''] =
    /^(.*?)\s+(keep|for good|\d+\s*(?:months?|years?))$/i.exec(words.trim()) ?? [];
  const kind = rowKindOf(typed);
  const kinds = Object.keys(rowKinds) as RowKind[];
  if (kind === null)
    return refused({ code: 'unknown-kind-of-row', typed: typed.slice(0, 40), kinds });
  const keeps = /^(?:keep|for good)$/i.test(time);
  const months = keeps ? null : parseMonths(time);
  if (!keeps && months === null)
    return unread(
      `Say for how long, for example “${VERB} set ${kind} 24 months”, or “${VERB} set ${kind} keep”.`,
    );
  await commitOnce(context, async ({ retention, audit }) => {
    const { actor, now } = context;
    await retention.setRule(kind, months, actor.personId, now);
    await audit.append({
      kind: 'retention-set',
      summary: `${kind} is kept ${months === null ? 'for good' : `for ${monthsText(months)}`}`,
      authorId: actor.personId,
      at: now,
    });
  });
  return recorded(ruleMessage(kind, months));
}

/**
 * Nothing of somebody, or nothing at all, is removed while the hold is there.
 * Refusals: `usage`, those of finding a person and of the guard.
 */
export async function placeHold(
  { who, reason: typed }: { readonly who: string; readonly reason: string },
  context: Needs,
): Promise<CommandResult> {
  const noted = await parseTypedNote(typed, `${VERB} hold ${who} because`, context);
  if (!noted.ok) return refused(noted.refusal);
  const reason = noted.value;
  if (reason === null) return unread('Say why, behind “because”.');
  const everything = /^(?:everything|everybody|all)$/i.test(who);
  const person = everything ? null : await findAnybody(who, context);
  if (person && !person.ok) return refused(person.refusal);
  const held = person?.value ?? null;
  const number = await commitOnce(context, async ({ retention, audit }) => {
    const { actor, now } = context;
    const placed = { personId: held?.id ?? null, reason, byId: actor.personId, at: now };
    const given = await retention.placeHold(placed);
    const summary = `hold ${given} was placed on ${held?.name ?? 'everything'}`;
    await audit.append({ kind: 'hold-placed', summary, authorId: actor.personId, at: now });
    return given;
  });
  return recorded(heldMessage(number, held?.name ?? null));
}

/** Refusal: `no-such-hold`. */
export async function releaseHold(number: number, context: Needs): Promise<CommandResult> {
  const { actor, now } = context;
  // Nothing is committed where there is no such hold.
  const there = (await context.record.retention.holds()).some((one) => one.number === number);
  if (!there) return refused({ code: 'no-such-hold', number });
  await commitOnce(context, async ({ retention, audit }) => {
    await retention.releaseHold(number, actor.personId, now);
    const summary = `hold ${number} was released`;
    await audit.append({ kind: 'hold-released', summary, authorId: actor.personId, at: now });
  });
  return recorded(releasedMessage(number));
}
