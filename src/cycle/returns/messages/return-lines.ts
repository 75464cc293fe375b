// Several returns as the line that says them, and as people read them before and after.

import { momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  buttonRow,
  code,
  type Fact,
  fact,
  factTable,
  type Inline,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ragChangeText } from '../../../core/message/messages/rag-text.ts';
import { fits } from '../../../core/request/messages/refusal-parts.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import { askForRecovery } from '../../../plan/plan-items/messages/recovery.ts';
import type { StatusChange } from '../domain/status-change.ts';
import { followsText, type ReceiptFacts, undoAction } from './receipt.ts';

/** More buttons than this are more than a line in chat. */
const MAX_UNDO = 5;

type SaidOf = { readonly objective: Pick<Objective, 'ref' | 'version'>; readonly words: string };

/**
 * The line that says all of them, each bound to the version that was read: on one line where the same is
 * said of all, else a line for each.
 */
export function printReturnLines(start: string, said: readonly SaidOf[]): string {
  const [first] = said;
  const refs = said.map(({ objective: { ref, version } }) => `${ref}@${version}`);
  if (first && said.every(({ words }) => words === first.words))
    return `${start} ${refs.join(' ')} ${first.words}`.trim();
  return [start, ...said.map(({ words }, index) => `${refs[index]} ${words}`.trim())].join('\n');
}

export type Confirmation = {
  readonly verb: string;
  readonly returns: readonly (SaidOf & {
    readonly objective: Objective;
    readonly change: StatusChange;
  })[];
  /** What is left out, and why; empty when nothing is. */
  readonly leftOut: readonly string[];
  /** The line that says all of it as one note, where it may be meant so. */
  readonly asOneNote: string | null;
};

/** What would be recorded, and the button that records it. */
export function confirmReturnsMessage({
  verb,
  returns,
  leftOut,
  asOneNote,
}: Confirmation): Message {
  const line = printReturnLines(`${verb} confirm`, returns);
  const confirm = { label: `Confirm all ${returns.length}`, line, style: 'primary' } as const;
  const oneNote = asOneNote === null ? null : { label: 'Keep as one note', line: asOneNote };
  return {
    title: `Record these ${returns.length} together?`,
    blocks: [
      paragraph('Nothing has been recorded yet. It will be all of them, or none:'),
      bullets(returns.map(({ objective, change }) => returnItem({ ...objective, ...change }))),
      ...(leftOut.length > 0 ? [paragraph(leftOut.join(' '))] : []),
      ...(fits(confirm)
        ? [buttonRow([confirm, ...(oneNote && fits(oneNote) ? [oneNote] : [])])]
        : [tooLongForButton(verb)]),
    ],
  };
}

function tooLongForButton(verb: string): Block {
  return paragraph(
    'That is too long for a button. To record it, send the same again with the word confirm behind the first: ',
    code(`/pap ${verb} confirm …`),
  );
}

/** Nothing is owed that could be returned unchanged. */
export function nothingToRepeat(leftOut: readonly string[]): Message {
  return {
    title: 'Nothing to return',
    blocks: [
      paragraph(
        ['No return of yours is outstanding that could be repeated.', ...leftOut].join(' '),
      ),
    ],
  };
}

/** One receipt for all of them. */
export function returnsReceipt(recorded: readonly ReceiptFacts[]): Message {
  const [first] = recorded;
  const own = new Set(recorded.map(({ ref }) => ref));
  const returns = recorded.filter(({ answersReturnFor }) => answersReturnFor.length > 0);
  const owed = new Set(returns.flatMap(({ stillOwed }) => stillOwed));
  const stillOwed = [...owed].filter((ref) => !own.has(ref));
  const facts: Fact[] = first
    ? [
        fact('By', first.by),
        fact('When', momentText(first.at, first.timeZone)),
        ...recorded.map((one) =>
          fact(`What follows for ${one.ref}`, followsText({ ...one, stillOwed: null })),
        ),
        ...(returns.length > 0 ? [fact('Still to come', owedText(stillOwed))] : []),
      ]
    : [];
  return {
    title: `Recorded: ${recorded.map(({ ref }) => ref).join(', ')}`,
    tone: 'good',
    blocks: [
      bullets(recorded.map(returnItem)),
      factTable(facts),
      ...undoEach(recorded),
      ...askForRecovery(recorded.flatMap(({ ref, asksRecovery }) => (asksRecovery ? [ref] : []))),
    ],
  };
}

/** A button for each where they fit in a row; else the words. */
function undoEach(recorded: readonly ReceiptFacts[]): Block[] {
  const actions = recorded.flatMap(({ ref, undo }) => (undo ? [undoAction(ref, undo)] : []));
  if (actions.length === 0) return [];
  return actions.length > MAX_UNDO
    ? [paragraph('To take one back, within ten minutes: ', code(`/pap ${actions[0]?.line}`))]
    : [buttonRow(actions)];
}

function owedText(stillOwed: readonly string[]): string {
  return stillOwed.length > 0
    ? `You still owe: ${stillOwed.join(', ')}.`
    : 'You have no other return outstanding.';
}

function returnItem(
  one: Pick<ReceiptFacts, 'ref' | 'title' | 'example' | 'rating' | 'fromRag' | 'toRag' | 'note'>,
): Inline {
  const rating = `${one.rating === 'impact' ? 'impact: ' : ''}${ragChangeText(one.fromRag, one.toRag)}`;
  const parts = [
    ` ${one.title}${exampleMark(one.example)}`,
    rating,
    ...(one.note ? [one.note] : []),
  ];
  return inline(strong(one.ref), parts.join(' · '));
}
