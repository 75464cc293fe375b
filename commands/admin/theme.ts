// `/pap admin theme`: what the plan is divided into: themes, their projects, and areas.

import {
  checkFilling,
  type Filling,
  fillingLine,
  fillVacancies,
} from '../../src/control/vacancies/app/fill-vacancies.ts';
import { filledMessage, fillingQuestion } from '../../src/control/vacancies/messages/filled.ts';
import { partedAt, splitFirst } from '../../src/core/message/domain/text-ends.ts';
import { type NoteNames, parseTypedName } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { findParted } from '../../src/core/request/app/parse-words.ts';
import type { Reads, Uses } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../src/core/request/domain/result.ts';
import { findTheme } from '../../src/core/themes/app/find-theme.ts';
import {
  addProject,
  addTheme,
  type NewTheme,
  nameArea,
  renameProject,
  renameTheme,
  sameName,
} from '../../src/core/themes/app/manage-themes.ts';
import type { ProjectView } from '../../src/core/themes/app/theme-ports.ts';
import { themeName, themeTitle } from '../../src/core/themes/domain/theme-name.ts';
import {
  areaAddedMessage,
  projectAddedMessage,
  renamedMessage,
  themeAddedMessage,
  themesMessage,
} from '../../src/core/themes/messages/themes.ts';
import { findNamedObjectives } from '../../src/plan/objectives/app/find-objectives.ts';

const VERB = 'admin theme';

export const theme = {
  name: 'theme',
  aliases: ['themes', 'project', 'area'],
  summary: 'themes, projects and areas: adds and renames them, and puts objectives in a theme',
  usage:
    'admin theme [add [<n>|workstream] <name> | rename <theme> to <new name> | project add <name> in <theme> | project rename <name> to <new name> | area <ref> <name> | place <ref …> in <theme>]',
  examples: [
    'admin theme',
    'admin theme add Early help',
    'admin theme project add Family hubs in theme 1',
  ],
  access: permissionTable.structure.says,
  async run(rest, context) {
    const { word, rest: words } = splitFirst(rest);
    const allowed = permit(context.actor, 'structure', `${VERB} ${word}`.trim());
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word.toLowerCase()) {
      case '':
        return await list(context);
      case 'add':
        return await add(words, context);
      case 'rename':
        return await rename(words, context);
      case 'project':
        return await project(words, context);
      case 'area':
        return await area(words, context);
      case 'place':
        return await place(words, context);
      default:
        return unread('After “theme” I understand “add”, “rename”, “project”, “area” and “place”.');
    }
  },
} satisfies Command;

async function list({
  record,
  today,
}: Given<'today', Reads<'kpis' | 'objectives'> & Uses<'themes'>>): Promise<CommandResult> {
  const [themes, projects, areas, objectives] = await Promise.all([
    record.kpis.themes(),
    record.themes.projects(),
    record.themes.areas(),
    record.objectives.list(today),
  ]);
  const lines = themes.map((one) => ({
    ...one,
    projects: projects.filter(({ themeId }) => themeId === one.id),
    objectives: objectives.filter((each) => each.themes.some(({ id }) => id === one.id)).length,
  }));
  return reply(themesMessage(lines, areas));
}

type ChangeNeeds = Parameters<typeof addTheme>[1] &
  Given<'today', Reads<NoteNames | 'kpis'> & Uses<'themes'>>;

async function add(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const first = splitFirst(words);
  const number = /^\d{1,3}$/.test(first.word) ? Number(first.word) : null;
  const isWorkstream = first.word.toLowerCase() === 'workstream';
  const kind: NewTheme['kind'] = isWorkstream ? 'workstream' : 'theme';
  const name = await parseTypedName(
    number !== null || isWorkstream ? first.rest : words,
    { verb: VERB, start: `${VERB} add` },
    context,
  );
  if (!name.ok) return refused(name.refusal);
  if (number === 0) return unread('Themes are numbered from 1.');
  const done = await addTheme({ kind, number, name: name.value }, context);
  return done.ok ? recorded(themeAddedMessage(done.value)) : refused(done.refusal);
}

