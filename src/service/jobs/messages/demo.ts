// What the demonstration says of its clock.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { DueStep } from '../domain/next-step.ts';

const stepNames: Record<DueStep['what'], string> = {
  open: 'the first request for returns',
  nudge: 'the reminder, three working days before the deadline',
  'last-call': 'the last call, a working day before the deadline',
  'due-today': 'the reminder on the day of the deadline',
  overdue: 'the message to whoever is overdue, a working day after the deadline',
  'roll-up': 'the overdue returns to their co-chairs',
  office: 'the programme office’s work list',
  'evidence-call': 'the call for evidence',
  'evidence-reminder': 'the reminder of the evidence',
  'evidence-due': 'the reminder on the day on which evidence is due',
  digest: 'the weekly digests',
  freeze: 'the freeze of the papers',
  'meeting-over': 'the end of the meeting’s day',
};

const kindNames: Record<string, string> = {
  chase: 'a chase',
  digest: 'a digest',
  'rag-change': 'a change of rating',
};

/** Where the clock stands. */
export function demoClockMessage(now: Temporal.Instant, timeZone: string): Message {
  return {
    title: `The demonstration’s clock says ${momentText(now, timeZone)}`,
    blocks: [paragraph(code('/pap demo next'), ' moves it to the next due step.')],
  };
}

/** What the clock moved to, and who was written to. */
export function demoStepMessage(
  step: DueStep & { readonly queued: readonly { readonly kind: string; readonly to: string }[] },
  timeZone: string,
): Message {
  const blocks: Block[] = [
    paragraph(`Due now: ${stepNames[step.what]}.`),
    step.queued.length === 0
      ? paragraph('Nothing had to be sent: nobody was due, or there was nothing to say.')
      : bullets(step.queued.map(({ kind, to }) => inline(`${kindNames[kind] ?? kind} to ${to}`))),
  ];
  return { title: `It is now ${momentText(step.at, timeZone)}`, blocks };
}
