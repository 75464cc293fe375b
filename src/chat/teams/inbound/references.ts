// Where a person or a channel can be reached again, learnt from every activity that arrives.
import type { ConversationReferenceRow } from '../../../core/request/app/chat-ports.ts';
import type { TeamsActivity } from './activity.ts';
import { isPersonal, personId, type Reader, withoutThread } from './inbound.ts';

/**
 * The references that an activity teaches us; none from the bot itself and on its removal. What comes from a channel names
 * its team, whose roster can be read from then on: a team's id is that of its first channel.
 */
export function referencesFrom(
  activity: TeamsActivity,
  reader: Reader,
): ConversationReferenceRow[] {
  const { conversation, serviceUrl, recipient } = activity;
  if (activity.from.id === recipient.id || activity.action?.startsWith('remove')) return [];
  const common = {
    platform: 'teams',
    tenantId: reader.tenantId,
    serviceUrl,
    botId: recipient.id,
  } as const;
  if (isPersonal(activity)) {
    const subjectId = personId(activity, reader);
    return subjectId === null
      ? []
      : [{ ...common, kind: 'personal', subjectId, conversationId: conversation.id }];
  }
  // The thread is dropped: a digest must start a new thread and not answer in an old one.
  const channelId = activity.channelData?.channel?.id ?? withoutThread(conversation.id);
  const teamId = activity.channelData?.team?.id ?? channelId;
  return [...new Set([channelId, teamId])].map((id) => ({
    ...{ ...common, kind: 'channel', subjectId: id, conversationId: id },
  }));
}
