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
    for (const { issue, now: parts } of is === was ? [] : listed)
      for (const part of parts.filter((one) => !is.includes(one)))
        found.push(`${name}: issue ${issue} says that “${part}” is there now; it is\n${is}`);
  }
  for (const name of [...now.keys()].filter((one) => !before.has(one)))
    found.push(`${name}: was never seen before`);
  return found;
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
