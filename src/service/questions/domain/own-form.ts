// Whether a line that a verb has refused is that verb's own form with a fault in it, of which the verb says more than a guess.
import { MONTH, WEEKDAY } from '../../../core/dates/domain/date-words.ts';
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import type { PlanRefs } from '../../../plan/objectives/domain/plan-refs.ts';

/** A line about the past, which the verb has refused as such. */
const AS_AT = /\sat\s+\d/i;
/** A number, a name or a date right behind the verb. */
const NUMBERED = /^(?:(?:until|till|for|from|on|in|theme)\s+)?\S*[\d@]/i;
/** What leads in a time or a place in any sentence. */
const LEADING = /^(?:until|till|from|for|in|at|to|with)$/;
/** What only a button or a form puts behind a verb. */
const CONFIRMED = /^confirm\s/i;
/** The one word behind a verb with which people only talk: “undo that”, “help me”. */
const TALK =
  /^(?:pap|please|that|this|it|me|us|you|them|these|those|again|now|mine|everything|anything|report|reports|is|are|am|today|last|latest|thanks|with|for|about|up|over|work|back)$/i;

/**
 * Whether what the verb says of the line is the better answer than what was understood.
 * @param verb the verb with which the line begins, and its usage, which says the words of its own
 * @param understood the line that was understood
 */
export function isOwnForm(
  line: string,
  { name: verb, usage }: { readonly name: string; readonly usage: string },
  understood: string,
  plan: PlanRefs,
): boolean {
  const behind = line.trim().replace(/^\S+\s*/, '');
  if (CONFIRMED.test(behind)) return true;
  if (verb === 'update' && /^update \S.* (?:red|amber|green|blue)\b/.test(understood)) return false;
  // “evidence for 2B:2 is at https://…” is understood as the same verb's, with its reference.
  const isSameVerb = understood.startsWith(`${verb} `) && plan.named(understood).length > 0;
  if (isSameVerb && plan.leading(behind) === null) return false;
  if (verb === 'admin' || AS_AT.test(line)) return true;
  // A word alone: a guess at which theme is meant is worth less than the verb's own question.
  if (behind === '') return plan.named(understood).length === 0;
  if (plan.leading(behind) !== null || NUMBERED.test(behind)) return true;
  if (isOwnWords(behind, usage)) return true;
  if (!/\s/.test(behind) && !TALK.test(behind.replace(/[?!.,]+$/, ''))) return true;
  const known = understood.toLowerCase();
  const numbers = behind.match(/\d+/g) ?? [];
  const words = behind.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return (
    numbers.some((number) => !known.includes(number)) ||
    words.some((word) => !isTalk(word) && !known.includes(word))
  );
}

/** Whether so few words begin with one of the verb's own, as `accept x` does of `handover <accept|decline> <number>`. */
function isOwnWords(behind: string, usage: string): boolean {
  const [first = '', ...more] = behind.toLowerCase().split(/\s+/);
  if (!new Set(usage.toLowerCase().match(/[a-z-]+/g)).has(first)) return false;
  if (more.length === 0) return true;
  return !TALK.test(first) && more.length <= (LEADING.test(first) ? 1 : 2);
}

/** A word of English, with its endings and contractions, or of the trade. */
function isTalk(word: string): boolean {
  const plain = word.replace(/(?:n['’]t|['’]\w{1,2})$/, '');
  const parts = plain.split(/['’-]/);
  return (
    /^(?:kpis?|siab|ehcps?|rag|pap)$/.test(plain) ||
    new RegExp(`^(?:${WEEKDAY}|${MONTH})$`).test(plain) ||
    areEnglish(parts) ||
    areEnglish([plain.replace(/ing$/, '')]) ||
    areEnglish([plain.replace(/ing$/, 'e')])
  );
}

/** Whether the first word is a verb with a slip in it; “named workers …” and “how many …” are English, and none. */
export function isSlipOfVerb(typed: string, rest: string, plan: PlanRefs): boolean {
  return (
    !areEnglish([typed.replace(/['’]/g, '')]) ||
    plan.leading(rest) !== null ||
    /^(?:theme\s*\d|t\d|@)/i.test(rest)
  );
}
