// Bodies that meet are added and renamed, and begin or cease to collect returns: the lines of `admin cycle forum`, and what they
// do. Lead times and meetings are plan-meetings.ts.

import { unquoted } from '../../../core/message/domain/text-ends.ts';
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

/** `forum add "Improvement Board" as board collects returns`. */
export async function addForumLine(
  said: { readonly name: string; readonly kind: string; readonly 'collects returns': string },
  context: ForumLineNeeds,
): Promise<CommandResult> {
  const kind = forumKind(said.kind);
  if (kind === null) return cycleUsage(`The kinds are ${Object.values(forumKinds).join(', ')}.`);
  const start = `${CYCLE_VERB} forum add`;
  const name = await parseTypedName(said.name, { verb: CYCLE_VERB, start }, context);
  if (!name.ok) return refused(name.refusal);
  const forum = { name: name.value, kind, collectsReturns: said['collects returns'] !== '' };
  const done = await addForum(forum, context);
  return done.ok
    ? recorded(forumAddedMessage(forum.name, forum.collectsReturns))
    : refused(done.refusal);
}

/**
 * `forum rename siab to Improvement Board`.
 * @param words both names, with “to” between them
 */
export async function renameForumLine(
  words: string,
  context: ForumLineNeeds,
): Promise<CommandResult> {
  const both = await findParted(words, 'to', (name) => findForum(name, context.record));
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
export async function collectsLine(
  typed: string,
  collectsReturns: boolean,
  context: ForumLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(unquoted(typed), context.record);
  if (!forum.ok) return refused(forum.refusal);
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
