// The use cases behind `digest on`, `off` and `set`: which digests a person takes, and when.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import type { Actor } from '../../../core/request/domain/actor.ts';
import { type Permission, permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import {
  type DigestChoice,
  type DigestVariant,
  digestTimeOf,
  digestVariants,
  takesDigest,
} from '../domain/digest-choice.ts';
import type { DigestChoiceFacts } from '../messages/digest-choice.ts';

const permissions = {
  owner: 'read-plan',
  'co-chair': 'theme-digest',
  office: 'office-digest',
  board: 'board-digest',
} as const satisfies Record<DigestVariant, Permission>;

/** Whether the person may get that digest, and so look at it. Refusal: `not-permitted`. */
export function permitDigest(actor: Actor, variant: DigestVariant, verb: string): Result<true> {
  return permit(actor, permissions[variant], verb);
}

/**
 * Changes what one digest, or with null each that the person may get, is to be; what they then are.
 * Refusal: `not-permitted`
 */
export async function chooseDigests(
  variant: DigestVariant | null,
  change: Partial<DigestChoice>,
  verb: string,
  context: Given<Doing, Commits<'digestChoices' | 'preferences'>>,
): Promise<Result<DigestChoiceFacts>> {
  const { actor } = context;
  if (variant !== null) {
    const allowed = permitDigest(actor, variant, verb);
    if (!allowed.ok) return allowed;
  }
  return ok(
    await commitOnce(context, async (repositories) => {
      for (const one of variant === null ? variantsOf(actor) : [variant])
        await repositories.digestChoices.set(actor.personId, one, change);
      return await loadDigestChoices(repositories, actor);
    }),
  );
}

/** Each digest that the person may get, whether they take it, and when. */
export async function loadDigestChoices(
  { digestChoices, preferences }: Reads<'digestChoices' | 'preferences'>,
  actor: Actor,
): Promise<DigestChoiceFacts> {
  const { digestOn } = await preferences.get(actor.personId);
  const chosen = await digestChoices.list(actor.personId);
  return {
    digestOn,
    choices: variantsOf(actor).map((variant) => {
      const choice = chosen.find((one) => one.variant === variant);
      return { variant, taken: takesDigest(variant, choice), when: digestTimeOf(choice) };
    }),
  };
}

function variantsOf(actor: Actor): DigestVariant[] {
  return digestVariants.filter((variant) => permitDigest(actor, variant, 'digest').ok);
}
