// What differs from what was seen, apart from what was changed on purpose.
import type { Change } from './kept.ts';

/** What is seen, by the name that `changed-on-purpose.json` may call it by. */
export type Named = ReadonlyMap<string, string>;

/** What is different and listed nowhere, listed and not so, or listed and no longer different; in words. */
export function differences(before: Named, now: Named, changes: readonly Change[]): string[] {
  const found: string[] = [];
  for (const [name, was] of before) {
    const is = now.get(name) ?? '(nothing)';
    const listed = changes.filter(({ what }) => what.includes(name));
    if (is === was)
      found.push(
        ...listed.map(({ issue }) => `${name}: as it was; take it off the list of issue ${issue}`),
      );
    else if (listed.length === 0) found.push(`${name}:\n${firstDifference(was, is)}`);
    const lines = new Set(is.split('\n'));
    for (const { issue, now: here, gone } of is === was ? [] : listed) {
      const wrong = [
        ...here.filter((line) => !lines.has(line)).map((line) => `“${line}” is there now`),
        ...gone.filter((line) => lines.has(line)).map((line) => `“${line}” is gone`),
      ];
      found.push(...wrong.map((what) => `${name}: issue ${issue} says that ${what}; it is\n${is}`));
    }
    const told = new Set(listed.flatMap((change) => [...change.now, ...change.gone]));
    const { now: here, gone } = changedLines(was, is);
    if (listed.length > 0)
      found.push(
        ...[...here, ...gone]
          .filter((line) => !told.has(line))
          .map((line) => `${name}: no issue says that “${line}” changes`),
      );
  }
  for (const name of [...now.keys()].filter((one) => !before.has(one)))
    found.push(`${name}: was never seen before`);
  return found;
}

/** What has come and what has gone, line by line. */
export function changedLines(was: string, is: string): Pick<Change, 'now' | 'gone'> {
  const [before, after] = [was.split('\n'), is.split('\n')];
  return {
    now: [...new Set(after.filter((line) => !before.includes(line)))],
    gone: [...new Set(before.filter((line) => !after.includes(line)))],
  };
}

/**
 * The list with what is listed nowhere yet added to it, and without what is no longer so.
 * @param change the issue that makes the difference, and why
 */
export function listed(
  before: Named,
  now: Named,
  changes: readonly Change[],
  change: Pick<Change, 'issue' | 'why'>,
): Change[] {
  const kept = new Map(changes.flatMap((one) => one.what.map((name) => [name, one] as const)));
  return [...before].flatMap(([name, was]) => {
    const is = now.get(name) ?? '(nothing)';
    if (is === was) return [];
    const known = kept.get(name);
    const lines = changedLines(was, is);
    const same =
      known && JSON.stringify([known.now, known.gone]) === JSON.stringify([lines.now, lines.gone]);
    return [same ? { ...known, what: [name] } : { ...change, what: [name], ...lines }];
  });
}

/** Every name that is listed and is the name of nothing. */
export function unknownNames(changes: readonly Change[], names: ReadonlySet<string>): string[] {
  return changes.flatMap(({ what }) => what).filter((name) => !names.has(name));
}

function firstDifference(was: string, is: string): string {
  const [before, after] = [was.split('\n'), is.split('\n')];
  const index = before.findIndex((line, at) => line !== after[at]);
  const at = index < 0 ? before.length : index;
  return `  line ${at + 1} was: ${before[at] ?? '(the end)'}\n  line ${at + 1} is:  ${after[at] ?? '(the end)'}`;
}
