// An objective's parts on its card. In short: what asks for attention, and how many there are of the rest;
// whole: every one, grouped.
import type { Temporal } from 'temporal-polyfill';
import {
  type Block,
  bullets,
  code,
  type Inline,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { type ItemKind, isKind, type PlanItem, rungs } from '../../plan-items/domain/plan-item.ts';
import { withOpenDecision } from '../../plan-items/domain/recovery.ts';
import { isLate, itemLine, rungWords } from '../../plan-items/messages/item-text.ts';

export type PartsFacts = {
  readonly ref: string;
  readonly items: readonly PlanItem[];
  /** By part, who answers for it. */
  readonly owners: ReadonlyMap<string, string>;
  readonly today: Temporal.PlainDate;
};

/** What asks for attention, then the counts. */
export function partsInShort(facts: PartsFacts): Block[] {
  const { items, owners, today, ref } = facts;
  if (items.length === 0) return [];
  const line = (item: PlanItem) =>
    itemLine(withOpenDecision(item, items), ref, today, owners.get(item.id));
  const standing = (heading: string, which: (item: PlanItem) => boolean): Block[] => {
    const found = items.filter(which);
    return found.length === 0 ? [] : [paragraph(strong(heading)), list(found.map(line))];
  };
  return [
    ...standing('Open challenge', (item) => isKind(item, 'challenge') && item.status === 'open'),
    ...standing('Way back', (item) => isKind(item, 'recovery') && item.status === 'open'),
    ...standing('Decision needed', (item) => isKind(item, 'decision') && item.status === 'needed'),
    ...standing(
      'Overdue',
      (item) => (item.kind === 'action' || item.kind === 'milestone') && isLate(item, today),
    ),
    ...standing('Highest risk', (item) => item === highestRisk(items)),
    paragraph(
      strong('Parts: '),
      `${counts(items).join(' · ')}. `,
      code(`/pap show ${ref} all`),
      ' shows them.',
    ),
  ];
}

const groups: readonly { readonly kind: ItemKind; readonly heading: string }[] = [
  { kind: 'challenge', heading: 'Challenges' },
  { kind: 'recovery', heading: 'Recovery actions' },
  { kind: 'action', heading: 'Actions and milestones' },
  { kind: 'measure', heading: 'Success measures' },
  { kind: 'evidence', heading: 'Evidence' },
  { kind: 'risk', heading: 'Risks and challenges in the way' },
  { kind: 'decision', heading: 'Decisions' },
  { kind: 'coproduction', heading: 'Co-production' },
];

/** Every part, by kind; an action is followed by its milestones. */
export function allParts({ ref, items, owners, today }: PartsFacts): Block[] {
  const line = (item: PlanItem) =>
    itemLine(withOpenDecision(item, items), ref, today, owners.get(item.id));
  const blocks = groups.flatMap(({ kind, heading }): Block[] => {
    const lines = items
      .filter((item) => item.kind === kind)
      .flatMap((item): Inline[] => [
        line(item),
        ...items.filter(({ parentId }) => parentId === item.id).map(line),
      ]);
    return lines.length === 0 ? [] : [paragraph(strong(heading)), list(lines)];
  });
  return blocks.length > 0 ? blocks : [paragraph('It has no actions, evidence or risks yet.')];
}

function list(items: readonly Inline[]): Block {
  return bullets(items);
}

function highestRisk(items: readonly PlanItem[]): PlanItem | null {
  const open = items
    .filter((item) => isKind(item, 'risk'))
    .filter(({ status }) => status === 'open');
  return open.reduce<(typeof open)[number] | null>(
    (highest, risk) =>
      highest && (highest.detail.score ?? 0) >= (risk.detail.score ?? 0) ? highest : risk,
    null,
  );
}

function counts(items: readonly PlanItem[]): string[] {
  const of = (kind: ItemKind, status?: string) =>
    items.filter((item) => item.kind === kind && (!status || item.status === status)).length;
  const part = (count: number, text: string) => (count === 0 ? [] : [text]);
  const evidence = items
    .filter((item) => isKind(item, 'evidence'))
    .filter(({ status, detail }) => status === 'given' && !detail.waiver);
  const onRungs = rungs
    .map((rung) => ({ rung, count: evidence.filter(({ detail }) => detail.rung === rung).length }))
    .filter(({ count }) => count > 0)
    .map(({ rung, count }) => `${count} ${rungWords[rung]}`);
  return [
    ...part(of('action'), `actions ${of('action', 'done')} of ${of('action')} done`),
    ...part(of('milestone'), `milestones ${of('milestone', 'done')} of ${of('milestone')} done`),
    ...part(of('measure'), `success measures ${of('measure', 'met')} of ${of('measure')} met`),
    `evidence ${onRungs.length > 0 ? onRungs.join(', ') : 'none'}`,
    ...part(of('risk'), `risks ${of('risk', 'open')} open of ${of('risk')}`),
    ...part(of('decision'), `decisions ${of('decision', 'taken')} of ${of('decision')} taken`),
    ...part(of('coproduction'), `co-production ${of('coproduction')}`),
    ...part(of('challenge'), `challenges ${of('challenge', 'open')} open of ${of('challenge')}`),
  ];
}
