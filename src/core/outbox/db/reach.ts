// Whom and what PAP can write to now, as far as it knows: accounts and channels that were not found gone, on a platform
// that the bot is connected to.
import { Prisma } from '../../../generated/prisma/client.ts';

/**
 * Whether the bot is connected to the platform. It writes down which ones it connects when it starts; where it has not
 * said so, all of them count.
 * @param partnershipId and `platform`: columns of the statement
 */
export function isConnected(partnershipId: Prisma.Sql, platform: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${platform}::text NOT IN ('terminal', 'web') AND coalesce((
    SELECT jsonb_exists(j.outcome::jsonb -> 'platforms', ${platform}::text) FROM job_run j
    WHERE j.partnership_id = ${partnershipId} AND j.job = 'start' AND j.outcome IS NOT NULL
    ORDER BY j.scheduled_for DESC LIMIT 1), true))`;
}

/** Whether something can be posted in the channel `c`. */
export const takesPosts = Prisma.sql`(c.unreachable_since IS NULL
  AND ${isConnected(Prisma.sql`c.partnership_id`, Prisma.sql`c.platform`)})`;

/** Whether the person `p` has an account that can be written to. */
export const takesMessages = Prisma.sql`EXISTS (
  SELECT FROM platform_account a
  WHERE a.partnership_id = p.partnership_id AND a.person_id = p.id AND a.unreachable_since IS NULL
    AND ${isConnected(Prisma.sql`a.partnership_id`, Prisma.sql`a.platform`)})`;
