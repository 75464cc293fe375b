// The refusals about changes, versions, meetings and channels. A code that is missing here does not compile.
import { describe, expect, it } from 'vitest';
import type { PlanRefusal } from '../../../../src/control/plan-changes/domain/refusal-plan.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import type { CalendarRefusal } from '../../../../src/cycle/calendar/domain/refusal-calendar.ts';
import type { MeetingRefusal } from '../../../../src/cycle/meetings/domain/refusal-meeting.ts';
import type { PackRefusal } from '../../../../src/reports/packs/domain/refusal-pack.ts';
import type { ChannelRefusal } from '../../../../src/service/channels/domain/refusal-channel.ts';
import { refusalMessage } from '../../../../src/service/dispatch/messages/refusal-text.ts';

type Told = PlanRefusal | MeetingRefusal | CalendarRefusal | PackRefusal | ChannelRefusal;
type Code = Told['code'];
type Case<C extends Code> = {
  readonly refusal: Omit<Extract<Told, { code: C }>, 'code'>;
  readonly title: string;
  /** What the text tells the person to do, or what is so. */
  readonly next: string;
};

const EARLY = { words: 'project early-years', text: 'project Early Years' };
const OTHER = { words: 'project other', text: 'project Other' };
const CARE = { words: 'area c', text: 'area for development c: care' };

