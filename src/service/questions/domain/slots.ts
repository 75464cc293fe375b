// What a line takes from a sentence: its references, names, days and words, each where it is needed.
import type { Temporal } from 'temporal-polyfill';
import type { DateContext } from '../../../core/dates/domain/parse-date.ts';
import { dayIn, periodIn } from './dates-said.ts';
import type { Asker, Slot } from './intent.ts';
import { contentWords } from './plain-words.ts';
import type { Sentence } from './sentence.ts';

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

/** What somebody is going to do. */
const WILL_DO =
  /\b(?:we|i|they)(?:['’]ll| will| are going to| am going to| plan to| intend to)\s+([\s\S]+)$/i;

/** What is said beside “no change”: “same rating, but 17 trained now”. */
const AFTER_SAME =
  /\b(?:same(?: \w+)?|unchanged|(?:not|hasn['’]t|haven['’]t) (?:changed|moved)(?: colour)?|no (?:real |major |significant )?(?:change|movement|update)s?|nothing new|as before)\b[^,:;–—-]{0,30}?(?:[,:;]|\s[–—-]|\sbut|\sas(?! last| before))\s+(?:but\s+)?(\S+\s+\S[\s\S]*)$/i;

export type Slots = Readonly<
  Record<
    Slot | 'refs' | 'note' | 'more' | 'about' | 'cover' | '@person' | 'first theme',
    string | null
  >
>;

export function slotsOf(
  sentence: Sentence,
  own: Own,
  text: string,
  { today, context }: When,
): Slots {
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
    ...{
      'the theme': theme === null ? null : `theme ${theme}`,
      'first theme': '1',
      note: sentence.note,
      about: contentWords(text) || null,
    },
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
    more: AFTER_SAME.exec(text)?.[1]?.trim() ?? null,
    link: /https?:\/\/\S[\s\S]*$/i.exec(text)?.[0].trim() ?? null,
    plan: WILL_DO.exec(text)?.[1]?.trim() ?? null,
  };
}

/** A line with its braces filled. Without what its reference or day is, there is no line; without the rest, a shorter one. */
export function filled(line: string, slots: Slots): string[] | null {
  let missing = false;
  const text = line.replace(/\{([^}]+)\}/g, (_all, name: string) => {
    const value = Object.hasOwn(slots, name) ? slots[name as keyof Slots] : null;
    if (
      value === null &&
      [
        'ref',
        'refs',
        'rating',
        'until',
        'period',
        'red',
        'person',
        'link',
        'plan',
        'about',
        'the theme',
      ].includes(name)
    )
      missing = true;
    return value ?? '';
  });
  return missing ? null : [text.replace(/ {2,}/g, ' ').trim()];
}
