// A family by the title and surname of a parent: “Mrs Pickavance has MS”, “Mr Dhaliwal and his son”.
import { CLOSE_KIN, TELLS } from '../domain/personal-data-child-words.ts';
import { TITLED } from '../domain/personal-data-people.ts';
import { before, behind, type Hit, matchesOf, spanOf } from '../domain/personal-data-text.ts';
import { isAtWork } from './at-work.ts';

const PARENT = new RegExp(`${TITLED}(?: \\p{Lu}[\\p{L}'-]+)?`, 'gu');
const OWN_CHILD = new RegExp(
  `\\b(?:his|her|their) (?:[\\p{L}-]+ )?(?:${CLOSE_KIN}|child|children|boy|girl|twins|lad|kids|foster child|baby|teenager|youngest|eldest|oldest|middle one|little one|two|three)(?![\\p{L}])`,
  'iu',
);
const HAS = new RegExp(
  `^(?: (?:has|had|is|was|who|now|also|still|been|with|suffers from|an?|severe|in|on|and her|and his)){1,4} (?:${TELLS})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** A titled name with a child of its own, or with an illness or a trouble, in one sentence and not at work. */
export function findFamilies(text: string): Hit[] {
  return matchesOf(text, PARENT)
    .map(spanOf)
    .flatMap(({ start, end }): Hit[] => {
      const rest = /^(?:[^.!?;\n]|\.(?!\s|$))*/u.exec(behind(text, end))?.[0] ?? '';
      const isTold = HAS.test(rest) && !isAtWork(rest, before(text, start));
      return OWN_CHILD.test(rest) || isTold ? [{ start, end, certainty: 'likely' }] : [];
    });
}
