// Accounts of people who have never written, read from the rosters of the teams in which the app is: whoever is in one
// of them can be written to.
import { TeamsInfo } from 'botbuilder';
import { z } from 'zod';
import {
  type AccountFinder,
  type ConversationBook,
  type ConversationReferenceRow,
  FinderStopped,
  type Found,
} from '../../../core/request/app/chat-ports.ts';
import { ConnectorFault } from '../send/errors.ts';
import { inConversation } from '../send/proactive.ts';
import type { TeamsConnection } from './connection.ts';
import { toEntry } from './directory.ts';

/** Teams gives at most so many in one answer. */
const PAGE = 500;
/** No team has more pages: it may have 25,000 members. */
const MOST_PAGES = 60;

const memberSchema = z.object({ aadObjectId: z.string().min(1) });
const pageSchema = z.object({
  members: z.array(z.unknown()),
  continuationToken: z.string().optional().catch(undefined),
});

type Account = Found['accounts'][number];

/** The finder of one tenant. */
export function createTeamsFinder(
  connection: TeamsConnection,
  book: ConversationBook,
): AccountFinder {
  return {
    platform: 'teams',
    async *find(tenantId, emails) {
      if (tenantId !== connection.tenantId) return;
      const channels = await book.channels('teams', tenantId);
      const wanted = new Map(emails.map((email) => [email, new Map<string, Account>()]));
      let read = 0;
      for (const channel of channels.filter(({ serviceUrl }) => connection.trusts(serviceUrl)))
        if (await readRoster(connection, channel, wanted)) read += 1;
      if (read === 0) throw new FinderStopped('no-team');
      // Only now: another team may have a second account with the same address.
      for (const [email, accounts] of wanted) yield { email, accounts: [...accounts.values()] };
    },
  };
}

/** False: the app is not there any more. */
async function readRoster(
  connection: TeamsConnection,
  channel: ConversationReferenceRow,
  wanted: ReadonlyMap<string, Map<string, Account>>,
): Promise<boolean> {
  let token: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await readPage(connection, channel, token);
    if (page === null) return false;
    for (const member of page.members) {
      const userId = memberSchema.safeParse(member).data?.aadObjectId;
      const entry = toEntry(member, connection.tenantId);
      if (userId !== undefined && entry?.email)
        wanted.get(entry.email)?.set(userId, { ...entry, userId });
    }
    token = page.continuationToken;
    if (!token) return true;
  }
  throw new Error('a roster of Teams does not end');
}

async function readPage(
  connection: TeamsConnection,
  channel: ConversationReferenceRow,
  token: string | undefined,
): Promise<z.infer<typeof pageSchema> | null> {
  try {
    const answer: unknown = await inConversation(connection, channel, (context) =>
      TeamsInfo.getPagedMembers(context, PAGE, token),
    );
    return pageSchema.parse(answer);
  } catch (error) {
    if (error instanceof ConnectorFault && (error.status === 403 || error.status === 404))
      return null;
    throw error;
  }
}
