// The use cases behind `admin calendar`: closure days, worked bank holidays, term calendars and who follows them. Where
// deadlines move by it, whoever still owes a return is told once, as when a meeting moves.
import type { Temporal } from 'temporal-polyfill';
import { bankHolidayNames } from '../../../core/dates/domain/bank-holidays.ts';
import type { Period } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PersonSummary } from '../../../people/people/app/person-ports.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';
import type { MeetingView } from '../../meetings/app/meeting-ports.ts';
import {
  asCycle,
  placeOf,
  type Rescheduled,
  reschedule,
} from '../../meetings/app/plan-meetings.ts';

export type OrganisationRef = { readonly id: string; readonly name: string };

export type CalendarChanged = Rescheduled & {
  /** Meetings whose deadlines moved, as `siab, Wed 24 July 2024`. */
  readonly moved: readonly string[];
};

type Audited = { readonly kind: string; readonly summary: string };

type KeepCalendarNeeds = Given<
  Doing | 'partnership' | 'today',
  Commits<'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'>
>;

/** Sets days apart. Refusal: `not-permitted`. */
export async function closeDays(
  {
    days,
    name,
    organisation,
  }: {
    readonly days: readonly Temporal.PlainDate[];
    readonly name: string;
    readonly organisation: OrganisationRef | null;
  },
  context: KeepCalendarNeeds,
): Promise<Result<CalendarChanged>> {
  const what = { name, worked: false, organisationId: organisation?.id ?? null };
  return await change(context, async ({ calendars }) => {
    await calendars.setApart(days, what);
    const whose = organisation ? `${organisation.name} is` : 'the partnership is';
    return ok({ kind: 'days-closed', summary: `${whose} closed on ${daysText(days)}` });
  });
}

/** Gives a closure day back, or has a bank holiday worked. Refusals: `not-permitted`, `not-closed`. */
export async function openDay(
  day: Temporal.PlainDate,
  organisation: OrganisationRef | null,
  context: KeepCalendarNeeds,
): Promise<Result<CalendarChanged>> {
  return await change(context, async ({ calendars }) => {
    const organisationId = organisation?.id ?? null;
    const own = (await calendars.listClosures(day)).find(
      (one) => one.day.equals(day) && (one.organisation?.id ?? null) === organisationId,
    );
    if (own && !own.worked) {
      await calendars.giveBack(day, organisationId);
      return ok({ kind: 'day-opened', summary: `${dayText(day)} is no closure day any more` });
    }
    const holiday = bankHolidayNames.get(day.toString());
    if (holiday === undefined || own?.worked)
      return refuse({ code: 'not-closed', on: day.toString() });
    await calendars.setApart([day], { name: holiday, worked: true, organisationId });
    return ok({ kind: 'day-opened', summary: `${dayText(day)}, ${holiday}, is worked` });
  });
}

/** Says which stretches are worked by whoever follows the calendar. Refusal: `not-permitted`. */
export async function setTerms(
  calendar: { readonly key: string; readonly name: string; readonly periods: readonly Period[] },
  context: KeepCalendarNeeds,
): Promise<Result<CalendarChanged>> {
  return await change(context, async ({ calendars }) => {
    await calendars.setTerms(calendar);
    const periods = calendar.periods.map(({ from, until }) => `${from} to ${until}`).join(', ');
    return ok({ kind: 'terms-set', summary: `calendar ${calendar.key}: ${periods}` });
  });
}

/** Null: the person works as everybody does. Refusal: `not-permitted`. */
export async function followCalendar(
  person: PersonSummary,
  key: string | null,
  context: KeepCalendarNeeds,
): Promise<Result<CalendarChanged>> {
  return await change(context, async ({ calendars }) => {
    await calendars.follow(person.id, key);
    const summary = `${person.name} works ${key === null ? 'as everybody does' : `by the calendar ${key}`}`;
    return ok({ kind: 'calendar-followed', summary });
  });
}

async function change(
  context: KeepCalendarNeeds,
  work: (repositories: Uses<'calendars'>) => Promise<Result<Audited>>,
): Promise<Result<CalendarChanged>> {
  const { actor, now, today, partnership } = context;
  const allowed = permit(actor, 'calendar', 'admin calendar');
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    const { meetings, audit } = repositories;
    const before = await placeOf(repositories, partnership);
    const done = await work(repositories);
    if (!done.ok) return done;
    await audit.append({ ...done.value, authorId: actor.personId, at: now });
    const after = await placeOf(repositories, partnership);
    const forums = new Map((await meetings.forums()).map((forum) => [forum.id, forum]));
    const moved = (await meetings.listFrom(today)).flatMap((meeting) => {
      const forum = forums.get(meeting.forumId);
      if (!forum) return [];
      const [was, is] = [asCycle(forum, meeting, before), asCycle(forum, meeting, after)];
      const pair: readonly [MeetingView, typeof is] = [meeting, is];
      return sameDeadlines(was, is) ? [] : [{ forum, pair }];
    });
    const rescheduled = await reschedule(
      moved.map(({ pair }) => pair),
      repositories,
      context,
    );
    return ok({
      ...rescheduled,
      moved: moved
        .filter(({ pair: [{ cycleId }] }) => cycleId !== null)
        .map(({ forum, pair: [{ heldOn }] }) => `${forum.key}, ${dayText(heldOn)}`),
    });
  });
}

function sameDeadlines(was: Cycle, is: Cycle): boolean {
  return JSON.stringify(cycleDeadlines(was)) === JSON.stringify(cycleDeadlines(is));
}

function daysText(days: readonly Temporal.PlainDate[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'no day';
  return first.equals(last) ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
}
