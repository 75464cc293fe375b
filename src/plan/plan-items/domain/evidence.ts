// Evidence: a link, what it shows, and how far it carries. Blue stands on the last rung, or on a waiver
// with a name.

import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type PlanItem, type Rung, rungs } from './plan-item.ts';

export const MAX_LINK_LENGTH = 1_000;

const RUNG_AT_END =
  /^(?:([\s\S]*?)(?<![\s,;:–—-])[\s,;:–—-]+)?[([]?(done|used|felt(?:\s+by\s+families)?)[)\]]?\.?$/i;

/**
 * What a link shows and its rung, which may be the last word; `done` where none is named.
 * `felt by families` is `felt`.
 */
export function parseShows(words: string): { readonly shows: string; readonly rung: Rung } {
  const [, before, word] = RUNG_AT_END.exec(words.trim()) ?? [];
  if (word === undefined) return { shows: words.trim(), rung: 'done' };
  const rung = rungs.find((one) => word.toLowerCase().startsWith(one)) ?? 'done';
  return { shows: (before ?? '').trim(), rung };
}

/** Refusal: `bad-link`, for anything but a plain address of the web. */
export function parseLink(word: string): Result<string> {
  const link = word.replace(/^<|>$/g, '');
  const shown = link.slice(0, 60);
  if (link.length > MAX_LINK_LENGTH) return refuse({ code: 'bad-link', typed: shown, why: 'long' });
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || !/^https?:\/\//i.test(link))
    return refuse({ code: 'bad-link', typed: shown, why: 'not-web' });
  // A password in a link would be shown to everybody who may read the plan.
  if (url.username !== '' || url.password !== '')
    return refuse({ code: 'bad-link', typed: url.host.slice(0, 60), why: 'password' });
  return ok(link);
}

/** Whether an objective may be blue: something shows that families feel it, or somebody waived that by name. */
export function carriesBlue(evidence: readonly PlanItem<'evidence'>[]): boolean {
  return evidence.some(
    ({ status, detail }) => status === 'given' && (detail.rung === 'felt' || detail.waiver),
  );
}
