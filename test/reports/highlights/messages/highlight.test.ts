// A highlight report's ratings: what faded apart, and a report that was approved before that as it was.
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../../../src/core/message/messages/plain-text.ts';
import type { HighlightContent } from '../../../../src/reports/highlights/domain/highlight.ts';
import { highlightHead } from '../../../../src/reports/highlights/messages/highlight.ts';
import { highlightSections } from '../../../../src/reports/highlights/messages/highlight-sections.ts';
import { approvedNotice } from '../../../../src/reports/highlights/messages/highlight-writing.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

const content: HighlightContent = {
  theme: { kind: 'theme', number: 1, name: 'Right plan' },
  ...{ month: '2024-07', asOf: '2024-07-31T22:59:59Z', version: 1, words: { saved: 1 } },
  ...{ coChairs: [], recovery: [], risks: [], history: [], comingUp: [], milestones: [] },
  ...{ decisions: [], kpis: null, notReturned: [] },
  ratings: [
    { rag: 'red', standing: 'red', count: 1 },
    { rag: 'amber', standing: 'amber', count: 0 },
    { rag: 'green', standing: 'green', count: 0 },
    { rag: 'blue', standing: 'blue', count: 0 },
    { rag: null, standing: 'last-known-red', count: 2 },
    { rag: null, standing: 'unrated', count: 0 },
  ],
  concerns: [
    {
      ...{ ref: 'PA1.2a', title: 'Posts are filled', example: false, rag: 'red', note: 'two left' },
      fade: { step: 'unrated', daysAgo: 97 },
    },
  ],
};

function ratingsOf(one: HighlightContent): string | undefined {
  const head = highlightHead({ content: one, approved: null, earlier: null, timeZone: 'UTC' });
  const found = head.find(({ label }) => label === 'Ratings');
  return found && inlineText(found.value);
}

describe('the ratings of a highlight report', () => {
  it('count what faded apart, as everything does', () => {
    expect(ratingsOf(content)).toBe(
      '🛑 Red 1 · 🔶 Amber 0 · 🟢 Green 0 · 🟦 Blue 0 · ⬜ Last known red 2 — of 3',
    );
    expect(bodyOf(approvedNotice(content, 'Cerys'))[0]).toBe(
      'Version 1, by Cerys. 🛑 Red 1 · ⬜ Last known red 2.',
    );
  });

  it('give the reason of a red that faded', () => {
    const [reason] = highlightSections(content);

    expect(bodyOf({ title: 'Report', blocks: reason?.blocks ?? [] })[0]).toContain(
      'PA1.2a Posts are filled · ⬜ Last known red, 97 days ago · two left',
    );
  });

  it('of a report that was approved before are those that it was approved with', () => {
    const ratings = [
      { rag: 'red' as const, count: 1 },
      { rag: 'amber' as const, count: 0 },
      { rag: null, count: 1 },
    ];
    const old = { ...content, ratings };

    expect(ratingsOf(old)).toBe('🛑 Red 1 · 🔶 Amber 0 · ⬜ Not rated 1 — of 2');
    expect(bodyOf(approvedNotice(old, 'Cerys'))[0]).toBe('Version 1, by Cerys. 🛑 Red 1.');
  });
});
