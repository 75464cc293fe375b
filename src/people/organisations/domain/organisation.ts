// The kinds of body that a partnership has, as people say them and as they are kept.

/** By the words of the record. */
export const organisationKinds = {
  council: 'Council',
  nhs: 'NHS',
  'parent-carer-forum': 'Parent carer forum',
  school: 'School',
  voluntary: 'Voluntary',
  other: 'Other',
} as const;

export type OrganisationKind = keyof typeof organisationKinds;

const KINDS = Object.keys(organisationKinds) as readonly OrganisationKind[];

/** The kind that is meant, capitals and hyphens aside; null: none of them. */
export function organisationKind(words: string): OrganisationKind | null {
  const plain = words.trim().toLowerCase().replace(/\s+/g, '-');
  return KINDS.find((kind) => kind === plain) ?? null;
}

/** A kind in words; one that only a file knows stays as it is. */
export function kindText(kind: string): string {
  return organisationKinds[kind as OrganisationKind] ?? kind;
}
