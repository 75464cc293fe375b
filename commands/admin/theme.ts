// `/pap admin theme`: what the plan is divided into: themes, their projects, and areas.

import {
  checkFilling,
  type Filling,
  fillingLine,
  fillVacancies,
} from '../../src/control/vacancies/app/fill-vacancies.ts';
import { filledMessage, fillingQuestion } from '../../src/control/vacancies/messages/filled.ts';
import {
  code,
  flag,
  line,
  number,
  refs,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { unquoted } from '../../src/core/message/domain/text-ends.ts';
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
import { findObjectives } from '../../src/plan/objectives/app/find-objectives.ts';
import { parseLine } from '../../src/plan/objectives/app/parse-line.ts';

const VERB = 'admin theme';

const name = words('name', '<name>');
const renamed = [words('before', '<name>'), word('to'), words('name', '<new name>')] as const;

const own = {
  verb: VERB,
  forms: {
    list: line(),
    addWorkstream: line(word('add'), word('workstream'), name),
    addNumber: line(word('add'), number(), name),
    add: line(word('add'), name),
    rename: line(word('rename'), ...renamed),
    addProject: line(word('project'), word('add'), name, word('in'), words('theme', '<theme>')),
    renameProject: line(word('project'), word('rename'), ...renamed),
    area: line(word('area'), code('ref', '<ref>'), name),
    place: line(
      ...[word('place'), unshown(flag('confirm')), refs()],
      ...[word('in'), words('theme', '<theme>')],
    ),
  },
  examples: [
    'admin theme',
    'admin theme add Early help',
    'admin theme project add Family hubs in theme 1',
  ],
} as const;

export const theme = {
  ...own,
  name: 'theme',
  aliases: ['themes', 'project', 'area'],
  summary: 'themes, projects and areas: adds and renames them, and puts objectives in a theme',
  access: permissionTable.structure.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'structure', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = await parseLine(own, rest, context);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'addWorkstream':
        return await add({ kind: 'workstream', number: null }, line.said.name, context);
      case 'addNumber':
        return await add({ kind: 'theme', number: line.said.number }, line.said.name, context);
      case 'add':
        return await add({ kind: 'theme', number: null }, line.said.name, context);
      case 'rename':
        return await rename(line.rest, context);
      case 'addProject':
        return await addToTheme(line.said.name, line.said.theme, context);
      case 'renameProject':
        return await renameOne(line.rest, context);
      case 'area':
        return await area(line.said.ref, line.said.name, context);
      case 'place':
        return await place(line.said, context);
      default:
        return line satisfies never;
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

/** So many digits a theme's number has; more of them are the start of a name. */
const LONGEST_NUMBER = 3;

async function add(
  asked: { readonly kind: NewTheme['kind']; readonly number: string | null },
  typed: string,
  context: ChangeNeeds,
): Promise<CommandResult> {
  const isNumber = asked.number !== null && asked.number.length <= LONGEST_NUMBER;
  const words = asked.number === null || isNumber ? typed : `${asked.number} ${typed}`;
  const name = await parseTypedName(words, { verb: VERB, start: `${VERB} add` }, context);
  if (!name.ok) return refused(name.refusal);
  const number = isNumber ? Number(asked.number) : null;
  if (number === 0) return unread('Themes are numbered from 1.');
  const done = await addTheme({ kind: asked.kind, number, name: name.value }, context);
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

async function renameOne(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const both = await findParted(words, 'to', (name) => findProject(name, context.record));
  if (!both) return unread(HOW_TO_RENAME);
  if (!both.ok) return refused(both.refusal);
  const [before, typed] = both.value;
  const start = `${VERB} project rename ${before.name} to`;
  const name = await parseTypedName(typed, { verb: VERB, start }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await renameProject(before, name.value, context);
  return done.ok ? recorded(renamedMessage(before.name, name.value)) : refused(done.refusal);
}

async function addToTheme(
  typed: string,
  themeWords: string,
  context: ChangeNeeds,
): Promise<CommandResult> {
  const found = await findTheme(unquoted(themeWords), context.record);
  if (!found.ok) return refused(found.refusal);
  const start = `${VERB} project add`;
  const name = await parseTypedName(typed, { verb: VERB, start }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await addProject(found.value, name.value, context);
  return done.ok ? recorded(projectAddedMessage(name.value, found.value)) : refused(done.refusal);
}

/** No reference of an area is longer. */
const LONGEST_REF = 20;

async function area(ref: string, words: string, context: ChangeNeeds): Promise<CommandResult> {
  if (ref.length > LONGEST_REF)
    return unread(`No area’s reference is longer than ${LONGEST_REF} characters.`);
  const name = await parseTypedName(words, { verb: VERB, start: `${VERB} area ${ref}` }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await nameArea(ref, name.value, context);
  if (!done.ok) return refused(done.refusal);
  if (done.value === null) return recorded(areaAddedMessage(ref, name.value));
  const before = `Area ${done.value.ref}${done.value.name === null ? '' : ` ${done.value.name}`}`;
  return recorded(renamedMessage(before, name.value));
}

async function place(
  said: { readonly refs: string; readonly theme: string; readonly confirm: string },
  context: Parameters<typeof fillVacancies>[2] & Given<'today', Reads<'kpis' | 'objectives'>>,
): Promise<CommandResult> {
  const start = `${VERB} place`;
  const named = await findObjectives(said.refs, { start, rest: `in ${said.theme}` }, context);
  if (!named.ok) return refused(named.refusal);
  const objectives = named.value;
  const found = await findTheme(said.theme, context.record);
  if (!found.ok) return refused(found.refusal);
  const filling: Filling = { what: 'theme', theme: found.value };
  if (objectives.length > 1 && said.confirm === '') {
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
