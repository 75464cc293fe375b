// From a sentence to the lines that do what it asks: the intent that most of it speaks for, or the updates that it holds.
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { intents } from '../rules/intents.ts';
import type { Intent } from './intent.ts';
import type { Names } from './names-said.ts';
import {
  doubtsOf,
  LIKER,
  linesOf,
  MOST_OFFERED,
  MUCH_LIKER,
  rankLines,
  ratingSaid,
  usualLines,
  VERY_LIKE,
  withLiker,
} from './offers.ts';
import { askedAbout, contentWords } from './plain-words.ts';
import { parseSentence, type Sentence } from './sentence.ts';
import { filled, type Own, type Slots, slotsOf, type When } from './slots.ts';
import { stemmed } from './stems.ts';
import { areUpdates, batchOf, clausesOf, isQuestion, updatesSaid } from './updates-said.ts';

/** A text as long as this is no question. */
const MOST_WORDS = 60;

export type Understood =
  /** `asks`: the first line may be run; `records`: it is shown and waits for a press. */
  | { readonly kind: 'asks' | 'records'; readonly lines: readonly string[] }
  /** No rule reads it: lines that people wanted who wrote something like it, the likeliest first. */
  | { readonly kind: 'unsure'; readonly lines: readonly string[]; readonly isLikely: boolean }
  /** It asks where something stands: that is looked for first, and what else it may ask stands where that is nowhere. */
  | { readonly kind: 'about'; readonly lines: readonly string[]; readonly otherwise: Understood }
  | { readonly kind: 'nothing' };

/** What the sentence asks for, as lines that could have been typed. */
export function understand(typed: string, names: Names, own: Own, when: When): Understood {
  const text = withoutTightDashes(typed);
  const several = text.split(/\n+/).filter((line) => line.trim() !== '');
  const clauses = several.length === 1 ? clausesOf(text, names) : [];
  const isBatch = several.length > 1 || (clauses.length > 1 && areUpdates(clauses, names));
  const batch = isBatch ? batchOf(several.length > 1 ? several : clauses, names) : [];
  // Several behind one verb are shown by the verb itself, before it records them.
  if (batch.length > 0)
    return { kind: batch[0]?.includes('\n') ? 'asks' : 'records', lines: batch };
  if (text.split(/\s+/).length > MOST_WORDS) return { kind: 'nothing' };
  const sentence = parseSentence(text, names);
  const understood = understandOne(sentence, text, several.length, own, when);
  const about = aboutOf(sentence);
  const isRead = understood.kind === 'asks' && !about?.includes(' ');
  if (about === null || isRead || understood.kind === 'records') return understood;
  return { kind: 'about', lines: [`find ${about}`], otherwise: understood };
}

/** What the sentence asks about in the documents' words; null: it names what has a page of its own. */
function aboutOf({ plain, refs, people }: Sentence): string | null {
  const about = askedAbout(plain);
  const isNamed = refs.length > 0 || people.length > 0 || /^(?:theme|t) ?\d/.test(about ?? '');
  return isNamed || /^(?:(?:me|mine|you|this|that|it)$|my )/.test(about ?? '') ? null : about;
}

/** What one sentence asks for, by the rule that reads it, else by what it is like. */
function understandOne(
  sentence: Sentence,
  text: string,
  lineCount: number,
  own: Own,
  when: When,
): Understood {
  const slots = slotsOf(sentence, own, text, when);
  const best = chooseIntent(sentence, own, slots);
  const asks = best?.intent.kind === 'asks' && isQuestion(sentence.plain);
  const updates = lineCount === 1 && !asks ? updatesSaid(sentence, own.own) : [];
  const ranked = rankLines(sentence, own, slots);
  if (updates.length > 0) {
    const doubts = doubtsOf(sentence, own);
    return { kind: 'records', lines: withLiker([...updates, ...doubts], ranked, MUCH_LIKER) };
  }
  // A rating that is said of an objective may be meant as one, whatever else is asked.
  const said = ratingSaid(sentence);
  if (best) {
    const lines = withLiker([...best.lines, ...said], ranked, LIKER);
    return { kind: best.intent.kind, lines };
  }
  const [ref] = sentence.refs;
  const shown = usualLines(sentence, own);
  if (ref && asksNothingElse(text, ref) && isQuestion(sentence.plain))
    return {
      kind: 'asks',
      lines: [...new Set([...shown, ...said, ...linesOf(ranked)])].slice(0, MOST_OFFERED),
    };
  const [first] = ranked;
  const lines = [...new Set([...said, ...linesOf(ranked), ...shown])].slice(0, MOST_OFFERED);
  return lines.length > 0
    ? { kind: 'unsure', lines, isLikely: first !== undefined && first.likeness >= VERY_LIKE }
    : { kind: 'nothing' };
}

