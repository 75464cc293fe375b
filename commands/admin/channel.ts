// `/pap admin channel`: which channel gets whose news. What is bound is the channel that the line is typed in.

import {
  choice,
  dated,
  fewWords,
  hidden,
  line,
  maybe,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
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
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
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

const called = maybe(word('as'), words('name', '<name>'));

const own = {
  verb: 'admin channel',
  forms: {
    list: dated(line()),
    office: line(word('bind'), word('office', 'the office'), called),
    bind: line(word('bind'), fewWords('what', '<theme 1|workstream>'), called),
    officeAlone: hidden(line(word('office', 'the office'), called)),
    unbind: line(word('unbind'), maybe(words('name', '<name>'))),
    always: line(word('always'), choice('state', 'on', 'off'), maybe(words('name', '<name>'))),
    digest: line(word('digest'), words('when', '<monday 09:00|off>')),
    digestOf: line(words('name', '<name>'), word('digest'), words('when', '<monday 09:00|off>')),
  },
  examples: [
    'admin channel',
    'admin channel Right Support digest tuesday 10:00',
    'admin channel always on Right Support',
  ],
} as const;

export const channel = {
  ...own,
  name: 'channel',
  aliases: ['channels'],
  summary: 'binds a channel to a theme’s news, and lists what is bound',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: permissionTable.channel.says,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const [word = ''] = rest.toLowerCase().split(' ', 1);
    const allowed = permit(context.actor, 'channel', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'office':
      case 'officeAlone':
        return await bind(null, line.said.name, context);
      case 'bind':
        return await bind(line.said.what, line.said.name, context);
      case 'unbind':
        return await unbind(line.said.name, context);
      case 'always':
        return await always(line.said.state === 'on', line.said.name, context);
      case 'digest':
        return await digestTime('', line.said.when, context);
      case 'digestOf':
        return await digestTime(line.said.name, line.said.when, context);
      default:
        return line satisfies never;
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

/** @param typed a theme or a workstream; null: the office’s own channel */
async function bind(
  typed: string | null,
  named: string,
  context: Given<Doing | 'today', Reads<NoteNames | 'kpis'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const words = typed ?? 'office';
  const here = channelHere(`${VERB} bind ${words}`, context);
  if (!here.ok) return refused(here.refusal);
  const theme =
    typed === null ? ({ ok: true, value: null } as const) : await findTheme(typed, context.record);
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
  on: boolean,
  words: string,
  context: Given<Doing, Reads<'channelBindings'> & Commits<'audit' | 'channelBindings'>>,
): Promise<CommandResult> {
  const bindings = await findBindings(words, `${VERB} always ${on ? 'on' : 'off'}`, context);
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
