// How far an action or milestone is, in the words that people read and type.
import type { WorkStatus } from './plan-item.ts';

export const workStatusWords = {
  'not-started': 'not started',
  'under-way': 'under way',
  done: 'done',
  closed: 'closed',
} as const satisfies Record<WorkStatus, string>;

const wordings: readonly (readonly [RegExp, WorkStatus])[] = [
  [/^not[\s-]+(?:yet[\s-]+)?started(?=\W|$)/i, 'not-started'],
  [/^(?:under[\s-]?way|in[\s-]+progress|started|ongoing)(?=\W|$)/i, 'under-way'],
  [/^(?:done|completed?|finished)(?=\W|$)/i, 'done'],
  [/^(?:closed?|dropped)(?=\W|$)/i, 'closed'],
];

/** The status that words begin with, and what follows as the note; null where they begin otherwise. */
export function parseWorkStatus(
  words: string,
): { readonly status: WorkStatus; readonly note: string } | null {
  const text = words.trim();
  for (const [wording, status] of wordings) {
    const found = wording.exec(text);
    if (found) return { status, note: text.slice(found[0].length).replace(/^[\s,;:.–-]+/, '') };
  }
  return null;
}
