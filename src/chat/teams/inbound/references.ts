// Where a person or a channel can be reached again, learnt from every activity that arrives.
import type { ConversationReferenceRow } from '../../../core/request/app/chat-ports.ts';
import { outsideTenantOf, type TeamsActivity } from './activity.ts';
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
  const outsideTenantId = outsideTenantOf(activity, reader.tenantId);
  if (isPersonal(activity)) {
    const subjectId = personId(activity, reader);
    if (subjectId === null) return [];
    const personal = {
      ...common,
      kind: 'personal',
      subjectId,
      conversationId: conversation.id,
    } as const;
    return [outsideTenantId === null ? personal : { ...personal, outsideTenantId }];
  }
  // Another tenant's teams are none of ours: neither is their roster read, nor is anything posted there.
  if (outsideTenantId !== null) return [];
  // The thread is dropped: a digest must start a new thread and not answer in an old one.
  const channelId = activity.channelData?.channel?.id ?? withoutThread(conversation.id);
  const teamId = activity.channelData?.team?.id ?? channelId;
  return [...new Set([channelId, teamId])].map((id) => ({
    ...{ ...common, kind: 'channel', subjectId: id, conversationId: id },
  }));
}
