// What the programme office is shown of a guest.
import { type Inline, inline, strong } from '../../../core/message/messages/message.ts';
import type { GuestFacts, GuestKind } from '../../../core/request/domain/platform.ts';
import type { PlatformName } from '../../people/messages/identity.ts';

/** Which kind of guest, in words. */
export const guestKindText = {
  several_channels: 'a guest in several channels',
  one_channel: 'a guest in one channel',
  tenant_guest: 'a guest of your organisation',
  other_organisation: 'from another organisation',
} as const satisfies Record<GuestKind, string>;

/** `Vic Visitor (vic@school.example), a guest in one channel`. */
export function guestLine({ kind, name, email }: GuestFacts, platform: PlatformName): Inline {
  return inline(
    strong(name ?? `No name shown in ${platform}`),
    ` (${email ?? 'no e-mail address shown'}), ${guestKindText[kind]}`,
  );
}
