// `/pap admin change`: proposes a change to the plan, decides it, and keeps the plan's versions. What it
// was about is in src/control/plan-changes/app/parse-change.ts, what it does in apply-change.ts beside it.

import {
  type DecideChangesNeeds,
  type Deciding,
  decideChanges,
} from '../../src/control/plan-changes/app/decide-changes.ts';
import { changeNumber, viewChange } from '../../src/control/plan-changes/app/find-change.ts';
import { parseAddition } from '../../src/control/plan-changes/app/parse-addition.ts';
import { parseChange } from '../../src/control/plan-changes/app/parse-change.ts';
import {
  askVersions,
  isVersionWord,
  runVersions,
} from '../../src/control/plan-changes/app/plan-version-lines.ts';
import { proposeChange } from '../../src/control/plan-changes/app/propose-change.ts';
import {
  changeListMessage,
  changeMessage,
  changesDecidedMessage,
  proposedMessage,
} from '../../src/control/plan-changes/messages/plan-change.ts';
import {
  choice,
  dated,
  fewWords,
  line,
  maybe,
  number,
  numbers,
  ref,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
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
import { asksOnlyWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../../src/core/request/app/ports.ts';
import { refuseSeveral, refuseUnclear } from '../../src/core/request/app/several-numbers.ts';
import { parseNumberList } from '../../src/core/request/domain/number-list.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import type { Result } from '../../src/core/request/domain/result.ts';

const DECIDED_SHOWN = 5;

/** All of them are decided in one transaction, for which everybody else waits. */
const MOST_AT_ONCE = 50;

// A change names an objective or a part of it, and what is added has a title, a day and an owner in any order:
// parse-change.ts and parse-addition.ts read that, and tests hold the examples of these forms to them.
const own = {
  verb: 'admin change',
  forms: {
    list: dated(line()),
    one: dated(line(number())),
    versions: dated(line(word('versions', 'version'))),
    diff: dated(line(word('diff'), words('two', '<n> <n|now>'))),
    decide: line(
      ...[choice('word', 'approve', 'reject'), numbers()],
      maybe(words('note', '<words>')),
    ),
    withdraw: line(word('withdraw'), numbers(), maybe(words('note', '<words>'))),
    baseline: line(word('baseline')),
    revise: line(word('revise'), words('label', '<label>')),
    publish: line(word('publish')),
    close: line(word('close'), ref(), word('because'), words('reason', '<reason>')),
    add: line(word('add'), fewWords('what', '…'), word('because'), words('reason', '<reason>')),
    theme: line(
      ...[ref(), word('theme'), choice('how', 'add', 'remove'), fewWords('theme', '<theme>')],
      ...[word('because'), words('reason', '<reason>')],
    ),
    link: line(
      ...[ref(), choice('how', 'link', 'unlink')],
      ...[choice('kind', 'project', 'priority', 'area', 'strength'), fewWords('name', '<name>')],
      ...[word('because'), words('reason', '<reason>')],
    ),
    change: line(
      ...[ref(), choice('field', 'date', 'title', 'measure', 'owner', 'deputy')],
      ...[fewWords('value', '…'), word('because'), words('reason', '<reason>')],
    ),
  },
  examples: [
    'admin change 2B:2 date September 2024 because two posts are vacant',
    'admin change 2B:2 link project early-years because it serves it',
    'admin change',
  ],
} as const;

export const change = {
  ...own,
  name: 'change',
  aliases: ['changes'],
  summary: 'proposes, approves and lists changes to the plan; keeps its versions',
  asAt: { lines: asksOnlyWords(own.forms), answer: ask },
  needs: {
    decide: 'approve-change',
    withdraw: 'withdraw-change',
    baseline: 'approve-change',
    revise: 'approve-change',
    publish: 'approve-change',
    close: 'propose-change',
    add: 'propose-change',
    theme: 'propose-change',
    link: 'propose-change',
    change: 'propose-change',
  },
  access: `propose: ${permissionTable['propose-change'].says}; approve and publish: ${permissionTable['approve-change'].says}; withdraw: ${permissionTable['withdraw-change'].says}; see: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const { word: first, rest: after } = splitFirst(rest);
    const word = first.toLowerCase();
    if (word === '' || (/^#?\d+$/.test(word) && after === '')) return await ask(rest, context);
    const several = seeSeveral(rest);
    if (several && !several.ok) return refused(several.refusal);
    if (isVersionWord(word)) return await runVersions(word, after, context);
    switch (word) {
      case 'approve':
      case 'reject':
      case 'withdraw':
        return await decide(word, after, context);
      case 'add':
        return await propose(await parseAddition(after, context), context);
      default:
        return await propose(await parseChange(rest, context), context);
    }
  },
} satisfies Command;

async function ask(
  line: string,
  context: Given<
    'actor' | 'partnership' | 'today',
    Reads<'changes' | 'items' | 'objectives' | 'people' | 'planVersions'>
  >,
): Promise<CommandResult> {
  if (line === '') return await list(context);
  return /^#?\d+$/.test(line) ? await see(line, context) : await askVersions(line, context);
}

async function list({ record }: { readonly record: Reads<'changes'> }): Promise<CommandResult> {
  const [open, decided] = await Promise.all([
    record.changes.listOpen(),
    record.changes.listDecided(DECIDED_SHOWN),
  ]);
  return reply(changeListMessage(open, decided));
}

async function see(
  word: string,
  context: Given<
    'actor' | 'partnership' | 'today',
    Reads<'changes' | 'items' | 'objectives' | 'people'>
  >,
): Promise<CommandResult> {
  const number = changeNumber(word);
  const found = number === null ? null : await viewChange(number, context);
  if (!found) return refused({ code: 'unknown-change', number: number ?? 0 });
  return reply(changeMessage(found.change, found.view));
}

/** `3 4` and nothing else names changes; one is shown at a time. */
function seeSeveral(line: string): Result<never> | null {
  const read = parseNumberList(line);
  if (read?.words !== '') return null;
  return refuseSeveral(read.numbers, (one) => `admin change ${one}`, null);
}

async function propose(
  read: Awaited<ReturnType<typeof parseChange>>,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'objectives'> & Uses<'people'> & Commits<'changes' | 'notifications'>
  >,
): Promise<CommandResult> {
  if (!read.ok) return refused(read.refusal);
  const proposed = await proposeChange(read.value, context);
  if (!proposed.ok) return refused(proposed.refusal);
  const { change, approvers } = proposed.value;
  return recorded(proposedMessage(change, read.value.objective, approvers));
}

type DecideNeeds = DecideChangesNeeds & Given<never, Reads<NoteNames>>;

/** `2 3 4`, `2, 3 and 4: agreed by the board`: all of them with one note, or none. */
async function decide(word: Deciding, line: string, context: DecideNeeds): Promise<CommandResult> {
  const read = parseNumberList(line);
  if (!read) {
    const problem = `Say which change by its number, for example “admin change ${word} 3”; several as “admin change ${word} 3, 4”.`;
    return refused({ code: 'usage', verb: 'admin change', problem });
  }
  const unclear = refuseUnclear(read, `admin change ${word}`);
  if (unclear && !unclear.ok) return refused(unclear.refusal);
  const { numbers } = read;
  if (numbers.length > MOST_AT_ONCE) {
    const problem = `The line names ${numbers.length} changes. Nothing was changed: ${word} up to ${MOST_AT_ONCE} at a time.`;
    return refused({ code: 'usage', verb: 'admin change', problem });
  }
  const start = `admin change ${word} ${numbers.join(', ')}`;
  const note = await parseTypedNote(read.words, numbers.length > 1 ? `${start}:` : start, context);
  if (!note.ok) return refused(note.refusal);
  if (word === 'reject' && note.value === null) {
    const behind = numbers.length > 1 ? 'numbers' : 'number';
    const problem = `Say why behind the ${behind}: “${start}${numbers.length > 1 ? ':' : ''} the date cannot move”.`;
    return refused({ code: 'usage', verb: 'admin change', problem });
  }
  const decided = await decideChanges(numbers, word, note.value, context);
  if (!decided.ok) return refused(decided.refusal);
  const { timeZone } = context.partnership;
  const [only, ...more] = decided.value;
  return recorded(
    only && more.length === 0
      ? changeMessage(only, { timeZone, warning: null, actions: [] })
      : changesDecidedMessage(decided.value, timeZone),
  );
}
