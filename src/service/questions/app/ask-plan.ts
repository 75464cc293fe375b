// What of the plan a sentence may name, and what of it is the asker's own.
import type { Given } from '../../../core/request/app/command.ts';
import { hasRole } from '../../../core/request/domain/actor.ts';
import { parseReturnLines } from '../../../cycle/returns/app/parse-return-lines.ts';
import { beginsWithColour } from '../../../cycle/returns/domain/said-plainly.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';
import type { Vocabulary } from '../../../plan/overview/app/vocabulary-ports.ts';
import type { Asker } from '../domain/intent.ts';
import type { Own } from '../domain/slots.ts';
import { type Understood, understand } from '../domain/understand.ts';

type Needs = Given<'actor' | 'today' | 'terms'>;

/**
 * What a sentence asks for, as lines that could have been typed.
 * @param vocabulary what the plan has that it may name
 */
export function understandSentence(
  line: string,
  { plan, people, themes, own }: Vocabulary,
  { actor, today, terms }: Needs,
): Understood {
  const updates = severalUpdates(line, plan);
  if (updates.length > 0) return { kind: 'asks', lines: updates };
  // What one owns first: the likeliest that is meant.
  const mine = [...own.filter(({ owns }) => owns), ...own.filter(({ owns }) => !owns)];
  const facts: Own = {
    askers: askersOf(actor),
    red: mine.filter(({ rag }) => rag === 'red').map(({ ref }) => ref),
    own: mine.map(({ ref }) => ref),
  };
  return understand(line, { plan, people, themes }, facts, { today, context: { terms } });
}

function askersOf(actor: Needs['actor']): readonly Asker[] {
  const isOffice = hasRole(actor, 'programme-office');
  return [
    ...(isOffice ? (['office'] as const) : []),
    ...(isOffice || hasRole(actor, 'board') ? (['board'] as const) : []),
    'anybody',
  ];
}

/** What leads up to a rating that is given without the verb. */
const WISH =
  /^\s*(?:(?:please|pls|hi|hello|pap|can you|could you|mark|set|put|make|record|update|rate)[\s,:]+)*/i;

/**
 * Ratings of several objectives without a verb, as one line that shows them all before it records them, and each alone;
 * empty: there are not several.
 */
function severalUpdates(line: string, plan: PlanRefs): readonly string[] {
  const said = line.replace(WISH, '');
  const { lines, confirmed } = parseReturnLines(said, 'update', plan);
  const isRated = ({ typedRef, words }: (typeof lines)[number]) =>
    typedRef !== '' &&
    plan.leading(typedRef) !== null &&
    (beginsWithColour(words) || /^same\b/i.test(words));
  if (lines.length < 2 || confirmed || !lines.every(isRated)) return [];
  const each = lines.map(({ typedRef, words }) =>
    /^same\b/i.test(words) ? `same ${typedRef}` : `update ${typedRef} ${words}`,
  );
  return [`update ${said}`, ...each];
}
