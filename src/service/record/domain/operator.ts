// What an operator may do with a whole partnership, and in which order. An operator's right is no role on any plan: the
// office of a partnership has none of it, and an operator as such can read and change no plan.
import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';

export type OperatorEvent = {
  readonly kind:
    | 'set-up'
    | 'bound'
    | 'switched-off'
    | 'switched-on'
    | 'exported'
    | 'erase-confirmed'
    | 'erased';
  readonly operator: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
};

export type Subject = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly switchedOff: boolean;
};

export type PartnershipFacts = Subject & {
  readonly people: number;
  readonly objectives: number;
  /** Notifications that wait to be sent. */
  readonly waiting: number;
  readonly workspaces: readonly string[];
  readonly switchedOffAt: Temporal.Instant | null;
};

export type Counts = Readonly<Record<string, number>>;

/** Refusal: `not-an-operator`. @param operators the addresses that PAP_OPERATORS names */
export function permitOperator(email: string, operators: readonly string[]): Result<true> {
  return operators.includes(email)
    ? ok(true)
    : refuse({ code: 'not-an-operator', email, anyNamed: operators.length > 0 });
}

/** How long the first confirmation of an erasure is good for. */
const CONFIRMED_FOR = { hours: 1 } as const;
/** So much of an export's checksum is typed. */
export const CHECK_LENGTH = 8;

export type Confirmation = {
  /** The beginning of the export's checksum; null: nothing is confirmed yet. */
  readonly check: string | null;
  /** The partnership's whole name; null: it is the first confirmation. */
  readonly name: string | null;
};

/** What an erasure is still in want of. */
export type EraseStep = 'first' | 'second' | 'erase';

/**
 * The next step of an erasure: only what is switched off, and was exported since, can be erased, after two
 * confirmations of which each names something that only the one before tells.
 * @param events what operators did to it, oldest first
 * Refusals: `not-erasable`, `erase-unconfirmed`.
 */
export function decideErasure(
  { key, name, switchedOff }: Subject,
  events: readonly OperatorEvent[],
  given: Confirmation,
  now: Temporal.Instant,
): Result<{ readonly step: EraseStep; readonly check: string }> {
  if (!switchedOff) return refuse({ code: 'not-erasable', key, problem: 'on' });
  const since = events.slice(events.findLastIndex(({ kind }) => kind === 'switched-off') + 1);
  const exportedAt = since.findLastIndex(({ kind }) => kind === 'exported');
  const sha256 = since[exportedAt]?.detail.sha256;
  if (typeof sha256 !== 'string')
    return refuse({ code: 'not-erasable', key, problem: 'no-export' });
  const check = sha256.slice(0, CHECK_LENGTH);
  if (given.check === null) return ok({ step: 'first', check });
  if (given.check.toLowerCase() !== check)
    return refuse({ code: 'erase-unconfirmed', key, problem: 'check' });
  if (given.name === null) return ok({ step: 'second', check });
  const earliest = now.subtract(CONFIRMED_FOR);
  const confirmed = since
    .slice(exportedAt + 1)
    .some(
      ({ kind, at }) => kind === 'erase-confirmed' && Temporal.Instant.compare(at, earliest) >= 0,
    );
  if (!confirmed) return refuse({ code: 'erase-unconfirmed', key, problem: 'first' });
  if (given.name.trim() !== name)
    return refuse({ code: 'erase-unconfirmed', key, problem: 'name' });
  return ok({ step: 'erase', check });
}
