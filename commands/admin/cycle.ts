// `/pap admin cycle`: the meetings ahead with the deadlines that follow from them, and everything that the office does
// with them. Each word behind it is a function of src/cycle/meetings/app/*-lines.ts.

import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
} from '../../src/core/request/app/command.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { amendLine } from '../../src/cycle/corrections/app/board-amendment-line.ts';
import { CYCLE_VERB, cycleUsage } from '../../src/cycle/meetings/app/cycle-lines.ts';
import { chaseLine, repeatLine, rulesLine } from '../../src/cycle/meetings/app/forum-lines.ts';
import { forumLine } from '../../src/cycle/meetings/app/manage-forums.ts';
import {
  addLine,
  byHandLine,
  cancelLine,
  findReached,
  listMeetings,
  moveLine,
} from '../../src/cycle/meetings/app/meeting-lines.ts';
import type { OwnersReached } from '../../src/plan/objectives/domain/owners-reached.ts';
import { rehearseLine, whenLine } from '../../src/service/rehearsal/app/rehearsal-line.ts';

export const cycle = {
  name: 'cycle',
  aliases: ['cycles', 'meetings'],
  summary:
    'the meetings ahead and their deadlines: plans, rehearses, opens, moves, freezes and closes them',
  usage: [
    'admin cycle [add <forum> <date> "<title>" | move <forum> <date> to <date> | cancel <forum> <date>',
    '| forum add <name> as <kind> [collects returns] | forum rename <forum> to <name> | forum <forum> collects [no] returns',
    '| repeat <forum> <rule>|off | rules <forum> returns <n> days [<time>], freeze <n>, papers <n> clear days, evidence <n> weeks, minutes <n> days after',
    '| chase <forum> [<step> <n> days [<time>]|off|default] | open|freeze|close <forum> [<date>]',
    '| amend <forum> <ref> <rating> <why> | rehearse <forum> [<date>] | when <date> ±<n>wd|cd [<time>]|<how long> before|after | at <date>]',
  ].join(' '),
  examples: [
    'admin cycle',
    'admin cycle rehearse siab',
    'admin cycle move siab 24 July 2024 to 31 July 2024',
  ],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: `${permissionTable.cycle.says}; “amend” the board as well`,
  async run(rest, context) {
    if (rest === '') return await list(context, () => findReached(context));
    const { word: first, rest: after } = splitFirst(rest);
    const word = first.toLowerCase();
    if (word === 'amend') return await amendLine(after, context);
    const allowed = permit(context.actor, 'cycle', `${CYCLE_VERB} ${word}`);
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word) {
      case 'add':
        return await addLine(after, context);
      case 'move':
        return await moveLine(after, context);
      case 'cancel':
        return await cancelLine(after, context);
      case 'forum':
        return await forumLine(after, context);
      case 'repeat':
        return await repeatLine(after, context);
      case 'rules':
        return await rulesLine(after, context);
      case 'chase':
        return await chaseLine(after, context);
      case 'open':
      case 'freeze':
      case 'close':
        return await byHandLine(word, after, context);
      case 'rehearse':
        return await rehearseLine(after, context);
      case 'when':
        return await whenLine(after, context);
      default:
        return cycleUsage(
          'After “cycle” I understand add, move, cancel, forum, repeat, rules, chase, open, freeze, close, amend, rehearse and when.',
        );
    }
  },
} satisfies Command;

async function list(
  context: Given<'actor' | 'partnership' | 'now' | 'today', Reads<'calendars' | 'meetings'>>,
  reached?: () => Promise<OwnersReached>,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'cycle', CYCLE_VERB);
  return allowed.ok ? await listMeetings(context, await reached?.()) : refused(allowed.refusal);
}
