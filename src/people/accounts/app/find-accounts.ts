// Looks for the accounts of people who have never written, by their addresses on the plan, and links what is certain.
// Nothing is sent to them for it: the first that they hear is the first that there is to say, or what could not reach them.
import type { Temporal } from 'temporal-polyfill';
import {
  type AccountFinder,
  FinderStopped,
  type Found,
} from '../../../core/request/app/chat-ports.ts';
import type { Commits, Log, RecordStore, Uses } from '../../../core/request/app/ports.ts';
import { platformName } from '../../people/messages/identity.ts';
import { judgeAccounts, type SearchOutcome } from '../domain/judge-accounts.ts';
import type { Sought, Workspace } from './account-search-ports.ts';
import { resendDead } from './resend-dead.ts';

/** Whom a platform did not know is asked for again after so long; a little less than a day, so that the day stays the same. */
const AGAIN_AFTER = { hours: 20 } as const;

type FindNeeds = Uses<'accountSearches'> &
  Commits<'accountSearches' | 'audit' | 'notifications' | 'people'>;

/**
 * Looks for everybody without an account that messages can go to, in each workspace of the partnership. Safe to run as
 * often as wanted: who was looked for today is left out.
 * @returns how many were looked for, and how many linked
 */
export async function findAccounts(
  record: FindNeeds,
  now: Temporal.Instant,
  { finders, log }: { readonly finders: readonly AccountFinder[]; readonly log: Log },
): Promise<{ looked: number; linked: number }> {
  const outcomes: SearchOutcome[] = [];
  if (finders.length > 0)
    for (const workspace of await record.accountSearches.workspaces())
      for (const finder of finders.filter(({ platform }) => platform === workspace.platform))
        try {
          outcomes.push(...(await findIn(workspace, record, now, finder)));
        } catch (error) {
          log.warn(
            { err: error, platform: workspace.platform },
            'accounts could not be looked for',
          );
        }
  return {
    looked: outcomes.length,
    linked: outcomes.filter((outcome) => outcome === 'found').length,
  };
}

/** Somebody joined a team, or the app came into one: who was not found is looked for again, and not only tomorrow. */
export async function lookAgain(store: RecordStore, workspace: Workspace): Promise<void> {
  const { platform, tenantId } = workspace;
  for (const { id } of await store.listByWorkspace(platform, tenantId))
    await store.open(id).accountSearches.again(workspace);
}

async function findIn(
  workspace: Workspace,
  record: FindNeeds,
  now: Temporal.Instant,
  finder: AccountFinder,
): Promise<SearchOutcome[]> {
  const waiting = new Set(await record.accountSearches.due(workspace, now.subtract(AGAIN_AFTER)));
  if (waiting.size === 0) return [];
  const outcomes: SearchOutcome[] = [];
  const answered = new Map<string, Found['accounts']>();
  const emails = [...waiting].flatMap((one) => one.emails);
  try {
    for await (const { email, accounts } of finder.find(workspace.tenantId, emails)) {
      answered.set(email, accounts);
      // Whoever has two addresses is judged by both.
      const ready = [...waiting].filter((one) => one.emails.every((each) => answered.has(each)));
      for (const sought of ready) {
        waiting.delete(sought);
        const accountsOf = sought.emails.flatMap((each) => answered.get(each) ?? []);
        outcomes.push(await settle(sought, accountsOf, { workspace, record, now }));
      }
    }
  } catch (error) {
    if (!(error instanceof FinderStopped)) throw error;
    for (const { personId } of waiting)
      await record.accountSearches.note({
        ...{ ...workspace, personId, lookedAt: now, outcome: error.problem },
      });
  }
  return outcomes;
}

async function settle(
  { personId, name }: Sought,
  accounts: Found['accounts'],
  {
    workspace,
    record,
    now,
  }: {
    readonly workspace: Workspace;
    readonly record: FindNeeds;
    readonly now: Temporal.Instant;
  },
): Promise<SearchOutcome> {
  const judged = judgeAccounts(accounts);
  return await record.transaction(
    async ({ accountSearches, people, audit, notifications }) => {
      const note = async (outcome: SearchOutcome) => {
        await accountSearches.note({ ...workspace, personId, lookedAt: now, outcome });
        return outcome;
      };
      if (judged.kind === 'none') return await note(judged.outcome);
      const { userId } = judged.account;
      if (await people.linkAccount(personId, { ...workspace, userId }, now, 'found')) {
        const summary = `${name}: an account in ${platformName(workspace.platform)} has their address on the plan, and was linked`;
        await audit.append({ kind: 'account-found', summary, authorId: null, at: now });
        await resendDead({ notifications }, personId, now);
        return await note('found');
      }
      const own = (await people.details(personId))?.accounts ?? [];
      const isOwn = own.some((one) => one.userId === userId && one.tenantId === workspace.tenantId);
      return await note(isOwn ? 'failing' : 'taken');
    },
    { at: now, personId: null },
  );
}
