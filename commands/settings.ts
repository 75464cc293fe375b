// `/pap settings`: where messages come, from which hour chases do, and whether digests do.

import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Commits, Reads } from '../src/core/request/app/ports.ts';
import { changeSettings, loadSettings } from '../src/people/people/app/change-settings.ts';
import { cannotSwitchOffText, settingsMessage } from '../src/people/people/messages/settings.ts';

/** Chases go out until 16:30. */
const HOURS = { first: 9, last: 16 } as const;

export const settings = {
  name: 'settings',
  aliases: ['setting'],
  summary: 'shows and changes how you are reached',
  usage: 'settings [slack|teams] [hour <9–16|off>] [digest <on|off>] | settings at <date>',
  examples: ['settings', 'settings hour 14', 'settings digest off'],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: 'anybody, for themselves',
  async run(rest, context) {
    const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
    const [what, value = ''] = words;
    if (what === undefined) return await list(context);
    if (words.length > 2) return unread();
    switch (what) {
      case 'slack':
      case 'teams':
        return value === '' ? await usePlatform(what, context) : unread();
      case 'hour':
        return await useHour(value, context);
      case 'digest':
      case 'digests':
        return await switchDigests(value, context);
      case 'chase':
      case 'chases':
      case 'request':
      case 'requests':
      case 'off':
        return refused({ code: 'usage', verb: 'settings', problem: cannotSwitchOffText() });
      default:
        return unread();
    }
  },
} satisfies Command;

async function list({
  record,
  actor,
}: Given<'actor', Reads<'people' | 'preferences'>>): Promise<CommandResult> {
  return reply(settingsMessage(await loadSettings(record, actor.personId)));
}

function unread(): CommandResult {
  const problem =
    'Say one thing at a time: “slack”, “teams”, “hour 14”, “digest on” or “digest off”.';
  return refused({ code: 'usage', verb: 'settings', problem });
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
  value: string,
  context: Given<Doing, Commits<'people' | 'preferences'>>,
): Promise<CommandResult> {
  if (value !== 'on' && value !== 'off') return unread();
  const facts = await changeSettings({ digestOn: value === 'on' }, context);
  return recorded(settingsMessage(facts, `Digests to you are ${value}`));
}
