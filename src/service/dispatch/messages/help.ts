// Help: five things that fit whoever asks, then examples of every verb, then who may use it.
import type { Forms } from '../../../core/message/domain/line-form.ts';
import { usagesOf } from '../../../core/message/domain/line-text.ts';
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Actor, RoleName } from '../../../core/request/domain/actor.ts';

export type HelpEntry = {
  readonly name: string;
  readonly summary: string;
  readonly verb?: string;
  readonly forms: Forms;
  readonly examples: readonly string[];
  readonly access: string;
};

/** Whom help is for: what they do most is what they see. */
type HelpFor = 'office' | 'board' | 'co-chair' | 'owner';

const MEETINGS: Action = { label: 'Next meetings', line: 'show meetings' };
const OUTSTANDING: Action = { label: 'What’s outstanding', line: 'outstanding' };
const MINE: Action = { label: 'My objectives', line: 'mine' };
const CHALLENGES: Action = { label: 'Open challenges', line: 'challenge' };
const DECISIONS: Action = { label: 'Decisions needed', line: 'decide' };

const FIVE: Readonly<Record<HelpFor, readonly Action[]>> = {
  owner: [
    MINE,
    { label: 'Return all of mine', line: 'mine form' },
    OUTSTANDING,
    MEETINGS,
    { label: 'I’ll be away', line: 'away' },
  ],
  'co-chair': [OUTSTANDING, DECISIONS, CHALLENGES, MINE, MEETINGS],
  board: [
    { label: 'The board’s summary', line: 'digest preview board' },
    { label: 'What’s red', line: 'outstanding red' },
    DECISIONS,
    CHALLENGES,
    MEETINGS,
  ],
  office: [
    OUTSTANDING,
    { label: 'Is all well?', line: 'admin status' },
    { label: 'People', line: 'admin people' },
    { label: 'Board packs', line: 'admin pack list' },
    { label: 'Import a plan', line: 'help admin import' },
  ],
};

/** The five things that somebody with such roles does most, as buttons. */
export function welcomeMessage(actor: Pick<Actor, 'name' | 'roles'>): Message {
  return {
    title: `Hello ${firstName(actor)}, what would you like to do?`,
    blocks: [
      paragraph(
        'Press a button, or ask in your own words: “what do I owe?”, “what’s overdue?”, “when is the next board?”, “remind me on Friday”. Nothing is recorded before you have seen it.',
      ),
      buttonRow(FIVE[helpFor(actor)]),
      buttonRow([{ label: 'Everything I can type', line: 'help all' }]),
    ],
  };
}

/**
 * An answer with a short greeting below it, for whoever writes to PAP for the first time: the answer to what they wrote
 * comes first. The welcome greets already.
 */
export function withGreeting(answer: Message, actor: Pick<Actor, 'name' | 'roles'>): Message {
  if (answer.title === welcomeMessage(actor).title) return answer;
  return {
    ...answer,
    blocks: [
      ...answer.blocks,
      { kind: 'divider' },
      paragraph(
        strong(`Hello ${firstName(actor)}, I’m PAP.`),
        ' You can ask me in your own words. This is what I do most for people like you:',
      ),
      buttonRow(FIVE[helpFor(actor)]),
    ],
  };
}

/** Whoever has several parts sees those of the one with most to do. */
function helpFor({ roles }: Pick<Actor, 'roles'>): HelpFor {
  const holds = (role: RoleName) => roles.some(({ name }) => name === role);
  if (holds('programme-office')) return 'office';
  if (holds('board')) return 'board';
  return holds('co-chair') ? 'co-chair' : 'owner';
}

function firstName({ name }: Pick<Actor, 'name'>): string {
  return name.split(/\s+/, 1)[0] ?? name;
}

/** To whoever changed a message after it was sent. */
export function editsMessage(): Message {
  return {
    title: 'I don’t read changes to a message',
    blocks: [
      paragraph(
        'What you sent first is what I answered, and what was recorded stays as it is. To take a rating back press Undo; to put its note right type ',
        code('/pap amend'),
        ' with the reference and the new words. Anything else: send it as a new message.',
      ),
      buttonRow([
        { label: 'Undo my last rating', line: 'undo' },
        { label: 'How to amend a note', line: 'help amend' },
        MINE,
      ]),
    ],
  };
}

/**
 * Every verb, a line each.
 * @param under the verb whose own verbs these are
 */
export function helpMessage(entries: readonly HelpEntry[], under?: string): Message {
  return {
    title: under ? `What you can type after ${under}` : 'What you can type',
    blocks: [
      bullets(
        entries.map(({ examples, summary }) =>
          inline(code(`/pap ${examples[0] ?? ''}`.trim()), ` — ${summary}`),
        ),
      ),
      paragraph(
        'Capitals, and the marks in a reference, don’t matter; ratings are read loosely too (a, amber, at risk, 🔶). In a thread type ',
        code('@PAP mine'),
        ' instead, in a direct message to PAP just ',
        code('mine'),
        '. ',
        code(`/pap help ${under ? `${under} ${entries[0]?.name ?? ''}` : 'update'}`),
        ' says more about one command.',
      ),
    ],
  };
}

/**
 * One verb.
 * @param under the verb that it stands behind
 */
export function verbHelpMessage(entry: HelpEntry, under?: string): Message {
  const { name, summary, examples, access } = entry;
  const blocks: Block[] = [
    bullets(examples.map((example) => inline(code(`/pap ${example}`.trim())))),
    ...formsOf(usagesOf(entry)),
    paragraph(strong('Who: '), access),
  ];
  return { title: `${under ? `${under} ` : ''}${name}: ${summary}`, blocks };
}

/** How it is typed: a line, or a list of them. */
function formsOf(usages: readonly string[]): Block[] {
  const [only, ...more] = usages.map((usage) => code(`/pap ${usage}`));
  if (!only) return [];
  if (more.length === 0) return [paragraph(strong('Form: '), only)];
  return [paragraph(strong('Forms:')), bullets([only, ...more].map((one) => inline(one)))];
}
