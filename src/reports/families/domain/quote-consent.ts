// The consent to publish what somebody said, as it is typed: `by a parent, on a signed form`. Only who gave it and in which
// form is kept: free words could say who said it, and a quote has a role and never a name.

export type QuoteConsent = {
  /** `whoever said it`. */
  readonly giver: string;
  /** `on a signed form`. */
  readonly form: string;
};

/** The first that fits counts: a child's parent is a parent. */
const givers = [
  [/\b(?:parents?|carers?|mother|father|mum|dad|guardian|family)\b/i, 'a parent or carer'],
  [
    /\b(?:advocate|attorney|deputy|social worker|representative)\b/i,
    'somebody who may speak for them',
  ],
  [
    /\b(?:speaker|themsel(?:f|ves)|(?:him|her)self|they|person|child|pupil|student|(?:head)?teacher|school|adult)\b/i,
    'whoever said it',
  ],
] as const;

const forms = [
  [/\b(?:form|signed|signature)\b/i, 'on a signed form'],
  [/\be-?mail(?:ed)?\b/i, 'by e-mail'],
  [/\b(?:survey|questionnaire|online)\b/i, 'in a survey'],
  [/\b(?:tele)?phoned?\b/i, 'by telephone'],
  [/\b(?:in writing|written|letter|wrote)\b/i, 'in writing'],
  [/\b(?:in person|meeting|visit|spoken|verbal(?:ly)?|aloud)\b/i, 'in person'],
] as const;

/** What can be typed, for whoever left one of the two out. */
export const CONSENT_WORDS =
  'who gave it (“speaker”, “parent”, “carer” or “advocate”) and how (“form”, “in writing”, “e-mail”, “survey”, “phone” or “in person”)';

/** Null: the words do not say who gave it, or not how. */
export function parseConsent(words: string): QuoteConsent | null {
  const giver = givers.find(([pattern]) => pattern.test(words))?.[1];
  const form = forms.find(([pattern]) => pattern.test(words))?.[1];
  return giver && form ? { giver, form } : null;
}

/** `by a parent or carer, on a signed form`. */
export function consentText({ giver, form }: QuoteConsent): string {
  return `by ${giver}, ${form}`;
}
