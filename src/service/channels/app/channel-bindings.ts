// The use cases behind `admin channel`: a channel is bound to a theme or to the programme office where it is.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { isChat, type Platform } from '../../../core/request/domain/platform.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { themeName, themeTitle } from '../../../core/themes/domain/theme-name.ts';
import { platformName } from '../../../people/people/messages/identity.ts';
import type { DigestTime } from '../../../reports/digests/domain/digest-choice.ts';
import { digestTimeText } from '../../../reports/digests/messages/digest-choice.ts';
import type { ChannelBindingView } from './channel-binding-ports.ts';

export type ChannelPlace = {
  readonly platform: Platform;
  readonly tenantId: string;
  readonly channelId: string;
};

/** The channel that the line was typed in. Refusal: `needs-channel` in a direct message and in the terminal. */
export function channelHere(verb: string, { inbound }: Given<'inbound'>): Result<ChannelPlace> {
  const { platform, tenantId, conversation } = inbound;
  if (!isChat(platform) || conversation.kind !== 'channel')
    return refuse({ code: 'needs-channel', verb });
  return ok({ platform, tenantId, channelId: conversation.id });
}

/**
 * The bindings of a channel: of the one named, else of the one that the line was typed in.
 * Refusals: `needs-channel`, `unknown-channel`
 */
export async function findBindings(
  words: string,
  verb: string,
  context: Given<'inbound', Reads<'channelBindings'>>,
): Promise<Result<readonly ChannelBindingView[]>> {
  const bindings = await context.record.channelBindings.list();
  const typed = words.trim().replace(/^#/, '').toLowerCase();
  const here = typed === '' ? channelHere(verb, context) : null;
  if (here && !here.ok) return here;
  const found = bindings.filter((one) =>
    here
      ? one.platform === here.value.platform &&
        one.tenantId === here.value.tenantId &&
        one.channelId === here.value.channelId
      : one.name.toLowerCase() === typed,
  );
  if (found.length > 0) return ok(found);
  const channels = bindings.map(({ name, platform }) => `${name} (${platformName(platform)})`);
  const shown = typed === '' ? null : words.trim().slice(0, 40);
  return refuse({ code: 'unknown-channel', typed: shown, channels });
}

/**
 * Binds a channel.
 * @param theme whose news it gets; null: the programme office's own
 * @param name what it is called in receipts; null: as its theme
 * Refusal: `not-permitted`
 */
export async function bindChannel(
  place: ChannelPlace,
  theme: ThemeView | null,
  name: string | null,
  context: Given<Doing, Commits<'audit' | 'channelBindings'>>,
): Promise<Result<{ readonly name: string; readonly done: boolean }>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'channel', 'admin channel bind');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ channelBindings, audit }) => {
    const called = name ?? (theme ? themeTitle(theme) : 'Programme office');
    const done = await channelBindings.bind({
      ...{ ...place, themeId: theme?.id ?? null, name: called },
      purpose: theme ? 'workstream' : 'office',
    });
    const whose = theme ? themeName(theme) : 'the programme office';
    const summary = `a ${platformName(place.platform)} channel was bound to ${whose}`;
    if (done)
      await audit.append({ kind: 'channel-bound', summary, authorId: actor.personId, at: now });
    return ok({ name: called, done });
  });
}

/** Takes bindings out of use. Refusal: `not-permitted`. */
export async function unbindChannel(
  bindings: readonly ChannelBindingView[],
  context: Given<Doing, Commits<'audit' | 'channelBindings'>>,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'channel', 'admin channel unbind');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ channelBindings, audit }) => {
    await channelBindings.unbind(bindings.map(({ id }) => id));
    const summary = `a ${platformsOf(bindings)} channel was unbound`;
    await audit.append({ kind: 'channel-unbound', summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

/** Whether the weekly digest is posted even without news. Refusal: `not-permitted`. */
export async function setAlwaysPost(
  bindings: readonly ChannelBindingView[],
  on: boolean,
  context: Given<Doing, Commits<'audit' | 'channelBindings'>>,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'channel', 'admin channel always');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ channelBindings, audit }) => {
    const ids = bindings.map(({ id }) => id);
    await channelBindings.setAlwaysPost(ids, on);
    const summary = `a ${platformsOf(bindings)} channel gets its digest ${on ? 'every week' : 'when there is news'}`;
    await audit.append({ kind: 'channel-always', summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

/** On which day and hour the weekly digest is posted; null: it is not. Refusal: `not-permitted`. */
export async function setChannelDigest(
  bindings: readonly ChannelBindingView[],
  when: DigestTime | null,
  context: Given<Doing, Commits<'audit' | 'channelBindings'>>,
): Promise<Result<true>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'channel', 'admin channel digest');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async ({ channelBindings, audit }) => {
    await channelBindings.setDigest(
      bindings.map(({ id }) => id),
      when,
    );
    const what = when ? `its digest ${digestTimeText(when)}` : 'no digest any more';
    const summary = `a ${platformsOf(bindings)} channel gets ${what}`;
    await audit.append({ kind: 'channel-digest', summary, authorId: actor.personId, at: now });
    return ok(true);
  });
}

function platformsOf(bindings: readonly ChannelBindingView[]): string {
  return [...new Set(bindings.map(({ platform }) => platformName(platform)))].join(' and ');
}
