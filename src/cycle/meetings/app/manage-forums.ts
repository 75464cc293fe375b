// Bodies that meet are added and renamed, and begin or cease to collect returns: the lines of `admin cycle forum`, and what they
// do. Lead times and meetings are plan-meetings.ts.

import {
  partedAt,
  splitFirst,
  takeLast,
  unquoted,
} from '../../../core/message/domain/text-ends.ts';
import { type NoteNames, parseTypedName } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import { findParted } from '../../../core/request/app/parse-words.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type ForumKind, forumKind, forumKinds } from '../domain/forum-kinds.ts';
import { forumAddedMessage, forumChangedMessage } from '../messages/meeting-changes.ts';
import { CYCLE_VERB, cycleUsage } from './cycle-lines.ts';
import { findForum } from './find-meeting.ts';
import type { ForumFacts, ForumView } from './meeting-ports.ts';

type ForumLineNeeds = ManageNeeds & Given<'today', Reads<NoteNames | 'meetings'>>;

/** Adds a forum, renames it, or says whether it collects returns. */
export async function forumLine(line: string, context: ForumLineNeeds): Promise<CommandResult> {
  const { word, rest } = splitFirst(line);
  switch (word.toLowerCase()) {
    case 'add':
      return await add(rest, context);
    case 'rename':
      return await rename(rest, context);
    default:
      return await collects(line, context);
  }
}

async function add(line: string, context: ForumLineNeeds): Promise<CommandResult> {
  const { before, last } = takeLast(line, /(?:^|\s)(?:collects|collecting)\s+returns$/i);
  const parts = partedAt(before, 'as').at(-1);
  const kind = parts ? forumKind(parts.after.replace(/,$/, '')) : null;
  if (!parts || kind === null)
    return cycleUsage(
      `Say its name, what kind of body it is, and whether owners are asked before it meets: “forum add "Improvement Board" as board collects returns”. The kinds are ${Object.values(forumKinds).join(', ')}.`,
    );
  const start = `${CYCLE_VERB} forum add`;
  const name = await parseTypedName(parts.before, { verb: CYCLE_VERB, start }, context);
  if (!name.ok) return refused(name.refusal);
  const forum = { name: name.value, kind, collectsReturns: last !== null };
  const done = await addForum(forum, context);
  return done.ok
    ? recorded(forumAddedMessage(forum.name, forum.collectsReturns))
    : refused(done.refusal);
}

async function rename(line: string, context: ForumLineNeeds): Promise<CommandResult> {
  const both = await findParted(line, 'to', (name) => findForum(name, context.record));
  if (!both) return cycleUsage('Name both: “forum rename siab to Improvement Board”.');
  if (!both.ok) return refused(both.refusal);
  const [forum, typed] = both.value;
  const start = `${CYCLE_VERB} forum rename`;
  const name = await parseTypedName(typed, { verb: CYCLE_VERB, start }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await changeForum(forum, { name: name.value }, context);
  return done.ok
    ? recorded(forumChangedMessage(`${forum.name} is now ${name.value}`))
    : refused(done.refusal);
}

/** `forum siab collects returns`, `forum siab collects no returns`. */
async function collects(line: string, context: ForumLineNeeds): Promise<CommandResult> {
  const said = takeLast(line, /(?:^|\s)(collects\s+(?:no\s+)?returns)$/i);
  if (said.last === null || said.before === '')
    return cycleUsage(
      'After “forum” I understand “add”, “rename”, and a forum with “collects returns” or “collects no returns”.',
    );
  const forum = await findForum(unquoted(said.before), context.record);
  if (!forum.ok) return refused(forum.refusal);
  const collectsReturns = !/\sno\s/i.test(said.last);
  const done = await changeForum(forum.value, { collectsReturns }, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(
    forumChangedMessage(
      `${forum.value.name} ${collectsReturns ? 'collects returns' : 'collects no returns'}`,
    ),
  );
}

type ManageNeeds = Given<Doing | 'today', Commits<'audit' | 'cycles' | 'meetings' | 'peopleAdmin'>>;

/** Refusals: `not-permitted`, `name-taken`. */
async function addForum(
  forum: Required<ForumFacts> & { readonly kind: ForumKind },
  context: ManageNeeds,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'cycle', `${CYCLE_VERB} forum`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ meetings, audit, peopleAdmin }) => {
    await peopleAdmin.lock();
    const taken = sameName(forum.name, await meetings.forums());
    if (taken)
      return refuse({ code: 'name-taken', what: 'forum', name: taken.name, list: CYCLE_VERB });
    await meetings.addForum(forum);
    const summary = `The forum ${forum.name} was added${forum.collectsReturns ? ', and collects returns' : ''}`;
    await audit.append({ kind: 'forum-added', summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

/** Refusals: `not-permitted`, `name-taken`. */
async function changeForum(
  forum: ForumView,
  facts: ForumFacts,
  context: ManageNeeds,
): Promise<Result<true>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'cycle', `${CYCLE_VERB} forum`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ meetings, audit, cycles, peopleAdmin }) => {
    await peopleAdmin.lock();
    const others = (await meetings.forums()).filter(({ id }) => id !== forum.id);
    const taken = facts.name === undefined ? undefined : sameName(facts.name, others);
    if (taken)
      return refuse({ code: 'name-taken', what: 'forum', name: taken.name, list: CYCLE_VERB });
    await meetings.changeForum(forum.id, facts);
    const summary =
      facts.name === undefined
        ? `The forum ${forum.name} ${facts.collectsReturns ? 'collects returns' : 'collects no returns'}`
        : `The forum ${forum.name} is called ${facts.name}`;
    await audit.append({ kind: 'forum-changed', summary, authorId: actor.personId, at: now });
    await cycles.ensure(today);
    return ok(true);
  });
}

function sameName(name: string, forums: readonly ForumView[]): ForumView | undefined {
  const plain = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').trim();
  return forums.find((one) => plain(one.name) === plain(name) || one.key === plain(name));
}
