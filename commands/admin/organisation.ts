// `/pap admin organisation`: the bodies whose people answer for the plan.

import { partedAt, splitFirst } from '../../src/core/message/domain/text-ends.ts';
import { type NoteNames, parseTypedName } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { findParted } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findOrganisation } from '../../src/people/organisations/app/find-organisation.ts';
import {
  addOrganisation,
  changeOrganisation,
} from '../../src/people/organisations/app/manage-organisations.ts';
import {
  type OrganisationKind,
  organisationKind,
  organisationKinds,
} from '../../src/people/organisations/domain/organisation.ts';
import {
  mergedMessage,
  mergeQuestion,
  organisationAddedMessage,
  organisationChangedMessage,
  organisationsMessage,
} from '../../src/people/organisations/messages/organisations.ts';
import { mergeOrganisations, planMerger } from '../../src/plan/overview/app/merge-organisations.ts';

const VERB = 'admin organisation';

export const organisation = {
  name: 'organisation',
  aliases: ['organisations', 'organization'],
  summary: 'the bodies whose people answer: adds, renames and merges them',
  usage:
    'admin organisation [at <date>] | add "<name>" as <kind> | rename <name> to <new name> | kind <name> as <kind> | merge <name> into <name>',
  examples: [
    'admin organisation',
    'admin organisation add "Example Trust" as NHS',
    'admin organisation rename Example NHS to Example Integrated Care Board',
  ],
  asAt: { lines: (line) => line === '', answer: (_line, context) => list(context) },
  access: permissionTable.structure.says,
  async run(rest, context) {
    if (rest === '') return await list(context);
    const { word, rest: words } = splitFirst(rest);
    const allowed = permit(context.actor, 'structure', `${VERB} ${word}`);
    if (!allowed.ok) return refused(allowed.refusal);
    switch (word.toLowerCase()) {
      case 'add':
        return await add(words, context);
      case 'rename':
        return await rename(words, context);
      case 'kind':
        return await setKind(words, context);
      case 'merge':
        return await merge(words, context);
      default:
        return unread('After “organisation” I understand “add”, “rename”, “kind” and “merge”.');
    }
  },
} satisfies Command;

async function list({
  actor,
  record,
  today,
}: Given<'actor' | 'today', Reads<'organisations' | 'peopleAdmin'>>): Promise<CommandResult> {
  const allowed = permit(actor, 'structure', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const [all, people] = await Promise.all([
    record.organisations.list(),
    record.peopleAdmin.list(today),
  ]);
  const standing = all.filter(({ mergedIntoId }) => mergedIntoId === null);
  return reply(
    organisationsMessage(
      standing.map(({ id, name, kind }) => ({
        ...{ name, kind },
        people: people.filter((one) => one.active && one.organisation === name).length,
        formerly: all.filter(({ mergedIntoId }) => mergedIntoId === id).map((one) => one.name),
      })),
    ),
  );
}

type ChangeNeeds = Given<
  Doing | 'today',
  Reads<NoteNames | 'organisations'> & Commits<'audit' | 'organisations' | 'peopleAdmin'>
>;

async function add(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const { before, kind } = withKind(words);
  if (kind === null)
    return unread(
      `Say its name and what kind of body it is, for example “add "Example Trust" as NHS”. ${KINDS}`,
    );
  const name = await parseTypedName(before, { verb: VERB, start: `${VERB} add` }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await addOrganisation({ name: name.value, kind }, context);
  return done.ok ? recorded(organisationAddedMessage(name.value, kind)) : refused(done.refusal);
}

async function setKind(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const { before, kind } = withKind(words);
  if (kind === null)
    return unread(`Say which kind, for example “kind Example Trust as NHS”. ${KINDS}`);
  const found = await findOrganisation(before, context.record);
  if (!found.ok) return refused(found.refusal);
  const done = await changeOrganisation(found.value, { kind }, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(organisationChangedMessage(found.value.name, organisationKinds[kind]));
}

async function rename(words: string, context: ChangeNeeds): Promise<CommandResult> {
  const both = await findParted(words, 'to', (name) => findOrganisation(name, context.record));
  if (!both) return unread(howToName('to', 'rename Example NHS to Example Trust'));
  if (!both.ok) return refused(both.refusal);
  const [before, typed] = both.value;
  const name = await parseTypedName(
    typed,
    { verb: VERB, start: `${VERB} rename ${before.name} to` },
    context,
  );
  if (!name.ok) return refused(name.refusal);
  const done = await changeOrganisation(before, { name: name.value }, context);
  if (!done.ok) return refused(done.refusal);
  return recorded(organisationChangedMessage(before.name, name.value));
}

async function merge(
  line: string,
  context: Parameters<typeof mergeOrganisations>[1] & Given<never, Reads<'organisations'>>,
): Promise<CommandResult> {
  const { word, rest } = splitFirst(line);
  const confirmed = word.toLowerCase() === 'confirm';
  const both = await findParted(confirmed ? rest : line, 'into', (name) =>
    findOrganisation(name, context.record),
  );
  if (!both) return unread(howToName('into', 'merge Example NHS into Example Trust'));
  if (!both.ok) return refused(both.refusal);
  const [from, typed] = both.value;
  const into = await findOrganisation(typed, context.record);
  if (!into.ok) return refused(into.refusal);
  const merging = { from, into: into.value };
  if (!confirmed) {
    const planned = await planMerger(merging, context);
    if (!planned.ok) return refused(planned.refusal);
    return reply(mergeQuestion(from.name, into.value.name, planned.value));
  }
  const done = await mergeOrganisations(merging, context);
  return done.ok
    ? recorded(mergedMessage(from.name, into.value.name, done.value))
    : refused(done.refusal);
}

const KINDS = `The kinds are ${Object.values(organisationKinds).join(', ')}.`;

function withKind(words: string): {
  readonly before: string;
  readonly kind: OrganisationKind | null;
} {
  const last = partedAt(words, 'as').at(-1);
  return { before: last?.before ?? '', kind: last ? organisationKind(last.after) : null };
}

function howToName(joint: string, example: string): string {
  return `Name both, with “${joint}” between them, for example “${example}”.`;
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
