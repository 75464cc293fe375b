// `/pap admin channel`: which channel gets whose news. What is bound is the channel that the line is typed in.

import { type NoteNames, parseTypedNote } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import type { Commits, Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findTheme } from '../../src/core/themes/app/find-theme.ts';
import {
  type DigestTime,
  parseDigestTime,
} from '../../src/reports/digests/domain/digest-choice.ts';
import { DIGEST_TIMES } from '../../src/reports/digests/messages/digest-choice.ts';
import {
  bindChannel,
  channelHere,
  findBindings,
  setAlwaysPost,
  setChannelDigest,
  unbindChannel,
} from '../../src/service/channels/app/channel-bindings.ts';
import {
  channelBoundMessage,
  channelDigestMessage,
  channelListMessage,
  channelSetMessage,
} from '../../src/service/channels/messages/channels.ts';

const VERB = 'admin channel';

export const channel = {
  name: 'channel',
  aliases: ['channels'],
  summary: 'binds a channel to a theme’s news, and lists what is bound',
  usage:
    'admin channel [bind <theme 1|workstream|office> [as <name>] | unbind [<name>] | always on|off [<name>] | [<name>] digest <monday 09:00|off> | at <date>]',
  examples: [
    'admin channel',
    'admin channel Right Support digest tuesday 10:00',
    'admin channel always on Right Support',
  ],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: permissionTable.channel.says,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const [, first = '', after = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
    const word = first.toLowerCase();
    const allowed = permit(context.actor, 'channel', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word) {
      case 'bind':
        return await bind(after, context);
      case 'office':
        return await bind(rest, context);
      case 'unbind':
        return await unbind(after, context);
      case 'always':
        return await always(after, context);
      default: {
        const timed = /^(.*?)(?<!\s)\s*\bdigest(?:\s+(.*))?$/is.exec(rest);
        if (timed) return await digestTime(timed[1] ?? '', timed[2] ?? '', context);
        return usage(
          'After “channel” I understand “bind”, “unbind” and “always on” or “always off”, and “digest monday 09:00” or “digest off”.',
        );
      }
    }
  },
} satisfies Command;

async function list({
  actor,
  record,
}: Given<'actor', Reads<'channelBindings' | 'kpis'>>): Promise<CommandResult> {
  const allowed = permit(actor, 'channel', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const [bindings, themes] = await Promise.all([
    record.channelBindings.list(),
    record.kpis.themes(),
  ]);
  return reply(channelListMessage(bindings, themes));
}

async function bind(
  line: string,
  context: Given<Doing | 'today', Reads<NoteNames | 'kpis'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const [, words = '', named = ''] = /^(.*?)(?:(?<!\s)\s+as\s+(.*))?$/is.exec(line) ?? [];
  if (words === '')
    return usage('Say what it gets: “bind theme 1”, a workstream’s name, or “bind office”.');
  const here = channelHere(`${VERB} bind ${words}`, context);
  if (!here.ok) return refused(here.refusal);
  const theme = /^(?:the\s+)?office$/i.test(words)
    ? { ok: true as const, value: null }
    : await findTheme(words, context.record);
  if (!theme.ok) return refused(theme.refusal);
  const name = await parseTypedNote(named, `${VERB} bind ${words} as`, context);
  if (!name.ok) return refused(name.refusal);
  const bound = await bindChannel(here.value, theme.value, name.value, context);
  return bound.ok
    ? recorded(channelBoundMessage(bound.value, theme.value))
    : refused(bound.refusal);
}

async function unbind(
  words: string,
  context: Given<Doing, Reads<'channelBindings'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const bindings = await findBindings(words, `${VERB} unbind`, context);
  if (!bindings.ok) return refused(bindings.refusal);
  const done = await unbindChannel(bindings.value, context);
  return done.ok ? recorded(channelSetMessage(bindings.value, 'unbound')) : refused(done.refusal);
}

async function always(
  line: string,
  context: Given<Doing, Reads<'channelBindings'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const [, word = '', words = ''] = /^(on|off)\b\s*(.*)$/is.exec(line) ?? [];
  if (word === '')
    return usage(
      'Say “always on” to post the digest every week, “always off” to post it only when there is news.',
    );
  const on = word.toLowerCase() === 'on';
  const bindings = await findBindings(words, `${VERB} always ${word.toLowerCase()}`, context);
  if (!bindings.ok) return refused(bindings.refusal);
  const done = await setAlwaysPost(bindings.value, on, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(channelSetMessage(bindings.value, on ? 'always' : 'when-news'));
}

/** @param name of the channel; empty: the one that the line is typed in */
async function digestTime(
  name: string,
  words: string,
  context: Given<Doing, Reads<'channelBindings'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const when: DigestTime | null = parseDigestTime(words);
  const isOff = words.trim().toLowerCase() === 'off';
  if (when === null && !isOff) return usage(`${DIGEST_TIMES} “digest off” posts none.`);
  const bindings = await findBindings(name, `${VERB} digest`, context);
  if (!bindings.ok) return refused(bindings.refusal);
  const done = await setChannelDigest(bindings.value, when, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(channelDigestMessage(bindings.value, when));
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
