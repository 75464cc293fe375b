// Themes, their projects and the plan's areas are added and renamed. The office sees nothing else of them here: what stands in
// them is the plan's, and changes as the plan does.

import { looseName } from '../../message/domain/text-ends.ts';
import type { Doing, Given } from '../../request/app/command.ts';
import { commitOnce } from '../../request/app/commit-once.ts';
import type { Commits, Uses } from '../../request/app/ports.ts';
import { permit } from '../../request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../request/domain/result.ts';
import { type NamedTheme, themeName } from '../domain/theme-name.ts';
import type { AreaView, ProjectView, ThemeView } from './theme-ports.ts';

const VERB = 'admin theme';

/** A theme as it was typed; without a number it gets the next one. */
export type NewTheme = Pick<ThemeView, 'kind' | 'name'> & { readonly number: number | null };

type ManageNeeds = Given<Doing, Commits<'audit' | 'kpis' | 'peopleAdmin' | 'themes'>>;
type Inside = Uses<'audit' | 'kpis' | 'peopleAdmin' | 'themes'>;

/** Refusals: `not-permitted`, `name-taken`. */
export async function addTheme(
  { kind, name, number }: NewTheme,
  context: ManageNeeds,
): Promise<Result<NamedTheme>> {
  return await keeping(context, 'add', async ({ themes, kpis }) => {
    const all = await kpis.themes();
    const alike = all.find((one) => sameName(one.name, name));
    if (alike) return taken(alike.kind, themeName(alike));
    const own = all.filter((one) => one.kind === kind);
    const same = own.find((one) => one.number === number);
    if (same) return taken(same.kind, themeName(same));
    const theme = {
      kind,
      name,
      number: number ?? Math.max(0, ...own.map((one) => one.number)) + 1,
    };
    await themes.add(theme);
    return ok({ value: theme, kind: 'theme-added', summary: `${themeName(theme)} was added` });
  });
}

/** Refusals: `not-permitted`, `name-taken`. */
export async function renameTheme(
  theme: ThemeView,
  name: string,
  context: ManageNeeds,
): Promise<Result<NamedTheme>> {
  return await keeping(context, 'rename', async ({ themes, kpis }) => {
    const others = (await kpis.themes()).filter(({ id }) => id !== theme.id);
    const alike = others.find((one) => sameName(one.name, name));
    if (alike) return taken(alike.kind, themeName(alike));
    await themes.rename(theme.id, name);
    const summary = `${themeName(theme)} is called ${name}`;
    return ok({ value: { ...theme, name }, kind: 'theme-renamed', summary });
  });
}

/** Refusals: `not-permitted`, `name-taken`. */
export async function addProject(
  theme: ThemeView,
  name: string,
  context: ManageNeeds,
): Promise<Result<true>> {
  return await keeping(context, 'project', async ({ themes }) => {
    const alike = (await themes.projects()).find((one) => sameName(one.name, name));
    if (alike) return taken('project', alike.name);
    await themes.addProject(theme.id, name);
    const summary = `The project ${name} of ${themeName(theme)} was added`;
    return ok({ value: true, kind: 'project-added', summary });
  });
}

/** Refusals: `not-permitted`, `name-taken`. */
export async function renameProject(
  project: ProjectView,
  name: string,
  context: ManageNeeds,
): Promise<Result<true>> {
  return await keeping(context, 'project', async ({ themes }) => {
    const others = (await themes.projects()).filter(({ id }) => id !== project.id);
    const alike = others.find((one) => sameName(one.name, name));
    if (alike) return taken('project', alike.name);
    await themes.renameProject(project.id, name);
    const summary = `The project ${project.name} is called ${name}`;
    return ok({ value: true, kind: 'project-renamed', summary });
  });
}

/** Names an area; one that the plan has not yet is added. Refusal: `not-permitted`. @returns what it was; null: it is new */
export async function nameArea(
  ref: string,
  name: string,
  context: ManageNeeds,
): Promise<Result<AreaView | null>> {
  return await keeping(context, 'area', async ({ themes }) => {
    const before = (await themes.areas()).find(
      (one) => one.ref.toUpperCase() === ref.toUpperCase(),
    );
    await themes.nameArea(before?.ref ?? ref, name);
    const summary = `The area ${before?.ref ?? ref} is called ${name}`;
    return ok({ value: before ?? null, kind: 'area-named', summary });
  });
}

/** One at a time, with what the audit says of it. */
async function keeping<T>(
  context: ManageNeeds,
  word: string,
  work: (
    repositories: Inside,
  ) => Promise<Result<{ readonly value: T; readonly kind: string; readonly summary: string }>>,
): Promise<Result<T>> {
  const { actor, now } = context;
  const allowed = permit(actor, 'structure', `${VERB} ${word}`);
  if (!allowed.ok) return allowed;
  return await commitOnce(context, async (repositories) => {
    await repositories.peopleAdmin.lock();
    const done = await work(repositories);
    if (!done.ok) return done;
    const { kind, summary, value } = done.value;
    await repositories.audit.append({ kind, summary, authorId: actor.personId, at: now });
    return ok(value);
  });
}

function taken(what: string, name: string): Result<never> {
  return refuse({ code: 'name-taken', what, name, list: VERB });
}

/** Names that people would take for one. */
export function sameName(one: string, other: string): boolean {
  return looseName(one) === looseName(other);
}
