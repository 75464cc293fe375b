// `/pap admin cycle`: the meetings ahead with the deadlines that follow from them, and everything that the office does
// with them. Each word behind it is a function of src/cycle/meetings/app/*-lines.ts.

import {
  choice,
  date,
  dated,
  fewWords,
  flag,
  forum,
  line,
  maybe,
  rating,
  ref,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
} from '../../src/core/request/app/command.ts';
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { amendLine } from '../../src/cycle/corrections/app/board-amendment-line.ts';
import type { Handled } from '../../src/cycle/meetings/app/cycle-by-hand.ts';
import { CYCLE_VERB } from '../../src/cycle/meetings/app/cycle-lines.ts';
import { forumVocabulary } from '../../src/cycle/meetings/app/find-meeting.ts';
import { chaseLine, repeatLine, rulesLine } from '../../src/cycle/meetings/app/forum-lines.ts';
import {
  addForumLine,
  collectsLine,
  renameForumLine,
} from '../../src/cycle/meetings/app/manage-forums.ts';
import {
  addLine,
  byHandLine,
  cancelLine,
  listMeetings,
  moveLine,
} from '../../src/cycle/meetings/app/meeting-lines.ts';
import { vocabularyOf } from '../../src/plan/objectives/app/parse-line.ts';
import { rehearseLine, whenLine } from '../../src/service/rehearsal/app/rehearsal-line.ts';

const confirm = unshown(flag('confirm'));

const own = {
  verb: CYCLE_VERB,
  forms: {
    list: dated(line()),
    add: line(word('add'), forum(), date('on'), maybe(words('title', '"<title>"'))),
    move: line(word('move'), forum(), date('from'), word('to'), date('to'), confirm),
    cancel: line(word('cancel'), forum(), date('on'), confirm),
    byHand: line(choice('word', 'open', 'freeze', 'close'), forum(), maybe(date('day')), confirm),
    addForum: line(
      ...[word('forum'), word('add'), words('name', '<name>')],
      ...[word('as'), words('kind', '<kind>'), flag('collects returns', 'collecting returns')],
    ),
    renameForum: line(
      ...[word('forum'), word('rename'), words('before', '<forum>')],
      ...[word('to'), words('name', '<name>')],
    ),
    collects: line(
      ...[word('forum'), fewWords('name', '<forum>')],
      choice('collects', 'collects returns', 'collects no returns'),
    ),
    repeat: line(word('repeat'), forum(), words('rule', '<rule>|off'), confirm),
    rules: line(
      ...[word('rules'), forum()],
      words(
        'rules',
        'returns <n> days [<time>], freeze <n>, papers <n> clear days, evidence <n> weeks, minutes <n> days after',
      ),
      confirm,
    ),
    chase: line(
      ...[word('chase'), forum()],
      maybe(words('step', '<step> <n> days [<time>]|off|default')),
    ),
    amend: line(
      ...[word('amend'), forum(), ref(), unshown(flag('impact')), rating()],
      words('why', '<why>'),
    ),
    rehearse: line(word('rehearse'), forum(), maybe(date('day'))),
    when: line(word('when'), words('count', '<date> ±<n>wd|cd [<time>]|<how long> before|after')),
  },
  examples: [
    'admin cycle',
    'admin cycle rehearse siab',
    'admin cycle move siab 24 July 2024 to 31 July 2024',
  ],
} as const;

export const cycle = {
  ...own,
  name: 'cycle',
  aliases: ['cycles', 'meetings'],
  summary:
    'the meetings ahead and their deadlines: plans, rehearses, opens, moves, freezes and closes them',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: `${permissionTable.cycle.says}; “amend” the board as well`,
  async run(rest, context) {
    const { word } = splitFirst(rest);
    const isAmendment = word.toLowerCase() === 'amend';
    const permission = isAmendment ? 'board-amendment' : 'cycle';
    const allowed = permit(context.actor, permission, `${CYCLE_VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    if (rest === '') return await list(context);
    const { record } = context;
    const plan = await record.objectives.refs();
    const vocabulary = { ...vocabularyOf(plan), forum: await forumVocabulary(record) };
    const read = parseWords(own, rest, vocabulary);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'add':
        return await addLine(line.said, context);
      case 'move':
        return await moveLine(line.said, context);
      case 'cancel':
        return await cancelLine(line.said, context);
      case 'byHand':
        return await byHandLine(line.said.word as Handled, line.said, context);
      case 'addForum':
        return await addForumLine(line.said, context);
      case 'renameForum':
        return await renameForumLine(line.rest, context);
      case 'collects':
        return await collectsLine(line.said.name, !line.said.collects.includes(' no '), context);
      case 'repeat':
        return await repeatLine(line.said, context);
      case 'rules':
        return await rulesLine(line.said, context);
      case 'chase':
        return await chaseLine(line.said, context);
      case 'amend':
        return await amendLine(line.said, context);
      case 'rehearse':
        return await rehearseLine(line.said, context);
      case 'when':
        return await whenLine(line.said.count, context);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

async function list(
  context: Given<'actor' | 'partnership' | 'now' | 'today', Reads<'calendars' | 'meetings'>>,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'cycle', CYCLE_VERB);
  return allowed.ok ? await listMeetings(context) : refused(allowed.refusal);
}
