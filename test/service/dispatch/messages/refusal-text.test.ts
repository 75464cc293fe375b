// Every refusal: what was wrong, what to do next, and buttons that finish the line that was typed. A
// code that is missing here does not compile.
import { describe, expect, it } from 'vitest';
import type { PlanRefusal } from '../../../../src/control/plan-changes/domain/refusal-plan.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import type { Refusal } from '../../../../src/core/request/domain/refusal.ts';
import type { CalendarRefusal } from '../../../../src/cycle/calendar/domain/refusal-calendar.ts';
import type { MeetingRefusal } from '../../../../src/cycle/meetings/domain/refusal-meeting.ts';
import type { PartnershipRefusal } from '../../../../src/people/accounts/domain/refusal-partnership.ts';
import type { WebRefusal } from '../../../../src/people/sessions/domain/refusal-web.ts';
import type { FamiliesRefusal } from '../../../../src/reports/families/domain/refusal-families.ts';
import type { HighlightRefusal } from '../../../../src/reports/highlights/domain/refusal-highlight.ts';
import type { PackRefusal } from '../../../../src/reports/packs/domain/refusal-pack.ts';
import type { ChannelRefusal } from '../../../../src/service/channels/domain/refusal-channel.ts';
import { refusalMessage } from '../../../../src/service/dispatch/messages/refusal-text.ts';
import type { OperatorRefusal } from '../../../../src/service/record/domain/refusal-operator.ts';
import { day } from '../../../support/rules/builders.ts';
import { actionsOf, bodyOf, linesOf, readUpdateLine } from '../../../support/world/read-message.ts';

type RefusalCode = Refusal['code'];

type Case<C extends RefusalCode> = {
  readonly refusal: Omit<Extract<Refusal, { code: C }>, 'code'>;
  readonly title: string;
  /** What the text tells the person to do. */
  readonly next: string;
  /** What the buttons type. */
  readonly lines?: readonly string[];
};

const choices = [
  { ref: '3C:12', title: 'Twelfth action' },
  { ref: '3C1:2', title: 'Second action' },
];

const change = {
  ref: '2B:2',
  by: 'Alex Reed, Northshire NHS',
  own: false,
  at: 'Wed 3 July 2024, 12:00',
  fromRag: 'red',
  toRag: 'amber',
  note: '12 of 20 trained',
} as const;

/** Those of other files are tested beside what they refuse. */
type Elsewhere = (
  | PlanRefusal
  | MeetingRefusal
  | CalendarRefusal
  | PackRefusal
  | ChannelRefusal
  | HighlightRefusal
  | FamiliesRefusal
  | PartnershipRefusal
  | OperatorRefusal
  | WebRefusal
)['code'];

