// The use cases behind `calendar` and the addresses that it gives: made, stopped and read.
import { createHash, randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, RecordStore } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PersonSummary } from '../../../people/people/app/person-ports.ts';
import { isOwner } from '../../../plan/objectives/domain/objective.ts';
import type { ForumView } from '../../meetings/app/meeting-ports.ts';
import { placeOf } from '../../meetings/app/plan-meetings.ts';
import { feedEntries } from '../domain/feed-entries.ts';
import { calendarText } from '../domain/ics.ts';

/** Twice what is needed so that nobody guesses one. */
const SECRET_BYTES = 32;
const LOOK_BACK_DAYS = 60;

/** Where calendars are served, below the public address of the bot. */
export const CALENDAR_PATH = '/calendar';

/**
 * Makes a secret address for the person who asks; the one that they had of the same kind works no longer. The secret is
 * said once: only its checksum is kept.
 * @param forum whose meetings it shows; null: the person's own
 * Refusal: `no-public-address`.
 */
export async function makeFeed(
  forum: ForumView | null,
  context: Given<Doing | 'partnership' | 'publicUrl', Commits<'audit' | 'calendarFeeds'>>,
): Promise<Result<{ readonly address: string }>> {
  const { actor, now, partnership, publicUrl } = context;
  if (publicUrl === undefined) return refuse({ code: 'no-public-address' });
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const { personId } = actor;
  await commitOnce(context, async ({ calendarFeeds, audit }) => {
    await calendarFeeds.replace({
      ...{ personId, forumId: forum?.id ?? null, tokenHash: hashOf(secret), madeAt: now },
    });
    const summary = `a calendar address was made${forum ? ` for ${forum.key}` : ''}`;
    await audit.append({ kind: 'calendar-made', summary, authorId: personId, at: now });
  });
  const address = `${publicUrl}${CALENDAR_PATH}/${partnership.id}/${secret}.ics`;
  return ok({ address });
}

/**
 * Stops every calendar address of a person: their own, or as programme office anybody's. Refusal: `not-permitted`.
 * @returns how many there were
 */
export async function stopFeeds(
  person: Pick<PersonSummary, 'id' | 'name'>,
  context: Given<Doing, Commits<'audit' | 'calendarFeeds'>>,
): Promise<Result<number>> {
  const { actor, now } = context;
  const isOwn = person.id === actor.personId;
  const allowed = isOwn ? ok(true) : permit(actor, 'people', 'calendar stop');
  if (!allowed.ok) return allowed;
  return ok(
    await commitOnce(context, async ({ calendarFeeds, audit }) => {
      const stopped = await calendarFeeds.stop(person.id);
      const whose = isOwn ? 'their own' : person.name;
      const summary = `calendar addresses were stopped: ${whose} (${stopped})`;
      await audit.append({
        ...{ kind: 'calendar-stopped', summary, authorId: actor.personId, at: now },
      });
      return stopped;
    }),
  );
}

/**
 * The calendar behind a secret; null: there is none, whatever the reason.
 * @param partnershipId as the address says it
 */
export async function loadFeed(
  store: Pick<RecordStore, 'find' | 'open'>,
  now: Temporal.Instant,
  partnershipId: string,
  secret: string,
): Promise<string | null> {
  const partnership = await store.find(partnershipId);
  if (!partnership || partnership.switchedOff) return null;
  const record = store.open(partnership.id);
  const feed = await record.calendarFeeds.find(hashOf(secret));
  if (!feed) return null;
  const today = localDate(now, partnership.timeZone);
  const [meetings, forums, objectives, place] = await Promise.all([
    record.calendarFeeds.meetings(today.subtract({ days: LOOK_BACK_DAYS })),
    record.meetings.forums(),
    record.objectives.list(today),
    placeOf(record, partnership),
  ]);
  const owned = objectives.filter((one) => isOwner(one, feed.personId)).map(({ ref }) => ref);
  const forum = forums.find(({ id }) => id === feed.forumId);
  const example = partnership.hasExamples ? ' (example data)' : '';
  const view = { ...feed, owned: forum ? [] : owned };
  return calendarText(
    `${forum?.name ?? partnership.name}${example}`,
    feedEntries(meetings, forums, view, place),
    partnership.timeZone,
  );
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
