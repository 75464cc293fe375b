// An operator's verbs over whole partnerships. Each is permitted by the operator's own right and by no role on a plan, and
// leaves an entry in the operators' audit with what it did.
import type { Temporal } from 'temporal-polyfill';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import {
  type Confirmation,
  type Counts,
  decideErasure,
  type EraseStep,
  type OperatorEvent,
  type PartnershipFacts,
  permitOperator,
  type Subject,
} from '../domain/operator.ts';
import type { OperatorStore } from './operator-ports.ts';

export type Operating = {
  readonly store: OperatorStore;
  /** Who says that they are the operator. */
  readonly operator: string;
  readonly operators: readonly string[];
  readonly now: Temporal.Instant;
};

/** Every partnership of the record. Refusal: `not-an-operator`. */
export async function listPartnerships(
  on: Operating,
): Promise<Result<readonly PartnershipFacts[]>> {
  const allowed = permitOperator(on.operator, on.operators);
  return allowed.ok ? ok(await on.store.list()) : allowed;
}

/** Notes that a partnership was set up, once its folders were loaded. Refusals: `not-an-operator`, `no-such-partnership`. */
export async function noteSetUp(on: Operating, key: string): Promise<Result<PartnershipFacts>> {
  const subject = await find(on, key);
  if (!subject.ok) return subject;
  await on.store.note(subject.value, event(on, 'set-up', null, {}));
  return subject;
}

/** Lets a workspace or tenant stand for a partnership too. Refusals: `not-an-operator`, `no-such-partnership`. */
export async function bindPlace(
  on: Operating,
  key: string,
  platform: Platform,
  tenantId: string,
): Promise<Result<PartnershipFacts>> {
  const subject = await find(on, key);
  if (!subject.ok) return subject;
  const bound = event(on, 'bound', null, { platform, tenantId });
  await on.store.bind(subject.value, platform, tenantId, bound);
  return subject;
}

/**
 * Switches a partnership off, or on again. While it is off nothing is sent, no job runs and words are answered with a
 * sentence. Refusals: `not-an-operator`, `no-such-partnership`, `switched-already`.
 */
export async function switchPartnership(
  on: Operating,
  key: string,
  off: boolean,
  reason: string | null,
): Promise<Result<PartnershipFacts>> {
  const subject = await find(on, key);
  if (!subject.ok) return subject;
  const switched = event(on, off ? 'switched-off' : 'switched-on', reason, {});
  if (await on.store.switchOff(subject.value, off, switched)) return subject;
  return refuse({ code: 'switched-already', name: subject.value.name, off });
}

export type ExportFile = {
  write(line: string): void;
  /** Closes it. @returns the SHA-256 of all of it, in hexadecimal */
  finish(): Promise<string>;
};

/**
 * Writes all that the record holds of a partnership.
 * @param open makes the file, once it is certain that there is something to write
 * Refusals: `not-an-operator`, `no-such-partnership`.
 */
export async function exportPartnership(
  on: Operating,
  key: string,
  open: () => ExportFile,
): Promise<Result<{ readonly subject: Subject; readonly sha256: string; readonly rows: Counts }>> {
  const found = await find(on, key);
  if (!found.ok) return found;
  const subject = found.value;
  const file = open();
  const header = { format: 'pap-partnership-1', key: subject.key, at: on.now.toString() };
  file.write(JSON.stringify(header));
  const rows = await on.store.exportRows(subject.id, (line) => file.write(line));
  file.write(JSON.stringify({ rows }));
  const sha256 = await file.finish();
  await on.store.note(subject, event(on, 'exported', null, { sha256, rows }));
  return ok({ subject, sha256, rows });
}

export type Erasing = {
  readonly subject: Subject;
  readonly step: EraseStep;
  readonly check: string;
  /** Of the first step what would go, of the last what went. */
  readonly rows: Counts;
};

/**
 * Erases a partnership: asked once, confirmed twice. The operators' audit stays.
 * Refusals: `not-an-operator`, `no-such-partnership`, `not-erasable`, `erase-unconfirmed`.
 */
export async function erasePartnership(
  on: Operating,
  key: string,
  given: Confirmation,
): Promise<Result<Erasing>> {
  const found = await find(on, key);
  if (!found.ok) return found;
  const subject = found.value;
  const events = await on.store.events(subject.id);
  const decided = decideErasure(subject, events, given, on.now);
  if (!decided.ok) return decided;
  const { step, check } = decided.value;
  if (step === 'erase') {
    const { kind: _, ...erased } = event(on, 'erased', null, { export: check });
    return ok({ subject, step, check, rows: await on.store.erase(subject, erased) });
  }
  if (step === 'second')
    await on.store.note(subject, event(on, 'erase-confirmed', null, { check }));
  return ok({ subject, step, check, rows: await on.store.count(subject.id) });
}

/** What operators did, also to partnerships that are erased by now. Refusal: `not-an-operator`. */
export async function listOperatorEvents(on: Operating, key: string | null) {
  const allowed = permitOperator(on.operator, on.operators);
  if (!allowed.ok) return allowed;
  const events = await on.store.events(null);
  return ok(events.filter(({ subjectKey }) => key === null || subjectKey === key));
}

async function find(on: Operating, key: string): Promise<Result<PartnershipFacts>> {
  const allowed = permitOperator(on.operator, on.operators);
  if (!allowed.ok) return allowed;
  const all = await on.store.list();
  const subject = all.find((one) => one.key === key);
  return subject
    ? ok(subject)
    : refuse({ code: 'no-such-partnership', typed: key, keys: all.map((one) => one.key) });
}

function event(
  { operator, now }: Operating,
  kind: OperatorEvent['kind'],
  reason: string | null,
  detail: OperatorEvent['detail'],
): OperatorEvent {
  return { kind, operator, reason, detail, at: now };
}
