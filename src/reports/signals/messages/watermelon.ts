// Watermelon signals in words, for the programme office alone: what was seen, and when.

import { dayText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  code,
  inline,
  listOf,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import type { Objective } from '../../../plan/objectives/domain/objective.ts';
import type { Signal } from '../domain/watermelon.ts';

export type Signalled = { readonly objective: Objective; readonly signal: Signal };

/**
 * All of them.
 * @param undecided how many KPIs nobody has decided of whether a rise is good
 */
export function signalsMessage(signalled: readonly Signalled[], undecided: number): Message {
  return {
    title: `Signals: ${signalled.length}`,
    blocks:
      signalled.length === 0
        ? [paragraph('Nothing was seen that speaks against a rating.')]
        : [
            paragraph(
              'Things seen that may speak against a rating. Each is a question, not a finding.',
            ),
            ...signalList(signalled),
          ],
    footer: inline(
      'Only the programme office sees this. ',
      code(`/pap challenge ${signalled[0]?.objective.ref ?? '2B:2'} …`),
      ' asks the owner.',
      ...(undecided > 0 ? [` ${undecidedText(undecided)}`] : []),
    ),
  };
}

function undecidedText(count: number): string {
  const kpis = count === 1 ? 'a KPI' : `${count} KPIs`;
  return `Of ${kpis} nobody has decided whether a rise is good, so they neither get better nor worse here: “kpi polarity …” decides it.`;
}

/** Their section of the office's digest. */
export function signalsSection(signalled: readonly Signalled[]): Block[] {
  return signalled.length === 0
    ? []
    : [paragraph(strong('Worth a question')), ...signalList(signalled)];
}

function signalList(signalled: readonly Signalled[]): Block[] {
  return listOf(signalled, ({ objective, signal }) =>
    inline(
      strong(objective.ref),
      ` ${objective.title}${exampleMark(objective.example)} · ${ratingText(objective)} · ${signalText(signal)}`,
    ),
  );
}

/** What was seen. */
export function signalText(signal: Signal): string {
  switch (signal.kind) {
    case 'green-past-due': {
      const { due, originalDue } = signal;
      const first = originalDue ? `; it was first due ${originalDue.text}` : '';
      return `its own date is past: due ${due.text} (${dayText(due.lastDay)})${first}`;
    }
    case 'green-overdue':
      return `overdue: ${signal.late
        .map(({ ref, title, due }) => `${ref} ${title}, due ${due.text} (${dayText(due.lastDay)})`)
        .join('; ')}`;
    case 'green-kpi':
      return `a KPI of its theme gets worse: ${signal.kpis
        .map(({ kpiNumber, name }) => `${kpiNumber} ${name}`)
        .join('; ')}`;
    case 'green-to-red':
      return `went from green (${dayText(signal.green)}) to red (${dayText(signal.red)}) with no amber between`;
    case 're-dated':
      return `${signal.of} was re-dated ${signal.moves.length} times: ${signal.moves
        .map(({ on, from, to }) => `${from} → ${to} on ${dayText(on)}`)
        .join('; ')}`;
    case 'same-note':
      return `the same note ${signal.on.length} cycles running (${signal.on.map(dayText).join(', ')}): “${signal.note}”`;
  }
}
