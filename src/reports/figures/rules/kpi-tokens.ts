// A text cut into tokens: each character belongs to exactly one, so the tokens put together are the text again.

export type TokenKind =
  | 'space'
  | 'punctuation'
  | 'qualifier'
  | 'currency'
  | 'number'
  | 'scale'
  | 'range'
  | 'unit'
  | 'count'
  | 'relation'
  | 'denominator'
  | 'words'
  | 'change'
  | 'interval'
  | 'against'
  | 'beside'
  | 'period'
  | 'remark'
  | 'mark'
  | 'missing'
  | 'unread';

export type Token = { readonly kind: TokenKind; readonly text: string };

/** Walks over a text from its beginning; what it takes becomes a token. */
export type Scanner = {
  /** What the form finds where the walk stands; null: nothing. The form is sticky. */
  see(form: RegExp): string | null;
  /** Takes what the form finds there; null: nothing was there. */
  take(kind: TokenKind, form: RegExp): string | null;
  /** A walk of its own over what has not been taken, to look ahead; it knows what stood before. */
  ahead(): Scanner;
  /** What has not been taken. */
  rest(): string;
  /** The tokens, what was not taken as the last of them. */
  tokens(): readonly Token[];
};

export function createScanner(text: string, start = 0): Scanner {
  const taken: Token[] = [];
  let at = start;
  const see = (form: RegExp) => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    return found === undefined || found === '' ? null : found;
  };
  return {
    see,
    take(kind, form) {
      const found = see(form);
      if (found === null) return null;
      taken.push({ kind, text: found });
      at += found.length;
      return found;
    },
    ahead: () => createScanner(text, at),
    rest: () => text.slice(at),
    tokens: () =>
      at < text.length ? [...taken, { kind: 'unread', text: text.slice(at) }] : [...taken],
  };
}

/** The text that the tokens were cut from. */
export function printTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
