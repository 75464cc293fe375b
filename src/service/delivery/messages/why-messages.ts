// "Why am I getting this?": what the bot sends a person and the rule behind each, the last that it sent,
// and how to change it.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  code,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ChaseStep } from '../../../core/outbox/domain/past-chase.ts';
import type { Reach } from '../../../people/people/domain/reach.ts';
import { doorText } from './door-text.ts';

export type MessageReasons = {
  /** By which account they are written to. */
  readonly reach: Reach;
  /** References. */
  readonly owns: readonly string[];
  readonly standsInFor: readonly string[];
  readonly coChairs: readonly { readonly name: string; readonly channels: readonly string[] }[];
  readonly office: boolean;
  /** By meeting, what would still come to them if nobody answered. */
  readonly coming: readonly {
    readonly meetingTitle: string;
    readonly meetingDate: Temporal.PlainDate;
    readonly example: boolean;
    readonly steps: readonly {
      readonly step: ChaseStep;
      readonly at: Temporal.Instant;
    }[];
  }[];
  /** Newest first. */
  readonly last: readonly {
    readonly kind: string;
    readonly step: string | null;
    readonly title: string | null;
    readonly state: string;
    readonly at: Temporal.Instant;
  }[];
  /** Verbs by which it can be changed. */
  readonly changing: readonly string[];
  readonly timeZone: string;
};

const stepTexts: Readonly<Record<string, string>> = {
  open: 'first request',
  nudge: 'reminder',
  'last-call': 'last call',
  'due-today': 'reminder on the day',
  overdue: 'overdue',
  'roll-up': 'overdue returns of your theme',
  office: 'work list of outstanding returns',
  'evidence-call': 'call for evidence',
  'evidence-reminder': 'reminder of the evidence',
  'evidence-due': 'evidence due',
} satisfies Record<ChaseStep, string>;

/** The message. */
export function whyMessagesMessage(reasons: MessageReasons): Message {
  const rules = [...returnRules(reasons), ...roleRules(reasons)];
  return {
    title: 'Why you get messages from PAP',
    blocks: [
      ...(rules.length > 0
        ? [bullets(rules)]
        : [
            paragraph(
              'You have no part on the plan from which messages follow: only what you ask is answered.',
            ),
          ]),
      ...dates(reasons),
      paragraph(strong('Where they come: '), doorText(reasons.reach, reasons.timeZone)),
      paragraph(strong('The last that came')),
      ...lastMessages(reasons),
      paragraph(strong('To change it')),
      bullets(changes(reasons)),
    ],
  };
}

function returnRules({ owns, standsInFor }: MessageReasons): Inline[] {
  return [
    ...(owns.length > 0
      ? [
          inline(
            strong(`You own ${owns.join(', ')}: `),
            'before each meeting you are asked for the return in one message, reminded until it has come in, once more when it is overdue, told when somebody challenges a rating or decides something, and reminded once when a red rating has no recovery action.',
          ),
        ]
      : []),
    ...(standsInFor.length > 0
      ? [
          inline(
            strong(`You stand in for the owner of ${standsInFor.join(', ')}: `),
            'as a deputy you get the last call before a return is due and the message once it is overdue, as a cover every request in the owner’s place; you are told of challenges and decisions.',
          ),
        ]
      : []),
  ];
}

function roleRules({ coChairs, office }: MessageReasons): Inline[] {
  return [
    ...coChairs.map(({ name, channels }) =>
      inline(
        strong(`You co-chair ${name}: `),
        `its weekly digest goes ${channels.length > 0 ? `to ${channels.join(', ')}` : 'nowhere yet, for no channel is bound to it'}; you are told once a cycle of its overdue returns, and when a challenge of yours is answered.`,
      ),
    ),
    ...(office
      ? [
          inline(
            strong('You are the programme office: '),
            'you are told what an owner would be told where nobody owns an objective, who cannot be asked, once a cycle what is still outstanding, and once a week, unless you switched it off, a digest of all of it.',
          ),
        ]
      : []),
  ];
}

/** What would come, meeting by meeting. */
function dates({ coming, timeZone }: MessageReasons): Block[] {
  return coming.map(({ meetingTitle, meetingDate, example, steps }) =>
    paragraph(
      strong(`For ${meetingTitle}, ${dayText(meetingDate)}${exampleMark(example)}: `),
      `${steps.map(({ step, at }) => `${stepTexts[step]} ${momentText(at, timeZone)}`).join('; ')}. It stops when what is asked for has come in.`,
    ),
  );
}

const stateTexts: Readonly<Record<string, string>> = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  checking: 'may have arrived; that is being checked',
  sent: 'sent',
  held: 'may or may not have arrived',
  dead: 'could not be delivered',
  cancelled: 'not sent: there was nothing left to say',
};

function lastMessages({ last, timeZone }: MessageReasons): Block[] {
  if (last.length === 0) return [paragraph('None yet.')];
  return [
    bullets(
      last.map(({ kind, step, title, state, at }) =>
        inline(
          `${momentText(at, timeZone)}: ${title ?? (kind === 'chase' ? `${stepTexts[step ?? ''] ?? 'request'} for returns` : kind)} (${stateTexts[state] ?? state})`,
        ),
      ),
    ),
  ];
}

const changeTexts: Readonly<Record<string, readonly [line: string, what: string]>> = {
  settings: ['/pap settings', 'chooses where and at what hour messages come'],
  snooze: ['/pap snooze', 'puts the next reminder off, once a cycle'],
  away: ['/pap away 12–23 Aug cover @name', 'sends them to whoever covers for you'],
  digest: ['/pap digest off', 'stops the digest'],
};

function changes({ changing }: MessageReasons): Inline[] {
  return [
    ...changing.flatMap((name) => {
      const [line, what] = changeTexts[name] ?? [];
      return line && what ? [inline(code(line), ` ${what}`)] : [];
    }),
    inline('The formal request for a return cannot be turned off; answering it stops it.'),
  ];
}
