// `npm run guard`: prints how well the personal-data guard does on the labelled notes, kind by kind.
import { guardTable, officerNotes } from '../test/core/personal-data/domain/support/guard-score.ts';

console.log(guardTable(officerNotes()));
