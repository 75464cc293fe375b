// The part of `admin change` that is about whole versions of the plan: reads the words, calls the use case,
// words the answer.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { diffFileMessage, diffMessage, diffText } from '../messages/plan-diff.ts';
import {
  baselineMessage,
  publishedMessage,
  publishQuestion,
  revisionMessage,
  versionListMessage,
  versionName,
} from '../messages/plan-version.ts';
import {
  compareVersions,
  freezeBaseline,
  openRevision,
  previewPublication,
  publishRevision,
} from './plan-versions.ts';

const words = ['baseline', 'revise', 'publish', 'versions', 'version', 'diff'] as const;
type VersionWord = (typeof words)[number];

/** Whether the word after `admin change` is about versions. */
export function isVersionWord(word: string): word is VersionWord {
  return words.some((one) => one === word);
}

/** Answers `admin change <word> …`. */
export async function runVersions(
  word: VersionWord,
  rest: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<NoteNames | 'planVersions'> & Commits<'audit' | 'planVersions'>
  >,
): Promise<CommandResult> {
  switch (word) {
    case 'baseline': {
      const done = await freezeBaseline(context);
      return done.ok ? recorded(baselineMessage(done.value)) : refused(done.refusal);
    }
    case 'revise':
      return await revise(rest, context);
    case 'publish':
      return await publish(rest, context);
    case 'version':
    case 'versions':
      return await list(context);
    case 'diff':
      return await diff(rest, context);
    default:
      return word satisfies never;
  }
}

/** Answers `versions` and `diff …`, which only ask. */
export async function askVersions(
  line: string,
  context: Given<'partnership' | 'today', Reads<'planVersions'>>,
): Promise<CommandResult> {
  const compared = /^diff\s+(.*)$/is.exec(line)?.[1];
  return compared === undefined ? await list(context) : await diff(compared, context);
}

async function list({
  record,
  partnership,
}: Given<'partnership', Reads<'planVersions'>>): Promise<CommandResult> {
  return reply(versionListMessage(await record.planVersions.list(), partnership.timeZone));
}

async function revise(
  rest: string,
  context: Given<Doing | 'today', Reads<NoteNames> & Commits<'audit' | 'planVersions'>>,
): Promise<CommandResult> {
  const label = await parseTypedNote(rest, 'admin change revise', context);
  if (!label.ok) return refused(label.refusal);
  if (label.value === null)
    return usage(
      'Say what the revision is called: “admin change revise Revised plan December 2024”.',
    );
  const opened = await openRevision(label.value, context);
  return opened.ok
    ? recorded(revisionMessage({ ...opened.value, label: label.value }))
    : refused(opened.refusal);
}

/** The first time it says what would happen; `confirm` behind the number that was shown does it. */
async function publish(
  rest: string,
  context: Given<Doing | 'today', Reads<'planVersions'> & Commits<'audit' | 'planVersions'>>,
): Promise<CommandResult> {
  const number = /^(\d{1,6})\s+confirm$/i.exec(rest)?.[1];
  if (number !== undefined) {
    const published = await publishRevision(Number(number), context);
    return published.ok ? recorded(publishedMessage(published.value)) : refused(published.refusal);
  }
  const preview = await previewPublication(context);
  return preview.ok ? reply(publishQuestion(preview.value)) : refused(preview.refusal);
}

async function diff(
  rest: string,
  context: Given<'today', Reads<'planVersions'>>,
): Promise<CommandResult> {
  const [one, other, ...more] = rest.split(/\s+/).filter(Boolean);
  const whole = more[0]?.toLowerCase() === 'file';
  if (!one || !other || more.length > (whole ? 1 : 0))
    return usage(
      'Say which two to compare: “admin change diff 1 2”, or “admin change diff 1 now”.',
    );
  const compared = await compareVersions([one, other], context);
  if (!compared.ok) return refused(compared.refusal);
  const { from, to } = compared.value;
  const facts = {
    diff: compared.value.diff,
    from: versionName(from),
    to: versionName(to),
    words: `${one} ${other}`,
  };
  if (!whole) return reply(diffMessage(facts));
  const name = `plan-${one}-${other}.md`.toLowerCase();
  return {
    kind: 'reply',
    message: diffFileMessage(facts, name),
    files: [
      {
        ...{ name, mediaType: 'text/markdown; charset=utf-8' },
        bytes: new TextEncoder().encode(diffText(facts)),
        line: `admin change diff ${facts.words} file`,
      },
    ],
  };
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin change', problem });
}
