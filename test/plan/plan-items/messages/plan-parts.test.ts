// The parts of an objective in words.
import { describe, expect, it } from 'vitest';
import { inlineText, plainText } from '../../../../src/core/message/messages/plain-text.ts';
import type {
  ItemKind,
  ItemKinds,
  PlanItem,
} from '../../../../src/plan/plan-items/domain/plan-item.ts';
import {
  challengeAnswered,
  challengeAsked,
} from '../../../../src/plan/plan-items/messages/challenge.ts';
import { decisionNotice } from '../../../../src/plan/plan-items/messages/decision.ts';
import {
  partReceipt,
  partsMessage,
  partText,
} from '../../../../src/plan/plan-items/messages/plan-parts.ts';
import {
  askForRecovery,
  recoveryReminder,
} from '../../../../src/plan/plan-items/messages/recovery.ts';
import { at, day, objective } from '../../../support/rules/builders.ts';

const sam = { personId: 'sam', name: 'Sam Taylor', organisation: 'Northshire Council' };
const july = { text: 'by July 2024', precision: 'month', lastDay: day('2024-07-31') } as const;

function item<K extends ItemKind>(
  kind: K,
  facts: ItemKinds[K] & { readonly ref: string; readonly title: string },
  more: Partial<PlanItem> = {},
): PlanItem<K> {
  return {
    ...{ id: 'i', objectiveId: 'o', parentId: null, version: 1, addedAt: at('2024-06-12T09:15') },
    ...{ due: null, originalDue: null, example: false, kind, ...facts, ...more },
    // Which kind has which facts is checked by the parameter.
  } as unknown as PlanItem<K>;
}

const challenge = item('challenge', {
  ...{ ref: 'C1', title: 'What changed?', status: 'answered' },
  detail: {
    ...{ by: sam, on: '2024-07-01', answer: 'Six more', answeredBy: sam, answeredOn: '2024-07-02' },
  },
});

describe('a part in one line', () => {
  it.each<[PlanItem, string]>([
    [
      item(
        'action',
        { ref: '1', title: 'Train', status: 'under-way', detail: { doneOn: null } },
        { due: july },
      ),
      '2B:2.1 Train · under way · by July 2024 (read as Wed 31 July 2024 at the latest)',
    ],
    [
      item(
        'milestone',
        { ref: '1.2', title: 'Half', status: 'done', detail: { doneOn: '2024-06-01' } },
        { example: true },
      ),
      '2B:2.1.2 Half (example) · done',
    ],
    [
      item('measure', { ref: 'M1', title: 'All', status: 'open', detail: {} }),
      '2B:2 M1 All · open',
    ],
    [
      item('risk', {
        ...{ ref: 'R1', title: 'Posts', status: 'open' },
        detail: { type: 'risk', score: 12, owner: 'NHS', mitigation: 'bank staff' },
      }),
      '2B:2 R1 Posts · risk, score 12 · NHS · bank staff',
    ],
    [
      item('risk', {
        ...{ ref: 'R2', title: 'Posts', status: 'open' },
        detail: { type: 'challenge', score: null, owner: null, mitigation: null },
      }),
      '2B:2 R2 Posts · challenge',
    ],
    [
      item('evidence', {
        ...{ ref: 'E1', title: 'Register', status: 'given' },
        detail: {
          ...{ link: 'https://e.example', rung: 'done', by: sam, on: '2024-07-01', waiver: false },
        },
      }),
      '2B:2 E1 Register · https://e.example · Sam Taylor, Northshire Council, Mon 1 July 2024',
    ],
    [
      item('evidence', {
        ...{ ref: 'E2', title: 'Yearly survey', status: 'withdrawn' },
        detail: { link: null, rung: 'felt', by: sam, on: '2024-07-01', waiver: true },
      }),
      '2B:2 E2 Yearly survey · waived · Sam Taylor, Northshire Council, Mon 1 July 2024 · withdrawn',
    ],
    [
      item('decision', {
        ...{ ref: 'D1', title: 'Who pays', status: 'taken' },
        detail: { from: 'SIAB', by: sam, on: '2024-07-01', outcome: 'the council' },
      }),
      '2B:2 D1 Who pays · from SIAB · decided: the council (Sam Taylor, Northshire Council, Mon 1 July 2024)',
    ],
    [
      item('decision', {
        ...{ ref: 'D2', title: 'Who pays', status: 'withdrawn' },
        detail: { from: null, by: null, on: null, outcome: null },
      }),
      '2B:2 D2 Who pays · withdrawn',
    ],
    [
      item('coproduction', {
        ...{ ref: 'P1', title: 'Leaflet', status: 'held' },
        detail: { who: 'the forum', when: 'June 2024' },
      }),
      '2B:2 P1 Leaflet · the forum, June 2024',
    ],
    [
      item('recovery', {
        ...{ ref: 'V1', title: 'Hire', status: 'done' },
        detail: { who: 'Sam Taylor', decisionFrom: 'SIAB' },
      }),
      '2B:2 V1 Hire · Sam Taylor · decision needed from SIAB · done',
    ],
    [
      challenge,
      '2B:2 C1 What changed? · Sam Taylor, Northshire Council, Mon 1 July 2024 · answered: Six more (Sam Taylor, Northshire Council, Tue 2 July 2024)',
    ],
    [
      { ...challenge, status: 'withdrawn' },
      '2B:2 C1 What changed? · Sam Taylor, Northshire Council, Mon 1 July 2024 · withdrawn',
    ],
  ])('%#', (part, text) => {
    expect(inlineText(partText(part, '2B:2'))).toBe(text);
  });
});

