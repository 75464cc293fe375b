// Which partnership a request is for. A workspace that stands for one leaves nothing to ask; where several share it, the
// button says, or the channel, or who the person is, and else the person is asked.
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { AccountDirectory, DirectoryEntry } from '../../../core/request/app/chat-ports.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Clock, Log, Partnership, RecordStore } from '../../../core/request/app/ports.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import type { Route } from '../../../core/request/domain/route.ts';
import { linkByEmail } from '../../../people/accounts/app/resolve-actor.ts';
import {
  guestFacts,
  lookUpAccount,
  vouchedEmail,
} from '../../../people/accounts/app/vouched-email.ts';
import {
  choosePartnership,
  findPartnerships,
  namedInLine,
} from '../../../people/accounts/domain/choose-partnership.ts';

export type Routed =
  | {
      readonly kind: 'routed';
      readonly partnership: Partnership;
      /** All those on whose plan the person is, as far as the workspace stands for them. */
      readonly partnerships: readonly Partnership[];
      /** Whether the person was greeted by one of them, as far as that is known before one is chosen. */
      readonly greeted: boolean;
    }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type RouteParts = {
  readonly store: RecordStore;
  readonly directories: readonly AccountDirectory[];
  readonly log: Log;
  readonly clock: Clock;
};

/** An address that a directory vouched for stays good for so long: it is asked for everybody whom one of several does not know. */
const REMEMBER_MS = 600_000;
/** One request may ask twice. Whoever mends their account and tries again is not to wait. */
const REMEMBER_REFUSAL_MS = 5_000;
const MOST_REMEMBERED = 10_000;

type EntryOf = (inbound: Inbound) => Promise<DirectoryEntry | null>;
type Asking = RouteParts & {
  readonly inbound: Inbound;
  /** The partnerships that the workspace stands for. */
  readonly all: readonly Partnership[];
  readonly entryOf: EntryOf;
};

/** Finds the partnership of each request. */
export function createRouter(parts: RouteParts): (inbound: Inbound) => Promise<Routed> {
  const entryOf = rememberedEntries(parts);
  return async (inbound) => {
    const { platform, tenantId, partnershipId } = inbound;
    const all = await parts.store.listByWorkspace(platform, tenantId);
    const [first] = all;
    if (!first) return await unknownPlace(inbound, parts.store);
    if (partnershipId !== undefined && !all.some(({ id }) => id === partnershipId))
      return { kind: 'refused', refusal: notHere };
    if (all.length === 1)
      return { kind: 'routed', partnership: first, partnerships: all, greeted: false };
    return await amongSeveral({ ...parts, inbound, all, entryOf });
  };
}

function rememberedEntries({ directories, clock }: RouteParts): EntryOf {
  const entries = new Map<
    string,
    { readonly entry: DirectoryEntry | null; readonly until: number }
  >();
  return async (inbound) => {
    const key = `${inbound.platform} ${inbound.tenantId} ${inbound.userId}`;
    const known = entries.get(key);
    const now = (await clock.now()).epochMilliseconds;
    if (known && known.until > now) return known.entry;
    const entry = await lookUpAccount(directories, inbound);
    if (entries.size >= MOST_REMEMBERED) entries.clear();
    const isGood = vouchedEmail(entry, inbound).ok;
    entries.set(key, { entry, until: now + (isGood ? REMEMBER_MS : REMEMBER_REFUSAL_MS) });
    return entry;
  };
}

async function emailOf({ inbound, entryOf }: Pick<Asking, 'inbound' | 'entryOf'>) {
  return vouchedEmail(await entryOf(inbound), inbound);
}

async function amongSeveral(asking: Asking): Promise<Routed> {
  const { store, inbound, all } = asking;
  const routes =
    inbound.platform === 'terminal'
      ? all.map(({ id }) => unknownRoute(id))
      : await store.routes.ofRequest(inbound);
  if (routes.some(({ answered }) => answered)) return { kind: 'repeat' };
  const belongs = await belongsTo(asking, routes);
  const partnerships = all.filter(({ id }) => belongs.has(id));
  const to = async (partnership: Partnership): Promise<Routed> => {
    const others = partnerships.filter(({ id }) => id !== partnership.id);
    await linkInOthers(asking, routes, others);
    const greeted = routes.some((route) => route.greeted);
    return { kind: 'routed', partnership, partnerships, greeted };
  };
  const pressed = all.find(({ id }) => id === inbound.partnershipId);
  if (pressed) return await to(pressed);
  const typed = namedInLine(inbound.text);
  if (typed !== null && partnerships.length > 0) {
    const [named, another] = findPartnerships(partnerships, typed);
    return named && !another ? await to(named) : unknownName(typed, partnerships, inbound);
  }
  const chosen = choosePartnership(routes, belongs);
  if (chosen.kind === 'stranger') return await answerStranger(asking);
  const meant = chosen.kind === 'one' ? [chosen.id] : chosen.ids;
  const [one, another] = all.filter(({ id }) => meant.includes(id));
  if (one && !another) return await to(one);
  const isKept = inbound.conversation.kind === 'personal';
  return whichOf(
    inbound,
    all.filter(({ id }) => meant.includes(id)),
    isKept,
  );
}

