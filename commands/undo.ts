// `/pap undo 2B:2`, or `/pap undo` for whatever I rated last: takes my latest rating back.

import { type Command, recorded, refused } from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { undoUpdate } from '../src/cycle/corrections/app/correct-status.ts';
import { correctionReceipt } from '../src/cycle/corrections/messages/correction.ts';
import { findNamedObjective } from '../src/plan/objectives/app/find-objective.ts';

export const undo = {
  name: 'undo',
  summary: 'takes your latest rating back, within ten minutes',
  usage: 'undo [ref]',
  examples: ['undo 2B:2', 'undo', 'undo 2b2'],
  access: permissionTable.undo.says,
  async run(rest, context) {
    const read = rest === '' ? null : await findNamedObjective(rest, 'undo', context);
    if (read && !read.ok) return refused(read.refusal);
    if (read?.value.rest) {
      const problem = '“undo” takes a reference and nothing else; to change a note, type “amend”.';
      return refused({ code: 'usage', verb: 'undo', problem });
    }
    const result = await undoUpdate(read?.value.objective ?? null, context);
    return result.ok ? recorded(correctionReceipt(result.value)) : refused(result.refusal);
  },
} satisfies Command;
