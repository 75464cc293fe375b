// What a colour means until the partnership says it in its own words: generic, and said to be so.
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';

/** The product's own wording of both ratings. */
export const defaultRagWordings = {
  delivery: {
    red: 'Off track: will not be done by its date, or not begun when it should have been, unless something changes.',
    amber: 'At risk: some of it is late or uncertain, and there is a plan to bring it back.',
    green: 'On track: will be done by its date as things stand.',
    blue: 'Complete and embedded: done, in use, and shown by evidence to last.',
  },
  impact: {
    red: 'Families feel no difference yet, or things have become worse for them.',
    amber: 'Some families feel a difference; it is uneven or not yet measured.',
    green: 'Most of the families whom it is for feel the difference, and figures agree.',
    blue: 'Families feel it, they say so, and it has lasted.',
  },
} as const satisfies Record<RatingKind, Record<Rag, string>>;