/** “1.2-amber-the rest in May”: what is parted by dashes without spaces. */
function withoutTightDashes(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N})])[-–—](?=(?:red|amber|green|blue)(?![\p{L}\p{N}]))/giu, ' - ')
    .replace(/(?<=(?<!\p{L})(?:red|amber|green|blue))[-–—](?=[\p{L}\p{N}])/giu, ' - ');
}

/** Beside the reference there are only English words: it is asked for, whatever is asked. */
function asksNothingElse(text: string, ref: string): boolean {
  const words = contentWords(text).split(' ');
  return (
    areEnglish(
      words
        .filter((word) => /^[a-z'-]+$/.test(word) && refKey(word) !== refKey(ref))
        .flatMap((word) => word.split(/['-]/)),
    ) && words.every((word) => /^[a-z'-]+$/.test(word) || refKey(ref).includes(refKey(word)))
  );
}

type Chosen = {
  readonly intent: Intent;
  readonly score: number;
  readonly lines: readonly string[];
};

function chooseIntent(sentence: Sentence, own: Own, slots: Slots): Chosen | null {
  const stems = stemmed(sentence.asked);
  let best: Chosen | null = null;
  for (const intent of intents) {
    if (intent.only && !intent.only.some((asker) => own.askers.includes(asker))) continue;
    if (intent.not?.some((phrase) => strength(stems, phrase) > 0)) continue;
    const groups = intent.has.map((phrases) =>
      Math.max(...phrases.map((one) => strength(stems, one))),
    );
    if (groups.some((group) => group === 0)) continue;
    if (intent.needs?.some((slot) => slots[slot] === null)) continue;
    const score =
      groups.reduce((sum, group) => sum + group, 0) +
      1.5 * (intent.needs?.length ?? 0) +
      themeTaken(intent, slots);
    if (!best || score > best.score)
      best = { intent, score, lines: intent.lines.flatMap((line) => filled(line, slots) ?? []) };
  }
  return best && best.lines.length > 0 ? best : null;
}

/** A line that takes the theme that was named says more of the sentence. */
function themeTaken({ lines, needs }: Intent, { theme }: Slots): number {
  const takes = theme !== null && !needs?.includes('theme') && lines[0]?.includes('{theme}');
  return takes ? 1.5 : 0;
}

/** How much of the sentence a phrase is; 0: it is not in it. */
function strength(stems: string, phrase: string): number {
  if (phrase === '^') return 0.2;
  const { words, count } = phraseOf(phrase);
  const place = stems.indexOf(words);
  if (place < 0 || (phrase.startsWith('^') && place !== 0)) return 0;
  if (phrase.endsWith('$') && place + words.length !== stems.length) return 0;
  return phrase.startsWith('^') && phrase.endsWith('$') ? 10 : 1 + (count - 1) * 0.6;
}

type Phrase = { readonly words: string; readonly count: number };

const read = new Map<string, Phrase>();

/** The stems of a phrase of the table, made once. */
function phraseOf(phrase: string): Phrase {
  const known = read.get(phrase);
  if (known) return known;
  const words = phrase.replace(/[$^]/g, '');
  const made = { words: ` ${stemmed(words)} `, count: words.split(' ').length };
  read.set(phrase, made);
  return made;
}
