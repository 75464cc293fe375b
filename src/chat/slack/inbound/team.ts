// Whose workspace a request comes from. In a channel that two workspaces share, the payload names several: the one that
// installed the app, the one that hosts the channel, and the one that the person belongs to.
import { z } from 'zod';
import type { SlackRequest } from './inbound.ts';

const team = z.string().nullish();

const teams = z.object({
  team_id: team,
  team: z.object({ id: team }).nullish(),
  user: z.object({ team_id: team }).nullish(),
  event: z.object({ team, user_team: team, source_team: team }).nullish(),
  authorizations: z.array(z.object({ team_id: team })).nullish(),
});

/** @property outsideTenantId the workspace of a person who is not of the one that is served */
export type SlackPlace = {
  readonly tenantId: string;
  readonly outsideTenantId?: string | undefined;
};

/**
 * The place that a payload comes from; null where it is none of the workspace's business, or does not say whose it is.
 * An event of a channel that another workspace hosts has the host's `team_id`; whom it is for stands in `authorizations`.
 * Of the person every team that is named has to be the same, or they are from outside.
 */
export function placeOf(body: unknown, teamId: string): SlackPlace | null {
  const read = teams.safeParse(body);
  if (!read.success) return null;
  const { team_id, team, user, event, authorizations } = read.data;
  const installed = authorizations?.[0]?.team_id;
  const senders = [team?.id, user?.team_id, event?.team, event?.user_team, event?.source_team];
  const named = senders.filter((id) => typeof id === 'string' && id !== '');
  const [outside, another] = [...new Set(named)].filter((id) => id !== teamId);
  if (another) return null;
  // Without a name of the person's own, the place says whose they are: it has to be ours.
  const isHere = installed ? installed === teamId : !team_id || team_id === teamId;
  const isNamed = named.length > 0 || team_id === teamId;
  if (!isHere || !isNamed) return null;
  if (!outside) return { tenantId: teamId };
  // Without an authorisation only a press of our own message shows that they are in a channel of ours.
  const isOurs = installed === teamId || named.includes(teamId) || team_id === teamId;
  return isOurs ? { tenantId: teamId, outsideTenantId: outside } : null;
}

/** The request as one of the place, whatever workspace hosts the channel. */
export function inPlace<Request extends Pick<SlackRequest, 'inbound'>>(
  request: Request,
  { tenantId, outsideTenantId }: SlackPlace,
): Request {
  const inbound = {
    ...request.inbound,
    tenantId,
    ...(outsideTenantId !== undefined && { outsideTenantId }),
  };
  return { ...request, inbound };
}