async function rename(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const both = await findParted(words, 'to', (name) => findTheme(name, context.record));
  if (!both) return unread(HOW_TO_RENAME);
  if (!both.ok) return refused(both.refusal);
  const [before, typed] = both.value;
  const name = await parseTypedName(
    typed,
    { verb: VERB, start: `${VERB} rename ${themeName(before)} to` },
    context,
  );
  if (!name.ok) return refused(name.refusal);
  const done = await renameTheme(before, name.value, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(renamedMessage(themeTitle(before), themeName(done.value)));
}

async function project(line: string, context: ChangeNeeds): Promise<CommandResult> {
  const { word, rest: words } = splitFirst(line);
  if (word.toLowerCase() === 'rename') {
    const both = await findParted(words, 'to', (name) => findProject(name, context.record));
    if (!both) return unread(HOW_TO_RENAME);
    if (!both.ok) return refused(both.refusal);
    const [before, typed] = both.value;
    const name = await parseTypedName(
      typed,
      { verb: VERB, start: `${VERB} project rename ${before.name} to` },
      context,
    );
    if (!name.ok) return refused(name.refusal);
    const done = await renameProject(before, name.value, context);
    return done.ok ? recorded(renamedMessage(before.name, name.value)) : refused(done.refusal);
  }
  const parts = partedAt(words, 'in').at(-1);
  if (word.toLowerCase() !== 'add' || !parts)
    return unread(
      'Say its name and its theme: “project add Family hubs in theme 1”, or “project rename Family hubs to Hubs”.',
    );
  const found = await findTheme(parts.after, context.record);
  if (!found.ok) return refused(found.refusal);
  const name = await parseTypedName(
    parts.before,
    { verb: VERB, start: `${VERB} project add` },
    context,
  );
  if (!name.ok) return refused(name.refusal);
  const done = await addProject(found.value, name.value, context);
  return done.ok ? recorded(projectAddedMessage(name.value, found.value)) : refused(done.refusal);
}

/** No reference of an area is longer. */
const LONGEST_REF = 20;

async function area(line: string, context: ChangeNeeds): Promise<CommandResult> {
  const { word: ref, rest } = splitFirst(line);
  if (ref === '' || ref.length > LONGEST_REF || rest === '')
    return unread('Say the area’s reference and its name, for example “area 2B Early help”.');
  const name = await parseTypedName(rest, { verb: VERB, start: `${VERB} area ${ref}` }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await nameArea(ref, name.value, context);
  if (!done.ok) return refused(done.refusal);
  if (done.value === null) return recorded(areaAddedMessage(ref, name.value));
  const before = `Area ${done.value.ref}${done.value.name === null ? '' : ` ${done.value.name}`}`;
  return recorded(renamedMessage(before, name.value));
}

async function place(
  line: string,
  context: Parameters<typeof fillVacancies>[2] & Given<'today', Reads<'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  const first = splitFirst(line);
  const confirmed = first.word.toLowerCase() === 'confirm';
  const problem =
    'Say which objectives and which theme, for example “admin theme place 2B:2 1A:1 in theme 1”.';
  const follows = (words: string) => splitFirst(words.trim()).word.toLowerCase() === 'in';
  const read = await findNamedObjectives(
    confirmed ? first.rest : line,
    { verb: VERB, problem, follows },
    context,
  );
  if (!read.ok) return refused(read.refusal);
  const { objectives, rest } = read.value;
  const behind = splitFirst(rest);
  if (behind.word.toLowerCase() !== 'in') return unread(problem);
  const found = await findTheme(behind.rest, context.record);
  if (!found.ok) return refused(found.refusal);
  const filling: Filling = { what: 'theme', theme: found.value };
  if (objectives.length > 1 && !confirmed) {
    const checked = checkFilling(filling, objectives, context);
    if (!checked.ok) return refused(checked.refusal);
    return reply(fillingQuestion(filling, objectives, fillingLine(filling, objectives)));
  }
  const done = await fillVacancies(filling, objectives, context);
  return done.ok ? recorded(filledMessage(filling, done.value)) : refused(done.refusal);
}

const HOW_TO_RENAME = 'Say what it is called now, “to”, and what it is to be called.';

async function findProject(
  words: string,
  { themes }: Uses<'themes'>,
): Promise<Result<ProjectView>> {
  const all = await themes.projects();
  const found = all.find(({ name }) => sameName(name, words));
  if (found) return ok(found);
  const names = all.map(({ name }) => name).join(', ');
  const problem = `There is no project “${words.slice(0, 60)}”. The projects are: ${names || 'none yet'}.`;
  return refuse({ code: 'usage', verb: VERB, problem });
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
