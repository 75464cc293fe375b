// `/pap admin delivery`: what did not arrive, and what is done about it.

import { Temporal } from 'temporal-polyfill';
import {
  choice,
  flag,
  line,
  maybe,
  numbers,
  type Piece,
  word,
} from '../../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Uses } from '../../src/core/request/app/ports.ts';
import { parseNumbers } from '../../src/core/request/app/several-numbers.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { setSendingPaused } from '../../src/service/delivery/app/pause-sending.ts';
import {
  dropMessages,
  findUndelivered,
  resendMessages,
  type Seen,
} from '../../src/service/delivery/app/undelivered.ts';
import {
  deliverySetMessage,
  resendQuestion,
  sendingSetMessage,
  undeliveredMessage,
} from '../../src/service/delivery/messages/undelivered.ts';

const VERB = 'admin delivery';
/** What has waited for less is on its way. Real time, as the outbox's. */
const WAITS_LONG_MINUTES = 15;

/** The state that was shown to the person who pressed. */
const seen: Piece<'state'> = maybe(word('if'), choice('state', 'dead', 'held'));

const own = {
  verb: 'admin delivery',
  forms: {
    list: line(),
    resend: line(word('resend'), numbers(), seen, flag('confirm')),
    drop: line(word('drop'), numbers(), seen),
    pause: line(choice('word', 'pause', 'resume')),
  },
  examples: ['admin delivery', 'admin delivery pause', 'admin delivery resume'],
} as const;

export const delivery = {
  ...own,
  name: 'delivery',
  aliases: ['deliveries', 'undelivered'],
  summary:
    'lists the messages that did not arrive, sends them again or drops them; pauses all sending',
  undated: (line) =>
    line === ''
      ? { problem: 'The list is of what has not arrived by now.', instead: 'admin delivery' }
      : null,
  access: permissionTable.delivery.says,
  async run(rest, context) {
    const [word = ''] = rest.toLowerCase().split(' ', 1);
    const allowed = permit(context.actor, 'delivery', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'resend':
        return await resend(line.said, line.said.confirm !== '', context);
      case 'drop':
        return await drop(line.said, context);
      case 'pause':
        return await pause(line.said.word === 'pause' ? 'pause' : 'resume', context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

async function list({
  record,
  partnership,
}: Given<'partnership', Uses<'notifications' | 'operations'>>): Promise<CommandResult> {
  const pausedAt = await record.operations.sendingPausedAt();
  const realNow = Temporal.Now.instant();
  // While nothing goes out, whatever waits is of interest.
  const before = pausedAt
    ? realNow.add({ minutes: 1 })
    : realNow.subtract({ minutes: WAITS_LONG_MINUTES });
  const rows = await record.notifications.listUndelivered(before);
  return reply(undeliveredMessage(rows, partnership.timeZone, pausedAt));
}

type Said = { readonly numbers: string; readonly state: string };

async function resend(
  said: Said,
  confirmed: boolean,
  context: Given<
    Doing | 'partnership',
    Uses<'notifications'> & Commits<'audit' | 'channels' | 'notifications' | 'people'>
  >,
): Promise<CommandResult> {
  const named = readNamed(said);
  const found = await findUndelivered(named.numbers, named.seen, `${VERB} resend`, context);
  if (!found.ok) return refused(found.refusal);
  if (!confirmed && found.value.some(({ state }) => state === 'held'))
    return reply(resendQuestion(found.value, context.partnership.timeZone));
  return recorded(deliverySetMessage(await resendMessages(found.value, context), 'resent'));
}

async function drop(
  said: Said,
  context: Given<Doing | 'partnership', Uses<'notifications'> & Commits<'audit' | 'notifications'>>,
): Promise<CommandResult> {
  const named = readNamed(said);
  const found = await findUndelivered(named.numbers, named.seen, `${VERB} drop`, context);
  if (!found.ok) return refused(found.refusal);
  return recorded(deliverySetMessage(await dropMessages(found.value, context), 'dropped'));
}

async function pause(
  word: 'pause' | 'resume',
  context: Given<Doing, Commits<'audit' | 'operations'>>,
): Promise<CommandResult> {
  const done = await setSendingPaused(word === 'pause', context);
  return done.ok ? recorded(sendingSetMessage(word, done.value)) : refused(done.refusal);
}

function readNamed({ numbers, state }: Said): { numbers: readonly number[]; seen: Seen } {
  const seen = state === '' ? null : state === 'dead' ? 'dead' : 'held';
  return { numbers: parseNumbers(numbers) ?? [], seen };
}
