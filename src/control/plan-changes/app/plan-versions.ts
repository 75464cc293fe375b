// The use cases behind the plan's versions: keeping what the current one says, opening a revision and
// publishing it. Approved changes take effect at once; a version says what the plan was when it was kept.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PlanContent } from '../domain/plan-content.ts';
import { type PlanDiff, planDiff } from '../domain/plan-diff.ts';
import type { PlanVersionView } from './plan-version-ports.ts';

const VERB = 'admin change';

/** Keeps what the current version says now, unless that was done before. Refusal: `not-permitted`. */
export async function freezeBaseline(
  context: Given<Doing | 'today', Commits<'audit' | 'planVersions'>>,
): Promise<Result<{ readonly version: PlanVersionView; readonly done: boolean }>> {
  const allowed = permit(context.actor, 'approve-change', `${VERB} baseline`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const version = await currentVersion(repositories);
    const done = await freeze(version, repositories, context);
    return ok({ version, done });
  });
}

/** Opens the draft that changes approved from now on count to. Refusals: `not-permitted`, `draft-open`. */
export async function openRevision(
  label: string,
  context: Given<Doing | 'today', Commits<'audit' | 'planVersions'>>,
): Promise<Result<{ readonly number: number; readonly from: PlanVersionView }>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'approve-change', `${VERB} revise`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    await repositories.planVersions.hold();
    const draft = await findDraft(repositories);
    if (draft) return refuse({ code: 'draft-open', number: draft.number, label: draft.label });
    const from = await currentVersion(repositories);
    await freeze(from, repositories, context);
    const number = await repositories.planVersions.openDraft(label);
    const summary = `version ${number} of the plan opened as a draft`;
    await repositories.audit.append({
      ...{ kind: 'plan-revision-opened', summary, authorId: actor.personId, at: now },
    });
    return ok({ number, from });
  });
}

/** The draft that would be published, and what it changes. Refusals: `not-permitted`, `no-draft`. */
export async function previewPublication({
  actor,
  record,
  today,
}: Given<'actor' | 'today', Reads<'planVersions'>>): Promise<
  Result<{ readonly draft: PlanVersionView; readonly diff: PlanDiff }>
> {
  const allowed = permit(actor, 'approve-change', `${VERB} publish`);
  if (!allowed.ok) return allowed;
  const draft = await findDraft(record);
  if (!draft) return refuse({ code: 'no-draft' });
  const current = await currentVersion(record);
  const now = await record.planVersions.readNow(today);
  const before = (await record.planVersions.content(current.id)) ?? now;
  return ok({ draft, diff: planDiff(before, now) });
}

/**
 * Makes the draft the current version: the one before is kept as it was, everything that holds now moves on,
 * and cycles that are under way go on with it.
 * @param number the draft's, as the person saw it
 * Refusals: `not-permitted`, `no-draft`
 */
export async function publishRevision(
  number: number,
  context: Given<Doing | 'today', Commits<'audit' | 'planVersions'>>,
): Promise<Result<PlanVersionView>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'approve-change', `${VERB} publish`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const { planVersions, audit } = repositories;
    await planVersions.hold();
    const draft = await findDraft(repositories);
    if (draft?.number !== number) return refuse({ code: 'no-draft' });
    await freeze(await currentVersion(repositories), repositories, context);
    await planVersions.publish(draft.id, await planVersions.readNow(today), actor.personId, now);
    const summary = `version ${number} of the plan published`;
    await audit.append({ kind: 'plan-published', summary, authorId: actor.personId, at: now });
    return ok(await currentVersion(repositories));
  });
}

export type Comparison = {
  readonly diff: PlanDiff;
  readonly from: PlanVersionView | 'now';
  readonly to: PlanVersionView | 'now';
};

/**
 * Compares two versions, or one with what the plan says now.
 * @param words a version's number, or `now`
 * Refusals: `unknown-version`, `version-not-frozen`
 */
export async function compareVersions(
  [one, other]: readonly [string, string],
  context: Given<'today', Reads<'planVersions'>>,
): Promise<Result<Comparison>> {
  const from = await readVersion(one, context);
  if (!from.ok) return from;
  const to = await readVersion(other, context);
  if (!to.ok) return to;
  const diff = planDiff(from.value.content, to.value.content);
  return ok({ diff, from: from.value.version, to: to.value.version });
}

async function readVersion(
  typed: string,
  { record, today }: Given<'today', Reads<'planVersions'>>,
): Promise<Result<{ readonly version: PlanVersionView | 'now'; readonly content: PlanContent }>> {
  if (/^(?:now|today)$/i.test(typed))
    return ok({ version: 'now', content: await record.planVersions.readNow(today) });
  const versions = await record.planVersions.list();
  const version = versions.find(({ number }) => String(number) === typed.replace(/^v/i, ''));
  if (!version) {
    const known = [...versions.map(({ number, label }) => `${number}: ${label}`), 'now'];
    return refuse({ code: 'unknown-version', typed: typed.slice(0, 40), known });
  }
  // What is in a draft is what holds now.
  const content =
    version.status === 'draft'
      ? await record.planVersions.readNow(today)
      : await record.planVersions.content(version.id);
  if (!content) return refuse({ code: 'version-not-frozen', number: version.number });
  return ok({ version, content });
}

async function freeze(
  version: PlanVersionView,
  { planVersions, audit }: Uses<'audit' | 'planVersions'>,
  { actor, now, today }: Given<'actor' | 'now' | 'today'>,
): Promise<boolean> {
  const done =
    !version.frozen && (await planVersions.freeze(version.id, await planVersions.readNow(today)));
  if (done) {
    const summary = `what version ${version.number} of the plan says was kept`;
    await audit.append({ kind: 'plan-baseline', summary, authorId: actor.personId, at: now });
  }
  return done;
}

async function findDraft(record: Reads<'planVersions'>) {
  return (await record.planVersions.list()).findLast(({ status }) => status === 'draft') ?? null;
}

async function currentVersion({ planVersions }: Reads<'planVersions'>): Promise<PlanVersionView> {
  const version = (await planVersions.list()).find(({ status }) => status === 'current');
  if (!version) throw new Error('the partnership has no current version of the plan');
  return version;
}
