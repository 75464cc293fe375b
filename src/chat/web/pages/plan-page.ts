// The plan at a glance: every objective by its area, one row each, and how the ratings stand.
import type { RequestHandler } from 'express';
import type { Temporal } from 'temporal-polyfill';
import { type Rag, ragLooks, ragOrder } from '../../../core/message/domain/rag.ts';
import { isOrWas } from '../../../core/message/domain/standing.ts';
import { countsText, ratingText } from '../../../core/message/messages/rag-text.ts';
import { themeTitle } from '../../../core/themes/domain/theme-name.ts';
import { fadeRatings } from '../../../cycle/ratings/app/fade-ratings.ts';
import { isOverdue, type Objective } from '../../../plan/objectives/domain/objective.ts';
import { dueText } from '../../../plan/plan-items/messages/plan-parts.ts';
import { chrome } from '../inbound/answer.ts';
import { type Door, visitOf } from '../inbound/session.ts';

type Filter = {
  readonly theme: string;
  readonly rating: string;
  readonly owner: string;
  readonly overdue: boolean;
};

/** Everybody on the plan may read it. */
export function planPage(door: Door): RequestHandler {
  return async (request, response) => {
    const visit = visitOf(response);
    const { partnership, record, path } = visit;
    const now = await door.clock.now();
    const today = now.toZonedDateTimeISO(partnership.timeZone).toPlainDate();
    const all = await fadeRatings(await record.objectives.list(today), record, now);
    const open = all.filter(({ status }) => status === 'open');
    const filter = parseFilter(request.query);
    const found = open.filter((one) => fits(one, filter, today));
    const page = {
      title: 'The plan',
      here: '/',
      counts: countsText(open),
      ...{ filter, isFiltered: found.length < open.length },
      themes: themesOf(open),
      ratings: ragOrder.map((rag) => ({ value: rag, label: ragLooks[rag].word })),
      owners: ownersOf(open),
      shown:
        found.length === open.length
          ? `All ${open.length} open objectives.`
          : `${found.length} of ${open.length} open objectives.`,
      areas: byArea(found).map(({ name, objectives }) => ({
        name,
        objectives: objectives.map((one) => rowOf(one, path, today)),
      })),
    };
    response.send(door.views.page('plan', await chrome(door, visit), page));
  };
}

function rowOf(objective: Objective, path: string, today: Temporal.PlainDate) {
  const { ref, title, due, rag } = objective;
  const owners = objective.assignees.filter(({ role }) => role === 'owner');
  return {
    ...{ ref, title },
    address: objectiveAddress(path, ref),
    rating: ratingText(objective),
    look: objective.fade ? 'faded' : (rag ?? 'none'),
    owner: owners.map(({ name, organisation }) => name ?? organisation).join(', ') || 'nobody yet',
    due: due ? dueText(due) : 'no date',
    overdue: isOverdue(objective, today),
  };
}

/** Where an objective’s page is: its printed reference, which stays as long as the plan prints it. */
export function objectiveAddress(path: string, ref: string): string {
  return `${path}/objectives/${encodeURIComponent(ref)}`;
}

function parseFilter(query: Readonly<Record<string, unknown>>): Filter {
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    theme: words(query.theme),
    rating: words(query.rating),
    owner: words(query.owner),
    overdue: query.overdue === 'yes',
  };
}

function fits(objective: Objective, filter: Filter, today: Temporal.PlainDate): boolean {
  const { theme, rating, owner, overdue } = filter;
  return (
    (theme === '' || objective.themes.some(({ id }) => id === theme)) &&
    (rating === '' || !isRag(rating) || isOrWas(rating, objective)) &&
    (owner === '' || objective.assignees.some(({ personId }) => personId === owner)) &&
    (!overdue || isOverdue(objective, today))
  );
}

function isRag(word: string): word is Rag {
  return ragOrder.some((rag) => rag === word);
}

function byArea(
  objectives: readonly Objective[],
): { readonly name: string; readonly objectives: readonly Objective[] }[] {
  const areas = new Map<string, Objective[]>();
  for (const one of objectives) {
    const name = one.areaName ? `${one.areaRef} ${one.areaName}` : `Area ${one.areaRef}`;
    areas.set(name, [...(areas.get(name) ?? []), one]);
  }
  return [...areas].map(([name, inside]) => ({ name, objectives: inside }));
}

function themesOf(objectives: readonly Objective[]) {
  const themes = new Map(objectives.flatMap((one) => one.themes).map((one) => [one.id, one]));
  return [...themes.values()]
    .sort((one, other) => one.number - other.number)
    .map((one) => ({ value: one.id, label: themeTitle(one) }));
}

function ownersOf(objectives: readonly Objective[]) {
  const owners = new Map(
    objectives
      .flatMap(({ assignees }) => assignees)
      .flatMap(({ role, personId, name }) =>
        role === 'owner' && personId !== null && name !== null ? [[personId, name] as const] : [],
      ),
  );
  return [...owners]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en-GB'));
}