const cases: { readonly [C in Code]: Case<C> } = {
  'objective-closed': {
    refusal: { ref: '2B:2', closedOn: '2024-07-01' },
    title: '2B:2 is closed',
    next: 'closed on Mon 1 July 2024 and takes no more updates or changes. /pap show 2B:2',
  },
  'no-reason': {
    refusal: { line: 'admin change 2B:2 date May 2025' },
    title: 'Why should the plan change?',
    next: '/pap admin change 2B:2 date May 2025 because …',
  },
  'nothing-to-change': {
    refusal: { what: 'date', is: 'by July 2024' },
    title: 'The plan says that already',
    next: 'the date is “by July 2024” now',
  },
  'ref-taken': {
    refusal: { ref: '2B:5', title: 'One plan' },
    title: '2B:5 is in the plan already',
    next: '/pap admin change 2B:5 title … because …',
  },
  'not-vacant': {
    refusal: {
      ...{ ref: '2B:2', what: 'owner', is: ['Sam Taylor'] },
      instead: 'handover 2B:2 ella@northshire.example',
    },
    title: '2B:2 already has an owner: Sam Taylor',
    next: 'Sam Taylor should hear of it first: /pap handover 2B:2 ella@northshire.example',
  },
  'unknown-part': {
    refusal: { ref: '2B:2', part: '7' },
    title: '2B:2 has no part 7',
    next: '/pap admin change add action 2B:2 "…" because …',
  },
  'unknown-link': {
    refusal: {
      ...{ ref: '2B:2', verb: 'link', typed: 'erly', start: 'admin change 2B:2 link' },
      ...{ near: [], choices: [EARLY, OTHER, CARE], rest: 'because asked' },
    },
    title: 'Nothing that 2B:2 can be linked to matches “erly”',
    next: '- project Early Years; project Other\n- area for development c: care\n\nFor example /pap admin change 2B:2 link project early-years because …',
  },
  'ambiguous-link': {
    refusal: {
      ...{ typed: 'c', choices: [EARLY, CARE] },
      ...{ start: 'admin change 2B:2 link', rest: 'because asked' },
    },
    title: 'More than one thing matches “c”',
    next: '[area c] /pap admin change 2B:2 link area c because asked',
  },
  'linked-already': {
    refusal: { ref: '2B:2', target: { to: 'theme', id: 't2', name: 'theme 2 Right Plan' } },
    title: '2B:2 is in theme 2 Right Plan already',
    next: '/pap show 2B:2 all shows it',
  },
  'not-linked-to': {
    refusal: {
      ...{ ref: '2B:2', target: { to: 'project', id: 'p1', name: 'Early Years' } },
      links: ['theme 1 Right Support'],
    },
    title: '2B:2 is not linked to project Early Years',
    next: 'It has:\n\n- theme 1 Right Support',
  },
  'unknown-change': {
    refusal: { number: 7 },
    title: 'There is no change 7',
    next: '/pap admin change lists what is open',
  },
  'change-decided': {
    refusal: { number: 3, state: 'approved', by: 'Ben Example' },
    title: 'Change 3 is approved already',
    next: 'Ben Example decided it. /pap admin change 3 shows it',
  },
  'change-overtaken': {
    refusal: { number: 3, ref: '2B:2', what: 'date', was: 'July 2024', is: 'May 2025' },
    title: 'The plan has overtaken change 3',
    next: 'the date of 2B:2 has gone from “July 2024” to “May 2025”',
  },
  'unknown-version': {
    refusal: { typed: '7', known: ['1: Plan', 'now'] },
    title: 'There is no version “7” of the plan',
    next: '- 1: Plan\n- now',
  },
  'version-not-frozen': {
    refusal: { number: 1 },
    title: 'What version 1 said was not kept',
    next: '/pap admin change baseline',
  },
  'draft-open': {
    refusal: { number: 2, label: 'Revised' },
    title: 'A revision is open already',
    next: 'version 2, “Revised”, is the draft. /pap admin change publish',
  },
  'no-draft': {
    refusal: {},
    title: 'There is no draft to publish',
    next: '/pap admin change revise',
  },
  'unknown-forum': {
    refusal: { typed: 'parish', forums: ['siab: Board'] },
    title: 'No forum matches “parish”',
    next: '- siab: Board',
  },
  'unknown-meeting': {
    refusal: { forum: 'Board', on: '2024-07-23', meetings: ['2024-07-24'] },
    title: 'Board does not meet on Tue 23 July 2024',
    next: '- Wed 24 July 2024',
  },
  'meeting-there': {
    refusal: { forum: 'Board', on: '2024-07-24' },
    title: 'Board meets on Wed 24 July 2024 already',
    next: '/pap admin cycle',
  },
  'day-is-over': {
    refusal: { on: '2024-06-28' },
    title: 'Fri 28 June 2024 is over',
    next: 'planned for today or a day to come',
  },
  'no-round': {
    refusal: { forum: 'Scrutiny', on: '2024-09-25' },
    title: 'No returns are asked for Scrutiny on Wed 25 September 2024',
    next: '/pap admin cycle lists them',
  },
  'cycle-state': {
    refusal: { meeting: 'Board', on: '2024-07-24', state: 'minuted', doing: 'amend' },
    title: 'Board of Wed 24 July 2024 is minuted',
    next: 'from the day of the meeting until its minutes are agreed',
  },
  'bad-recurrence': {
    refusal: { typed: 'now and then', choices: [] },
    title: '“now and then” is not a rule that I know',
    next: 'third Wednesday of every month',
  },
  'unknown-calendar': {
    refusal: { typed: 'terms', known: ['school'] },
    title: 'There is no calendar “terms”',
    next: 'These are known: school, and “everybody”',
  },
  'no-pack': {
    refusal: { forum: 'SIAB', on: '2024-05-22' },
    title: 'There is no pack for SIAB on Wed 22 May 2024',
    next: 'a pack made now would not say what it was given. /pap admin pack list',
  },
  'unknown-pack': {
    refusal: { version: 3, latest: 2 },
    title: 'That pack has no version 3',
    next: 'its latest version is 2. /pap admin pack list',
  },
  'not-closed': {
    refusal: { on: '2024-07-24' },
    title: 'Wed 24 July 2024 is not set apart',
    next: 'neither a closure day nor a bank holiday',
  },
  'no-public-address': {
    refusal: {},
    title: 'Calendars are not switched on here',
    next: 'PAP_PUBLIC_URL',
  },
  'needs-channel': {
    refusal: { verb: 'admin channel bind theme 1' },
    title: 'Type this in the channel itself',
    next: '/pap admin channel bind theme 1',
  },
  'unknown-channel': {
    refusal: { typed: 'nowhere', channels: ['General (Teams)'] },
    title: 'No channel that is bound is called “nowhere”',
    next: '- General (Teams)',
  },
};

describe('refusals about the plan', () => {
  it.each(Object.entries(cases))('%s says what was wrong and what to do', (code, one) => {
    const message = refusalMessage({ code, ...one.refusal } as Told);

    expect(message.title).toBe(one.title);
    expect(message.tone).toBe('attention');
    expect(plainText(message)).toContain(one.next);
  });

  it.each([
    [
      { code: 'unknown-meeting', forum: 'Board', on: '2024-07-23', meetings: [] },
      'No meeting of it lies ahead.',
    ],
    [{ code: 'unknown-channel', typed: null, channels: [] }, 'No channel is bound yet.'],
    [
      { code: 'change-decided', number: 3, state: 'withdrawn', by: null },
      'Nothing was changed now.',
    ],
  ] as const)('says so where there is nothing to choose from: %j', (refusal, text) => {
    expect(plainText(refusalMessage(refusal))).toContain(text);
  });
});
