// The private answer to an update: before → after, who, when, and what follows from it.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import type { Rag, RatingKind } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Action,
  buttonRow,
  type Fact,
  fact,
  factTable,
  type Guard,
  inline,
  type Message,
} from '../../../core/message/messages/message.ts';
import { ragChangeText } from '../../../core/message/messages/rag-text.ts';
import type { StatusEntry } from '../../../plan/objectives/domain/objective.ts';
import { askForRecovery } from '../../../plan/plan-items/messages/recovery.ts';

export type ReceiptFacts = {
  readonly ref: string;
  readonly title: string;
  readonly example: boolean;
  readonly kind: Exclude<StatusEntry['kind'], 'published' | 'board'>;
  readonly rating: RatingKind;
  readonly fromRag: Rag | null;
  readonly toRag: Rag | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Temporal.Instant;
  readonly timeZone: string;
  readonly late: boolean;
  readonly answersReturnFor: readonly string[];
  /** Names of the channels that are told, empty when the rating did not change. */
  readonly told: readonly string[];
  /** Whether there are channels to be told, and a post arrives in none of them. */
  readonly unposted?: boolean;
  /** How many more returns the person owes. */
  readonly stillOwed: readonly string[];
  /** The version that was made, which its author can take back. */
  readonly undo?: Guard;
  /** Whether it is red and nothing says yet what brings it back. */
  readonly asksRecovery?: boolean;
};

/** The receipt. */
export function receiptMessage(facts: ReceiptFacts): Message {
  const lines: Fact[] = [
    { label: ratingLabel(facts), value: inline(ragChangeText(facts.fromRag, facts.toRag)) },
    ...(facts.note ? [fact('Note', facts.note)] : []),
    fact('By', facts.by),
    fact('When', momentText(facts.at, facts.timeZone)),
    fact('What follows', followsText(facts)),
  ];
  return {
    title: `Recorded: ${facts.ref} ${facts.title}${exampleMark(facts.example)}`,
    tone: 'good',
    blocks: [
      factTable(lines),
      ...(facts.undo ? [buttonRow([undoAction(facts.ref, facts.undo)])] : []),
      ...(facts.asksRecovery ? askForRecovery([facts.ref]) : []),
    ],
  };
}

/** The button that takes the entry back. */
export function undoAction(ref: string, guard: Guard): Action {
  return { label: `Undo ${ref}`, line: `undo ${ref}`, guard };
}

/** The delivery rating is the one that is meant where nothing else is said. */
export function ratingLabel({ rating }: Pick<ReceiptFacts, 'rating'>): string {
  return rating === 'impact' ? 'Impact rating' : 'Rating';
}

/** What follows from it. Without `stillOwed`, what is still to come is said elsewhere. */
export function followsText({
  rating,
  answersReturnFor,
  late,
  told,
  unposted = false,
  fromRag,
  toRag,
  stillOwed,
}: Omit<ReceiptFacts, 'stillOwed'> & { readonly stillOwed: readonly string[] | null }): string {
  if (rating === 'impact') {
    return 'The delivery rating stays as it is, and this answers no return. No channel is told.';
  }
  const parts: string[] = [];
  if (answersReturnFor.length > 0) {
    parts.push(
      `This counts as the return for ${answersReturnFor.join(' and ')}${late ? ', marked late' : ''}; nobody is asked for it again.`,
    );
  }
  if (fromRag === toRag) parts.push('The rating is unchanged, so no channel is told.');
  else if (told.length > 0) parts.push(`The change is posted to ${told.join(', ')}.`);
  else if (unposted) parts.push('The change goes to a channel that cannot be posted to now.');
  else parts.push('No channel is bound to its theme, so no channel is told.');
  if (stillOwed === null) return parts.join(' ');
  if (stillOwed.length > 0) parts.push(`You still owe: ${stillOwed.join(', ')}.`);
  else if (answersReturnFor.length > 0) parts.push('You have no other return outstanding.');
  return parts.join(' ');
}
