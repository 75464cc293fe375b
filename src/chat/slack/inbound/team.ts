// Whether a request comes from the one workspace that is served. In a shared channel the sender may
// belong to another workspace than the channel, so every team that the payload names must be ours.
import { z } from 'zod';

const team = z.string().nullish();

const teams = z.object({
  team_id: team,
  team: z.object({ id: team }).nullish(),
  user: z.object({ team_id: team }).nullish(),
  event: z.object({ team, user_team: team }).nullish(),
});

/** False too when the payload names no team at all. */
export function isFromTeam(body: unknown, teamId: string): boolean {
  const read = teams.safeParse(body);
  if (!read.success) return false;
  const { team_id, team, user, event } = read.data;
  const named = [team_id, team?.id, user?.team_id, event?.team, event?.user_team].filter(Boolean);
  return named.length > 0 && named.every((id) => id === teamId);
}
