// What a button carries over the wire, and how it is read back. Both platforms use this one form,
// so a press means the same on each; anything unreadable is null, never an exception.
import { z } from 'zod';
import { parseRag } from '../domain/rag.ts';
import { type Action, type Guard, LEAVE_OUT } from './message.ts';

const wire = z
  .object({
    l: z.string().min(1).max(1_500),
    o: z.string().max(64).optional(),
    v: z.number().int().nonnegative().optional(),
    r: z.array(z.string().min(1).max(64)).max(100).optional(),
    f: z.string().min(1).max(200).optional(),
    p: z.string().min(1).max(64).optional(),
    k: z.literal(1).optional(),
  })
  // Half a guard would let a stale press through.
  .refine(({ o, v }) => (o === undefined) === (v === undefined));

export type ActionValue = Pick<
  Action,
  'line' | 'guard' | 'rows' | 'again' | 'partnershipId' | 'keeps'
>;

/** The button's value: its command line, with the id and version of the item that it acts on. */
export function encodeActionValue(action: Action): string {
  return JSON.stringify({
    l: action.line,
    ...(action.guard && { o: action.guard.objectiveId, v: action.guard.version }),
    ...(action.rows && { r: action.rows }),
    ...(action.again && { f: action.again }),
    ...(action.partnershipId && { p: action.partnershipId }),
    ...(action.keeps && { k: 1 }),
  });
}

/** Reads a button's value, or null when it is not one of ours. */
export function decodeActionValue(value: unknown): ActionValue | null {
  if (typeof value !== 'string') return null;
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return null;
  }
  const read = wire.safeParse(json);
  if (!read.success) return null;
  const { l, o, v, r, f, p, k } = read.data;
  return {
    line: l,
    ...(o !== undefined && v !== undefined && { guard: { objectiveId: o, version: v } }),
    ...(r && { rows: r }),
    ...(f && { again: f }),
    ...(p && { partnershipId: p }),
    ...(k && { keeps: true }),
  };
}

/** What of a button's value goes with its line: which item and partnership it was made for. */
export function pressedFor({ guard, partnershipId, keeps }: ActionValue): PressedFor {
  return {
    ...(guard && { guard }),
    ...(partnershipId && { partnershipId }),
    ...(keeps && { keepsPartnership: keeps }),
  };
}

export type PressedFor = {
  readonly guard?: Guard;
  readonly partnershipId?: string;
  readonly keepsPartnership?: true;
};

/**
 * What a form's answers say, as the line that could have been typed. They follow the submit button's
 * line as words, in field order. With rows, each row is a line of its own: its beginning, then its
 * share of the answers; a row whose choice is left empty or is `LEAVE_OUT` is not said at all.
 */
export function formLine({ line, rows }: ActionValue, answers: readonly string[]): string {
  if (!rows) return lineWithAnswers(line, answers);
  const share = Math.floor(answers.length / rows.length);
  const said = rows.flatMap((start, index) => {
    const own = answers.slice(index * share, (index + 1) * share);
    if (['', LEAVE_OUT].includes((own[0] ?? '').trim())) return [];
    return [share === 1 ? `${start} ${asWords(own[0] ?? '')}` : lineWithAnswers(start, own)];
  });
  return [line, ...said].join('\n');
}

/** What is all of a row: in quotation marks, with its own doubled, where it could be taken for further rows. */
function asWords(answer: string): string {
  const [, checked = '', words = ''] = /^(checked:\s*)?([\s\S]*)$/i.exec(answer.trim()) ?? [];
  const whole = /[\n\r]/.test(words) || words.startsWith('"');
  return `${checked}${whole ? `"${words.replaceAll('"', '""')}"` : words}`;
}

/** The answers as the words that follow a line. The last one is the note. */
export function lineWithAnswers(line: string, answers: readonly string[]): string {
  const words = answers.map((answer) => answer.trim());
  // By the field's own place: a note does not become the rating when the rating is left empty.
  const placed = words.map((answer, index) =>
    index > 0 && index === words.length - 1 ? asNote(answer) : answer,
  );
  return [line, ...placed.filter(Boolean)].join(' ');
}

/** What could be read as a further line of a batch: any plan may print its references as it likes. */
function hasFurtherLine(words: string): boolean {
  return /[\n\r;]/.test(words) || FURTHER_RATING.test(words);
}

/** What stands before a rating within a note may be a reference. */
const FURTHER_RATING =
  /\S@?\s+(?:(?:red|amber|green|blue|same|at[\s-]risk|o(?:n|ff)[\s-]track)(?![\p{L}\p{N}])|\p{Extended_Pictographic})/iu;

const RATING_KIND = /^(?:impact|delivery|same)(?![^\s:,.;])/i;
const QUOTED = /^"(?:[^"]|"")*"$/;

/**
 * The note as it stands at the end of a line: in quotation marks, with its own doubled, where it would
 * otherwise be read as something else, such as a second rating or a further line.
 */
export function asNote(note: string): string {
  const [, checked = '', words = ''] = /^(checked:\s*)?([\s\S]*)$/i.exec(note) ?? [];
  const mistakable =
    words.startsWith('"') ||
    parseRag(words).kind !== 'none' ||
    hasFurtherLine(words) ||
    RATING_KIND.test(words);
  const quoted = mistakable && !QUOTED.test(words);
  return `${checked}${quoted ? `"${words.replaceAll('"', '""')}"` : words}`;
}
