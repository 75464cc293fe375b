// Many objectives got an owner, a deputy or a theme: the question, the receipt, and what those whom it concerns are told.

import { confirmMessage } from '../../../core/message/messages/confirm.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type NamedTheme, themeName } from '../../../core/themes/domain/theme-name.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';

type Filled =
  | { readonly what: 'owner' | 'deputy'; readonly person: { readonly name: string } }
  | { readonly what: 'theme'; readonly theme: NamedTheme };

type Named = Pick<Objective, 'ref' | 'title'>;

const MOST_LISTED = 20;

/** Asked once where a line names several. */
export function fillingQuestion(
  filled: Filled,
  objectives: readonly Named[],
  line: string,
): Message {
  const { title, blocks } = confirmMessage(
    `${count(objectives)}: ${whatItIs(filled)}?`,
    'Nobody has any of these yet. Each gets an entry in its history, and those whom it concerns get one message.',
    line,
  );
  return { title, blocks: [list(objectives), ...blocks] };
}

/** The receipt. */
export function filledMessage(filled: Filled, objectives: readonly Named[]): Message {
  return {
    title: `${count(objectives)}: ${whatItIs(filled)}`,
    tone: 'good',
    blocks: [list(objectives)],
  };
}

/** One message to each whom it concerns, however many objectives there are. */
export function filledNotice(filled: Filled, objectives: readonly Named[]): Message {
  const title =
    filled.what === 'theme'
      ? `${count(objectives)} in ${themeName(filled.theme)}`
      : `You are the ${filled.what} of ${objectives.length === 1 ? (objectives[0]?.ref ?? '') : count(objectives)}`;
  return {
    title,
    blocks: [
      list(objectives),
      paragraph(
        filled.what === 'theme'
          ? 'They count in its digest from now on. '
          : 'To see all of yours: ',
        code(filled.what === 'theme' ? '/pap digest preview' : '/pap mine'),
      ),
    ],
    footer: inline(
      filled.what === 'theme'
        ? 'You are getting this because you co-chair the theme.'
        : 'You are getting this because the programme office named you. If that is wrong, tell them.',
    ),
  };
}

function whatItIs(filled: Filled): string {
  return filled.what === 'theme'
    ? `in ${themeName(filled.theme)}`
    : `${filled.what} ${filled.person.name}`;
}

function count(objectives: readonly Named[]): string {
  const [only] = objectives;
  return only && objectives.length === 1 ? only.ref : `${objectives.length} objectives`;
}

function list(objectives: readonly Named[]): Block {
  const more = objectives.length - MOST_LISTED;
  return bullets([
    ...objectives.slice(0, MOST_LISTED).map(({ ref, title }) => inline(strong(ref), ` ${title}`)),
    ...(more > 0 ? [inline(`and ${more} more`)] : []),
  ]);
}
