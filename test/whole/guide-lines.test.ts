// Every line that the role tables of the user guide tell people to type is one that PAP understands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import type { PlanWorld } from '../support/world/plan-world.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/user-guide.md'), 'utf8');

const OWNER = 'owner@example.org';
const COVER = 'deputy@example.org';
const CHAIR = 'cochair@example.org';
const OFFICE = 'office@example.org';
const BOARD = 'dev@example.org';

/** Each page of the guide, and who types what it says. */
const PAGES: readonly (readonly [string, string])[] = [
  ['You own an objective', OWNER],
  ['You are a deputy or a cover', COVER],
  ['You co-chair a theme', CHAIR],
  ['You are the programme office', OFFICE],
  ['You sit on the board', BOARD],
  ['You read the plan', 'femi@example.org'],
  ['Away, handing over, and how you are reached', OWNER],
  ['For the programme office: people', OFFICE],
  ['Changing the plan', OFFICE],
  ['Plans from files, and as files', OFFICE],
];

/** What none of the lines may be answered with: the guide would tell people to type what is not understood. */
const NOT_UNDERSTOOD = [
  ...['unknown-verb', 'usage', 'unknown-person', 'unknown-theme', 'unknown-forum'],
  ...['bad-date', 'bad-period', 'bad-link', 'bad-rating', 'personal-data'],
];

const lines = PAGES.flatMap(([page, email]) =>
  [...linesOf(page)].map((line) => [page, email, line] as const),
);

describePlan('the lines of the user guide', (parts) => {
  beforeAll(() => prepare(parts.world));

  it.each(lines)('%s, %s: %s', async (_page, email, line) => {
    const reply = await parts.world.pap(email, line);

    const code = 'code' in reply ? reply.code : null;
    expect(NOT_UNDERSTOOD, reply.message.title).not.toContain(code);
    expect(reply.outcome).not.toBe('fault');
  });
});

it('has lines for every page', () => {
  for (const [page] of PAGES) expect(linesOf(page).size, page).toBeGreaterThan(3);
});

/** The guide speaks of somebody called Sam, and of things that have happened. */
async function prepare(world: PlanWorld): Promise<void> {
  await world.pap(OFFICE, 'admin people add "Sam Field" sam@example.org Example Council');
  await world.pap(OFFICE, 'admin people role @dev board');
  await world.pap(OWNER, 'update 2B:2 amber 12 of 20 trained');
  await world.pap(CHAIR, 'challenge 2B:2 why amber?');
  await world.pap(OWNER, 'decide 2B:2 needed a second trainer from SIAB');
}

/**
 * The code spans of a page's tables, or of all of it where it has none, that begin with a verb; what stands
 * for something else is left out.
 */
function linesOf(page: string): Set<string> {
  const [, section = ''] = guide.split(new RegExp(`^##+ ${page}$`, 'm'));
  const text = section.split(/^##+ /m)[0] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const spans = [...(rows.join('\n') || text).matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return new Set(spans.filter((span) => isVerb(span) && !/[<…]/.test(span)));
}

function isVerb(span: string): boolean {
  const [first = ''] = span.split(' ');
  return commands.some(({ name }) => name === first);
}
