// What is said when something about a KPI is recorded, and to those whom it concerns.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  buttonRow,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ProposedPolarity } from '../../figures/domain/known-polarity.ts';
import type { KpiFacts, KpiRecord, Who } from '../../figures/domain/kpi-facts.ts';
import type { KpiValue } from '../../figures/domain/kpi-value.ts';
import { readingText } from '../../figures/messages/kpi-value-words.ts';
import {
  aidText,
  polarityWords,
  ragText,
  targetText,
  whoText,
} from '../../figures/messages/kpi-words.ts';

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
  /** Whose it is; absent: ours. */
  readonly who?: string;
  readonly period: string;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** What stands on record for that period; null: nothing. */
  readonly replaces: string | null;
  readonly line: string;
};

/** How a figure was read, before it is saved. */
export function figureToConfirm(facts: FigureToConfirm): Message {
  const { kpi, raw, value, who, period, first, last, replaces, line } = facts;
  return {
    title: `KPI ${kpi.number}: is this what you mean?`,
    blocks: [
      factTable([
        fact('KPI', kpi.name),
        ...(who === undefined ? [] : [fact('Whose', who)]),
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

export type PolarityProposal = {
  readonly kpi: Pick<KpiRecord, 'number' | 'name'>;
  readonly proposed: ProposedPolarity;
};

/** @param mayDecide those that whoever asked may confirm */
export function polarityProposals(
  open: readonly PolarityProposal[],
  mayDecide: readonly PolarityProposal[],
): Message {
  const title = 'Is a rise good? Proposals to be confirmed';
  if (open.length === 0)
    return {
      title,
      blocks: [paragraph('Nothing is proposed: every well-known indicator is decided.')],
    };
  const numbers = mayDecide.map(({ kpi }) => kpi.number).join(', ');
  return {
    title,
    blocks: [
      paragraph('Until somebody confirms one, its KPI reads as neither better nor worse.'),
      ...proposalLines(open),
      ...(mayDecide.length === 0
        ? [paragraph('A theme’s co-chairs, the board or the programme office can confirm them.')]
        : [
            {
              kind: 'actions' as const,
              actions: [
                {
                  label:
                    mayDecide.length === 1 ? 'Confirm it' : `Confirm these ${mayDecide.length}`,
                  line: `kpi polarity confirm ${numbers}`,
                  style: 'primary' as const,
                },
              ],
            },
          ]),
    ],
  };
}

/** They were decided as proposed. */
export function polaritiesConfirmed(done: readonly PolarityProposal[]): Message {
  return {
    title: `Confirmed for ${done.length} ${done.length === 1 ? 'KPI' : 'KPIs'}`,
    tone: 'good',
    blocks: [
      ...proposalLines(done),
      paragraph('To change one: “kpi polarity 12 up-is-good” and why.'),
    ],
  };
}

function proposalLines(proposals: readonly PolarityProposal[]): Block[] {
  return [
    {
      kind: 'list',
      items: proposals.map(({ kpi, proposed }) =>
        inline(
          strong(`${kpi.number} ${kpi.name}: `),
          `${polarityWords[proposed.polarity]} (${proposed.source})`,
        ),
      ),
    },
  ];
}
