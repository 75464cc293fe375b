// A theme's digest from the record: the same for preview, for a post on request and for the weekly one.
import type { Temporal } from 'temporal-polyfill';
import { netUpdates } from '../domain/net-updates.ts';
import type { DigestFacts } from '../messages/digest.ts';
import { listOutstanding } from './list-outstanding.ts';
import type { Partnership, PartnershipRecord, ThemeView } from './ports.ts';

export type DigestScope = {
  readonly theme: ThemeView;
  readonly audience: DigestFacts['audience'];
  /** The time that this digest stands for, and the one before it. */
  readonly slot: Temporal.Instant;
  readonly since: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly late: boolean;
};

/** Everything that the digest says. */
export async function buildDigest(
  record: PartnershipRecord,
  { timeZone }: Partnership,
  scope: DigestScope,
): Promise<DigestFacts> {
  const { theme, now, since } = scope;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [objectives, updates, outstanding, kpis] = await Promise.all([
    record.objectives.list(today, { themeId: theme.id }),
    // What was recorded at the very moment of the last digest came after it: the demonstration's
    // clock stands still, and there that is the rule.
    record.objectives.updatesSince(theme.id, since.subtract({ milliseconds: 1 }), now),
    listOutstanding(record, today, { themeId: theme.id }),
    record.kpis.table(theme.id),
  ]);
  return {
    ...scope,
    timeZone,
    objectives,
    changes: netUpdates(updates).map(({ author, ...update }) => ({
      ...update,
      by: author ? `${author.name}, ${author.organisation}` : 'the plan’s documents',
    })),
    waiting: outstanding.filter(({ asked }) => asked > 0),
    kpis,
  };
}
