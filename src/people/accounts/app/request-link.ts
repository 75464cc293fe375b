// Somebody whom the platform's e-mail address links to nobody says who they are, and the programme office is
// asked. Members of the workspace only, and nothing else is possible for them.
import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../core/message/messages/message.ts';
import { noticeTo } from '../../../core/outbox/app/notice.ts';
import { parseNote } from '../../../core/personal-data/domain/note.ts';
import {
  findPersonalData,
  suggestedWording,
} from '../../../core/personal-data/domain/personal-data.ts';
import type { AccountDirectory } from '../../../core/request/app/chat-ports.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Commits, Partnership } from '../../../core/request/app/ports.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PersonSummary } from '../../people/app/person-ports.ts';
import { platformName } from '../../people/messages/identity.ts';
import {
  type LinkRequestFacts,
  linkPassedOnMessage,
  linkRequestedMessage,
} from '../messages/link-request.ts';
import type { LinkRequest } from './link-request-ports.ts';

/** A name and an organisation need no more. */
const MAX_CLAIM = 300;

export type LinkAsker = {
  readonly record: Commits<'linkRequests' | 'notifications' | 'people'>;
  readonly partnership: Partnership;
  readonly directories: readonly AccountDirectory[];
  readonly inbound: Inbound;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

/**
 * The answer to `link` with who they are.
 * @param notLinked why the account speaks for nobody; stays the answer where there is nothing to pass on
 */
export async function requestLink(asker: LinkAsker, notLinked: Refusal): Promise<Result<Message>> {
  const { inbound, directories, record, now, today } = asker;
  const claimed = /^link\s+(\S[\s\S]*)$/i.exec(inbound.text)?.[1];
  const { platform, tenantId, userId } = inbound;
  if (claimed === undefined || !mayAsk(notLinked)) return refuse(notLinked);
  const directory = directories.find((one) => one.platform === platform);
  const entry = await directory?.lookUp(tenantId, userId);
  if (entry?.kind !== 'member' || !entry.active) return refuse(notLinked);
  const claim = readClaim(claimed, entry.email);
  if (!claim.ok) return claim;
  return await commitOnce(
    { record, inbound, now },
    async ({ linkRequests, people, notifications }) => {
      const account = { platform, tenantId, userId };
      const { added, open } = await linkRequests.add({
        account,
        claim: claim.value,
        requestedAt: now,
      });
      if (!added) return ok(linkPassedOnMessage(open?.number ?? 0, true));
      const facts = linkFacts(added, await people.list(), asker.partnership.timeZone);
      const message = linkRequestedMessage(facts, entry.email || null);
      const office = await people.listByRole('programme-office', null, today);
      await notifications.enqueue(
        office.map(({ id }) => noticeTo(id, `link:${added.id}`, message, asker)),
      );
      return ok(linkPassedOnMessage(added.number, false));
    },
  );
}

function mayAsk(refusal: Refusal): boolean {
  return (
    refusal.code === 'not-linked' &&
    (refusal.reason === 'no-match' || refusal.reason === 'no-email')
  );
}

/** How somebody says who they are: their own name is no find. */
const OWN_NAME =
  /^(?:(?:[Ii] am|[Ii]['’]m|[Mm]y name is|[Tt]his is) )?(?<name>\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})/u;

/** Nobody else's data: who is on the plan is not for a stranger to find out by trying. */
function readClaim(words: string, email: string | null): Result<string> {
  const note = parseNote(words);
  if (!note.ok) return note;
  const claim = note.value ?? '';
  if (claim.length > MAX_CLAIM)
    return refuse({ code: 'note-too-long', length: claim.length, limit: MAX_CLAIM });
  const own = OWN_NAME.exec(claim)?.groups?.name;
  const known = { emails: new Set(email ? [email] : []), names: own ? [own] : [] };
  const findings = findPersonalData(claim, known);
  if (findings.length === 0) return ok(claim);
  return refuse({
    code: 'personal-data',
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    wording: suggestedWording(claim, findings, known),
    start: 'link',
    typed: null,
  });
}

/** A request as the programme office sees it. */
export function linkFacts(
  { number, account, claim, requestedAt }: LinkRequest,
  people: readonly PersonSummary[],
  timeZone: string,
): LinkRequestFacts {
  const said = claim.toLowerCase();
  const likely = people.filter(({ name }) => said.includes(name.toLowerCase())).slice(0, 3);
  const platform = platformName(account.platform);
  return { number, platform, claim, requestedAt, timeZone, likely };
}
