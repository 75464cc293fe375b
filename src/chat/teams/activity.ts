// The part of a Bot Framework activity that this bot reads, and the check that it comes from our
// tenant and points to a host that may be given the bot's token. A valid signature proves neither.
import { z } from 'zod';
import type { TeamsConnection } from './connection.ts';

const account = z.object({
  id: z.string().min(1).max(500),
  aadObjectId: z.string().min(1).max(100).optional().catch(undefined),
  isTargeted: z.boolean().optional().catch(undefined),
});

const withId = z.object({ id: z.string().min(1).max(500) });

const channelData = z.object({
  tenant: withId.optional().catch(undefined),
  channel: withId.optional().catch(undefined),
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
export function readActivity(body: unknown): TeamsActivity | null {
  return activitySchema.safeParse(body).data ?? null;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly activity: TeamsActivity }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'foreign'; readonly what: 'tenant' | 'service-url' };

/** Whether an activity may be looked at any further, once its signature is good. */
export function admit(
  body: unknown,
  connection: Pick<TeamsConnection, 'tenantId' | 'trusts'>,
): Admission {
  const activity = readActivity(body);
  if (activity === null) return { kind: 'malformed' };
  if (!connection.trusts(activity.serviceUrl)) return { kind: 'foreign', what: 'service-url' };
  const tenants = [activity.channelData?.tenant?.id, activity.conversation.tenantId];
  const named = tenants.filter((tenant) => tenant !== undefined);
  const ours = named.length > 0 && named.every((tenant) => sameId(tenant, connection.tenantId));
  return ours ? { kind: 'admitted', activity } : { kind: 'foreign', what: 'tenant' };
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
