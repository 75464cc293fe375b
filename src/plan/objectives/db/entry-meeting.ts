// The meeting that decided a rating, of a board amendment's entry `u`.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { json, orNull } from '../../../core/database/db/columns.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { StatusEntry } from '../domain/objective.ts';

/** What `meetingOf` gives. */
export const meetingOfRow = orNull(
  json('the meeting', z.object({ title: z.string(), heldOn: z.string() })),
);

/** As JSON; null for every other kind of entry. */
export const meetingOf = Prisma.sql`CASE WHEN u.kind = 'board' THEN (
    SELECT json_build_object('title', m.title, 'heldOn', m.held_on)
    FROM governance_cycle c JOIN meeting m ON m.partnership_id = c.partnership_id AND m.id = c.meeting_id
    WHERE c.partnership_id = u.partnership_id AND c.id = u.cycle_id) END`;

/** The entry's `meeting`, or nothing. */
export function toMeetingOf(
  row: { readonly title: string; readonly heldOn: string } | null,
): Pick<StatusEntry, 'meeting'> {
  return row ? { meeting: { title: row.title, heldOn: Temporal.PlainDate.from(row.heldOn) } } : {};
}
