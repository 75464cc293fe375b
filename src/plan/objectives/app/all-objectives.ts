// The objectives of a theme, or of the whole plan, closed ones included: for what tells of the past.
import type { Temporal } from 'temporal-polyfill';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { Objective } from '../domain/objective.ts';

/** @param themeId null: of the whole plan */
export async function allObjectives(
  { objectives }: Reads<'objectives'>,
  themeId: string | null,
  today: Temporal.PlainDate,
): Promise<Objective[]> {
  const ids = (await objectives.listNames()).map(({ id }) => id);
  const all = await objectives.list(today, { ids });
  return all.filter(({ themes }) => themeId === null || themes.some(({ id }) => id === themeId));
}
