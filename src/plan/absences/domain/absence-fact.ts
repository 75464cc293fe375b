// That somebody is away on a day, and who stands in.

/** Somebody who is away on a day, and who has agreed to cover for them. */
export type AbsenceFact = { readonly personId: string; readonly coverId: string | null };
