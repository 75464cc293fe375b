// The lines of `admin cycle` that are about a forum's own rules: rules, chase, repeat.

import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { chaseRules } from '../../cycles/domain/chase-rules.ts';
import { parseChaseChange } from '../../cycles/domain/chase-words.ts';
import { parseForumRules } from '../../cycles/domain/forum-rules.ts';
import { recurrenceText } from '../domain/recurrence.ts';
import { parseRecurrence, recurrenceChoices } from '../domain/recurrence-words.ts';
import { escalationMessage, escalationSetMessage } from '../messages/escalation-schedule.ts';
import { rulesQuestion, rulesSetMessage } from '../messages/meeting-changes.ts';
import { repeatQuestion, repeatSetMessage } from '../messages/recurrence.ts';
import { CYCLE_VERB, cycleUsage, type SaidForum } from './cycle-lines.ts';
import { findForum } from './find-meeting.ts';
import { forumMeetings } from './meeting-lines.ts';
import type { ForumView } from './meeting-ports.ts';
import { asCycle, placeOf, setForumRules } from './plan-meetings.ts';
import { planRepeat, repeatMeetings } from './recurring-meetings.ts';
import { setChase } from './set-chase.ts';

const SHOWN = 60;

type RulesLineNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'calendars' | 'meetings'> &
    Commits<
      'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'objectives' | 'people'
    >
>;

/** `rules siab returns 10 days 17:00, freeze 6 days`: shows what it changes, and sets it once confirmed. */
export async function rulesLine(
  said: SaidForum & { readonly rules: string },
  context: RulesLineNeeds,
): Promise<CommandResult> {
  const { rules: words, confirm } = said;
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const read = parseForumRules(words, forum.value.rules);
  if (!read)
    return cycleUsage(
      'Say how long before the meeting each thing is due, returns 1 to 60 days and the freeze not before them: “rules siab returns 8 days noon, freeze 4 days, papers 5 clear working days, evidence two weeks, minutes 10 working days after”. Also “returns 2pm on the Friday before, freeze 1 day”, or hours with when the meeting begins, “48 hours before 10am”. “papers off” takes one away.',
    );
  if (confirm === '') {
    const before = await nextMeeting(forum.value, context);
    const next = before && ([before, { ...before, rules: read }] as const);
    const again = `${CYCLE_VERB} rules ${forum.value.key} ${words}`;
    return reply(
      rulesQuestion(
        forum.value,
        { before: forum.value.rules, after: read, next, hasClearDays: /\bclear\b/i.test(words) },
        again,
      ),
    );
  }
  const done = await setForumRules(forum.value, read, context);
  if (!done.ok) return refused(done.refusal);
  const [after] = await forumMeetings(context, forum.value.id);
  return recorded(
    rulesSetMessage(after ?? { ...forum.value, meetings: [] }, done.value, context.now),
  );
}

/** `chase siab` shows the escalation schedule, `chase siab nudge -2 days 11:00` sets a step. */
export async function chaseLine(
  said: { readonly forum: string; readonly step: string },
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'calendars' | 'meetings'> & Commits<'audit' | 'meetings'>
  >,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const { key, ownChase } = forum.value;
  const next = await nextMeeting(forum.value, context);
  if (said.step === '') return reply(escalationMessage({ key, own: ownChase, next }));
  const own = parseChaseChange(said.step, ownChase);
  if (!own)
    return cycleUsage(
      'Say the step and when: “nudge -2 days 11:00”, “office off” or “default”. Steps stay in their order, requests within 20 working days before the deadline, and times within 09:00 to 16:30; the first request cannot be left out.',
    );
  const done = await setChase(forum.value, own, context);
  if (!done.ok) return refused(done.refusal);
  const after = next && { ...next, chase: chaseRules(own) };
  return recorded(escalationSetMessage({ key, own, next: after }, done.value));
}

type RepeatLineNeeds = Given<
  Doing | 'partnership' | 'today',
  Reads<'calendars' | 'meetings'> &
    Commits<'audit' | 'calendars' | 'cycles' | 'meetings' | 'notifications' | 'people'>
>;

/** `repeat siab third Wednesday of every month`, `repeat siab off`; once confirmed it is set. */
export async function repeatLine(
  said: SaidForum & { readonly rule: string },
  context: RepeatLineNeeds,
): Promise<CommandResult> {
  const { rule: words, confirm } = said;
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const off = ['off', 'none'].includes(words.toLowerCase());
  const rule = off ? null : parseRecurrence(words, context.today);
  if (!off && !rule)
    return refused({
      ...{ code: 'bad-recurrence', typed: words.slice(0, SHOWN) },
      choices: recurrenceChoices(words, context.today).map((one) => ({
        label: recurrenceText(one),
        line: `${CYCLE_VERB} repeat ${forum.value.key} ${recurrenceText(one)}`,
      })),
    });
  if (confirm === '') {
    const plan = await planRepeat(forum.value, rule, context.record, context.today);
    const again = `${CYCLE_VERB} repeat ${forum.value.key} ${rule ? recurrenceText(rule) : 'off'}`;
    return reply(repeatQuestion({ forum: forum.value, ...plan }, again));
  }
  const done = await repeatMeetings(forum.value, rule, context);
  return done.ok
    ? recorded(repeatSetMessage({ forum: forum.value, ...done.value }, done.value))
    : refused(done.refusal);
}

/** The forum's next meeting as a cycle; null: none lies ahead. */
async function nextMeeting(
  forum: ForumView,
  { record, today, partnership }: Given<'partnership' | 'today', Reads<'calendars' | 'meetings'>>,
) {
  const meeting = (await record.meetings.listFrom(today)).find(
    ({ forumId }) => forumId === forum.id,
  );
  return meeting ? asCycle(forum, meeting, await placeOf(record, partnership)) : null;
}
