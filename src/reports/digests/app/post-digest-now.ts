// A digest outside its time: as it would come now, and a theme’s posted to its channels at once.
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import { inline, type Message, paragraph } from '../../../core/message/messages/message.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import { postedTo } from '../../../cycle/returns/app/update-status.ts';
import { composeDigest, type DigestOf } from './compose-digest.ts';
import { previewScope } from './digest-news.ts';

type PostNowNeeds = Given<
  Doing | 'partnership',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'channels' | 'notifications'> &
    Commits<'notifications'>
>;

/**
 * Posts a theme’s digest to its channels now, once however often the request comes.
 * Refusal: `not-permitted`.
 */
export async function postDigestNow(
  theme: ThemeView,
  context: PostNowNeeds,
): Promise<CommandResult> {
  const { record, actor, inbound, now, partnership } = context;
  const allowed = permit(actor, 'post-digest', 'digest now', { themeId: theme.id });
  if (!allowed.ok) return refused(allowed.refusal);
  const channels = await record.channels.forThemes([theme.id]);
  if (channels.length === 0) {
    return reply({
      title: `No channel is bound to ${themeName(theme)}`,
      blocks: [paragraph('So there is nowhere to post its digest.')],
      tone: 'attention',
    });
  }
  const message = {
    ...(await digestMessage({ variant: 'theme', theme, audience: 'channel' }, context)),
    footer: inline(`Posted at the request of ${actor.name}, ${actor.organisation}.`),
  };
  await record.transaction(({ notifications }) =>
    notifications.enqueue(
      channels.map(({ id }) => ({
        kind: 'digest' as const,
        dedupeKey: `digest:channel:${id}:now:${inbound.requestId}`,
        target: { channelBindingId: id },
        payload: {
          kind: 'message' as const,
          message: partnership.hasExamples ? noticeExamples(message) : message,
        },
        createdAt: now,
      })),
    ),
  );
  const posted = postedTo(channels);
  if (posted.length === 0)
    return reply({
      title: `The digest of ${themeName(theme)} cannot be posted now`,
      blocks: [],
      tone: 'attention',
    });
  return reply({
    title: `The digest of ${themeName(theme)} is on its way`,
    blocks: [paragraph(`It goes to ${posted.join(', ')}.`)],
    tone: 'good',
  });
}

type MessageNeeds = Given<
  'partnership' | 'now',
  Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>
>;

/** A digest as it would come now. */
export async function digestMessage(
  of: DigestOf,
  { record, partnership, now }: MessageNeeds,
): Promise<Message> {
  return (await composeDigest(of, record, partnership, previewScope(now))).message;
}
