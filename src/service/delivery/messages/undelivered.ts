// Messages about messages: what did not arrive, why, and what was done about it.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { deliveryReason } from './delivery-reason.ts';

export type UndeliveredFacts = {
  readonly number: number;
  readonly kind: string;
  readonly title: string | null;
  readonly to: string;
  readonly state: string;
  readonly reason: string | null;
  readonly since: Temporal.Instant;
  readonly attemptedAt: Temporal.Instant | null;
  /** When what is queued is tried next; null: it is due. */
  readonly nextTryAt?: Temporal.Instant | null;
};

/** What a platform's message can carry beside its buttons. */
const MAX_LISTED = 10;

const RESUME: Block = buttonRow([
  { label: 'Let sending go on', line: 'admin delivery resume', style: 'primary' },
]);

const states: Readonly<Record<string, string>> = {
  dead: 'did not arrive',
  held: 'may have arrived',
  checking: 'is being checked',
  queued: 'waits',
};

/** Everything that has not arrived, each with what can be done. */
export function undeliveredMessage(
  rows: readonly UndeliveredFacts[],
  timeZone: string,
  pausedAt: Temporal.Instant | null = null,
): Message {
  if (pausedAt !== null) {
    const { blocks } = undeliveredMessage(rows, timeZone);
    return {
      title: 'All sending is paused',
      tone: 'attention',
      blocks: [
        paragraph(`Nothing goes out since ${momentText(pausedAt, timeZone)}.`),
        RESUME,
        ...(rows.length === 0 ? [paragraph('Nothing waits.')] : blocks),
      ],
    };
  }
  if (rows.length === 0)
    return {
      title: 'Everything has arrived',
      tone: 'good',
      blocks: [paragraph('No message is held or dead, and none has waited for long.')],
    };
  const listed = rows.slice(0, MAX_LISTED);
  return {
    title:
      rows.length === 1 ? '1 message has not arrived' : `${rows.length} messages have not arrived`,
    tone: 'attention',
    blocks: [
      ...listed.flatMap((row) => rowBlocks(row, timeZone)),
      ...(rows.length > listed.length
        ? [paragraph(`And ${rows.length - listed.length} more, once these are dealt with.`)]
        : []),
      paragraph(
        'To send several again, or to drop them, type ',
        code('/pap admin delivery resend 12 13'),
        ' or ',
        code('/pap admin delivery drop 12'),
        '.',
      ),
    ],
  };
}

function rowBlocks(row: UndeliveredFacts, timeZone: string): Block[] {
  const { number, state } = row;
  const line = paragraph(strong(`${number}: `), rowText(row, timeZone));
  if (state !== 'dead' && state !== 'held') return [line];
  const actions: Action[] = [
    { label: `Send ${number} again`, line: `admin delivery resend ${number} if ${state}` },
    { label: `Drop ${number}`, line: `admin delivery drop ${number} if ${state}`, style: 'danger' },
  ];
  return [line, buttonRow(actions)];
}

function rowText(row: UndeliveredFacts, timeZone: string): string {
  const { state, reason, since, nextTryAt } = row;
  const next =
    state !== 'queued'
      ? ''
      : nextTryAt
        ? `; next try ${momentText(nextTryAt, timeZone)}`
        : '; it is due, and nobody has taken it yet';
  return `${messageName(row)} ${states[state] ?? state} — ${deliveryReason(reason)}; since ${momentText(since, timeZone)}${next}`;
}

/** `request for returns to Asha Example`. */
export function messageName({
  kind,
  title,
  to,
}: Pick<UndeliveredFacts, 'kind' | 'title' | 'to'>): string {
  const what = title ? `“${title}”` : kind === 'chase' ? 'request for returns' : kind;
  return `${what} to ${to}`;
}

/** The office is told, once a day. */
export function undeliveredNotice(rows: readonly UndeliveredFacts[], timeZone: string): Message {
  const listed = rows.slice(0, MAX_LISTED);
  return {
    title:
      rows.length === 1 ? '1 message has not arrived' : `${rows.length} messages have not arrived`,
    tone: 'attention',
    blocks: [
      bullets(listed.map((row) => inline(strong(`${row.number}: `), rowText(row, timeZone)))),
      ...(rows.length > listed.length
        ? [paragraph(`And ${rows.length - listed.length} more.`)]
        : []),
      paragraph('To send them again or to drop them, type ', code('/pap admin delivery'), '.'),
    ],
    footer: inline('You are getting this because you are the programme office.'),
  };
}

