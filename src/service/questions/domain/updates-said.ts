// Ratings that a sentence gives without the verb. They are shown, and never recorded before a press.
import type { Rag } from '../../../core/message/domain/rag.ts';
import { findRefs, type Names } from './names-said.ts';
import { parseSentence, type Sentence } from './sentence.ts';

/** So many lines are offered. */
const MOST_LINES = 4;

type Update = { readonly ref: string; readonly rating: Rag | 'same'; readonly note: string };

const SAME =
  / (?:no change|no changes|unchanged|same|nothing new|as before|no updates?|nil return|not changed|nothing further|nothing to report) /;

/**
 * Several lines of which some say a rating, as one `update` and each alone; what says none belongs to the
 * note before it.
 */
export function batchOf(lines: readonly string[], names: Names): readonly string[] {
  const updates: Update[] = [];
  for (const line of withHeads(lines, names)) {
    const update = updateIn(line, names);
    const last = updates.at(-1);
    if (update) updates.push(update);
    else if (last && last.rating !== 'same')
      updates.splice(-1, 1, { ...last, note: `${last.note} ${line.trim()}`.trim() });
  }
  const [one, other] = updates;
  if (!one) return [];
  if (!other) return [asLine(one)];
  const batch = updates.map(({ ref, rating, note }) => `${ref} ${rating} ${note}`.trim());
  return [['update', ...batch].join('\n'), ...updates.map(asLine)];
}

/**
 * The clauses of one line of which each says one objective's rating: “2B:2 amber 16 of 20; 1A:1 no change”; empty: they do
 * not all, so that it may be a note that goes on.
 */
export function clausesOf(line: string, { plan }: Names): readonly string[] {
  const starts = findRefs(line, plan)
    .map(({ start }) => start)
    .filter((start) => PARTED.test(line.slice(0, start)));
  const clauses = [0, ...starts].map((start, at) => line.slice(start, starts[at]).trim());
  return clauses
    .map((clause) => clause.replace(/(?:[\s;,/|]|\band)+$/i, ''))
    .filter((clause) => clause !== '');
}

/** What parts two of them. */
const PARTED = /(?:[;/|]|[,.]|\band|&)\s+$/i;

/** A line that only names an objective heads the lines below it, up to the next that names one: “2B:2⏎Amber⏎15 of 20”. */
function withHeads(lines: readonly string[], names: Names): readonly string[] {
  const joined: string[] = [];
  let isHead = false;
  for (const line of lines) {
    const { refs, rating, plain } = parseSentence(line, names);
    const last = joined.at(-1);
    if (refs.length === 0 && isHead && last !== undefined) {
      joined.splice(-1, 1, `${last.replace(/[\s:,;.–—-]+$/, '')} ${line.trim()}`);
      isHead = !rating && !SAME.test(plain);
      continue;
    }
    isHead = refs.length === 1 && !rating && !SAME.test(plain);
    const [ref] = findRefs(line, names.plan);
    joined.push(isHead && ref ? line.slice(ref.start) : line);
  }
  return joined;
}

/** Whether each of the lines says one objective's rating. */
export function areUpdates(lines: readonly string[], names: Names): boolean {
  return lines.every((line) => updateIn(line, names) !== null);
}

/** One line that says one objective's rating; the words before the reference count only as a mark of a list. */
function updateIn(line: string, names: Names): Update | null {
  const item = line.replace(/^\s*(?:[•*–—-]|\d{1,2}[.)]|[a-z]\))\s+/i, '');
  const sentence = parseSentence(item, names);
  const [ref, other] = sentence.refs;
  if (!ref || other || sentence.heard) return null;
  if (sentence.rating) return { ref, rating: sentence.rating, note: sentence.note };
  return SAME.test(sentence.plain) ? { ref, rating: 'same', note: '' } : null;
}

function asLine({ ref, rating, note }: Update): string {
  return rating === 'same' ? `same ${ref}` : `update ${ref} ${rating} ${note}`.trim();
}

/** “2B:2 is amber now”, “mark 2B:2 as green”, “it's amber now” as lines; none: it says no rating of today. */
export function updatesSaid(sentence: Sentence, own: readonly string[]): readonly string[] {
  const { refs, rating, note, plain } = sentence;
  if (
    !rating ||
    isQuestion(plain) ||
    DENIED.test(withoutPast(plain).replace(WISHED, ' is ')) ||
    DOUBTED.test(plain) ||
    / (?:reds|ambers|greens|list|show) /.test(plain) ||
    (refs.length === 0 && / (?:all the|one|ones) /.test(plain))
  )
    return [];
  const said = (ref: string) => asLine({ ref, rating, note });
  if (refs.length > 0) return refs.slice(0, MOST_LINES).map(said);
  const isBare =
    /^(?: update| mark| set| change| it is| it has| is| now| this is)* (?:it |this |to |as |is |gone |now |at )*(?:red|amber|green|blue|on track|off track|at risk) /.test(
      plain,
    );
  return isBare ? own.slice(0, MOST_LINES).map(said) : [];
}

/** Whether a sentence that names a rating may wish for it: “could 1A:1 go green” does, “why is 1A:1 red” and “not green yet” do not. */
export function mayWishRating({ plain }: Sentence): boolean {
  const asks = isQuestion(plain) && !/^ (?:can|could|may|should) (?!i believe)/.test(plain);
  return !asks && !DOUBTED.test(plain) && !DENIED.test(withoutPast(plain).replace(WISHED, ' is '));
}

/** “should be blue”, where no day follows: it is wished for now. */
const WISHED =
  / (?:(?:rating|status|colour) (?:\S+ ){0,3})?(?:should (?:now )?be|(?:is|are) going to be(?= \S+ (?:this|now|at) ))(?: shown| marked| rated| put| down| recorded)?(?: as| at)? (?=(?:red|amber|green|blue) (?!(?:by|in|next|soon|once|when|if|after|within|from|before) ))/;

/** Without the rating that it is no more, where another one follows. */
function withoutPast(plain: string): string {
  return plain.replace(
    / (?:no longer|not|from|instead of|rather than|was|were) (?:red|amber|green|blue),?(?= .*(?:red|amber|green|blue) )/,
    '',
  );
}

/** “Green? I’m not buying it”. */
const DOUBTED =
  / (?:believes?|doubts?|sceptical|not sure|not convinced|not buying|surely|question|challenge|disagree|push back|stacks? up|nobody thinks|being (?:red|amber|green|blue)) /;

/** “2B:2 is not green yet” and “will be green” say no rating of today. */
const DENIED =
  / (?:not|never|no longer|nearly|almost|should|unless|until|if|hope|hoping|expect|expected|could be|might be|may be|would be|will be|going to be|should be|was) (?:(?!now |but )\S+ ){0,4}(?:red|amber|green|blue|on track|off track|at risk) (?!(?:.* )?(?:now|but) )/;

/** Whether a sentence asks. */
export function isQuestion(plain: string): boolean {
  return /^ (?:why|how|what|when|who|whose|which|where|is|are|was|were|do|does|did|has|have|can|could|should|will|any|anything|show|list|tell me|i do not believe|i want to(?! (?:say|put|mark|go|make|record|rate|call|set|give) )|do not) /.test(
    plain,
  );
}
