// A line by the forms of its verb, where none of them names an objective; and what is said of a line that no form fits.
import type { Forms, Said } from '../../message/domain/line-form.ts';
import { parseForm, type Unread } from '../../message/domain/parse-form.ts';
import type { Vocabulary } from '../../message/domain/parse-piece.ts';
import { partedAt } from '../../message/domain/text-ends.ts';
import { unreadText } from '../../message/messages/unread-line.ts';
import type { RequestRefusal } from '../domain/refusal.ts';
import { ok, type Result, refuse } from '../domain/result.ts';

/** The verb whose line it is: as typed, with its forms and examples. */
export type Lined<F extends Forms> = {
  readonly verb: string;
  readonly forms: F;
  readonly examples: readonly string[];
};

/** What a line says, form by form. */
export type WordsOf<F extends Forms> = {
  [K in keyof F & string]: {
    readonly form: K;
    readonly said: Said<F[K]>;
    /** From the first words as they come to the end of the line. */
    readonly rest: string;
  };
}[keyof F & string];

const noRefs: Vocabulary = { refs: () => null };

/**
 * Refusal: `usage`, with the form that fits best.
 * @param vocabulary what the line may name; none: neither references nor bodies that meet
 */
export function parseWords<F extends Forms>(
  own: Lined<F>,
  text: string,
  vocabulary: Vocabulary = noRefs,
): Result<WordsOf<F>> {
  const reading = parseForm(text, own.forms, vocabulary);
  return reading.kind === 'read' ? ok(reading) : refuse(unreadLine(own, reading, vocabulary));
}

/** Whether a line is of a form that only asks, and so has an answer as at a date. */
export function asksOnlyWords(forms: Forms): (text: string) => boolean {
  return (text) => {
    const { kind, form } = parseForm(text, forms, noRefs);
    return kind === 'read' && forms[form]?.dated === true;
  };
}

/**
 * What stands before a word that parts two names, found, and the name behind it; a name may have the word in it. Null: the
 * word is not there. Refusal: that of the first way of parting, where none is found.
 */
export async function findParted<T>(
  words: string,
  joint: string,
  find: (name: string) => Promise<Result<T>>,
): Promise<Result<readonly [T, string]> | null> {
  let none: Result<never> | null = null;
  for (const { before, after } of partedAt(words, joint)) {
    const found = await find(before);
    if (found.ok) return ok([found.value, after]);
    none ??= found;
  }
  return none;
}

/** What is said of a line that no form fits: the form that fits best, what is missing there, and an example of it. */
export function unreadLine(
  { verb, forms, examples }: Lined<Forms>,
  unread: Unread,
  vocabulary: Vocabulary,
): Extract<RequestRefusal, { code: 'usage' }> {
  const like = examples.find((example) => {
    const { kind, form } = parseForm(example.slice(verb.length), forms, vocabulary);
    return kind === 'read' && form === unread.form;
  });
  return { code: 'usage', verb, problem: unreadText(verb, forms, unread, like ?? null) };
}
