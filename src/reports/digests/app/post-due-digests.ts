// The weekly digests that are due now: each theme's into its channels and to its co-chairs, and those that owners,
// the programme office and the board take. Each goes out at most once a week, at the day and hour that was chosen
// for it; one that had nothing to say then is noted, and stays silent until the next week.
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import type { ChannelView, NewNotification } from '../../../core/outbox/app/notification-ports.ts';
import type { Commits, Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import { isAway } from '../../../cycle/chases/domain/chase-audience.ts';
import { isSendingTime } from '../../../cycle/cycles/domain/chase-steps.ts';
import { type DigestVariant, digestTimeOf, takesDigest } from '../domain/digest-choice.ts';
import {
  type DigestSlot,
  hasSomethingToSay,
  isLateDigest,
  isStillUseful,
  latestDigest,
} from '../domain/digest-policy.ts';
import { type ComposedDigest, composeDigest, type DigestOf } from './compose-digest.ts';
import type { DigestScope } from './digest-news.ts';

type Recipient = {
  /** Who gets which one, in the outbox's key. */
  readonly key: string;
  readonly target: NewNotification['target'];
  readonly of: DigestOf;
  readonly alwaysPost: boolean;
  readonly slot: DigestSlot;
};

type PostDueDigestsNeeds = Reads<
  | 'absences'
  | 'cycles'
  | 'digestChoices'
  | 'history'
  | 'items'
  | 'kpiFigures'
  | 'kpis'
  | 'objectives'
> &
  Uses<'channels' | 'notifications' | 'people' | 'preferences' | 'snoozes'> &
  Commits<'notifications'>;

/**
 * Queues the digests that are due; one that is long past is left out, and out of hours nothing is looked at.
 * @returns how many were queued and how many had nothing to say
 */
export async function postDueDigests(
  record: PostDueDigestsNeeds,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<{ queued: number; silent: number }> {
  if (!isSendingTime(now, partnership.timeZone)) return { queued: 0, silent: 0 };
  const useful = (await recipients(record, partnership, now)).filter(({ slot }) =>
    isStillUseful(slot.at, now),
  );
  const known = await record.notifications.recorded(useful.map(dedupeKey));
  const totals = { queued: 0, silent: 0 };
  for (const recipient of useful.filter((one) => !known.has(dedupeKey(one)))) {
    const composed = await composeFor(recipient, record, partnership, now);
    const isSilent = !hasSomethingToSay({ ...composed, alwaysPost: recipient.alwaysPost });
    const digest = notificationOf(recipient, composed, partnership, now);
    await record.transaction(async ({ notifications }) => {
      if (isSilent)
        totals.silent += await notifications.recordPassed(
          [digest],
          now,
          'there was nothing to say',
        );
      else totals.queued += await notifications.enqueue([digest]);
    });
  }
  return totals;
}

function dedupeKey({ key, slot }: Recipient): string {
  return `digest:${key}:${slot.week}`;
}

async function composeFor(
  { key, of, slot }: Recipient,
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>,
  partnership: Partnership,
  now: Temporal.Instant,
): Promise<ComposedDigest> {
  const since =
    (await record.notifications.lastDigestAt(`digest:${key}:`)) ??
    slot.at.subtract({ hours: 24 * 7 });
  const scope: DigestScope = { slot: slot.at, since, now, late: isLateDigest(slot.at, now) };
  return await composeDigest(of, record, partnership, scope);
}

function notificationOf(
  recipient: Recipient,
  { message }: ComposedDigest,
  { hasExamples }: Partnership,
  now: Temporal.Instant,
): NewNotification {
  return {
    kind: 'digest',
    dedupeKey: dedupeKey(recipient),
    target: recipient.target,
    payload: {
      kind: 'message',
      inHours: true,
      message: hasExamples ? noticeExamples(message) : message,
    },
    createdAt: now,
  };
}

async function recipients(
  record: Reads<'absences' | 'digestChoices' | 'kpis' | 'objectives'> &
    Uses<'channels' | 'people' | 'preferences' | 'snoozes'>,
  { timeZone }: Partnership,
  now: Temporal.Instant,
): Promise<Recipient[]> {
  const themes = await record.kpis.themes();
  const channels = await record.channels.forThemes(themes.map(({ id }) => id));
  const people = await readTakers(record, localDate(now, timeZone));
  const slotOf = (when: Parameters<typeof digestTimeOf>[0]) =>
    latestDigest(now, timeZone, digestTimeOf(when));
  const toPerson = (personId: string, variant: DigestVariant, word: string, of: DigestOf) =>
    people.takes(personId, variant)
      ? [
          {
            key: `person:${personId}:${word}`,
            target: { personId },
            ...{ of, alwaysPost: false, slot: slotOf(people.choiceOf(personId, variant)) },
          },
        ]
      : [];
  return [
    ...themes.flatMap((theme) => [
      ...channels
        .filter(({ themeId, digestOn }) => themeId === theme.id && digestOn)
        .map((channel) => ({
          key: `channel:${channel.id}`,
          target: { channelBindingId: channel.id },
          of: { variant: 'theme', theme, audience: 'channel' } as const,
          ...{ alwaysPost: channel.alwaysPost, slot: slotOf(channelTime(channel)) },
        })),
      ...people.coChairs
        .filter(({ themeId }) => themeId === theme.id)
        .flatMap(({ personId }) =>
          toPerson(personId, 'co-chair', theme.id, {
            ...{ variant: 'theme', theme, audience: 'co-chair' },
          }),
        ),
    ]),
    ...people.owners.flatMap((personId) =>
      toPerson(personId, 'owner', 'owner', { variant: 'owner', personId }),
    ),
    ...people.office.flatMap((personId) =>
      toPerson(personId, 'office', 'office', { variant: 'office' }),
    ),
    // The programme office may take the board's too.
    ...people.board.flatMap((personId) =>
      toPerson(personId, 'board', 'board', { variant: 'board' }),
    ),
  ];
}

function channelTime({ digestWeekday, digestTime }: ChannelView) {
  return { weekday: digestWeekday, time: digestTime };
}

/** Who may get which digest today, and who takes it. Whoever is away or put chases off is left in peace. */
async function readTakers(
  record: Reads<'absences' | 'digestChoices' | 'objectives'> &
    Uses<'people' | 'preferences' | 'snoozes'>,
  today: Temporal.PlainDate,
) {
  const [without, choices, coChairs, office, board, objectives, absences, snoozes] =
    await Promise.all([
      record.preferences.withoutDigests(),
      record.digestChoices.list(),
      record.people.holders('co-chair', today),
      record.people.holders('programme-office', today),
      record.people.holders('board', today),
      record.objectives.list(today),
      record.absences.onDay(today),
      record.snoozes.listFrom(today),
    ]);
  const chosen = new Map(choices.map((one) => [`${one.personId} ${one.variant}`, one]));
  const choiceOf = (personId: string, variant: DigestVariant) =>
    chosen.get(`${personId} ${variant}`);
  const isSnoozed = (personId: string) =>
    snoozes.some((one) => one.personId === personId && today.until(one.until).days > 0);
  const ids = (holders: readonly { readonly personId: string }[]) => [
    ...new Set(holders.map(({ personId }) => personId)),
  ];
  const assigned = objectives.flatMap(({ assignees }) =>
    assignees.flatMap(({ personId }) => (personId === null ? [] : [{ personId }])),
  );
  return {
    ...{
      coChairs,
      choiceOf,
      office: ids(office),
      board: ids([...board, ...office]),
      owners: ids(assigned),
    },
    takes: (personId: string, variant: DigestVariant) =>
      !without.has(personId) &&
      takesDigest(variant, choiceOf(personId, variant)) &&
      !isAway(personId, absences) &&
      !isSnoozed(personId),
  };
}
