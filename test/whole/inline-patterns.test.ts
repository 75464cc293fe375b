// A verb declares the forms of its line, and is read by them: no file of a verb takes a line apart with patterns of its own,
// but for those that are named here with why.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../commands');
/** A regular expression at work: asked, or given to a method of text. */
const PATTERN =
  /\/(?:[^/\n\\]|\\.)+\/[a-z]*\.(?:exec|test)\(|\.(?:match|matchAll|replace|replaceAll|split|search)\(\s*\//g;

/** How many each file has, and why they are not pieces of a form. */
const KEPT: Readonly<Record<string, readonly [count: number, why: string]>> = {
  'help.ts': [3, 'the words of a verb’s name'],
  'outstanding.ts': [1, 'the digits of a theme, as the answer repeats them'],
  'same.ts': [1, 'whether the words may be a reference that the plan has not'],
  'settings.ts': [1, 'an hour'],
  'show.ts': [3, 'words behind a reference that `update` was meant by'],
  'admin/audit.ts': [2, 'what a seal and a reference of a request look like'],
  'admin/change.ts': [2, 'a number alone, which shows a change'],
  'admin/families.ts': [1, 'what a code looks like'],
  'admin/status.ts': [1, 'a time on a quarter of an hour'],
};

it('has no inline pattern in a verb but those that are named with why', () => {
  const found = Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map(
        (name) =>
          [name, readFileSync(join(folder, name), 'utf8').match(PATTERN)?.length ?? 0] as const,
      )
      .filter(([, count]) => count > 0),
  );

  expect(found).toEqual(
    Object.fromEntries(Object.entries(KEPT).map(([name, [count]]) => [name, count])),
  );
});