const cases: { readonly [C in Exclude<RefusalCode, Elsewhere>]: Case<C> } = {
  'bad-file': {
    refusal: { name: 'plan.xls', problem: 'old-office' },
    title: 'That file cannot be imported',
    next: 'Save it as .xlsx or .docx.\n\nReason: old-office',
  },
  'unknown-page': {
    refusal: { typed: 'theme 9', pages: [{ kind: 'theme', ref: '1', name: 'Right Support' }] },
    title: 'The plan has no “theme 9”',
    next: 'Theme 1 Right Support',
    lines: ['show theme 1', 'find theme 9'],
  },
  'several-pages': {
    refusal: {
      typed: 'project early',
      pages: [
        { kind: 'project', ref: 'early-years', name: 'Early Years' },
        { kind: 'project', ref: 'early-help', name: 'Early Help' },
      ],
    },
    title: 'Which “project early”?',
    next: 'Project: Early Help',
    lines: ['show project early-years', 'show project early-help'],
  },
  'which-objective': {
    refusal: { verb: 'update', words: 'amber x', choices: [{ ref: '2B:2', title: 'Named' }] },
    title: 'Which objective?',
    next: 'What you typed is kept. Choose the objective:',
    lines: ['update 2B:2 amber x'],
  },
  'unknown-message': {
    refusal: { number: 7 },
    title: 'There is no message 7',
    next: 'What has not arrived is in /pap admin delivery.',
  },
  'message-moved-on': {
    refusal: { number: 7, state: 'sent', since: '2024-07-01T10:05:00' },
    title: 'Message 7 has been sent',
    next: 'so it stands since Mon 1 July 2024, 10:05.',
  },
  'unknown-kpi': {
    refusal: { typed: '99', last: 29 },
    title: 'There is no KPI “99”',
    next: 'KPIs go by their number, 1 to 29: /pap kpi show 12.',
  },
  'unreadable-figure': {
    refusal: { number: 12, typed: '1.234', problem: 'point-or-comma', ways: [], asText: null },
    title: 'I cannot read “1.234” for certain',
    next: 'Write 1,234 or 1.23.',
  },
  'target-not-there': {
    refusal: { number: 12, state: null, doing: 'agree' },
    title: 'KPI 12 has no target',
    next: '/pap kpi target 12 at most 5%',
  },
  'meeting-not-held': {
    refusal: { number: 12, meeting: 'Board meeting', on: '2024-07-24' },
    title: 'Board meeting of Wed 24 July 2024 has not been held yet',
    next: 'Record the sign-off on the day of the meeting or after it.',
  },
  'meeting-called-off': {
    refusal: { meeting: 'Board meeting', on: '2024-07-24' },
    title: 'Board meeting of Wed 24 July 2024 was called off',
    next: '/pap admin cycle lists the meetings.',
  },
  'minutes-agreed': {
    refusal: { number: 12, meeting: 'Board meeting', on: '2024-07-24' },
    title: 'The minutes of Board meeting of Wed 24 July 2024 are agreed',
    next: 'The target of KPI 12 can be signed off at a later meeting.',
  },
  'target-after-meeting': {
    refusal: {
      ...{ number: 12, meeting: 'Board meeting', on: '2024-07-24', proposedOn: '2024-08-01' },
    },
    title: 'The target of KPI 12 did not exist on Wed 24 July 2024',
    next: 'Name a meeting of that day or later.',
  },
  'unknown-import': {
    refusal: { number: 7 },
    title: 'There is no import 7',
    next: '/pap admin import lists them.',
  },
  'import-settled': {
    refusal: { number: 7, state: 'dropped' },
    title: 'Import 7 was dropped before',
    next: '/pap admin import lists the latest.',
  },
  'import-outdated': {
    refusal: { number: 7 },
    title: 'The plan has changed since you saw this',
    next: 'Look at it again, then confirm.',
    lines: ['admin import 7'],
  },
  'import-answer': {
    refusal: { typed: '1 colour', numbers: [1, 2], options: ['title', 'nothing'] },
    title: 'That answer was not read',
    next: 'It takes: title, nothing.',
  },
  'plan-not-empty': {
    refusal: { number: 7 },
    title: 'This record has a plan already',
    next: 'To change the plan, import a table instead.',
  },
  'unknown-verb': {
    refusal: { typed: 'updat', suggestion: 'update', rest: '2B:2 amber 14 of 20' },
    title: '“updat” is not a command',
    next: 'Did you mean /pap update 2B:2 amber 14 of 20?',
    lines: ['update 2B:2 amber 14 of 20'],
  },
  usage: {
    refusal: { verb: 'show', problem: 'Say which objective, by its reference.' },
    title: 'I could not read that command',
    next: 'Say which objective, by its reference.\n\nExamples: /pap help show',
  },
  'nothing-to-undo': {
    refusal: { ref: '2B:2', amended: false },
    title: 'You have nothing to take back',
    next: 'nothing that you recorded on 2B:2 can be undone. It may have been taken back or amended already. /pap show 2B:2 history shows',
  },
  'undo-not-latest': {
    refusal: { ref: '2B:2', by: 'Alex Reed' },
    title: '2B:2 has moved on since',
    next: 'Alex Reed recorded something after yours, and only the latest rating is taken back.',
  },
  'undo-too-late': {
    refusal: { ref: '2B:2', minutes: 10 },
    title: 'It is too late to take back 2B:2',
    next: 'within 10 minutes. Put it right with /pap amend 2B:2 … or /pap amend 2B:2 green …',
  },
  'undo-built-on': {
    refusal: {
      ref: '1.2',
      since: { part: 'D1', status: 'taken', by: 'Alex Reed' },
      instead: 'decide 1.2 needed what has to be decided from whom',
    },
    title: '1.2 has moved on since',
    next: 'Alex Reed recorded 1.2 D1 as taken after that, and it rests on what you want to undo.',
  },
  'nothing-to-amend': {
    refusal: { ref: '2B:2', saysSo: true },
    title: 'There is nothing to amend on 2B:2',
    next: 'that is what stands there already.',
  },
  'board-decided': {
    refusal: { ref: '2B:2' },
    title: 'The board set the rating of 2B:2',
    next: 'Say what has changed since with /pap update 2B:2 amber …',
  },
  'needs-form': {
    refusal: { verb: 'update', ref: '2B:2' },
    title: 'What should the update say?',
    next: 'for example /pap update 2B:2 amber 14 of 20 trained',
    lines: ['update 2B:2'],
  },
  'unknown-objective': {
    refusal: { typed: '2B:9', suggestions: choices, verb: 'update', rest: 'amber 14' },
    title: 'There is no objective “2B:9”',
    next: 'Did you mean one of these?\n\n- 3C:12 Twelfth action\n- 3C1:2 Second action',
    lines: ['update 3C:12 amber 14', 'update 3C1:2 amber 14'],
  },
  'ambiguous-objective': {
    refusal: { typed: '3c12', choices, verb: 'show', rest: '' },
    title: 'More than one objective matches “3c12”',
    next: 'Which one do you mean?\n\n- 3C:12 Twelfth action\n- 3C1:2 Second action',
    lines: ['show 3C:12', 'show 3C1:2'],
  },
  'several-objectives': {
    refusal: { verb: 'same', refs: ['2B:2', '2B:3'] },
    title: 'One objective at a time, please',
    next: 'Send one line for each:\n\n- /pap same 2B:2 …\n- /pap same 2B:3 …',
  },
  'none-recorded': {
    refusal: {
      refusals: [
        {
          ref: '2B:2',
          refusal: { code: 'stale-version', change, objectiveId: 'one', version: 4, line: '' },
        },
      ],
      again: 'same confirm 2B:2@4 1A:1@2',
    },
    title: 'Nothing was recorded: it is all of them or none',
    next: '2B:2: 2B:2 changed while you were writing',
    lines: ['same confirm 2B:2@4 1A:1@2'],
  },
  'no-rating': {
    refusal: { ref: '2B:2', rest: '14 of 20 trained' },
    title: 'Which rating?',
    next: '2B:2 needs a rating before the note — red, amber, green or blue.',
    lines: [
      'update 2B:2 red 14 of 20 trained',
      'update 2B:2 amber 14 of 20 trained',
      'update 2B:2 green 14 of 20 trained',
      'update 2B:2 blue 14 of 20 trained',
    ],
  },
  'bad-rating': {
    refusal: { ref: '2B:2', typed: 'ambr', suggestion: 'amber', rest: '14 of 20' },
    title: '“ambr” is not a rating',
    next: 'Did you mean amber?',
    lines: ['update 2B:2 amber 14 of 20'],
  },
  'two-ratings': {
    refusal: { ref: '2B:2', ratings: ['amber', 'green'], note: '14 of 20' },
    title: 'That has two ratings',
    next: 'put the note in quotation marks, as in /pap update 2B:2 amber "red tape reduced"',
    lines: ['update 2B:2 amber 14 of 20', 'update 2B:2 green 14 of 20'],
  },
  'note-required': {
    refusal: { ref: '2B:2', rag: 'green' },
    title: 'Why green?',
    next: 'for example /pap update 2B:2 green 14 of 20 trained. To repeat the last rating, type /pap same 2B:2.',
  },
  'words-unchanged': {
    refusal: {
      ...{ ref: '2B:2', from: 'green', to: 'red', note: 'all 20 trained' },
      guard: { objectiveId: 'objective-1', version: 4 },
    },
    title: 'Why is 2B:2 red now?',
    next: 'these words were said of 🟢 Green:\n\nall 20 trained',
    lines: ['update 2B:2', 'update 2B:2 red', 'update 2B:2 red checked: all 20 trained'],
  },
  'note-too-long': {
    refusal: { length: 10_000, limit: 2_000 },
    title: 'That note is too long',
    next: 'the note has 10,000 characters and 2,000 fit. Say the essence here and link to the rest.',
  },
  'bad-characters': {
    refusal: { cleaned: '14 of 20' },
    title: 'That note has characters that cannot be shown',
    next: 'Please send it again without them:\n\n14 of 20',
  },
  'broadcast-mention': {
    refusal: { word: '@here' },
    title: 'A note cannot call everybody',
    next: '“@here” would read as a call to the whole channel. Please leave it out.',
  },
  'not-linked': {
    refusal: { platform: 'slack', reason: 'no-match' },
    title: 'I don’t know who you are on the plan',
    next: 'Ask your programme office to put you on the plan with the e-mail address that you use here; then type /pap link.',
  },
  'not-permitted': {
    refusal: {
      verb: 'update',
      ref: '2B:2',
      rule: 'the objective’s owner, their deputy, or the programme office',
    },
    title: 'You cannot do that',
    next: '2B:2: “update” is for the objective’s owner, their deputy, or the programme office. Nothing was changed. Ask the programme office if that should include you.',
  },
  'cycle-frozen': {
    refusal: {
      ref: '2B:2',
      meeting: 'Board meeting',
      frozenAt: '2024-07-16T17:00:00',
      opensAgain: '2024-07-25',
    },
    title: 'The papers are frozen',
    next: 'the papers for Board meeting were frozen on Tue 16 July 2024, 17:00, so that the board sees what was agreed. 2B:2 can be updated again from Thu 25 July 2024. If the board must know sooner, tell the programme office.',
  },
  'personal-data': {
    refusal: {
      kinds: ['nhs-number', 'child-detail'],
      wording: 'a pupil, [NHS number removed], has a place',
      start: 'update 2B:2 amber',
      typed: null,
    },
    title: 'Please leave personal data out',
    next: 'This says the same without it:\n\na pupil, [NHS number removed], has a place',
    lines: ['update 2B:2 amber a pupil, [NHS number removed], has a place'],
  },
  'stale-version': {
    refusal: { change, objectiveId: 'o1', version: 4, line: 'update 2B:2 amber 14 of 20' },
    title: '2B:2 changed while you were writing',
    next: 'What you typed is kept here:\n\n/pap update 2B:2 amber 14 of 20',
    lines: ['update 2B:2 amber 14 of 20'],
  },
  'unknown-theme': {
    refusal: { typed: '9', themes: ['1 Right plan', '2 Right support'] },
    title: 'There is no theme “9”',
    next: '- 1 Right plan\n- 2 Right support\n\nName one as it stands there, for example theme 1.',
  },
  'unknown-person': {
    refusal: {
      ...{ typed: 'sma', suggestions: ['Sam Taylor'] },
      lines: [{ label: 'Sam Taylor', line: 'handover 2B:2 sam@nhs.example' }],
    },
    lines: ['handover 2B:2 sam@nhs.example'],
    title: 'Nobody on the plan matches “sma”',
    next: 'Use a name, an e-mail address or an @mention.\n\nDid you mean:\n\n- Sam Taylor',
  },
  'ambiguous-person': {
    refusal: {
      ...{ typed: 'sam', choices: ['Sam Taylor', 'Sam Reed'] },
      lines: [
        { label: 'Sam Taylor', line: 'handover 2B:2 sam@nhs.example' },
        { label: 'Sam Reed', line: 'handover 2B:2 reed@nhs.example' },
      ],
    },
    lines: ['handover 2B:2 sam@nhs.example', 'handover 2B:2 reed@nhs.example'],
    title: 'More than one person matches “sam”',
    next: 'Use the whole name or the e-mail address:\n\n- Sam Taylor\n- Sam Reed',
  },
  'bad-date': {
    refusal: {
      ...{ typed: 'Q3', problem: 'which' as const },
      readings: ['31 December 2024', '30 September 2024'],
      lines: ['show 2B:2 at 31 December 2024', 'show 2B:2 at 30 September 2024'],
    },
    title: 'Which date is “Q3”?',
    next: 'Nothing was changed. It can be read in more than one way.\n\nDo you mean one of these?\n\n- 31 December 2024\n- 30 September 2024',
    lines: ['show 2B:2 at 31 December 2024', 'show 2B:2 at 30 September 2024'],
  },
  'not-rated-yet': {
    refusal: { ref: '2B:2' },
    title: '2B:2 has no rating yet',
    next: 'Give it its first rating, for example /pap update 2B:2 amber first staff trained.',
  },
  'too-long': {
    refusal: { length: 12_001, limit: 12_000 },
    title: 'That is too long to read',
    next: 'the line has 12,001 characters and 12,000 can be read. Please shorten it and send it again.',
  },
  'nothing-to-do': {
    refusal: { problem: 'Sam Taylor has not left.', look: 'admin people' },
    title: 'There is nothing to do',
    next: 'Sam Taylor has not left. Nothing was changed. To look, type /pap admin people.',
  },
  'still-on-the-plan': {
    refusal: { name: 'Ella Example' },
    title: 'Ella Example is still on the plan',
    next: 'so that what they own gets another owner: /pap admin people leave Ella Example',
  },
  'on-hold': {
    refusal: { name: 'Ella Example', hold: 2, why: 'her file is being made.' },
    title: 'Ella Example is on hold',
    next: 'Hold 2 keeps it: her file is being made. When that is over, type /pap admin retention release 2',
  },
  'unknown-kind-of-row': {
    refusal: { typed: 'letters', kinds: ['messages', 'imports'] },
    title: '“letters” is no kind of row with a schedule',
    next: 'There are: messages, imports.',
  },
  'no-such-hold': {
    refusal: { number: 9 },
    title: 'There is no hold 9',
    next: '/pap admin retention lists what is held.',
  },
  'no-such-number': {
    refusal: { kind: 'handover', number: 9, list: 'handover' },
    title: 'There is no handover 9',
    next: 'Nothing was changed. /pap handover lists them.',
  },
  'agreement-over': {
    refusal: { kind: 'link request', number: 3, state: 'approved' },
    title: 'Link request 3 is settled',
    next: 'Nothing was changed: it was approved before.',
  },
  'absence-overlaps': {
    refusal: { number: 3, who: 'You are', startsOn: day('2024-08-12'), endsOn: day('2024-08-23') },
    title: 'You are away then already',
    next: 'Absence 3 is from Mon 12 August 2024 to Fri 23 August 2024. To put another in its place, type /pap away cancel 3 first.',
  },
  'bad-period': {
    refusal: { problem: 'unread', typed: 'soon' },
    title: '“soon” is not a time that can be read',
    next: 'Write 12–23 Aug, 12 Aug to 23 Aug 2024, until 23 Aug or next week.',
  },
  'same-person': {
    refusal: { what: 'handover', name: 'Sam Taylor' },
    title: 'Sam Taylor cannot hand over to themselves',
    next: 'Name somebody else.',
  },
  'cover-away': {
    refusal: { name: 'Sam Taylor', number: 4 },
    title: 'Sam Taylor is away then too',
    next: 'absence 4 is at the same time. Name somebody else, or nobody',
  },
  'not-the-owner': {
    refusal: { ref: '2B:2', name: 'Sam Taylor' },
    title: 'Sam Taylor does not own 2B:2',
    next: '/pap show 2B:2 says who does.',
  },
  'asker-may-not-now': {
    refusal: { number: 3, ref: 'SEND-14', by: 'Ben Example' },
    title: 'Handover 3 can’t be accepted any more',
    next: 'If you should take SEND-14 over, ask the programme office or its owner to hand it over again.',
  },
  'owns-it-already': {
    refusal: { ref: '2B:2', name: 'Sam Taylor' },
    title: 'Sam Taylor owns 2B:2 already',
    next: 'Nothing was changed.',
  },
  'asked-already': {
    refusal: { ref: '2B:2', number: 4, to: 'Sam Taylor' },
    title: '2B:2 is being handed over already',
    next: 'handover 4 waits for Sam Taylor. To ask somebody else, type /pap handover withdraw 4 first.',
  },
  'not-snoozed': {
    refusal: {},
    title: 'You have put nothing off',
    next: 'chases come when they are due',
  },
  'snoozed-already': {
    refusal: { until: day('2024-07-03') },
    title: 'You have put this off once already',
    next: 'chases come again on Wed 3 July 2024. They can be put off once for each meeting.',
    lines: ['snooze off'],
  },
  'snooze-too-late': {
    refusal: { lastDay: day('2024-07-09'), meeting: 'Board meeting' },
    title: 'It cannot be put off that long',
    next: 'For Board meeting, chases can be put off until Tue 9 July 2024, the working day before the returns are due, and not beyond.',
  },
  'no-account': {
    refusal: { platform: 'Slack' },
    title: 'You have no Slack account linked',
    next: 'Type /pap link once in Slack; then choose it again.',
  },
  'last-office': {
    refusal: { name: 'Sam Taylor' },
    title: 'Somebody has to be the programme office',
    next: 'Sam Taylor is the last. Give the role to somebody else first',
  },
  'on-the-plan-already': {
    refusal: { name: 'Sam Taylor', email: 'sam@northshire.example', left: true },
    title: 'sam@northshire.example is on the plan already',
    next: 'it is Sam Taylor, who has left. If they are back, type /pap admin people return sam@northshire.example.',
  },
  'unknown-organisation': {
    refusal: { typed: 'NSH', organisations: ['Northshire NHS'] },
    title: 'There is no organisation “NSH”',
    next: 'The organisations are:\n\n- Northshire NHS',
  },
  'same-organisation': {
    refusal: { name: 'Northshire NHS' },
    title: 'That is one organisation',
    next: 'both names mean Northshire NHS. Name two to make one of them.',
  },
  'name-taken': {
    refusal: { what: 'organisation', name: 'Northshire NHS', list: 'admin organisation' },
    title: 'There is already an organisation “Northshire NHS”',
    next: 'Use another name. To see them all, type /pap admin organisation.',
  },
  'own-role': {
    refusal: {},
    title: 'You cannot give yourself a role',
    next: 'Somebody else of the programme office has to give it to you',
  },
  'bad-workbook': {
    refusal: {
      fileName: 'my-plan.xlsx',
      problems: [
        { place: 'Sheet ‘People’ B2', why: 'no-address', text: 'asha' },
        { place: 'Sheet ‘Roles’ B2', why: 'needs-theme', text: 'Co-chair' },
      ],
      other: null,
    },
    title: '2 things are wrong in my-plan.xlsx',
    next: "Sheet ‘People’ B2: “asha” isn't an e-mail address",
  },
  'holds-role-already': {
    refusal: { name: 'Sam Taylor', role: 'board' },
    title: 'Sam Taylor is board then already',
    next: 'Nothing was changed.',
  },
  'holds-no-such-role': {
    refusal: { name: 'Sam Taylor', role: 'board' },
    title: 'Sam Taylor is not board',
    next: '/pap admin people lists who is what.',
  },
  'account-taken': {
    refusal: { number: 3 },
    title: 'That account speaks for somebody else by now',
    next: 'Refuse request 3, or unlink the account first.',
  },
  'bad-workspace-id': {
    refusal: { platform: 'slack', typed: 'borset' },
    title: '“borset” is not the id of a Slack workspace',
    next: 'A workspace id looks like T0ABC1234. When somebody of it writes to PAP, the answer that they get shows it.',
  },
  'own-workspace': {
    refusal: { platform: 'teams' },
    title: 'That is your own Teams tenant',
    next: 'its members may write to PAP already.',
  },
  'allowed-already': {
    refusal: { name: 'Borset NHS Trust' },
    title: 'Borset NHS Trust is allowed already',
    next: '/pap admin people allowed lists them.',
  },
  'organisation-not-allowed': {
    refusal: { number: 3 },
    title: 'The organisation of request 3 is not allowed',
    next: 'Allow it first, with the reason; /pap help admin people shows how.',
  },
  'link-request-expired': {
    refusal: { number: 3, days: 30 },
    title: 'Link request 3 is too old to decide',
    next: 'Ask them to write to PAP again, and you get a new request.',
  },
  'unknown-item': {
    refusal: {
      ...{ ref: '2B:2', typed: 'C3', start: 'challenge 2B:2 answer', rest: 'six more' },
      choices: [{ ref: 'C1', title: 'What changed?' }],
    },
    title: '2B:2 has no challenge C3',
    next: 'Nothing was changed. There is:\n\n- 2B:2 C1 What changed?',
    lines: ['challenge 2B:2 answer C1 six more'],
  },
  'ambiguous-item': {
    refusal: {
      typed: '1.3',
      choices: [
        {
          ref: '1.3',
          title: 'A plan',
          what: 'objective',
          of: null,
          line: 'update objective 1.3 done',
        },
        {
          ref: '1.3',
          title: 'A part',
          what: 'action',
          of: '1 One',
          line: 'update action 1 3 done',
        },
      ],
    },
    title: '“1.3” can mean more than one thing',
    next: 'Which one do you mean?\n\n- 1.3 A plan · objective\n- 1.3 A part · action of 1 One',
    lines: ['update objective 1.3 done', 'update action 1 3 done'],
  },
  'several-numbers': {
    refusal: {
      ...{ further: ['D2'], why: 'each', asWords: 'decide 2B:2 D1 "D2 agreed"' },
      lines: ['decide 2B:2 D1 agreed', 'decide 2B:2 D2 agreed'],
    },
    title: 'One at a time, please',
    next: 'Nothing was changed: the line names D2 as well. Send one line for each:',
    lines: ['decide 2B:2 D1 agreed', 'decide 2B:2 D2 agreed', 'decide 2B:2 D1 "D2 agreed"'],
  },
  'item-settled': {
    refusal: { ref: '2B:2', item: 'D1', status: 'taken' },
    title: '2B:2 D1 is decided already',
    next: 'It is in /pap show 2B:2 history.',
  },
  'bad-item-status': {
    refusal: { ref: '2B:2.1', typed: 'amber 14', note: '14' },
    title: '“amber 14” does not say how far 2B:2.1 is',
    next: 'for example /pap update 2B:2.1 done all 20 trained.',
    lines: [
      'update 2B:2.1 not started 14',
      'update 2B:2.1 under way 14',
      'update 2B:2.1 done 14',
      'update 2B:2.1 closed 14',
    ],
  },
  'bad-link': {
    refusal: { typed: 'ftp://x', why: 'not-web' },
    title: 'That link cannot be kept',
    next: 'a link begins with https:// or http://',
  },
  'blue-needs-evidence': {
    refusal: { ref: '2B:2', note: 'red tape is gone' },
    title: 'Blue needs evidence that families feel it',
    next: '/pap evidence 2B:2 https://… what it shows felt',
    lines: ['update 2B:2 blue "red tape is gone"'],
  },
  'own-challenge': {
    refusal: { ref: '2B:2' },
    title: 'A challenge is for somebody else’s rating',
    next: 'type /pap update 2B:2 amber what has changed.',
  },
};

