// Gives many objectives an owner, a deputy or a theme at once, where they have none, as a file does. What they have already is
// handed over or proposed, so that whoever has it hears of it first.

import { noticesTo } from '../../../core/outbox/app/notice.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type NamedTheme, themeName, themeWords } from '../../../core/themes/domain/theme-name.ts';
import type { Authorship } from '../../../plan/objectives/app/objective-ports.ts';
import { type Objective, requireOpen } from '../../../plan/objectives/domain/objective.ts';
import { alter } from '../../plan-changes/app/apply-change.ts';
import {
  type NamedPerson,
  namesOf,
  type OwnRole,
  type Proposal,
} from '../../plan-changes/domain/plan-change.ts';
import { filledNotice } from '../messages/filled.ts';

/** What the objectives are given. */
export type Filling =
  | { readonly what: OwnRole; readonly person: NamedPerson; readonly email: string }
  | { readonly what: 'theme'; readonly theme: NamedTheme & { readonly id: string } };

/** Whether all of them may be given it. Refusals: `not-permitted`; of each its own, several in `none-recorded`. */
export function checkFilling(
  filling: Filling,
  objectives: readonly Objective[],
  { actor }: Given<'actor'>,
): Result<true> {
  const allowed = permit(actor, 'assign', verbOf(filling));
  if (!allowed.ok) return allowed;
  const refusals: { ref: string; refusal: Refusal }[] = [];
  for (const objective of objectives) {
    const open = requireOpen(objective);
    const has = open.ok ? refuseTaken(filling, objective) : open.refusal;
    if (has) refusals.push({ ref: objective.ref, refusal: has });
  }
  const [only] = refusals;
  if (!only) return ok(true);
  if (objectives.length === 1) return refuse(only.refusal);
  const left = objectives.filter(({ ref }) => !refusals.some((one) => one.ref === ref));
  const again = left.length === 0 ? null : fillingLine(filling, left);
  const label = `Only ${left.map(({ ref }) => ref).join(', ')}`;
  return refuse({ code: 'none-recorded', refusals, again, ...(again && { label }) });
}

/**
 * Gives all of them it, or none; each person hears of it once.
 * Refusals: those of `checkFilling`.
 */
export async function fillVacancies(
  filling: Filling,
  objectives: readonly Objective[],
  context: Given<
    Doing | 'partnership' | 'today',
    Commits<'history' | 'items' | 'notifications' | 'objectives' | 'people' | 'planEdits'>
  >,
): Promise<Result<readonly Objective[]>> {
  const checked = checkFilling(filling, objectives, context);
  if (!checked.ok) return checked;
  const { actor, now, today, inbound } = context;
  return await commitOnce(context, async (repositories) => {
    const ids = objectives.map(({ id }) => id);
    for (const id of ids) await repositories.planEdits.hold(id);
    // Somebody may have been quicker.
    const held = await repositories.objectives.list(today, { ids });
    const still = checkFilling(filling, held, context);
    if (!still.ok) return still;
    for (const objective of held) {
      const requestId = `${inbound.requestId}:filled:${objective.ref}`;
      const by: Authorship = { authorId: actor.personId, requestId, at: now };
      await alter(proposalOf(filling, objective), objective, repositories, by, today);
    }
    const told = await concerned(filling, repositories, context);
    await repositories.notifications.enqueue(
      noticesTo(told, `filled:${inbound.requestId}`, filledNotice(filling, held), context),
    );
    return ok(held);
  });
}

/** The line that gives these objectives it. */
export function fillingLine(filling: Filling, objectives: readonly Objective[]): string {
  const refs = objectives.map(({ ref }) => ref).join(', ');
  if (filling.what === 'theme')
    return `admin theme place confirm ${refs} in ${themeWords(filling.theme)}`;
  const role = filling.what === 'deputy' ? 'deputy ' : '';
  return `admin owner confirm ${role}${refs} ${filling.email}`;
}

function verbOf({ what }: Filling): string {
  return what === 'theme' ? 'admin theme place' : 'admin owner';
}

/** Null: it has none. What an organisation answers for has no owner yet. */
function refuseTaken(filling: Filling, { ref, assignees, themes }: Objective): Refusal | null {
  const { what } = filling;
  if (what === 'theme') {
    if (themes.length === 0) return null;
    const instead = `admin change ${ref} theme add ${themeWords(filling.theme)} because …`;
    return { code: 'not-vacant', ref, what, is: themes.map(themeName), instead };
  }
  const holders = assignees.filter(({ role, personId }) => role === what && personId !== null);
  if (holders.length === 0) return null;
  const { email } = filling;
  const instead =
    what === 'owner' ? `handover ${ref} ${email}` : `admin change ${ref} deputy ${email} because …`;
  return { code: 'not-vacant', ref, what, is: holders.map(({ name }) => name ?? ''), instead };
}

function proposalOf(
  filling: Filling,
  objective: Objective,
): Exclude<Proposal, { what: 'objective' }> {
  if (filling.what !== 'theme')
    return {
      ...{ kind: 're-own', role: filling.what, to: filling.person },
      from: namesOf(objective, filling.what),
    };
  const { id } = filling.theme;
  const name = themeName(filling.theme);
  return { kind: 're-link', do: 'link', target: { to: 'theme', id, name } };
}

/** Whose work it is from now on: the person, or the theme’s co-chairs. */
async function concerned(
  filling: Filling,
  { people }: Reads<'people'>,
  { today }: Given<'today'>,
): Promise<readonly string[]> {
  if (filling.what !== 'theme') return [filling.person.personId];
  return (await people.listByRole('co-chair', filling.theme.id, today)).map(({ id }) => id);
}
