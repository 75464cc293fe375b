// What a receipt says of messages that will not arrive: to whom and where, why, and what becomes of them.

import { type Block, paragraph } from '../../../core/message/messages/message.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { platformName } from '../../../people/people/messages/identity.ts';

export type UnreachedPlace =
  | { readonly kind: 'person'; readonly name: string }
  | {
      readonly kind: 'channel';
      readonly name: string;
      readonly platform: Platform;
      readonly why: 'gone' | 'not-connected';
    };

/** One paragraph for the people, one for each channel. */
export function unreachedBlocks(places: readonly UnreachedPlace[]): Block[] {
  const people = places.flatMap(({ kind, name }) => (kind === 'person' ? [name] : []));
  return [
    ...(people.length > 0 ? [paragraph(unreachedText(people))] : []),
    ...places.flatMap((place) => (place.kind === 'channel' ? [paragraph(channelText(place))] : [])),
  ];
}

/** `PAP cannot write to Femi Example: …`. */
function unreachedText(names: readonly string[]): string {
  const has = names.length === 1 ? 'they have' : 'none of them has';
  const account = names.length === 1 ? 'no account that works' : 'an account that works';
  return `PAP cannot write to ${names.join(', ')}: ${has} ${account}. The programme office is told; please tell ${names.length === 1 ? 'them' : 'each of them'} yourself.`;
}

function channelText({ name, platform, why }: UnreachedPlace & { kind: 'channel' }): string {
  const where = `${name} (${platformName(platform)})`;
  return why === 'gone'
    ? `Nothing may arrive in ${where}: the last post there failed, and the programme office was told. PAP tries again.`
    : `Nothing arrives in ${where}: PAP is not connected to ${platformName(platform)}. The programme office finds it under “admin delivery”.`;
}