/** On whose plan the person is: by the account, else by the address that the platform vouches for. */
async function belongsTo(asking: Asking, routes: readonly Route[]): Promise<ReadonlySet<string>> {
  const { store, log, inbound, all } = asking;
  const ids = all.map(({ id }) => id);
  if (inbound.platform === 'terminal')
    return new Set(await store.routes.withEmail(ids, inbound.userId));
  const linked = routes.filter((route) => route.linked).map(({ partnershipId }) => partnershipId);
  const others = ids.filter((id) => !linked.includes(id));
  if (others.length === 0) return new Set(linked);
  const email = await emailOf(asking).catch((error: unknown) => {
    if (linked.length === 0) throw error;
    log.warn({ err: error }, 'a platform did not say whose an account is');
    return null;
  });
  if (!email?.ok) return new Set(linked);
  return new Set([...linked, ...(await store.routes.withEmail(others, email.value))]);
}

/**
 * Links the account in each of the others as well, or what they send would reach nobody until the person has written to them
 * too. The one that the request is for links it by itself.
 */
async function linkInOthers(
  asking: Asking,
  routes: readonly Route[],
  others: readonly Partnership[],
): Promise<void> {
  const { store, clock, inbound } = asking;
  const unlinked = others.filter(
    ({ id }) => !routes.some(({ partnershipId, linked }) => linked && partnershipId === id),
  );
  if (!isChat(inbound.platform) || unlinked.length === 0) return;
  const email = await emailOf(asking);
  if (!email.ok) return;
  const now = await clock.now();
  for (const { id, timeZone } of unlinked)
    await linkByEmail(store.open(id), email.value, inbound, now, localDate(now, timeZone));
}

/** Whoever is on no plan can ask to be put on one, and has to say on which; a guest's address may say so for them. */
async function answerStranger(asking: Asking): Promise<Routed> {
  const { inbound, all, entryOf, store } = asking;
  const { platform, text } = inbound;
  const entry = await entryOf(inbound);
  const guest = guestFacts(entry);
  if (guest?.email) {
    const ids = await store.routes.withEmail(
      all.map(({ id }) => id),
      guest.email,
    );
    const [partnership, another] = all.filter(({ id }) => ids.includes(id));
    if (partnership && !another)
      return { kind: 'routed', partnership, partnerships: [], greeted: false };
  }
  const email = vouchedEmail(entry, inbound);
  const mayAsk =
    guest !== null ||
    email.ok ||
    isOf(email.refusal, 'no-match') ||
    isOf(email.refusal, 'no-email');
  if (mayAsk && isChat(platform) && /^link\s+\S/i.test(text)) return whichOf(inbound, all, false);
  const refusal = { code: 'not-linked', platform, reason: 'no-match' } as const;
  return { kind: 'refused', refusal: email.ok ? refusal : email.refusal };
}

function whichOf(
  { platform, text, guard }: Inbound,
  choices: readonly Partnership[],
  kept: boolean,
): Routed {
  return {
    kind: 'refused',
    refusal: {
      code: 'which-partnership',
      ...{ choices, line: text, guard: guard ?? null, platform, kept },
    },
  };
}

const notHere = { code: 'partnership-not-here' } as const;

function isOf(refusal: Refusal, reason: string): boolean {
  return refusal.code === 'not-linked' && refusal.reason === reason;
}

function unknownRoute(partnershipId: string): Route {
  return {
    partnershipId,
    linked: false,
    greeted: false,
    chosenAt: null,
    bound: false,
    answered: false,
  };
}

function unknownName(
  typed: string,
  choices: readonly Partnership[],
  { platform }: Inbound,
): Routed {
  return { kind: 'refused', refusal: { code: 'unknown-partnership', typed, choices, platform } };
}

/** A workspace that stands for none, or a key that the terminal was given. */
async function unknownPlace(inbound: Inbound, store: RecordStore): Promise<Routed> {
  const { platform, tenantId } = inbound;
  if (platform === 'terminal' && tenantId !== 'terminal')
    return unknownName(tenantId, await store.list(), inbound);
  return {
    kind: 'refused',
    refusal: { code: 'not-linked', platform, reason: 'other-workspace' },
  };
}
