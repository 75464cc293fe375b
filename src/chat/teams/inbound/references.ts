// Where a person or a channel can be reached again, learnt from every activity that arrives.
import type { ConversationReferenceRow } from '../../../core/request/app/chat-ports.ts';
import type { TeamsActivity } from './activity.ts';
import { isPersonal, personId, type Reader, withoutThread } from './inbound.ts';

/** The reference that an activity teaches us; null from the bot itself and on its removal. */
export function referenceFrom(
  activity: TeamsActivity,
  reader: Reader,
): ConversationReferenceRow | null {
  const { conversation, serviceUrl, recipient } = activity;
  if (activity.from.id === recipient.id || activity.action?.startsWith('remove')) return null;
  const common = {
    platform: 'teams',
    tenantId: reader.tenantId,
    serviceUrl,
    botId: recipient.id,
  } as const;
  if (isPersonal(activity)) {
    const subjectId = personId(activity, reader);
    if (subjectId === null) return null;
    return { ...common, kind: 'personal', subjectId, conversationId: conversation.id };
  }
  // The thread is dropped: a digest must start a new thread and not answer in an old one.
  const channelId = activity.channelData?.channel?.id ?? withoutThread(conversation.id);
  return { ...common, kind: 'channel', subjectId: channelId, conversationId: channelId };
}
