// `/pap outstanding`: whose return has not come in; by theme, rating, overdue or person.

import { type Rag, ragNamed } from '../src/core/message/domain/rag.ts';
import { isOrWas } from '../src/core/message/domain/standing.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import { fadeRatings } from '../src/cycle/ratings/app/fade-ratings.ts';
import { listOutstanding } from '../src/cycle/returns/app/list-outstanding.ts';
import { outstandingMessage } from '../src/cycle/returns/messages/objective-list.ts';
import { findPerson } from '../src/people/people/app/find-person.ts';
import { isOverdue, isOwner, type Objective } from '../src/plan/objectives/domain/objective.ts';

export const outstanding = {
  name: 'outstanding',
  aliases: ['out', 'due'],
  summary: 'lists the returns that have not come in',
  usage: 'outstanding [theme <n>] [red|amber|green|blue] [overdue] [@name] [at <date>]',
  examples: ['outstanding', 'outstanding theme 1 red', 'outstanding overdue'],
  asAt: { answer },
  access: permissionTable['read-plan'].says,
  run: answer,
} satisfies Command;

async function answer(
  rest: string,
  context: Given<'now' | 'today' | 'inbound', Reads<'cycles' | 'kpis' | 'objectives' | 'people'>>,
): Promise<CommandResult> {
  const filter = await readFilter(rest, context);
  if (!filter.ok) return refused(filter.refusal);
  const { record, today, now } = context;
  const { themeId, personId, rag, overdue, words } = filter.value;
  const groups = await listOutstanding(record, today, {
    ...(themeId && { themeId }),
    ...(personId && { personId }),
  });
  const wanted = (objective: Objective) =>
    (!personId || isOwner(objective, personId)) && (!overdue || isOverdue(objective, today));
  const shown = await Promise.all(
    groups.map(async (group) => ({
      ...group,
      objectives: (await fadeRatings(group.objectives.filter(wanted), record, now)).filter(
        (objective) => !rag || isOrWas(rag, objective),
      ),
    })),
  );
  return reply(
    outstandingMessage({
      groups: shown,
      filter: words.join(', '),
      today,
      now,
    }),
  );
}

type Filter = { themeId?: string; personId?: string; rag?: Rag; overdue: boolean; words: string[] };

async function readFilter(
  line: string,
  context: Given<'today' | 'inbound', Reads<'kpis' | 'people'>>,
): Promise<Result<Filter>> {
  const filter: Filter = { overdue: false, words: [] };
  let left = line.replace(/\btheme\s*(\d+)\b/i, (_, number: string) => {
    filter.words.push(`theme ${number}`);
    return '';
  });
  if (filter.words.length > 0) {
    const theme = await findTheme(filter.words[0] ?? '', context.record);
    if (!theme.ok) return theme;
    filter.themeId = theme.value.id;
  }
  left = left.replace(/\boverdue\b/i, () => {
    filter.overdue = true;
    filter.words.push('overdue');
    return '';
  });
  // A rating of two words is one word to what follows.
  left = left.replace(/\b(off|at|on)\s+(track|risk)\b/gi, '$1-$2');
  const rest: string[] = [];
  for (const word of left.split(/\s+/).filter(Boolean)) {
    const rag = word.length > 1 ? ragNamed(word) : null;
    if (rag && !filter.rag) {
      filter.rag = rag;
      filter.words.push(rag);
    } else rest.push(word);
  }
  if (rest.length === 0) return ok(filter);
  const person = await findPerson(rest.join(' '), context);
  if (!person.ok) return person;
  return ok({ ...filter, personId: person.value.id, words: [...filter.words, person.value.name] });
}
