// Every table of the record with what each of its columns holds. A new column belongs here in the change that brings it.
import type { KeptTable } from './kept-data.ts';
import { history, people } from './kept-people.ts';
import { board, delivery, plan } from './kept-plan.ts';

/** Every table with rows of a partnership, and the pace of sending. */
export const keptTables: readonly KeptTable[] = [
  ...people,
  ...history,
  ...plan,
  ...board,
  ...delivery,
];
