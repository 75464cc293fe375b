// The numbers at the start of what somebody typed, and the words behind them: `2 3 4`, `2, 3 and 4 agreed`. A bare
// number in front of words may begin them (`2 14 of 20 trained`), which is never guessed.

export type NumberList = {
  readonly numbers: readonly number[];
  /** Bare numbers between them and the words, each of which may belong to either. */
  readonly unclear: readonly number[];
  /** The words as typed, without what parts them from the numbers; empty where nothing is said. */
  readonly words: string;
};

const NUMBER = /^(#?)(\d{1,6})(?=[\s,;:]|$)/;
const JOINT = /^(?:\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)(?=#?\d{1,6}(?:[\s,;:]|$))/i;
/** What says that the words begin here: a colon, a dash, a quotation mark, `because`. */
const DELIMITED = /^\s*(?::|[–-]\s|(?=["“”„])|(?=because\b))/i;

/** Null: it does not begin with a number. */
export function parseNumberList(typed: string): NumberList | null {
  const line = typed.trim();
  const first = NUMBER.exec(line);
  if (!first) return null;
  const numbers = [Number(first[2])];
  let unclear: number[] = [];
  let rest = line.slice(first[0].length);
  for (;;) {
    const joint = JOINT.exec(rest)?.[0] ?? /^\s+/.exec(rest)?.[0] ?? '';
    const next = joint === '' ? null : NUMBER.exec(rest.slice(joint.length));
    if (!next) break;
    const isSure = joint.trim() !== '' || next[1] === '#';
    // What stands before a further number for certain is a number as well.
    if (isSure) {
      numbers.push(...unclear, Number(next[2]));
      unclear = [];
    } else unclear.push(Number(next[2]));
    rest = rest.slice(joint.length + next[0].length);
  }
  const words = rest.replace(/^(?:\s*[,;:]\s*|\s+[–-]\s+|\s+)/, '').trim();
  if (words === '' || DELIMITED.test(rest)) {
    numbers.push(...unclear);
    unclear = [];
  }
  return { numbers: [...new Set(numbers)], unclear, words };
}
