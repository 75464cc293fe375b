// The kinds of body that meet about a plan, as people say them and as they are kept.

/** By the words of the record. */
export const forumKinds = {
  board: 'Board',
  'co-chairs': 'Co-chairs',
  'lead-member': 'Lead member',
  cabinet: 'Cabinet',
  scrutiny: 'Scrutiny',
  'parent-carer-forum': 'Parent carer forum',
  schools: 'Schools',
  review: 'Review',
  other: 'Other',
} as const;

export type ForumKind = keyof typeof forumKinds;

/** The kind that is meant, capitals and hyphens aside; null: none of them. */
export function forumKind(words: string): ForumKind | null {
  const plain = words.trim().toLowerCase().replace(/\s+/g, '-');
  return (Object.keys(forumKinds) as ForumKind[]).find((kind) => kind === plain) ?? null;
}
