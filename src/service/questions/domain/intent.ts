// What people ask and wish in their own words, as data: the words by which each is known, and the line that does it.

/** Who asks: the line may be another one for the programme office. */
export type Asker = 'office' | 'board' | 'anybody';

/** What a line takes from the sentence. */
export type Slot =
  | 'ref'
  | 'rating'
  | 'person'
  | 'theme'
  | 'until'
  | 'period'
  | 'red'
  | 'link'
  | 'plan';

export type Intent = {
  /** One word or phrase of each list has to be in the sentence. `^` stands for its beginning, `$` for its end. */
  readonly has: readonly (readonly string[])[];
  /** None of these may be. */
  readonly not?: readonly string[];
  /** What the sentence has to name. */
  readonly needs?: readonly Slot[];
  /** Lines that do it, the likeliest first; what is in braces is taken from the sentence, or left out with it. */
  readonly lines: readonly string[];
  /** `asks`: it is answered at once. `records`: it is shown, and waits for one press. */
  readonly kind: 'asks' | 'records';
  readonly only?: readonly Asker[];
};

/** Words and phrases of which one has to be in the sentence. */
export function phrases(apart: string): readonly string[] {
  return apart.split('|').map((one) => one.trim());
}

export const ASK = phrases(
  'what | which | show | list | tell me | any | anything | see | give me | how many | get | all | view | are there',
);
export const HOW = phrases(
  'how | can i | want to | need to | need | needs | change | help | where do i | move',
);
export const CHANGE = phrases(
  'change | move | push back | extend | amend | alter | edit | new | different | put back',
);
