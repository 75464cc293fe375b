// `/pap same 2B:2`: an explicit "no change", recorded as a return.
import { type Command, recorded, refused } from '../src/app/command.ts';
import { readObjective } from '../src/app/find-objective.ts';
import { readTypedNote } from '../src/app/typed-note.ts';
import { updateStatus } from '../src/app/update-status.ts';
import { permissionTable } from '../src/domain/permissions.ts';
import { leadingColour } from '../src/domain/rag.ts';
import { receiptMessage } from '../src/messages/receipt.ts';

export const same = {
  name: 'same',
  summary: 'records that nothing has changed',
  usage: 'same <ref> [a few words]',
  examples: [
    'same 2B:2',
    'same 2B:2 evidence unchanged',
    'same 2b2 next cohort starts in September',
  ],
  access: permissionTable['update-objective'].says,
  async run(rest, context) {
    const read = await readObjective(rest, 'same', context);
    if (!read.ok) return refused(read.refusal);
    const { objective, rest: words } = read.value;
    const colour = leadingColour(words);
    if (colour && colour !== objective.rag) {
      const problem = `“same” repeats the last rating. To change it, type “update ${objective.ref} ${colour}” and why. A note that begins with a colour goes in quotation marks.`;
      return refused({ code: 'usage', verb: 'same', problem });
    }
    const note = await readTypedNote(words, `same ${objective.ref}`, context);
    if (!note.ok) return refused(note.refusal);
    const result = await updateStatus({ kind: 'same', note: note.value }, objective, context);
    return result.ok ? recorded(receiptMessage(result.value)) : refused(result.refusal);
  },
} satisfies Command;
