// The parts of an objective in words: one line each, the receipt of what was done to one, and lists.

import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import { capital } from '../../../core/message/domain/text-ends.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Action,
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
import { fullRef } from '../domain/item-ref.ts';
import { type Named, type PlanItem, type Rung, rungs } from '../domain/plan-item.ts';
import { workStatusWords } from '../domain/work-status.ts';

export type PartOwner = { readonly ref: string; readonly title: string; readonly example: boolean };

export const rungTexts = {
  done: 'the work is done',
  used: 'it is used',
  felt: 'families feel it',
} as const satisfies Record<Rung, string>;

/** `2B:2 Named workers`, marked where it is fictional. */
export function ownerTitle({ ref, title, example }: PartOwner): string {
  return `${ref} ${title}${exampleMark(example)}`;
}

/** `Sam Taylor, NHS`. */
export function namedText({ name, organisation }: Pick<Named, 'name' | 'organisation'>): string {
  return `${name}, ${organisation}`;
}

/** `31 July (read as Wed 31 July 2024 at the latest)`. */
export function dueText(due: FuzzyDate): string {
  return `${due.text.replace(/^by\s+/i, '')} (read as ${dayText(due.lastDay)} at the latest)`;
}

/**
 * A part in one line, with its reference first.
 * @param objective the reference of its objective
 */
export function partText(item: PlanItem, objective: string): Inline {
  return inline(
    strong(fullRef(objective, item)),
    ` ${item.title}${exampleMark(item.example)}${rest(item)}`,
  );
}

function rest(item: PlanItem): string {
  const due = item.due ? ` · by ${dueText(item.due)}` : '';
  switch (item.kind) {
    case 'action':
    case 'milestone':
      return ` · ${workStatusWords[item.status]}${due}`;
    case 'measure':
      return ` · ${item.status}${due}`;
    case 'risk':
      return ` · ${item.detail.type}${item.detail.score === null ? '' : `, score ${item.detail.score}`}${item.detail.owner ? ` · ${item.detail.owner}` : ''}${item.detail.mitigation ? ` · ${item.detail.mitigation}` : ''}`;
    case 'evidence':
      return `${item.detail.waiver ? ' · waived' : ''}${item.detail.link ? ` · ${item.detail.link}` : ''} · ${saidText(item.detail.by, item.detail.on)}${item.status === 'withdrawn' ? ' · withdrawn' : ''}`;
    case 'decision':
      return `${item.detail.from ? ` · from ${item.detail.from}` : ''}${due}${decisionEnd(item)}`;
    case 'coproduction':
      return ` · ${item.detail.who === item.title ? '' : `${item.detail.who}, `}${item.detail.when}`;
    case 'recovery':
      return `${due}${item.detail.who ? ` · ${item.detail.who}` : ''}${item.detail.decisionFrom ? ` · decision needed from ${item.detail.decisionFrom}` : ''}${item.status === 'open' ? '' : ` · ${item.status}`}`;
    case 'challenge':
      return ` · ${saidText(item.detail.by, item.detail.on)}${challengeEnd(item)}`;
    default:
      return item satisfies never;
  }
}

function decisionEnd({ status, detail }: PlanItem<'decision'>): string {
  if (status === 'withdrawn') return ' · withdrawn';
  if (status === 'needed') return '';
  return ` · decided: ${detail.outcome ?? ''}${detail.by && detail.on ? ` (${saidText(detail.by, detail.on)})` : ''}`;
}

function challengeEnd({ status, detail }: PlanItem<'challenge'>): string {
  if (status !== 'answered') return status === 'open' ? ' · not answered yet' : ' · withdrawn';
  return ` · answered: ${detail.answer ?? ''}${detail.answeredBy && detail.answeredOn ? ` (${saidText(detail.answeredBy, detail.answeredOn)})` : ''}`;
}

/** `Sam Taylor, NHS, Wed 10 July 2024`. */
export function saidText(by: Named, on: string): string {
  return `${namedText(by)}, ${dayText(Temporal.PlainDate.from(on))}`;
}

export type PartReceipt = {
  readonly objective: PartOwner;
  readonly item: Pick<PlanItem, 'ref' | 'version'>;
  /** What happened to it, e.g. `evidence given`. */
  readonly what: string;
  readonly facts: readonly Fact[];
  readonly more?: readonly Block[];
  /** Whether whoever did it can take it back. */
  readonly undoable?: boolean;
};

/** The receipt. */
export function partReceipt(receipt: PartReceipt): Message {
  const { objective, item, what, facts, more = [], undoable = false } = receipt;
  const named = `${objective.ref} ${item.ref}`;
  return {
    title: `Recorded: ${named} ${what}`,
    tone: 'good',
    blocks: [
      factTable([fact('Objective', ownerTitle(objective)), ...facts]),
      ...(undoable ? [partButton(`Undo ${named}`, `undo ${named}@${item.version}`)] : []),
      ...more,
    ],
  };
}

/**
 * Why somebody is told of what happened to an objective.
 * @param asOffice true where nobody owns it and the programme office is told instead
 */
export function whyTold({ ref }: Pick<PartOwner, 'ref'>, asOffice: boolean): string {
  return asOffice
    ? `Why am I getting this? Nobody owns ${ref}, and you are the programme office.`
    : `Why am I getting this? You answer for ${ref}.`;
}

export type PartsOf = { readonly objective: PartOwner; readonly items: readonly PlanItem[] };

/**
 * Parts of several objectives under their headings; `none` where there are none.
 * @param hint a line that adds one
 */
export function partsMessage(
  title: string,
  groups: readonly PartsOf[],
  none: string,
  hint: string,
): Message {
  const blocks = groups
    .filter(({ items }) => items.length > 0)
    .flatMap(({ objective, items }): Block[] => [
      paragraph(strong(ownerTitle(objective))),
      bullets(items.map((item) => partText(item, objective.ref))),
    ]);
  return {
    title,
    blocks: [
      ...(blocks.length > 0 ? blocks : [paragraph(none)]),
      paragraph('To add one, type for example ', code(`/pap ${hint}`)),
    ],
  };
}

/** Evidence by rung, the lowest first. */
export function evidenceMessage(
  objective: PartOwner,
  evidence: readonly PlanItem<'evidence'>[],
  involved: readonly PlanItem<'coproduction'>[],
): Message {
  const line = (item: PlanItem) => partText(item, objective.ref);
  const given = evidence.filter(({ status }) => status === 'given');
  const byRung = rungs.flatMap((rung): Block[] => {
    const items = given.filter(({ detail }) => detail.rung === rung);
    const heading = capital(rung);
    return [
      paragraph(
        strong(heading),
        `: ${rungTexts[rung]}${items.length === 0 ? ' — nothing yet' : ''}`,
      ),
      ...(items.length > 0 ? [bullets(items.map(line))] : []),
    ];
  });
  const withdrawn = evidence.filter(({ status }) => status === 'withdrawn');
  return {
    title: `Evidence of ${ownerTitle(objective)}`,
    blocks: [
      ...byRung,
      ...listed('Withdrawn', withdrawn.map(line)),
      ...listed('Who was involved', involved.map(line)),
      paragraph(
        'To add some, type ',
        code(`/pap evidence ${objective.ref} https://… what it shows felt`),
        '.',
      ),
    ],
  };
}

function listed(heading: string, items: readonly Inline[]): Block[] {
  if (items.length === 0) return [];
  return [paragraph(strong(heading)), bullets(items)];
}

/** One button that types a line about a part. */
export function partButton(label: string, line: string): Block {
  const action: Action = { label, line };
  return buttonRow([action]);
}
