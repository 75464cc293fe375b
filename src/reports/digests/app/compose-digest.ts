// One digest as a message, and how much it has to say.
import type { Message } from '../../../core/message/messages/message.ts';
import type { Partnership, Reads, Uses } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import { boardDigest } from '../messages/digest-board.ts';
import { officeDigest } from '../messages/digest-office.ts';
import { ownerDigest } from '../messages/digest-owner.ts';
import type { DigestNews } from '../messages/digest-sections.ts';
import { type ThemeDigestFacts, themeDigest } from '../messages/digest-theme.ts';
import { buildBoardDigest } from './build-board-digest.ts';
import { buildOfficeDigest } from './build-office-digest.ts';
import { buildOwnerDigest } from './build-owner-digest.ts';
import { buildThemeDigest } from './build-theme-digest.ts';
import { countOwed, type DigestScope } from './digest-news.ts';

/** Which digest, and whose. */
export type DigestOf =
  | ThemeDigestOf
  | { readonly variant: 'owner'; readonly personId: string }
  | { readonly variant: 'office' }
  | { readonly variant: 'board' };

export type ThemeDigestOf = {
  readonly variant: 'theme';
  readonly theme: ThemeView;
  readonly audience: ThemeDigestFacts['audience'];
};

export type ComposedDigest = {
  readonly message: Message;
  readonly changes: number;
  /** What waits for somebody. */
  readonly outstanding: number;
};

function countNews({
  changes,
  planChanges,
  figures,
}: DigestNews & { readonly changes: readonly unknown[] }): number {
  return changes.length + planChanges.length + figures.length;
}

/** Reads what it is about and puts it in words. */
export async function composeDigest(
  of: DigestOf,
  record: Reads<'cycles' | 'history' | 'items' | 'kpiFigures' | 'kpis' | 'objectives'> &
    Uses<'notifications'>,
  partnership: Pick<Partnership, 'timeZone'>,
  scope: DigestScope,
): Promise<ComposedDigest> {
  switch (of.variant) {
    case 'theme':
      return await composeThemeDigest(of, record, partnership, scope);
    case 'owner': {
      const facts = await buildOwnerDigest(record, partnership, of.personId, scope);
      return {
        message: ownerDigest(facts),
        changes: countNews(facts),
        outstanding: countOwed(facts.waiting, scope.now) + facts.coming.length,
      };
    }
    case 'office': {
      const facts = await buildOfficeDigest(record, partnership, scope);
      const { waiting, signals, undelivered } = facts;
      const owed = countOwed(waiting, scope.now);
      return {
        message: officeDigest(facts),
        changes: countNews(facts),
        // Of what nobody owns the office is told once a cycle anyway.
        outstanding: owed + signals.length + undelivered,
      };
    }
    case 'board': {
      const facts = await buildBoardDigest(record, partnership, scope);
      return {
        message: boardDigest(facts),
        changes: countNews(facts),
        outstanding: facts.decisions.length,
      };
    }
  }
}

/** A theme's alone, which can be of the past as well. */
export async function composeThemeDigest(
  { theme, audience }: ThemeDigestOf,
  record: Reads<'cycles' | 'history' | 'kpiFigures' | 'kpis' | 'objectives'>,
  partnership: Pick<Partnership, 'timeZone'>,
  scope: DigestScope,
): Promise<ComposedDigest> {
  const facts = await buildThemeDigest(record, partnership, theme, audience, scope);
  return {
    message: themeDigest(facts),
    changes: countNews(facts),
    outstanding: countOwed(facts.waiting, scope.now),
  };
}
