// `/pap admin organisation`: the bodies whose people answer for the plan.

import {
  dated,
  flag,
  line,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { unquoted } from '../../src/core/message/domain/text-ends.ts';
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
import { asksOnlyWords, findParted, parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findOrganisation } from '../../src/people/organisations/app/find-organisation.ts';
import {
  addOrganisation,
  changeOrganisation,
} from '../../src/people/organisations/app/manage-organisations.ts';
import {
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

const name = words('name', '<name>');
const kind = [word('as'), words('kind', '<kind>')] as const;
const confirmed = unshown(flag('confirm'));

const own = {
  verb: VERB,
  forms: {
    list: dated(line()),
    add: line(word('add'), words('name', '"<name>"'), ...kind),
    rename: line(
      word('rename'),
      words('before', '<name>'),
      word('to'),
      words('name', '<new name>'),
    ),
    kind: line(word('kind'), name, ...kind),
    merge: line(word('merge'), confirmed, name, word('into'), words('into', '<name>')),
  },
  examples: [
    'admin organisation',
    'admin organisation add "Example Trust" as NHS',
    'admin organisation rename Example NHS to Example Integrated Care Board',
  ],
} as const;

export const organisation = {
  ...own,
  name: 'organisation',
  aliases: ['organisations', 'organization'],
  summary: 'the bodies whose people answer: adds, renames and merges them',
  asAt: { lines: asksOnlyWords(own.forms), answer: (_line, context) => list(context) },
  access: permissionTable.structure.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'structure', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'list':
        return await list(context);
      case 'add':
        return await add(line.said, context);
      case 'rename':
        return await rename(line.rest, context);
      case 'kind':
        return await setKind(line.said, context);
      case 'merge':
        return await merge(line.rest, line.said.confirm !== '', context);
      default:
        return line satisfies never;
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

type SaidKind = { readonly name: string; readonly kind: string };

async function add(said: SaidKind, context: ChangeNeeds): Promise<CommandResult> {
  const kind = organisationKind(unquoted(said.kind));
  if (kind === null) return unread(KINDS);
  const name = await parseTypedName(said.name, { verb: VERB, start: `${VERB} add` }, context);
  if (!name.ok) return refused(name.refusal);
  const done = await addOrganisation({ name: name.value, kind }, context);
  return done.ok ? recorded(organisationAddedMessage(name.value, kind)) : refused(done.refusal);
}

async function setKind(said: SaidKind, context: ChangeNeeds): Promise<CommandResult> {
  const kind = organisationKind(unquoted(said.kind));
  if (kind === null) return unread(KINDS);
  const found = await findOrganisation(unquoted(said.name), context.record);
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
  words: string,
  confirmed: boolean,
  context: Parameters<typeof mergeOrganisations>[1] & Given<never, Reads<'organisations'>>,
): Promise<CommandResult> {
  const both = await findParted(words, 'into', (name) => findOrganisation(name, context.record));
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

function howToName(joint: string, example: string): string {
  return `Name both, with “${joint}” between them, for example “${example}”.`;
}

function unread(problem: string): CommandResult {
  return refused({ code: 'usage', verb: VERB, problem });
}
