// What documents print where there is no figure, and why there is none. A dash says nothing: it is neither nought nor
// "no change".

export type MissingReason =
  | 'not-available'
  /** It is being prepared: a later release will have it. */
  | 'to-come'
  | 'not-applicable'
  /** `n/a` is one of the two above, and does not say which. */
  | 'not-available-or-applicable'
  /** Held back, so that nobody can be recognised. */
  | 'suppressed'
  /** A dash, or nothing at all. */
  | 'no-entry';

const PHRASES: readonly (readonly [RegExp, MissingReason])[] = [
  [/^identified as a priority for [^\d%]+$/, 'to-come'],
  [
    /^(?:tb[cad]|to be (?:confirmed|announced|determined|agreed)|to follow|pending|in development|awaited|awaiting (?:data|validation|publication)|not yet (?:available|published|known|collected)|data not yet available)$/,
    'to-come',
  ],
  [
    /^(?:(?:data|figures?|baseline) )?(?:not|un)[ -]?(?:available|collected|recorded|published|reported|known)$/,
    'not-available',
  ],
  [/^no (?:data|figures?|baseline)(?: (?:available|yet))?$/, 'not-available'],
  [/^(?:unknown|missing|\.\.|:|x|\[x\])$/, 'not-available'],
  [/^(?:not applicable|\.|z|\[z\])$/, 'not-applicable'],
  [/^(?:n\/a|n\.a\.|na)$/, 'not-available-or-applicable'],
  [/^(?:suppressed|redacted|withheld|confidential|c|\[c\]|\(c\))$/, 'suppressed'],
  [/^(?:|[-–—]{1,2})$/, 'no-entry'],
];

/** Why there is no figure; null: the text does not say that there is none. */
export function missingReason(text: string): MissingReason | null {
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase();
  return PHRASES.find(([form]) => form.test(plain))?.[1] ?? null;
}
