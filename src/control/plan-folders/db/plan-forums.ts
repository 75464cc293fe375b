// Loads a folder’s forums, their lead times and meetings.

import { fromDate } from '../../../core/database/db/executor.ts';
import { MEETING_MOVED, movedStart } from '../../../cycle/meetings/domain/moved-meeting.ts';
import { DeadlineKind } from '../../../generated/prisma/client.ts';
import type { Ids } from './plan-people.ts';
import { type PlanLoad, type RowDifference, reconcile, resolve } from './plan-table.ts';

/** Loads the bodies that meet, and when. */
export async function loadForums(plan: PlanLoad): Promise<void> {
  const { db, rows, partnershipId } = plan;
  const forums = await reconcile(
    rows.forum.map(({ key, name, summary, kind, collectsReturns, example }) => ({
      ...{ partnershipId, key, name, summary, kind, collectsReturns, example },
    })),
    {
      keyOf: ({ key }) => key,
      read: () => db.forum.findMany({ where: { partnershipId } }),
      add: (data) => db.forum.createManyAndReturn({ data }),
      change: (id, data) =>
        db.forum.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
    },
  );
  const differences = [...(forums.differences ?? []), ...(await loadDeadlines(plan, forums.ids))];
  plan.note('forum', 'forum', rows.forum, { ...forums, differences }, ({ key }) => key);
  const keyOf = ({ forumId, heldOn }: { forumId: string; heldOn: Date }) =>
    `${forumId} ${heldOn.toISOString()}`;
  const toFacts = ({ forum, date, title, example, at }: (typeof rows.meeting)[number]) => ({
    partnershipId,
    forumId: resolve(forums.ids, forum, 'forum', at),
    heldOn: fromDate(date),
    title,
    example,
  });
  const moved = await db.auditEvent.findMany({
    where: { partnershipId, kind: MEETING_MOVED },
    select: { summary: true },
  });
  // A meeting that was moved is not brought back to the day that the file still has.
  const wanted = rows.meeting.filter(
    ({ forum, date }) => !moved.some(({ summary }) => summary.startsWith(movedStart(forum, date))),
  );
  const meetings = await reconcile(wanted.map(toFacts), {
    keyOf,
    read: () => db.meeting.findMany({ where: { partnershipId } }),
    add: (data) => db.meeting.createManyAndReturn({ data }),
    change: (id, data) =>
      db.meeting.update({ where: { partnershipId_id: { partnershipId, id } }, data }),
  });
  plan.note('meeting', 'meeting', wanted, meetings, (row) => keyOf(toFacts(row)));
}

/** Lead times are set where people work with them, once the forum has any: those that differ are told. */
async function loadDeadlines(
  { db, rows, partnershipId }: PlanLoad,
  forums: Ids,
): Promise<RowDifference[]> {
  const known = await db.forumDeadline.findMany({ where: { partnershipId } });
  const differences: RowDifference[] = [];
  const data = rows.forum.flatMap(({ key, at, name, papersOut, evidenceDue, ...lead }) => {
    const forumId = resolve(forums, key, 'forum', at);
    const { returnLeadWorkingDays, freezeLeadWorkingDays, returnDueTime: time } = lead;
    const own = { partnershipId, forumId };
    const wanted = [
      { ...own, kind: DeadlineKind.returns_due, days: returnLeadWorkingDays, time, ...working },
      { ...own, kind: DeadlineKind.freeze, days: freezeLeadWorkingDays, time, ...working },
      ...(papersOut ? [{ ...own, kind: DeadlineKind.papers_out, ...papersOut }] : []),
      ...(evidenceDue ? [{ ...own, kind: DeadlineKind.evidence_due, ...evidenceDue }] : []),
    ];
    const settled = known.filter((one) => one.forumId === forumId);
    if (settled.length === 0) return wanted;
    const columns = wanted
      .filter(({ kind, days, unit, time: due }) => {
        const now = settled.find((one) => one.kind === kind);
        return now && (now.days !== days || now.unit !== unit || now.time !== due);
      })
      .map(({ kind }) => kind);
    if (columns.length > 0) differences.push({ name, columns, isKept: true });
    return [];
  });
  await db.forumDeadline.createMany({ data });
  return differences;
}

const working = { unit: 'working' } as const;