describe('messages', () => {
  it('leave out an objective without parts, and say so when there is none at all', () => {
    const groups = [{ objective: objective(), items: [] }];

    expect(partsMessage('Open challenges', groups, 'None is open.', 'challenge 2B:2 why?')).toEqual(
      {
        title: 'Open challenges',
        blocks: [
          { kind: 'text', spans: [{ kind: 'text', text: 'None is open.' }] },
          {
            kind: 'text',
            spans: [
              { kind: 'text', text: 'To add one, type for example ' },
              { kind: 'code', text: '/pap challenge 2B:2 why?' },
            ],
          },
        ],
      },
    );
  });

  it('name the objective, and mark it where it is fictional', () => {
    const message = partReceipt({
      ...{
        objective: objective({ example: true }),
        item: { ref: 'E1', version: 2 },
        what: 'withdrawn',
      },
      facts: [],
    });

    expect(message.title).toBe('Recorded: 2B:2 E1 withdrawn');
    expect(plainText(message)).toContain('2B:2 Named workers are trained (example)');
  });

  it.each([
    ['asked', challengeAsked(objective(), challenge, false)],
    ['answered', challengeAnswered(objective(), challenge)],
    [
      'decided',
      decisionNotice(
        objective(),
        item('decision', {
          ...{ ref: 'D1', title: 'Who pays', status: 'taken' },
          detail: { from: 'SIAB', by: sam, on: '2024-07-01', outcome: 'the council' },
        }),
        false,
      ),
    ],
    ['reminded', recoveryReminder(objective(), 'owner')],
    ['reminded for nobody', recoveryReminder(objective(), 'office')],
  ])('that nobody asked for say why they came: %s', (_name, message) => {
    expect(inlineText(message.footer ?? [])).toMatch(/^Why am I getting this\? /);
    expect(plainText(message)).not.toMatch(/undefined|null|\[object|NaN/);
  });

  it('show the rating that is challenged as a word', () => {
    expect(plainText(challengeAsked(objective({ rag: 'green' }), challenge, true))).toContain(
      '🟢 Green',
    );
  });

  it('ask for the road back with a line and a button', () => {
    expect(askForRecovery(['2B:2'])[1]).toEqual({
      kind: 'actions',
      actions: [{ label: 'Plan recovery of 2B:2', line: 'recovery 2B:2', style: 'primary' }],
    });
  });
});
