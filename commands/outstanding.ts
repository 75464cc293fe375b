// `/pap outstanding`: whose return has not come in; by theme, rating, overdue or person.

import {
  anyOrder,
  dated,
  flag,
  line,
  person,
  rating,
  theme,
} from '../src/core/message/domain/line-form.ts';
import { type Rag, ragNamed } from '../src/core/message/domain/rag.ts';
import { isOrWas } from '../src/core/message/domain/standing.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../src/core/request/app/command.ts';
import { parseWords } from '../src/core/request/app/parse-words.ts';
import type { Reads } from '../src/core/request/app/ports.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { ok, type Result } from '../src/core/request/domain/result.ts';
import { findTheme } from '../src/core/themes/app/find-theme.ts';
import { fadeRatings } from '../src/cycle/ratings/app/fade-ratings.ts';
import { listOutstanding } from '../src/cycle/returns/app/list-outstanding.ts';
import { outstandingMessage } from '../src/cycle/returns/messages/objective-list.ts';
import { findPerson } from '../src/people/people/app/find-person.ts';
import { isOverdue, isOwner, type Objective } from '../src/plan/objectives/domain/objective.ts';

const own = {
  verb: 'outstanding',
  forms: {
    list: dated(line(anyOrder(theme(), rating(), flag('overdue'), person('person')))),
  },
  examples: ['outstanding', 'outstanding theme 1 red', 'outstanding overdue'],
} as const;

export const outstanding = {
  ...own,
  name: 'outstanding',
  aliases: ['out', 'due'],
  summary: 'lists the returns that have not come in',
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
  const read = parseWords(own, line);
  if (!read.ok) return read;
  const { theme, rating, overdue, person } = read.value.said;
  const rag = ragNamed(rating);
  const themeFound = theme === '' ? null : await findTheme(theme, context.record);
  if (themeFound && !themeFound.ok) return themeFound;
  const personFound = person === '' ? null : await findPerson(person, context);
  if (personFound && !personFound.ok) return personFound;
  const said = [
    theme && `theme ${theme.replace(/\D/g, '')}`,
    ...[overdue, rag ?? '', personFound?.value.name ?? ''],
  ];
  return ok({
    ...(themeFound && { themeId: themeFound.value.id }),
    ...(personFound && { personId: personFound.value.id }),
    ...(rag && { rag }),
    overdue: overdue !== '',
    words: said.filter(Boolean),
  });
}
