// The weekly digests of every theme: into its channels and to its co-chairs, each at most once a week.
import { Temporal } from 'temporal-polyfill';
import { cyclePhase } from '../domain/cycle.ts';
import { hasSomethingToSay, isStillUseful, latestDigestTime } from '../domain/digest-policy.ts';
import { type DigestFacts, digestMessage } from '../messages/digest.ts';
import { noticeExamples } from '../messages/example-notice.ts';
import { buildDigest } from './build-digest.ts';
import type { NewNotification, Partnership, PartnershipRecord, ThemeView } from './ports.ts';

type Recipient = {
  readonly key: string;
  readonly target: NewNotification['target'];
  readonly audience: DigestFacts['audience'];
  readonly alwaysPost: boolean;
};

/** A digest that goes out within this time of its slot is on time. */
const ON_TIME_MINUTES = 60;

/**
 * Queues the digests of the week that `now` lies in; a week that is long past is left out.
 * @returns how many were queued and how many had nothing to say
 */
export async function postThemeDigests(
  record: PartnershipRecord,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number; silent: number }> {
  const slot = latestDigestTime(now, partnership.timeZone);
  if (!isStillUseful(slot, now)) return { queued: 0, silent: 0 };
  const totals = { queued: 0, silent: 0 };
  for (const theme of await record.kpis.themes()) {
    for (const recipient of await recipientsOf(record, partnership, theme, now)) {
      const prepared = await prepareDigest(record, partnership, theme, recipient, slot, now);
      if (!prepared) totals.silent++;
      else
        totals.queued += await record.transaction(({ notifications }) =>
          notifications.enqueue([prepared]),
        );
    }
  }
  return totals;
}

async function prepareDigest(
  record: PartnershipRecord,
  partnership: Partnership,
  theme: ThemeView,
  recipient: Recipient,
  slot: Temporal.Instant,
  now: Temporal.Instant,
): Promise<NewNotification | null> {
  const since =
    (await record.notifications.lastDigestAt(`digest:${recipient.key}:`)) ??
    slot.subtract({ hours: 24 * 7 });
  const late = Temporal.Instant.compare(now, slot.add({ minutes: ON_TIME_MINUTES })) > 0;
  const facts = await buildDigest(record, partnership, {
    theme,
    audience: recipient.audience,
    slot,
    since,
    now,
    late,
  });
  const outstanding = facts.waiting
    .filter(({ cycle }) => cyclePhase(cycle, now) !== 'planned')
    .reduce((sum, { objectives }) => sum + objectives.length, 0);
  if (
    !hasSomethingToSay({
      changes: facts.changes.length,
      outstanding,
      alwaysPost: recipient.alwaysPost,
    })
  )
    return null;
  const message = digestMessage(facts);
  return {
    kind: 'digest',
    dedupeKey: `digest:${recipient.key}:${slot.toString()}`,
    target: recipient.target,
    payload: {
      kind: 'message',
      inHours: true,
      message: partnership.hasExamples ? noticeExamples(message) : message,
    },
    createdAt: now,
  };
}

async function recipientsOf(
  record: PartnershipRecord,
  { timeZone }: Partnership,
  theme: ThemeView,
  now: Temporal.Instant,
): Promise<Recipient[]> {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [channels, coChairs, withoutDigests] = await Promise.all([
    record.channels.forThemes([theme.id]),
    record.people.listByRole('co-chair', theme.id, today),
    record.preferences.withoutDigests(),
  ]);
  return [
    ...channels.map(({ id, alwaysPost }) => ({
      key: `channel:${id}`,
      target: { channelBindingId: id },
      audience: 'channel' as const,
      alwaysPost,
    })),
    ...coChairs
      .filter(({ id }) => !withoutDigests.has(id))
      .map(({ id }) => ({
        key: `person:${id}:${theme.id}`,
        target: { personId: id },
        audience: 'co-chair' as const,
        alwaysPost: false,
      })),
  ];
}
