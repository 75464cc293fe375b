// From a sentence to the lines that do what it asks: the intent that most of it speaks for, or the updates that it holds.
import type { Temporal } from 'temporal-polyfill';
import type { DateContext } from '../../../core/dates/domain/parse-date.ts';
import { areEnglish } from '../../../core/personal-data/domain/english-words.ts';
import { refKey } from '../../../plan/objectives/domain/plan-refs.ts';
import { dayIn, periodIn } from './dates-said.ts';
import type { Asker, Intent, Slot } from './intent.ts';
import { intents } from './intents.ts';
import type { Names } from './names-said.ts';
import { contentWords } from './plain-words.ts';
import { parseSentence, type Sentence } from './sentence.ts';
import { stemmed } from './stems.ts';
import { batchOf, isQuestion, updatesSaid } from './updates-said.ts';

/** A text as long as this is no question. */
const MOST_WORDS = 60;

export type Understood =
  /** `asks`: the first line may be run; `records`: it is shown and waits for a press. */
  | { readonly kind: 'asks' | 'records'; readonly lines: readonly string[] }
  | { readonly kind: 'nothing' };

export type Own = {
  readonly askers: readonly Asker[];
  /** References of one's own objectives that are red. */
  readonly red: readonly string[];
  /** References of what one may return. */
  readonly own: readonly string[];
};

export type When = {
  readonly today: Temporal.PlainDate;
  /** The term calendars, where the sentence names a term. */
  readonly context: DateContext;
};

/** What the sentence asks for, as lines that could have been typed. */
export function understand(text: string, names: Names, own: Own, when: When): Understood {
  const several = text.split(/\n+/).filter((line) => line.trim() !== '');
  const batch = several.length > 1 ? batchOf(several, names) : [];
  // Several behind one verb are shown by the verb itself, before it records them.
  if (batch.length > 0)
    return { kind: batch[0]?.includes('\n') ? 'asks' : 'records', lines: batch };
  if (text.split(/\s+/).length > MOST_WORDS) return { kind: 'nothing' };
  const sentence = parseSentence(text, names);
  const best = chooseIntent(sentence, own, text, when);
  const asks = best?.intent.kind === 'asks' && isQuestion(sentence.plain);
  const updates = several.length === 1 && !asks ? updatesSaid(sentence, own.own) : [];
  if (updates.length > 0) return { kind: 'records', lines: updates };
  if (best) return { kind: best.intent.kind, lines: best.lines };
  const [ref] = sentence.refs;
  return ref && asksNothingElse(text, ref)
    ? { kind: 'asks', lines: [`show ${ref}`] }
    : { kind: 'nothing' };
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

function chooseIntent(sentence: Sentence, own: Own, text: string, when: When): Chosen | null {
  const slots = slotsOf(sentence, own, text, when);
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

/** What somebody is going to do. */
const WILL_DO =
  /\b(?:we|i|they)(?:['’]ll| will| are going to| am going to| plan to| intend to)\s+([\s\S]+)$/i;

type Slots = Readonly<Record<Slot | 'refs' | 'cover' | '@person' | 'first theme', string | null>>;

function slotsOf(sentence: Sentence, own: Own, text: string, { today, context }: When): Slots {
  const { plain, refs, people, theme, rating } = sentence;
  const [person = null, other] = people;
  const only = other === undefined ? person : null;
  // Dates are looked for only where an intent takes one.
  let until: string | null | undefined;
  let period: string | null | undefined;
  return {
    ...{ ref: refs[0] ?? null, refs: refs.length > 0 ? refs.join(' ') : null, rating },
    ...{ person: only, '@person': only === null ? null : `@${only}` },
    theme: theme === null ? null : `theme ${theme}`,
    'first theme': '1',
    get until() {
      until = until === undefined ? (dayIn(text, today, context)?.toString() ?? null) : until;
      return until;
    },
    get period() {
      period = period === undefined ? periodIn(text, today, context) : period;
      return period;
    },
    cover:
      person !== null && / (?:cover|covers|covering|instead|for me) /.test(plain)
        ? ` cover @${person}`
        : null,
    red: own.red[0] ?? null,
    link: /https?:\/\/\S[\s\S]*$/i.exec(text)?.[0].trim() ?? null,
    plan: WILL_DO.exec(text)?.[1]?.trim() ?? null,
  };
}

/** A line with its braces filled. Without what its reference or day is, there is no line; without the rest, a shorter one. */
function filled(line: string, slots: Slots): string[] | null {
  let missing = false;
  const text = line.replace(/\{([^}]+)\}/g, (_all, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name as keyof Slots] : null;
    if (
      value === null &&
      ['ref', 'refs', 'until', 'period', 'red', 'person', 'link', 'plan'].includes(name)
    )
      missing = true;
    return value ?? '';
  });
  return missing ? null : [text.replace(/ {2,}/g, ' ').trim()];
}
