// `admin retention`: what is kept how long, what would go tonight, and what is held.
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
import { permit } from '../../../core/request/domain/permissions.ts';
import { findAnybody } from '../../../people/people/app/find-person.ts';
import { monthsText, parseMonths, type RowKind, rowKindOf, rowKinds } from '../domain/retention.ts';
import {
  dueMessage,
  heldMessage,
  releasedMessage,
  ruleMessage,
  scheduleMessage,
} from '../messages/retention.ts';
import { parseBecause } from './erase-lines.ts';
import { countDue } from './keep-schedule.ts';

const VERB = 'admin retention';

type Needs = Given<
  Doing | 'partnership' | 'today',
  Reads<'channelBindings' | 'people' | 'peopleAdmin'> &
    Uses<'erasing' | 'retention'> &
    Commits<'audit' | 'retention'>
>;

/** Refusals: `not-permitted`, `usage`, `unknown-kind-of-row`, `no-such-hold`, those of finding a person and of the guard. */
export async function answerRetention(rest: string, context: Needs): Promise<CommandResult> {
  const allowed = permit(context.actor, 'retention', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const { record, partnership, now } = context;
  const [, word = '', words = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
  switch (word.toLowerCase()) {
    case '': {
      const { retention } = record;
      const rules = await retention.rules();
      return reply(scheduleMessage(rules, await retention.holds(), partnership.timeZone));
    }
    case 'preview':
      return reply(dueMessage(await countDue(record, partnership, now)));
    case 'set':
      return await set(words, context);
    case 'hold':
      return await hold(words, context);
    case 'release':
      return await release(words, context);
    default:
      return unread(
        'After “admin retention” I understand “preview”, “set”, “hold” and “release”; alone it shows the schedule.',
      );
  }
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}

async function set(words: string, context: Needs): Promise<CommandResult> {
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

async function hold(words: string, context: Needs): Promise<CommandResult> {
  const read = await parseBecause(words, `${VERB} hold`, context);
  if (!read.ok) return refused(read.refusal);
  const { what, reason } = read.value;
  if (what === '' || reason === '')
    return unread(
      `Say what is to be held and why, for example “${VERB} hold @ella because she asked for her file”, or “${VERB} hold everything because of the inquiry”.`,
    );
  const everything = /^(?:everything|everybody|all)$/i.test(what);
  const person = everything ? null : await findAnybody(what, context);
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

async function release(words: string, context: Needs): Promise<CommandResult> {
  const number = /^\d{1,6}$/.test(words.trim()) ? Number(words.trim()) : null;
  if (number === null) return unread(`Say which hold, for example “${VERB} release 1”.`);
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
