// What is new of a rating in words: where it went, who told it and, in their words, why.
import { momentText } from '../../../core/dates/messages/when.ts';
import { ragText } from '../../../core/message/messages/rag-text.ts';
import { boardText } from '../../../plan/objectives/messages/rating-story.ts';
import { hasMoved, type RatingNews } from '../domain/rating-news.ts';

/**
 * `🛑 Red → 🔶 Amber · Sam Taylor, Northshire Council · 14 of 20 trained`.
 * @param timeZone with it, when it was said stands behind who said it
 */
export function ratingNewsText(news: RatingNews, timeZone?: string): string {
  const { told, words } = news;
  const when = timeZone ? `, ${momentText(told.at, timeZone)}` : '';
  const teller = words !== null && !hasMoved(news) ? words.by : told.author;
  const who = `${nameOf(teller)}${when}`;
  const others =
    words?.by && nameOf(words.by) !== nameOf(teller) ? ` (words of ${nameOf(words.by)})` : '';
  return `${newsPathText(news)} · ${who}${words ? ` · ${words.words}${others}` : ''}`;
}

/** `impact 🛑 Red → 🔶 Amber, amended`; without who and why. */
export function newsPathText(news: RatingNews): string {
  const { rating, path, told, onlyConfirmed } = news;
  const impact = rating === 'impact' ? 'impact ' : '';
  const went = path.map(ragText).join(' → ');
  const still = onlyConfirmed ? ' (confirmed, no change)' : ' (no change)';
  return `${impact}${went}${hasMoved(news) ? '' : still}${howText(told)}${told.late ? ' · late' : ''}`;
}

function howText({ kind, meeting }: RatingNews['told']): string {
  switch (kind) {
    case 'undo':
      return ', taken back';
    case 'amend':
      return ', amended';
    case 'board':
      return `, ${boardText(meeting)}`;
    case 'published':
    case 'update':
    case 'same':
      return '';
  }
}

function nameOf(author: { readonly name: string; readonly organisation: string } | null): string {
  return author ? `${author.name}, ${author.organisation}` : 'the plan’s documents';
}
