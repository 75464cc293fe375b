// Somebody whom the platform's e-mail address links to nobody says who they are, and the programme office is asked. Of a
// guest it is asked with their first word, whatever it is: nothing else is possible for them before that.
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
import type { Commits, Partnership, Uses } from '../../../core/request/app/ports.ts';
import type { GuestFacts } from '../../../core/request/domain/platform.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { isExpired } from '../../guests/domain/link-expiry.ts';
import type { AddressedPerson } from '../../people/app/person-ports.ts';
import { hasAddress } from '../../people/domain/addresses.ts';
import { platformName } from '../../people/messages/identity.ts';
import {
  type LinkRequestFacts,
  linkPassedOnMessage,
  linkRequestedMessage,
} from '../messages/link-request.ts';
import type { LinkRequest } from './link-request-ports.ts';
import { guestFacts, lookUpAccount } from './vouched-email.ts';

/** A name and an organisation need no more. */
const MAX_CLAIM = 300;

export type LinkAsker = {
  readonly record: Uses<'allowedOrganisations'> &
    Commits<'linkRequests' | 'notifications' | 'people'>;
  readonly partnership: Partnership;
  readonly directories: readonly AccountDirectory[];
  readonly inbound: Inbound;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

/**
 * The answer to `link` with who they are, and to anything from a guest.
 * @param notLinked why the account speaks for nobody; stays the answer where there is nothing to pass on
 */
export async function requestLink(asker: LinkAsker, notLinked: Refusal): Promise<Result<Message>> {
  const { inbound, directories } = asker;
  const claimed = /^link\s+(\S[\s\S]*)$/i.exec(inbound.text)?.[1];
  if (!mayAsk(notLinked, claimed !== undefined, inbound)) return refuse(notLinked);
  const entry = await lookUpAccount(directories, inbound);
  const guest = guestFacts(entry);
  if (!guest && (entry?.kind !== 'member' || !entry.active)) return refuse(notLinked);
  if (guest?.kind === 'other_organisation') {
    const outside = await requireAllowed(asker, guest.outsideTenantId);
    if (!outside.ok) return outside;
  }
  if (claimed === undefined) return guest ? await askForGuest(asker, guest) : refuse(notLinked);
  const email = entry?.email || null;
  const claim = readClaim(claimed, email);
  if (!claim.ok) return claim;
  const { added, earlier } = await passOn(asker, { claim: claim.value, guest, email }, waits);
  return ok(linkPassedOnMessage((added ?? earlier)?.number ?? 0, !added));
}

type LetInNeeds = { readonly record: Uses<'allowedOrganisations'>; readonly inbound: Inbound };

/** Nobody of an organisation that is not allowed is heard, linked or not. Refusal: `not-linked`, with the reason. */
export async function requireLetIn(asking: LetInNeeds): Promise<Result<true>> {
  const { outsideTenantId } = asking.inbound;
  return outsideTenantId === undefined ? ok(true) : await requireAllowed(asking, outsideTenantId);
}

/**
 * People of another organisation may ask where the office has allowed it.
 * @param outsideTenantId null: the platform does not say which organisation it is
 * Refusal: `not-linked`, with the reason and the id to allow.
 */
async function requireAllowed(
  { record, inbound }: LetInNeeds,
  outsideTenantId: string | null,
): Promise<Result<true>> {
  const { platform } = inbound;
  const claimed = inbound.outsideTenantId ?? outsideTenantId;
  const isKnown = outsideTenantId !== null && claimed === outsideTenantId && isChat(platform);
  if (isKnown && (await record.allowedOrganisations.allows(platform, outsideTenantId)))
    return ok(true);
  const reason = 'organisation-not-allowed';
  return refuse({ code: 'not-linked', platform, reason, ...(isKnown && { outsideTenantId }) });
}

/** A guest wrote something: the office is asked about them once. What they wrote was not done, and is not passed on. */
async function askForGuest(asker: LinkAsker, guest: GuestFacts): Promise<Result<Message>> {
  const asked = { claim: '', guest, email: guest.email };
  const stands: Stands = (one, now) => one.state === 'refused' || waits(one, now);
  const { added, earlier } = await passOn(asker, asked, stands);
  const number = (added ?? earlier)?.number ?? 0;
  const state = added ? 'asked' : earlier?.state === 'refused' ? 'refused' : 'waiting';
  const { platform } = asker.inbound;
  return refuse({ code: 'not-linked', platform, reason: 'guest', request: { number, state } });
}

type Stands = (earlier: LinkRequest, now: Temporal.Instant) => boolean;

const waits: Stands = (one, now) => one.state === 'open' && !isExpired(one, now);

/** Records the request and tells the office, unless one of the account's stands in its way. */
async function passOn(
  asker: LinkAsker,
  asked: Pick<LinkRequest, 'claim' | 'guest'> & { readonly email: string | null },
  stands: Stands,
): Promise<{ readonly added?: LinkRequest; readonly earlier?: LinkRequest }> {
  const { inbound, record, now, today, partnership } = asker;
  const { platform, tenantId, userId } = inbound;
  const { claim, guest, email } = asked;
  return await commitOnce(
    { record, inbound, now },
    async ({ linkRequests, people, notifications }) => {
      const account = { platform, tenantId, userId };
      const request = { account, claim, guest, requestedAt: now };
      const result = await linkRequests.add(request, (one) => stands(one, now));
      const { added } = result;
      if (!added) return result;
      const facts = linkFacts(added, await people.list(), partnership.timeZone);
      const message = linkRequestedMessage(facts, email);
      const office = await people.listByRole('programme-office', null, today);
      await notifications.enqueue(
        office.map(({ id }) => noticeTo(id, `link:${added.id}`, message, asker)),
      );
      return result;
    },
  );
}

/** A member asks by saying who they are. A guest who only opened PAP wrote nothing. */
function mayAsk(refusal: Refusal, claims: boolean, { isOpening }: Inbound): boolean {
  if (refusal.code !== 'not-linked') return false;
  if (refusal.reason === 'guest') return isOpening !== true;
  return claims && (refusal.reason === 'no-match' || refusal.reason === 'no-email');
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
  { number, account, claim, requestedAt, guest }: LinkRequest,
  people: readonly AddressedPerson[],
  timeZone: string,
): LinkRequestFacts {
  const said = `${claim} ${guest?.name ?? ''}`.toLowerCase();
  const addressed = people.filter(
    (one) => guest !== null && guest.email !== null && hasAddress(one, guest.email),
  );
  const named = people.filter(({ name }) => said.includes(name.toLowerCase()));
  const likely = (addressed.length > 0 ? addressed : named).slice(0, 3);
  const platform = platformName(account.platform);
  const byAddress = addressed.length > 0;
  return { number, platform, claim, requestedAt, timeZone, likely, guest, byAddress };
}
