// `/pap admin rag`: what each colour means in the current version of the plan, and how the office words it.

import { choice, dated, line, rating, words } from '../../src/core/message/domain/line-form.ts';
import { parseRag } from '../../src/core/message/domain/rag.ts';
import { parseTypedNote } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { asksOnlyWords, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';
import { ratingWordings, setRagWording } from '../../src/cycle/ratings/app/rag-wordings.ts';
import { ragSetMessage, ragWordingMessage } from '../../src/cycle/ratings/messages/rag-wording.ts';

const own = {
  verb: 'admin rag',
  forms: {
    list: dated(line()),
    set: line(rating(), choice('kind', 'delivery', 'impact'), words('meaning', '<what it means>')),
  },
  examples: [
    'admin rag',
    'admin rag amber delivery Some of it is late, and there is a plan to bring it back',
    'admin rag blue impact Families say so, and it has lasted',
  ],
} as const;

export const rag = {
  ...own,
  name: 'rag',
  summary: 'shows what the colours mean, and sets it',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  needs: {
    set: 'rag-wording',
  },
  access: `set: ${permissionTable['rag-wording'].says}; see: ${permissionTable['read-plan'].says}`,
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    if (read.value.form === 'list') return await list(context);
    const { said, rest: words } = read.value;
    const colour = parseRag(said.rating);
    if (colour.kind !== 'rating') return await list(context);
    const kind = said.kind === 'impact' ? 'impact' : 'delivery';
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
