// The part of a Bot Framework activity that this bot reads, and the check that it comes from our
// tenant and points to a host that may be given the bot's token. A valid signature proves neither.

import { z } from 'zod';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import type { TeamsConnection } from './connection.ts';

const account = z.object({
  id: z.string().min(1).max(500),
  aadObjectId: z.string().min(1).max(100).optional().catch(undefined),
  isTargeted: z.boolean().optional().catch(undefined),
});

const withId = z.object({ id: z.string().min(1).max(500) });

const channelData = z.object({
  channel: withId.optional().catch(undefined),
  team: withId.optional().catch(undefined),
  tenant: withId.optional().catch(undefined),
  /** Of a changed message: `editMessage`, `undeleteMessage`; of a change to a team: `teamMemberAdded` and the like. */
  eventType: z.string().max(50).optional().catch(undefined),
});

const activitySchema = z.object({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(500).optional(),
  name: z.string().max(200).optional().catch(undefined),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().min(1).max(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1).max(1_000),
    conversationType: z.string().max(50).optional().catch(undefined),
    tenantId: z.string().max(100).optional().catch(undefined),
  }),
  channelData: channelData.optional().catch(undefined),
  text: z.string().max(30_000).optional().catch(undefined),
  entities: z.array(z.unknown()).optional().catch(undefined),
  attachments: z.array(z.unknown()).optional().catch(undefined),
  value: z.unknown().optional(),
  /** Of an installation: `add`, `remove` and the like. */
  action: z.string().max(50).optional().catch(undefined),
  replyToId: z.string().max(500).optional().catch(undefined),
});

export type TeamsActivity = z.infer<typeof activitySchema>;

/** The activity, or null when it is not one that Teams would send. */
export function parseActivity(body: unknown): TeamsActivity | null {
  return activitySchema.safeParse(body).data ?? null;
}

export type Admission =
  | {
      readonly kind: 'admitted';
      readonly activity: TeamsActivity;
      /** The one other tenant that it comes from: it may be answered only if that is allowed. */
      readonly outsideTenantId?: string;
    }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'foreign'; readonly what: 'tenant' | 'service-url' };

/** Whether an activity is from our tenant, or from one other, and may be answered; says nothing of who signed it. */
export function admit(
  body: unknown,
  connection: Pick<TeamsConnection, 'tenantId' | 'trusts'>,
): Admission {
  const activity = parseActivity(body);
  if (activity === null) return { kind: 'malformed' };
  if (!connection.trusts(activity.serviceUrl)) return { kind: 'foreign', what: 'service-url' };
  const named = tenantsNamedBy(body);
  const [tenant] = named;
  if (typeof tenant !== 'string' || !named.every((one) => isSameId(one, tenant)))
    return { kind: 'foreign', what: 'tenant' };
  const outsideTenantId = outsideTenantOf(activity, connection.tenantId);
  return outsideTenantId === null
    ? { kind: 'admitted', activity }
    : { kind: 'admitted', activity, outsideTenantId };
}

/** The tenant that an admitted activity comes from, where it is another than ours; in lower case. */
export function outsideTenantOf(activity: TeamsActivity, tenantId: string): string | null {
  const { conversation, channelData } = activity;
  const named = (conversation.tenantId ?? channelData?.tenant?.id ?? tenantId).toLowerCase();
  return isSameId(named, tenantId) ? null : named;
}

/** Every tenant that the body names, as it stands there: one that cannot be read is nobody's, not a gap. */
function tenantsNamedBy(body: unknown): unknown[] {
  return [
    ...named(fieldOf(body, 'channelData'), 'tenant').map((tenant) => named(tenant, 'id')[0]),
    ...named(fieldOf(body, 'conversation'), 'tenantId'),
  ];
}

/** The value under a name, if it has that name; what is no object at all hides what it might name. */
function named(of: unknown, name: string): unknown[] {
  if (of === undefined) return [];
  if (typeof of !== 'object' || of === null || Array.isArray(of)) return [null];
  return Object.hasOwn(of, name) ? [fieldOf(of, name)] : [];
}

function isSameId(one: unknown, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
