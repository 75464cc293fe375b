// References of an objective's parts as people type them: 2B:2.1 is its first action, 2B:2.1.2 that one's
// second milestone, E1 its first evidence. `2B.2` stays what it is: the objective 2B:2.

export type ItemRef = {
  /** The objective's reference as typed. */
  readonly objective: string;
  /** The part's reference within it: `1` or `1.2`. */
  readonly item: string;
};

const WHOLE_REF = /^(\d{1,2}[A-Za-z]{1,2}[:.\-/–]?\d{1,3})\.(\d{1,3}(?:\.\d{1,3})?)$/;

/** An action or milestone in a word; null where the word is at most a whole objective. */
export function readItemRef(word: string): ItemRef | null {
  const [, objective, item] = WHOLE_REF.exec(word.trim()) ?? [];
  return objective && item ? { objective, item: item.replace(/(^|\.)0+(?=\d)/g, '$1') } : null;
}

/** The action or milestone at the start of a line and what follows; null where the line starts otherwise. */
export function splitItemRef(line: string): (ItemRef & { readonly rest: string }) | null {
  const [, word = '', rest = ''] =
    /^(?:pap\s+(?=\d))?(\S+?)[,:]?(?:\s+([\s\S]*))?$/i.exec(line.trim()) ?? [];
  const ref = readItemRef(word);
  return ref && { ...ref, rest };
}

/**
 * A part's letter and number at the start of words, e.g. `D1 agreed` → D1 and `agreed`.
 * @param letter of the kind: M, R, E, D, P, V or C
 */
export function splitPartRef(
  words: string,
  letter: string,
): { readonly ref: string; readonly rest: string } | null {
  const [, first = '', number, rest = ''] =
    /^([A-Za-z])(\d{1,3})[:,.]?(?:\s+([\s\S]*))?$/.exec(words.trim()) ?? [];
  return number !== undefined && first.toUpperCase() === letter
    ? { ref: `${letter}${Number(number)}`, rest }
    : null;
}
