// The wording of what is refused about changes to the plan, its versions, meetings and channels.
import { Temporal } from 'temporal-polyfill';
import type { PlanRefusal } from '../domain/refusal-plan.ts';
import { code, type Message, paragraph, strong } from './message.ts';
import { type CycleRefusal, cycleRefusal } from './refusal-cycle.ts';
import { type LinkRefusal, linkRefusal } from './refusal-link.ts';
import { listed, say } from './refusal-parts.ts';
import { dayText } from './when.ts';

/** The refusal as a message. */
export function planRefusal(refusal: PlanRefusal): Message {
  switch (refusal.code) {
    case 'objective-closed':
      return say(`${refusal.ref} is closed`, [
        paragraph(
          `Nothing was changed: it was closed${refusal.closedOn ? ` on ${onDay(refusal.closedOn)}` : ''} and takes no more updates or changes. `,
          code(`/pap show ${refusal.ref}`),
          ' still shows it.',
        ),
      ]);
    case 'no-reason':
      return say('Why should the plan change?', [
        paragraph(
          'Nothing was proposed: whoever approves it has to know why. Add the reason after “because”:',
        ),
        paragraph(code(`/pap ${refusal.line.slice(0, 300)} because …`)),
      ]);
    case 'nothing-to-change':
      return say('The plan says that already', [
        paragraph(`Nothing was changed: the ${refusal.what} is “${refusal.is}” now.`),
      ]);
    case 'ref-taken':
      return say(`${refusal.ref} is in the plan already`, [
        paragraph(
          `Nothing was changed: it is “${refusal.title}”. Use another reference, or change that one, for example `,
          code(`/pap admin change ${refusal.ref} title … because …`),
          '.',
        ),
      ]);
    case 'unknown-part':
      return say(`${refusal.ref} has no part ${refusal.part}`, [
        paragraph(
          'Nothing was changed. ',
          code(`/pap show ${refusal.ref}`),
          ' lists its parts. A milestone belongs to an action; to add one: ',
          code(`/pap admin change add action ${refusal.ref} "…" because …`),
          '.',
        ),
      ]);
    case 'unknown-link':
    case 'ambiguous-link':
    case 'linked-already':
    case 'not-linked-to':
      return linkRefusal(refusal);
    case 'unknown-change':
      return say(`There is no change ${refusal.number}`, [
        paragraph('Nothing was changed. ', code('/pap admin change'), ' lists what is open.'),
      ]);
    case 'change-decided':
      return say(`Change ${refusal.number} is ${refusal.state} already`, [
        paragraph(
          `Nothing was changed now${refusal.by ? `: ${refusal.by} decided it` : ''}. `,
          code(`/pap admin change ${refusal.number}`),
          ' shows it.',
        ),
      ]);
    case 'change-overtaken':
      return say(`The plan has overtaken change ${refusal.number}`, [
        paragraph(
          'Nothing was changed: since it was proposed, the ',
          refusal.what,
          ' of ',
          strong(refusal.ref),
          ` has gone from “${refusal.was}” to “${refusal.is}”. Reject it with `,
          code(`/pap admin change reject ${refusal.number} overtaken`),
          ', and propose it anew if it is still wanted.',
        ),
      ]);
    case 'unknown-version':
    case 'version-not-frozen':
    case 'draft-open':
    case 'no-draft':
    case 'unknown-forum':
    case 'unknown-meeting':
    case 'meeting-there':
    case 'day-is-over':
    case 'needs-channel':
    case 'unknown-channel':
      return otherRefusal(refusal);
    case 'no-round':
    case 'cycle-state':
    case 'no-pack':
    case 'unknown-pack':
    case 'bad-recurrence':
    case 'unknown-calendar':
    case 'not-closed':
      return cycleRefusal(refusal);
    default:
      return refusal satisfies never;
  }
}

type Other = Exclude<
  PlanRefusal,
  {
    code:
      | 'objective-closed'
      | 'no-reason'
      | 'nothing-to-change'
      | 'ref-taken'
      | 'unknown-part'
      | LinkRefusal['code']
      | 'unknown-change'
      | 'change-decided'
      | 'change-overtaken'
      | CycleRefusal['code'];
  }
>;

function otherRefusal(refusal: Other): Message {
  switch (refusal.code) {
    case 'unknown-version':
      return say(`There is no version “${refusal.typed}” of the plan`, [
        paragraph('The versions are:'),
        listed(refusal.known),
        paragraph('Type for example ', code('/pap admin change diff 1 now'), '.'),
      ]);
    case 'version-not-frozen':
      return say(`What version ${refusal.number} said was not kept`, [
        paragraph(
          'So there is nothing to compare with. ',
          code('/pap admin change baseline'),
          ' keeps what the current version says from now on.',
        ),
      ]);
    case 'draft-open':
      return say('A revision is open already', [
        paragraph(
          `Nothing was changed: version ${refusal.number}, “${refusal.label}”, is the draft. `,
          code(`/pap admin change publish`),
          ' makes it the current plan.',
        ),
      ]);
    case 'no-draft':
      return say('There is no draft to publish', [
        paragraph(
          'Nothing was changed. Open one first: ',
          code('/pap admin change revise "Revised plan December 2024"'),
          '.',
        ),
      ]);
    case 'unknown-forum':
      return say(`No forum matches “${refusal.typed}”`, [
        paragraph('Nothing was changed. Use its short name:'),
        listed(refusal.forums),
      ]);
    case 'unknown-meeting':
      return say(`${refusal.forum} does not meet on ${onDay(refusal.on)}`, [
        paragraph(
          refusal.meetings.length > 0
            ? 'Nothing was changed. It meets on:'
            : 'Nothing was changed. No meeting of it lies ahead.',
        ),
        ...(refusal.meetings.length > 0 ? [listed(refusal.meetings.map(onDay))] : []),
      ]);
    case 'meeting-there':
      if (refusal.putBack)
        return say(`${refusal.forum} has a meeting on ${onDay(refusal.on)} that was called off`, [
          paragraph(
            'Nothing was changed. Put that meeting back, then call off the one that you wanted to move. To put it back: ',
            code(`/pap ${refusal.putBack}`),
            '.',
          ),
        ]);
      return say(`${refusal.forum} meets on ${onDay(refusal.on)} already`, [
        paragraph('Nothing was changed. ', code('/pap admin cycle'), ' lists its meetings.'),
      ]);
    case 'day-is-over':
      return say(`${onDay(refusal.on)} is over`, [
        paragraph(
          'Nothing was changed: meetings and closures are planned for today or a day to come.',
        ),
      ]);
    case 'needs-channel':
      return say('Type this in the channel itself', [
        paragraph(
          'Nothing was changed: it is about the channel that it is typed in, and this is none. In Slack or Teams, go to the channel and type ',
          code(`/pap ${refusal.verb}`),
          '.',
        ),
      ]);
    case 'unknown-channel':
      return say(
        refusal.typed === null
          ? 'This channel is bound to nothing'
          : `No channel that is bound is called “${refusal.typed}”`,
        [
          paragraph(
            refusal.channels.length > 0
              ? 'Nothing was changed. These are bound:'
              : 'Nothing was changed. No channel is bound yet.',
          ),
          ...(refusal.channels.length > 0 ? [listed(refusal.channels)] : []),
        ],
      );
    default:
      return refusal satisfies never;
  }
}

function onDay(isoDay: string): string {
  return dayText(Temporal.PlainDate.from(isoDay));
}
