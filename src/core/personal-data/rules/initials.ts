// A child by initials: behind a word for a child, with a surname (“J. Okafor”) or alone (“M.T.”) beside
// what a child has. Initials of staff stand in lists, before a job or before what they do.
import { byFirstLetter } from '../domain/by-first-letter.ts';
import { BELONGING, TELLS } from '../domain/personal-data-child-words.ts';
import { acronyms, ordinary } from '../domain/personal-data-names.ts';
import {
  before,
  behind,
  type Hit,
  matchesOf,
  nearby,
  type Span,
  spanOf,
  whenAsked,
} from '../domain/personal-data-text.ts';
import { isAtWork } from './at-work.ts';

const REACH = 70;
const CHILD =
  '(?:pupil|child|student|young person|YP|learner|boy|girl|lad|patient|client|looked[ -]after child|case)';
const LETTERS = '\\p{Lu}(?:\\.?-?\\p{Lu}){1,3}\\.?(?![\\p{L}\\p{N}])';
/** “child L.H.”, “pupil MT”, “student F. Abernethy”, “K. Nowak (pupil at Thornby)”. */
const OF_CHILD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Tt]he |[Oo]ur )?(?:${CHILD}|Pupil|Child|Student|Young person|Learner|Boy|Girl),?(?: initials)? (?<find>${LETTERS}|\\p{Lu}\\.? \\p{Lu}\\p{Ll}[\\p{L}'-]+)|(?<![\\p{L}\\p{N}])(?<named>\\p{Lu}\\.? \\p{Lu}\\p{Ll}[\\p{L}'-]+),? \\(?(?:an? |the |our )?(?:Y(?:ear|r)? ?\\d{1,2} )?${CHILD}\\b`,
  'dgu',
);
/** “M.T.” and “R Choudhury”. */
const ALONE =
  /(?<![\p{L}\p{N}.&/'-])(?:(?:\p{Lu}{2}|\p{Lu}\.?)(?=,? \(?(?:[3-9]|1\d|2[0-5])[,)])|(?:\p{Lu}\.){2,3}|\p{Lu}\.-?\p{Lu}\.?(?:-\p{Lu})?|\p{Lu}\.? \p{Lu}\p{Ll}[\p{L}'-]+)(?![\p{L}\p{N}]|\.\p{L})/gu;
const OWN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])(?:${byFirstLetter(`${TELLS}|${BELONGING}s?|NEET|EHE|CME|EBSA|LAC`)})(?![\\p{L}\\p{N}])`,
  'giu',
);
const NEXT_SENTENCE = /(?<!(?:^|[\s.])\p{L})[.!?;](?=\s)|\n/u;
/** “J Brody, K Lamine”: who was there. */
const LISTED = /(?:\b\p{Lu}\.? \p{Lu}\p{Ll}[\p{L}'-]+(?: \([^)]{0,30}\))?(?:,|;| and| &)) $/u;
const LISTED_NEXT = /^(?: \([^)]{0,30}\))?(?:,|;| and| &) \p{Lu}\.? \p{Lu}\p{Ll}/u;
/** “Plan B”, “A Board”, “Band C School”. */
const NO_NAME =
  /^(?:A|I) |(?:\b(?:Annex|Appendix|Band|Block|Category|Class|Column|Cohort|Form|Grade|Group|Hepatitis|Level|Lot|Module|Objective|Option|Part|Phase|Plan|Room|Schedule|Section|Sections|Site|Stage|Strand|Table|Tier|Type|Unit|Vitamin|Ward|Zone|Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Sir|Dame|and|to|&)) $/u;

/** Initials that tell of one child, in the order of the text. */
export function findInitials(text: string): Hit[] {
  const own = whenAsked(() => nearby(matchesOf(text, OWN).map(spanOf), REACH));
  const alone = matchesOf(text, ALONE)
    .map(spanOf)
    .filter((place) => {
      const found = text.slice(place.start, place.end);
      const last = found.split(' ').at(-1) ?? '';
      const lead = before(text, place.start);
      const rest = behind(text, place.end);
      if (
        NO_NAME.test(lead) ||
        /^[AI] /.test(found) ||
        ordinary.has(last) ||
        acronyms.has(found.replace(/\W/gu, ''))
      )
        return false;
      if (LISTED.test(lead) || LISTED_NEXT.test(rest) || isAtWork(rest, lead)) return false;
      return own()(place).some(
        (word) =>
          (word.end <= place.start || word.start >= place.end) &&
          !NEXT_SENTENCE.test(
            text.slice(Math.min(place.end, word.end), Math.max(place.start, word.start)),
          ),
      );
    });
  const ofChild = matchesOf(text, OF_CHILD)
    .map((match): Span => {
      const [start, end] = match.indices?.groups?.find ?? match.indices?.groups?.named ?? [0, 0];
      return { start, end };
    })
    .filter(({ start, end }) => !acronyms.has(text.slice(start, end)));
  return [...ofChild, ...alone].map(({ start, end }) => ({ start, end, certainty: 'likely' }));
}
