// What an entry says in words. They stand beside it, in entry_words, where they can be erased; people in them are shown by
// the name that they had when it was recorded.
import { Prisma } from '../../../generated/prisma/client.ts';

/** To be joined to `objective_entry u`. */
export const joinWords = Prisma.sql`LEFT JOIN entry_words w ON w.partnership_id = u.partnership_id AND w.entry_id = u.id`;

/** The note, of `objective_entry u` with its words joined. */
export const noteOf = Prisma.sql`words_with_names(w.note, u.partnership_id, u.at)`;

/** What an entry that is no rating changed, likewise. */
export const detailOf = Prisma.sql`detail_with_names(w.detail, u.partnership_id, u.at)`;
