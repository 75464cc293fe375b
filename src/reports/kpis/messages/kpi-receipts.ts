// What is said when something about a KPI is recorded, and to those whom it concerns.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { KpiFacts, KpiRecord, Who } from '../../figures/domain/kpi-facts.ts';
import type { KpiValue } from '../../figures/domain/kpi-value.ts';
import { aidText, ragText, readingText, targetText, whoText } from './kpi-words.ts';

type Named = Pick<KpiRecord, 'number' | 'name'>;

/** What was recorded, as label and words. */
export function kpiReceipt(
  { number, name }: Named,
  what: string,
  facts: readonly (readonly [string, string])[],
): Message {
  return {
    title: `KPI ${number}: ${what}`,
    tone: 'good',
    blocks: [
      factTable(
        [['KPI', name] as const, ...facts].map(([label, value]) => ({
          label,
          value: inline(value),
        })),
      ),
    ],
  };
}

export type FigureToConfirm = {
  readonly kpi: Named;
  readonly raw: string;
  readonly value: KpiValue;
  readonly period: string;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** What stands on record for that period; null: nothing. */
  readonly replaces: string | null;
  readonly line: string;
};

/** How a figure was read, before it is saved. */
export function figureToConfirm(facts: FigureToConfirm): Message {
  const { kpi, raw, value, period, first, last, replaces, line } = facts;
  return {
    title: `KPI ${kpi.number}: is this what you mean?`,
    blocks: [
      factTable([
        fact('KPI', kpi.name),
        fact('Typed', raw),
        fact('Read as', readingText(value)),
        fact('Period', `${period}: ${dayText(first)} to ${dayText(last)}`),
        ...(replaces === null
          ? []
          : [fact('On record for it', `${replaces}, which stays in the history`)]),
      ]),
      paragraph('Nothing was saved yet.'),
      buttonRow([{ label: 'Save', line, style: 'primary' }]),
    ],
  };
}

export type RecordedFigure = {
  readonly kpi: KpiFacts;
  readonly raw: string;
  readonly period: string;
  /** The names of those who are asked why it misses its target, or will; null: nobody has to be. */
  readonly asked: readonly string[] | null;
};

/** A figure was recorded, and how the KPI reads with it. */
export function figureReceipt({ kpi, raw, period, asked }: RecordedFigure): Message {
  const receipt = kpiReceipt(kpi, 'figure recorded', [
    ['Figure', raw],
    ['Period', period],
    ['Latest now', kpi.latest?.raw ?? raw],
    ['Reads as', aidText(kpi)],
    ['Against the target', ragText(kpi.rag)],
  ]);
  if (asked === null) return receipt;
  const told =
    asked.length === 0
      ? `It ${missesText(kpi)} now. Say why in a few words: `
      : `It ${missesText(kpi)} now: ${asked.join(' and ')} will be asked why. Whoever knows can say it: `;
  return {
    ...receipt,
    tone: 'attention',
    blocks: [...receipt.blocks, paragraph(told, code(`/pap kpi comment ${kpi.number} …`))],
  };
}

function missesText({ rag }: Pick<KpiFacts, 'rag'>): string {
  return rag.rag === 'amber' ? 'is off course for its target' : 'misses its target';
}

/** Asks for a few words on a KPI that misses its target now, or is off course for it. */
export function missedTargetNotice(kpi: KpiFacts): Message {
  const { number, name, latest, target, owner, theme } = kpi;
  return {
    title: `KPI ${number} ${missesText(kpi)}: why?`,
    tone: 'attention',
    blocks: [
      factTable([
        fact('KPI', name),
        fact('Latest figure', latest?.raw ?? ''),
        fact('Target', target ? targetText(target) : ''),
      ]),
      paragraph(
        'The board will want to know why, and what brings it back. A sentence or two will do: ',
        code(`/pap kpi comment ${number} …`),
      ),
    ],
    footer: inline(
      owner
        ? `You are getting this because you own KPI ${number}.`
        : `You are getting this because nobody owns KPI ${number} and you co-chair theme ${theme.number}.`,
    ),
  };
}

/** Somebody answers for a KPI now, or no longer. */
export function kpiOwnerNotice(
  { number, name }: Named,
  owner: Omit<Who, 'id'> | null,
  by: Omit<Who, 'id'>,
): Message {
  return {
    title: `KPI ${number} has ${owner ? 'a new owner' : 'no owner any more'}`,
    blocks: [
      paragraph(
        `${name}: ${owner ? whoText(owner) : 'nobody'} answers for it now. ${whoText(by)} recorded that. `,
        code(`/pap kpi show ${number}`),
      ),
    ],
    footer: inline('You are getting this because you own the KPI, or did.'),
  };
}
