// `/pap admin rag`: what each colour means in the current version of the plan, and how the office words it.

import { parseRag } from '../../src/core/message/domain/rag.ts';
import { parseTypedNote } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { ratingWordings, setRagWording } from '../../src/cycle/ratings/app/rag-wordings.ts';
import { ragSetMessage, ragWordingMessage } from '../../src/cycle/ratings/messages/rag-wording.ts';

export const rag = {
  name: 'rag',
  summary: 'shows what the colours mean, and sets it',
  usage: 'admin rag [<red|amber|green|blue> <delivery|impact> <what it means> | at <date>]',
  examples: [
    'admin rag',
    'admin rag amber delivery Some of it is late, and there is a plan to bring it back',
    'admin rag blue impact Families say so, and it has lasted',
  ],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: `set: ${permissionTable['rag-wording'].says}; see: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const colour = parseRag(rest);
    const [, rating = '', words = ''] =
      /^(delivery|impact)\b[:,]?\s*([\s\S]*)$/i.exec(colour.kind === 'rating' ? colour.rest : '') ??
      [];
    if (colour.kind !== 'rating' || rating === '') {
      const problem =
        'Say the colour, which of the two ratings, and what it means: “admin rag amber delivery Some of it is late”.';
      return refused({ code: 'usage', verb: 'admin rag', problem });
    }
    const kind = rating.toLowerCase() === 'impact' ? 'impact' : 'delivery';
    const start = `admin rag ${colour.rag} ${kind}`;
    const wording = await parseTypedNote(words, start, context);
    if (!wording.ok) return refused(wording.refusal);
    if (wording.value === null) {
      const problem = `Say what ${colour.rag} means: “${start} …”.`;
      return refused({ code: 'usage', verb: 'admin rag', problem });
    }
    const set = await setRagWording(kind, colour.rag, wording.value, context);
    return set.ok ? recorded(ragSetMessage(set.value)) : refused(set.refusal);
  },
} satisfies Command;

async function list({ record }: { readonly record: Reads<'ragWordings'> }): Promise<CommandResult> {
  return reply(ragWordingMessage(await ratingWordings(record), null));
}