/** The office is told of requests that are held, in the hour in which they are. */
export function heldRequestsNotice(rows: readonly UndeliveredFacts[], timeZone: string): Message {
  const listed = rows.slice(0, MAX_LISTED);
  return {
    title:
      rows.length === 1
        ? 'A request may not have arrived'
        : `${rows.length} requests may not have arrived`,
    tone: 'attention',
    blocks: [
      ...listed.flatMap((row): Block[] => {
        const { number } = row;
        const again = `admin delivery resend ${number} if held confirm`;
        const drop = `admin delivery drop ${number} if held`;
        return [
          paragraph(strong(`${number}: `), rowText(row, timeZone)),
          buttonRow([
            { label: `Send ${number} again`, line: again, style: 'primary' },
            { label: `It is there: drop ${number}`, line: drop },
          ]),
        ];
      }),
      ...(rows.length > listed.length
        ? [
            paragraph(
              `And ${rows.length - listed.length} more: type `,
              code('/pap admin delivery'),
              '.',
            ),
          ]
        : []),
      paragraph(
        'PAP sends none of them again by itself, as somebody may then be asked twice. Later steps of the schedule go out all the same.',
      ),
    ],
    footer: inline('You are getting this because you are the programme office.'),
  };
}

/** What may have arrived is sent again only when somebody has looked. */
export function resendQuestion(rows: readonly UndeliveredFacts[], timeZone: string): Message {
  const numbers = rows.map(({ number }) => number).join(' ');
  const held = rows.filter(({ state }) => state === 'held');
  return {
    title:
      held.length === 1 ? 'It may have arrived: look first' : 'They may have arrived: look first',
    tone: 'attention',
    blocks: [
      bullets(
        held.map((row) =>
          inline(
            strong(`${row.number}: `),
            `${messageName(row)} may have gone out at ${momentText(row.attemptedAt ?? row.since, timeZone)}: ${deliveryReason(row.reason)}.`,
          ),
        ),
      ),
      paragraph('Ask the person, or look in the channel. If it is there, drop it.'),
      buttonRow([
        { label: 'It is not there: send it', line: `admin delivery resend ${numbers} confirm` },
        { label: 'It is there: drop it', line: `admin delivery drop ${numbers}` },
      ]),
    ],
  };
}

/** All sending was paused, or goes on. */
export function sendingSetMessage(
  word: 'pause' | 'resume',
  { wasSo, waiting }: { readonly wasSo: boolean; readonly waiting: number },
): Message {
  const already = wasSo ? ' already' : '';
  const waits = waiting === 1 ? '1 message waits' : `${waiting} messages wait`;
  if (word === 'pause')
    return {
      title: `All sending is paused${already}`,
      tone: 'attention',
      blocks: [
        paragraph(
          `Requests, digests and notices wait until it goes on; ${waits} now. Whoever types to PAP is answered. What is being sent at this moment may still arrive.`,
        ),
        RESUME,
      ],
    };
  return {
    title: wasSo ? 'Sending was not paused' : 'Sending goes on',
    tone: 'good',
    blocks: [
      paragraph(
        `${waits}. What has been answered or overtaken since is not sent, and nobody is chased out of hours.`,
      ),
    ],
  };
}

/** What was done. */
export function deliverySetMessage(
  rows: readonly UndeliveredFacts[],
  what: 'resent' | 'dropped',
): Message {
  const items = rows.map((row) => inline(strong(`${row.number}: `), messageName(row)));
  const count = rows.length === 1 ? '1 message' : `${rows.length} messages`;
  return {
    title: what === 'resent' ? `${count} queued to be sent again` : `${count} dropped`,
    tone: 'good',
    blocks: [
      ...(rows.length > 0 ? [bullets(items)] : []),
      paragraph(
        what === 'resent'
          ? 'What has been answered or overtaken since is not sent.'
          : 'It will not be sent.',
      ),
    ],
  };
}
