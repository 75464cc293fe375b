// Something is said, and not of which objective: what was typed is kept behind each of the person's own.

import type { Refusal } from '../../../core/request/domain/refusal.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { ReturnVerb } from './parse-return-lines.ts';

/** More buttons than this are more than a line in chat. */
const MOST_CHOICES = 10;

/** @param words what is said, as a line of the verb takes it behind a reference */
export function askWhich(verb: ReturnVerb, words: string, own: readonly Objective[]): Refusal {
  const choices = own.slice(0, MOST_CHOICES).map(({ ref, title }) => ({ ref, title }));
  return { code: 'which-objective', verb, words, choices };
}
