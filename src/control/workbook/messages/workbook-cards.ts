// The workbook that the office sent: what is wrong with it, what it would change, what it has changed, and the roles it asks for.

import {
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { RoleName } from '../../../core/request/domain/actor.ts';
import { say } from '../../../core/request/messages/refusal-parts.ts';
import type { Words } from '../../../core/request/messages/refusal-words.ts';
import { roleText } from '../../../people/people/messages/identity.ts';
import type { WorkbookRefusal } from '../domain/refusal-workbook.ts';
import type { WorkbookProblem } from '../domain/sheet-rows.ts';
import { type WorkbookEffect, workbookEffectLines, workbookProblemText } from './workbook-words.ts';

const MOST_LISTED = 15;

type Asked = {
  readonly name: string;
  readonly role: RoleName;
  readonly theme: string | null;
  readonly isOwn: boolean;
};

type Facts = {
  readonly number: number;
  readonly fileName: string;
  readonly state: string;
  readonly effect: WorkbookEffect;
  readonly notes: readonly WorkbookProblem[];
  readonly strangeChannels: readonly string[];
  readonly roles: readonly Asked[];
};

/** The words, reason by reason. */
export const workbookRefusals: Words<WorkbookRefusal> = {
  'bad-workbook': ({ fileName, problems, other }) => {
    const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
    return other
      ? say('That is the workbook of another partnership', [
          paragraph(
            `Nothing was changed: its sheet Partnership says “${other.named}”, and this is ${other.own}. Put that name there, or send the right file.`,
          ),
        ])
      : say(`${count} wrong in ${fileName}`, [
          paragraph('Nothing was changed. Mend these and send it again:'),
          list(problems.map(workbookProblemText)),
        ]);
  },
};

/** The dry run: it changes nothing before somebody presses. */
export function workbookMessage(facts: Facts): Message {
  const { number, fileName, state, effect } = facts;
  const lines = workbookEffectLines(effect);
  const isNew = lines.length > 0;
  const waits = state === 'previewed';
  return {
    title: `Import ${number}: the workbook ${fileName}`,
    blocks: [
      ...(isNew ? [list(lines)] : [paragraph('The record says all of it already.')]),
      ...leftOut(facts),
      ...(facts.roles.length > 0
        ? [paragraph(`Roles are confirmed apart: it asks for ${facts.roles.length}.`)]
        : []),
      ...(waits
        ? [
            paragraph('Nothing was changed yet.'),
            buttonRow([
              { label: 'Confirm', line: `admin import confirm ${number}`, style: 'primary' },
              { label: 'Drop', line: `admin import drop ${number}` },
            ]),
          ]
        : [paragraph(`This import is ${state}.`)]),
    ],
  };
}

/** It is loaded; below it, the second card: the roles that it asks for. */
export function workbookLoadedMessage(facts: Facts): Message {
  const { number, fileName, effect, roles } = facts;
  const lines = workbookEffectLines(effect);
  return {
    title: `Import ${number} is done`,
    tone: 'good',
    blocks: [
      paragraph(strong(fileName), ' is loaded.'),
      ...(lines.length > 0 ? [list(lines)] : []),
      ...leftOut(facts),
      ...askedBlocks(number, roles),
      paragraph(
        'To see every message before the next meeting: ',
        code('/pap admin cycle rehearse'),
      ),
    ],
  };
}

/** The roles were given. */
export function rolesGivenMessage(given: readonly Asked[], own: readonly Asked[]): Message {
  return {
    title: given.length === 1 ? 'One role was given' : `${given.length} roles were given`,
    tone: 'good',
    blocks: [list(given.map(askedText)), ...ownBlocks(own)],
  };
}

function askedBlocks(number: number, roles: readonly Asked[]): Block[] {
  const others = roles.filter(({ isOwn }) => !isOwn);
  return [
    ...(others.length > 0
      ? [
          paragraph(strong('Roles that it asks for.'), ' Nobody has them yet:'),
          list(others.map(askedText)),
          buttonRow([{ label: 'Give these roles', line: `admin import roles ${number}` }]),
        ]
      : []),
    ...ownBlocks(roles.filter(({ isOwn }) => isOwn)),
  ];
}

function ownBlocks(own: readonly Asked[]): Block[] {
  if (own.length === 0) return [];
  return [
    paragraph(
      strong('Not for yourself: '),
      `${own.map(askedText).join('; ')}. Somebody else of the programme office has to give you that.`,
    ),
  ];
}

function askedText({ name, role, theme }: Asked): string {
  return `${name}: ${roleText(role, undefined)}${theme === null ? '' : ` of ${theme}`}`;
}

function leftOut({ notes, strangeChannels }: Facts): Block[] {
  const lines = [
    ...notes.map(workbookProblemText),
    ...strangeChannels.map(
      (name) =>
        `the channel ${name}: its workspace isn't connected to this partnership. Type “admin channel bind” in the channel itself`,
    ),
  ];
  return lines.length === 0 ? [] : [paragraph(strong('Left out:')), list(lines)];
}

function list(lines: readonly string[]): Block {
  const more = lines.length - MOST_LISTED;
  return bullets([
    ...lines.slice(0, MOST_LISTED).map((line) => inline(line.trim())),
    ...(more > 0 ? [inline(`and ${more} more`)] : []),
  ]);
}
