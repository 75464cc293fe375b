// `/pap settings`: where messages come, from which hour chases do, and whether digests do.

import {
  choice,
  dated,
  hidden,
  line,
  maybe,
  word,
  words,
} from '../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { asksOnlyWords, parseWords } from '../src/core/request/app/parse-words.ts';
import type { Commits, Reads } from '../src/core/request/app/ports.ts';
import { changeSettings, loadSettings } from '../src/people/people/app/change-settings.ts';
import { cannotSwitchOffText, settingsMessage } from '../src/people/people/messages/settings.ts';

/** Chases go out until 16:30. */
const HOURS = { first: 9, last: 16 } as const;

const own = {
  verb: 'settings',
  forms: {
    list: dated(line()),
    platform: line(choice('platform', 'slack', 'teams')),
    hour: line(word('hour'), words('hour', '<9–16|off>')),
    digest: line(word('digest', 'digests'), choice('digest', 'on', 'off')),
    always: hidden(
      line(
        choice('what', 'chase', 'chases', 'request', 'requests', 'off'),
        maybe(words('more', '<more>')),
      ),
    ),
  },
  examples: ['settings', 'settings hour 14', 'settings digest off'],
} as const;

export const settings = {
  ...own,
  name: 'settings',
  aliases: ['setting'],
  summary: 'shows and changes how you are reached',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: 'anybody, for themselves',
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'platform':
        return await usePlatform(line.said.platform === 'slack' ? 'slack' : 'teams', context);
      case 'hour':
        return await useHour(line.said.hour.toLowerCase(), context);
      case 'digest':
        return await switchDigests(line.said.digest === 'on', context);
      case 'always':
        return refused({ code: 'usage', verb: 'settings', problem: cannotSwitchOffText() });
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

async function list({
  record,
  actor,
}: Given<'actor', Reads<'people' | 'preferences'>>): Promise<CommandResult> {
  return reply(settingsMessage(await loadSettings(record, actor.personId)));
}

async function usePlatform(
  platform: 'slack' | 'teams',
  context: Given<Doing, Reads<'people' | 'preferences'> & Commits<'people' | 'preferences'>>,
): Promise<CommandResult> {
  const { accounts } = await loadSettings(context.record, context.actor.personId);
  const name = platform === 'slack' ? 'Slack' : 'Teams';
  if (!accounts.includes(platform)) return refused({ code: 'no-account', platform: name });
  const facts = await changeSettings({ platform }, context);
  return recorded(settingsMessage(facts, `Messages come in ${name} from now on`));
}

async function useHour(
  value: string,
  context: Given<Doing, Commits<'people' | 'preferences'>>,
): Promise<CommandResult> {
  if (value === 'off') {
    const facts = await changeSettings({ chaseHour: null }, context);
    return recorded(settingsMessage(facts, 'Chases come as soon as they are due'));
  }
  const hour = Number(/^(\d{1,2})(?::00)?$/.exec(value)?.[1] ?? 0);
  if (hour < HOURS.first || hour > HOURS.last) {
    const problem = `Chases go out between ${HOURS.first}:00 and ${HOURS.last}:30: say an hour from ${HOURS.first} to ${HOURS.last}, or “hour off”.`;
    return refused({ code: 'usage', verb: 'settings', problem });
  }
  const facts = await changeSettings({ chaseHour: hour }, context);
  return recorded(settingsMessage(facts, `Chases come from ${hour}:00 on`));
}

async function switchDigests(
  digestOn: boolean,
  context: Given<Doing, Commits<'people' | 'preferences'>>,
): Promise<CommandResult> {
  const facts = await changeSettings({ digestOn }, context);
  return recorded(settingsMessage(facts, `Digests to you are ${digestOn ? 'on' : 'off'}`));
}
