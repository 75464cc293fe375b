// `/pap admin delivery`: what did not arrive, and what is done about it.

import { Temporal } from 'temporal-polyfill';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
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

export const delivery = {
  name: 'delivery',
  aliases: ['deliveries', 'undelivered'],
  summary:
    'lists the messages that did not arrive, sends them again or drops them; pauses all sending',
  usage: 'admin delivery [resend <number>… [confirm] | drop <number>… | pause | resume]',
  examples: ['admin delivery', 'admin delivery pause', 'admin delivery resume'],
  undated: (line) =>
    line === ''
      ? { problem: 'The list is of what has not arrived by now.', instead: 'admin delivery' }
      : null,
  access: permissionTable.delivery.says,
  async run(rest, context) {
    const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
    const word = first.toLowerCase();
    const allowed = permit(context.actor, 'delivery', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word) {
      case '':
        return await list(context);
      case 'resend':
        return await resend(after, context);
      case 'drop':
        return await drop(after, context);
      case 'pause':
      case 'resume':
        return await pause(word, after, context);
      default:
        return usage(
          'After “delivery” I understand “resend” and “drop”, each with numbers, “pause” and “resume”.',
        );
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

async function resend(
  line: string,
  context: Given<
    Doing | 'partnership',
    Uses<'notifications'> & Commits<'audit' | 'channels' | 'notifications' | 'people'>
  >,
): Promise<CommandResult> {
  const [, words = '', confirmed] = /^(.*?)((?<!\s)\s+confirm)?$/is.exec(line) ?? [];
  const named = readNamed(words);
  if (!named) return usage('Say which by their numbers, for example “admin delivery resend 12”.');
  const found = await findUndelivered(named.numbers, named.seen, `${VERB} resend`, context);
  if (!found.ok) return refused(found.refusal);
  if (!confirmed && found.value.some(({ state }) => state === 'held'))
    return reply(resendQuestion(found.value, context.partnership.timeZone));
  return recorded(deliverySetMessage(await resendMessages(found.value, context), 'resent'));
}

async function drop(
  line: string,
  context: Given<Doing | 'partnership', Uses<'notifications'> & Commits<'audit' | 'notifications'>>,
): Promise<CommandResult> {
  const named = readNamed(line);
  if (!named) return usage('Say which by their numbers, for example “admin delivery drop 12”.');
  const found = await findUndelivered(named.numbers, named.seen, `${VERB} drop`, context);
  if (!found.ok) return refused(found.refusal);
  return recorded(deliverySetMessage(await dropMessages(found.value, context), 'dropped'));
}

async function pause(
  word: 'pause' | 'resume',
  after: string,
  context: Given<Doing, Commits<'audit' | 'operations'>>,
): Promise<CommandResult> {
  if (after.trim() !== '')
    return usage(
      `It is all sending that is paused: say “admin delivery ${word}” and nothing more.`,
    );
  const done = await setSendingPaused(word === 'pause', context);
  return done.ok ? recorded(sendingSetMessage(word, done.value)) : refused(done.refusal);
}

/** `12 13 if dead`: the state that was shown to the person who pressed. */
function readNamed(words: string): { numbers: readonly number[]; seen: Seen } | null {
  const [, which = '', state] = /^(.*?)(?:(?<!\s)\s+if\s+(dead|held))?$/is.exec(words.trim()) ?? [];
  const numbers = parseNumbers(which);
  const seen = state === undefined ? null : state.toLowerCase() === 'dead' ? 'dead' : 'held';
  return numbers && { numbers, seen };
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