const table = Object.entries(cases).map(([code, one]) => ({
  code,
  message: refusalMessage({ code, ...one.refusal } as Refusal),
  title: one.title,
  next: one.next,
  lines: one.lines ?? [],
}));

describe('refusalMessage', () => {
  it.each(table)('$code says what was wrong', ({ message, title }) => {
    expect(message.title).toBe(title);
    expect(message.tone).toBe('attention');
  });

  it.each(table)('$code says what to do next', ({ message, next }) => {
    expect(bodyOf(message).join('\n\n')).toContain(next);
  });

  it.each(table)('$code has buttons that finish the line', ({ message, lines }) => {
    expect(linesOf(message)).toEqual(lines);
  });

  it.each(table)('$code reads as whole text on every platform', ({ message }) => {
    expect(plainText(message)).not.toMatch(/undefined|null|\[object|NaN/);
  });
});

describe('an unknown verb', () => {
  it('without a near one points to the help', () => {
    const message = refuse({ code: 'unknown-verb', typed: 'xyz', suggestion: null, rest: '' });

    expect(bodyOf(message)).toEqual(['Nothing was changed. Type /pap help to see them all.']);
    expect(linesOf(message)).toEqual(['mine', 'outstanding', 'help']);
  });

  it('that is very long is shown in part', () => {
    const typed = 'x'.repeat(500);

    const message = refuse({ code: 'unknown-verb', typed, suggestion: null, rest: '' });

    expect(message.title).toBe(`“${'x'.repeat(40)}” is not a command`);
  });

  it('has no button when the line would not fit into one', () => {
    const rest = 'x'.repeat(1_500);

    const message = refuse({ code: 'unknown-verb', typed: 'updat', suggestion: 'update', rest });

    expect(linesOf(message)).toEqual([]);
  });
});

describe('an unknown objective', () => {
  it('without a near one says how references look', () => {
    const message = refuse({
      code: 'unknown-objective',
      typed: 'hello',
      suggestions: [],
      like: '2B:2',
      verb: 'show',
      rest: '',
    });

    expect(bodyOf(message)).toEqual([
      'Nothing was changed. References look like 2B:2; /pap mine lists yours.',
    ]);
  });

  it('with one near asks about that one', () => {
    const message = refuse({
      code: 'unknown-objective',
      typed: '3C:1',
      suggestions: choices.slice(0, 1),
      verb: 'same',
      rest: 'as before',
    });

    expect(bodyOf(message)[0]).toBe('Nothing was changed. Did you mean this one?');
    expect(linesOf(message)).toEqual(['same 3C:12 as before']);
  });
});

describe('buttons for a rating', () => {
  it.each([
    ['a slip', { code: 'bad-rating', typed: 'ambr', suggestion: 'amber', rest: 'red tape' }],
    ['two ratings', { code: 'two-ratings', ratings: ['amber', 'green'], note: 'red tape' }],
  ] as const)('after %s keep a note that begins with a colour word whole', (_name, refusal) => {
    const lines = linesOf(refuse({ ref: '2B:2', ...refusal }));

    for (const line of lines) {
      expect(readUpdateLine(line)).toMatchObject({ kind: 'rating', rest: '"red tape"' });
    }
    expect(lines[0]).toBe('update 2B:2 amber "red tape"');
  });

  it('offer a rating that was typed twice once', () => {
    const message = refuse({
      code: 'two-ratings',
      ref: '2B:2',
      ratings: ['amber', 'amber'],
      note: '14 of 20',
    });

    expect(actionsOf(message)).toEqual([{ label: '🔶 Amber', line: 'update 2B:2 amber 14 of 20' }]);
  });

  it('are left out when the note would not fit into them', () => {
    const message = refuse({ code: 'no-rating', ref: '2B:2', rest: 'x'.repeat(1_490) });

    expect(linesOf(message)).toEqual([]);
  });
});

describe('a form that is needed', () => {
  it('is not shown where no objective was named', () => {
    const message = refuse({ code: 'needs-form', verb: 'update', ref: null });

    expect(bodyOf(message).join()).toContain('/pap update 2B:2 amber 14 of 20 trained');
    expect(linesOf(message)).toEqual([]);
  });
});

describe('bad characters', () => {
  it('with nothing left ask for a new note', () => {
    const message = refuse({ code: 'bad-characters', cleaned: '' });

    expect(bodyOf(message)[1]).toBe('(nothing is left: type the note anew)');
  });
});

describe('not linked', () => {
  it.each([
    ['no-match', 'Ask your programme office to put you on the plan'],
    ['guest', 'Ask your programme office to put you on the plan'],
    ['bot', 'Use your own account'],
    ['inactive', 'Ask whoever runs this workspace to activate it again'],
    ['no-email', 'Add it to your profile'],
    ['other-workspace', 'Ask your programme office to connect it'],
  ] as const)('for the reason %s says what helps', (reason, next) => {
    const [why = '', help = ''] = bodyOf(refuse({ code: 'not-linked', platform: 'teams', reason }));

    expect(why).toContain('So nothing can be shown or changed.');
    expect(help.startsWith(next)).toBe(true);
    expect(help.endsWith('; then type /pap link.')).toBe(true);
  });
});

describe('what cannot be put right', () => {
  it('of no objective in particular only says so', () => {
    const message = refuse({ code: 'nothing-to-undo', ref: null, amended: false });

    expect(bodyOf(message)).toEqual([
      'Nothing was changed: you have recorded nothing that can be undone.',
    ]);
  });

  it('because it is an amendment itself is amended again', () => {
    const message = refuse({ code: 'nothing-to-undo', ref: '2B:2', amended: true });

    expect(message.title).toBe('An amendment of 2B:2 is not taken back');
    expect(bodyOf(message)).toEqual(['Nothing was changed. Amend it again: /pap amend 2B:2 ….']);
  });

  it('because there is no rating needs a first one', () => {
    const message = refuse({ code: 'nothing-to-amend', ref: '2B:2', saysSo: false });

    expect(bodyOf(message)[0]).toContain('Give it one with /pap update 2B:2 amber …');
  });
});

describe('not permitted', () => {
  it('without an objective names the verb alone', () => {
    const rule = 'the theme’s co-chairs or the programme office';

    const message = refuse({ code: 'not-permitted', verb: 'digest', ref: null, rule });

    expect(bodyOf(message)[0]).toMatch(/^“digest” is for the theme’s co-chairs/);
  });
});

describe('personal data that is only likely', () => {
  it('asks, and keeps what was typed behind a button', () => {
    const message = refuse({
      code: 'personal-data',
      kinds: ['child-detail'],
      wording: 'a pupil has a place',
      start: 'same 2B:2',
      typed: 'Sam, aged 9, has a place',
    });

    expect(message.title).toBe('Could this tell which child is meant?');
    expect(actionsOf(message).map(({ label, line }) => [label, line])).toEqual([
      ['Record this wording', 'same 2B:2 a pupil has a place'],
      ['It tells of no child: record mine', 'same 2B:2 checked: Sam, aged 9, has a place'],
    ]);
  });
});

describe('a stale version', () => {
  const refusal = {
    code: 'stale-version',
    change,
    objectiveId: 'o1',
    version: 4,
    line: 'update 2B:2 green 15 of 20',
  } as const;

  it('tells who recorded what, and keeps what was typed', () => {
    expect(bodyOf(refuse(refusal))).toEqual([
      'Your update was not recorded yet. In the meantime Alex Reed, Northshire NHS recorded 🛑 Red → 🔶 Amber at Wed 3 July 2024, 12:00:',
      '12 of 20 trained',
      'What you typed is kept here:',
      '/pap update 2B:2 green 15 of 20',
    ]);
  });

  it('ends the sentence when there is no note', () => {
    const message = refuse({ ...refusal, change: { ...change, note: null } });

    expect(bodyOf(message)[0]?.endsWith('at Wed 3 July 2024, 12:00.')).toBe(true);
    expect(bodyOf(message)).toHaveLength(3);
  });

  it('does not tell people that they were interrupted by themselves', () => {
    const message = refuse({ ...refusal, change: { ...change, own: true } });

    expect(message.title).toBe('You have already answered for 2B:2');
    expect(bodyOf(message)[0]).toBe(
      'This one was not recorded. Since you saw it, you recorded 🛑 Red → 🔶 Amber at Wed 3 July 2024, 12:00:',
    );
  });

  it('offers to record it against the version that is current now', () => {
    expect(actionsOf(refuse(refusal))).toEqual([
      {
        label: 'Record mine as well',
        line: 'update 2B:2 green 15 of 20',
        guard: { objectiveId: 'o1', version: 4 },
        style: 'primary',
      },
    ]);
  });
});

describe('an unknown person', () => {
  it('without near ones only says what may be typed', () => {
    const message = refuse({ code: 'unknown-person', typed: 'zz', suggestions: [] });

    expect(bodyOf(message)).toEqual(['Use a name, an e-mail address or an @mention.']);
  });
});

describe('an unknown part', () => {
  it.each([
    ['', '2B:2 has no open challenge'],
    ['C3', '2B:2 has no challenge C3'],
  ])('typed as %j where there is nothing to choose has no buttons', (typed, title) => {
    const message = refuse({
      ...{ code: 'unknown-item', ref: '2B:2', typed, choices: [] },
      ...{ start: 'challenge 2B:2 answer', rest: 'six more' },
    });

    expect(message.title).toBe(title);
    expect(linesOf(message)).toEqual([]);
  });
});

describe('a link', () => {
  it.each([
    ['password', 'user name or password'],
    ['long', 'longer than 1,000 characters'],
    ['personal', 'personal data'],
  ] as const)('that cannot be kept (%s) says why', (why, text) => {
    expect(bodyOf(refuse({ code: 'bad-link', typed: 'x', why }))[0]).toContain(text);
  });
});

function refuse(refusal: Refusal) {
  return refusalMessage(refusal);
}
