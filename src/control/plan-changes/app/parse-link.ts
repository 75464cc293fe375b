// From the words behind `theme`, `link` and `unlink` to what an objective is to be linked to, or no longer.

import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import {
  isLinked,
  type Linkable,
  linkText,
  linkWords,
  matchLinkable,
} from '../../../plan/objectives/domain/objective-link.ts';
import type { Proposal } from '../domain/plan-change.ts';
import type { LinkChoice } from '../domain/refusal-plan.ts';
import { splitReason } from './change-words.ts';

const SHOWN = 40;

type ReLink = Extract<Proposal, { kind: 're-link' }>;

/**
 * Reads `add 2 because …` behind `theme`, `project Early Years because …` behind `link` and `unlink`.
 * Refusals: `unknown-link` with what there is, `ambiguous-link`, `no-reason`, `usage`, those of `parseTypedNote`.
 */
export async function parseLink(
  word: 'theme' | 'link' | 'unlink',
  words: string,
  start: string,
  objective: Objective,
  context: Given<'today', Reads<NoteNames> & Uses<'objectives'>>,
): Promise<Result<{ readonly proposal: ReLink; readonly reason: string }>> {
  const checked = await parseTypedNote(words, start, context);
  if (!checked.ok) return checked;
  const said = splitReason(checked.value ?? '');
  const [verb = '', name = ''] = word === 'theme' ? splitVerb(said.what) : [word, said.what];
  const doing = verbs.get(verb.toLowerCase());
  const all = (await context.record.objectives.linkables()).filter(
    ({ to }) => word !== 'theme' || to === 'theme',
  );
  if (!doing) {
    const problem = `Behind “theme” say “add” or “remove”, then which: ${start} add 2 because …`;
    return refuse({ code: 'usage', verb: 'admin change', problem });
  }
  const [line, rest] = [
    word === 'theme' ? `${start} ${verb.toLowerCase()}` : start,
    said.reason === '' ? '' : `because ${said.reason}`,
  ];
  const found = await find(doing, name, all, objective, context);
  if (found.kind !== 'one') {
    const common = { typed: name.slice(0, SHOWN), start: line, rest };
    return found.kind === 'several'
      ? refuse({ code: 'ambiguous-link', ...common, choices: found.choices.map(choiceOf) })
      : refuse({
          ...{ code: 'unknown-link', ...common, ref: objective.ref, verb: doing },
          near: found.near.map(choiceOf),
          choices: found.among.map(choiceOf),
        });
  }
  const { to, id, name: called } = found.one;
  if (said.reason === '')
    return refuse({ code: 'no-reason', line: `${line} ${linkWords(found.one)}` });
  return ok({
    proposal: { kind: 're-link', do: doing, target: { to, id, name: called } },
    reason: said.reason,
  });
}

const verbs: ReadonlyMap<string, ReLink['do']> = new Map([
  ['link', 'link'],
  ['add', 'link'],
  ['unlink', 'unlink'],
  ['remove', 'unlink'],
]);

function splitVerb(words: string): string[] {
  return (/^(\S*)\s*([\s\S]*)$/.exec(words) ?? []).slice(1);
}

/** What is to be taken away is looked for among what is there, and only then among all that there is. */
async function find(
  doing: ReLink['do'],
  name: string,
  all: readonly Linkable[],
  { id, themes }: Objective,
  { record }: { readonly record: Reads<'objectives'> },
) {
  if (doing === 'link') return matchLinkable(name, all);
  const links = await record.objectives.links(id);
  const there = all.filter((one) => isLinked(one, themes, links));
  const match = matchLinkable(name, there);
  const anywhere = match.kind === 'none' ? matchLinkable(name, all) : match;
  return anywhere.kind === 'one' ? anywhere : match;
}

function choiceOf(one: Linkable): LinkChoice {
  return { words: linkWords(one), text: linkText(one) };
}
