// A child by initials: behind a word for a child, with a surname (“J. Okafor”) or alone (“M.T.”) beside
// what a child has. Initials of staff stand in lists, before a job or before what they do.
import { byFirstLetter } from '../domain/by-first-letter.ts';
import { areEnglish } from '../domain/english-words.ts';
import { BELONGING, TELLING } from '../domain/personal-data-child-words.ts';
import { acronyms, ordinary } from '../domain/personal-data-names.ts';
import {
  before,
  behind,
  ending,
  endsIn,
  type Hit,
  matchesOf,
  nearby,
  type Span,
  spanOf,
  whenAsked,
} from '../domain/personal-data-text.ts';
import { isAtWork, isOfOne } from './at-work.ts';
import { FOR, KIN_AFTER, LINKED, OWN_CHILD, RE, WHOSE } from './details.ts';

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
  /(?<![\p{L}\p{N}.&/'-])(?:(?:\p{Lu}{2}|\p{Lu}\.?)(?=,? \(?(?:[3-9]|1\d|2[0-5])[,)])|(?:\p{Lu}\.){2,3}|\p{Lu}\.-?\p{Lu}\.?(?:-\p{Lu})?|\p{Lu}\. \p{Lu}\.(?=[ ,])|(?!e\.g|i\.e|a\.m|p\.m|c\.f|n\.b|w\.e|o\.t|a\.k|t\.b)\p{Ll}\.\p{Ll}\.|\p{Lu}\.? \p{Lu}\p{Ll}[\p{L}'-]+)(?![\p{L}\p{N}]|\.\p{L})/gu;
/** “JT”, “LMcD”, “S-J”, “A-M.W.”, “'CK'”: letters alone, which only what is told of them makes somebody. */
const BARE =
  /(?<![\p{L}\p{N}.&/-])(?:\p{Lu}{2,3}|\p{Lu}Mc\p{Lu}|\p{Lu}-\p{Lu}(?:\.\p{Lu}\.?)?)(?![\p{L}\p{N}&/-])/gu;
/** Three letters of the trade beyond those that no rule takes for initials. */
const TRADE: ReadonlySet<string> = new Set(
  `AAC ABA ACE ACS AET ARP ASF BBC CAB CAG CCG CCE CETR CFS CIC CIO CPN CSE CSU CTF DDA DHR DLD DMO DPA DPO DSA DSR EDT EPR ESF EWO FAS FGC
  FGM GDD GLD GPS HCA HCP HNF HRA HSE IAS IBP ICS IDP IDS IFS IHP IRO ISP ITV IRP JCP LEA LGO LIT LMS LOP LSA MFL MIS MSP NCY NEA NEU NMC NQT
  NRM NTP OCD ODD OOA OOC PAN PBS PCC PCT PDA PDC PDP PFI PIP PPG PPP PSW PTA PVI QFT QTS RAF RPA RSE SAO SCR SDP SDQ SGO SHN SLS SOP SPA STA
  TLR TOD TPA UTC VAT VFM VLE WHO WTE YAP YJS YOI YOS YRO DTO IEB RSC NGA LSCP CAD CRM API CSV PDF XLS URL IAG OLA ILR SEF PRU QI DMT CMT SMG`.split(
    /\s+/u,
  ),
);
function isOfTrade(letters: string): boolean {
  return acronyms.has(letters) || TRADE.has(letters);
}
/** “withdrew jb” */
const SMALL =
  /(?<=\b(?:withdrew|excluded|suspended|fostered|observed|re-?assessed) )[b-z]{2}(?= (?!of\b))/giu;
const OWN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])(?:${byFirstLetter(`${TELLING}|${BELONGING}s?|NEET|EHE|CME|EBSA|LAC`)})(?![\\p{L}\\p{N}])`,
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
      const isDotted = /\p{Lu}\. ?\p{Lu}(?!\p{L})/u.test(found);
      if (isDotted && OWN_CHILD.test(/^\.?[^.!?;\n]*/u.exec(rest)?.[0] ?? '')) return true;
      if (
        NO_NAME.test(lead) ||
        /^[AI] /.test(found) ||
        ordinary.has(last) ||
        acronyms.has(found.replace(/\W/gu, ''))
      )
        return false;
      if (LISTED.test(lead) || LISTED_NEXT.test(rest)) return false;
      if (isAtWork(rest, lead)) return false;
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
  return [...ofChild, ...alone].map(({ start, end }) => ({
    start,
    end,
    certainty: 'likely',
  }));
}

/** A sentence in capitals has words of two and three letters. */
const SHOUTED = ending(String.raw`(?<!\p{L})\p{Lu}{4,},? `, 'u');
/** What is quickly told is asked first. */
const HIS = / h(?:is|er) /iu;
const SHOUTED_BEHIND = /^,? \p{Lu}{4,}(?!\p{L})/u;
/** Bare letters (“JT”) of which what only one child has is told, in the order of the text. */
export function findBareInitials(text: string): Hit[] {
  return [...matchesOf(text, BARE), ...matchesOf(text, SMALL)]
    .map(spanOf)
    .filter((place) => isBareOfOne(text, place))
    .map(({ start, end }) => ({ start, end, certainty: 'likely' }));
}

/** Whether what is said right behind letters, or a child's paper before them, tells of one. */
function isBareOfOne(text: string, { start, end }: Span): boolean {
  const letters = text.slice(start, end);
  const isSmall = /^\p{Ll}/u.test(letters);
  if (isSmall ? areEnglish([letters]) : isOfTrade(letters.replace(/[.-]/gu, ''))) return false;
  if (isSmall) return true;
  const lead = before(text, start);
  const isShouted = letters.length === 3 && areEnglish([letters]);
  if (isShouted || endsIn(lead, SHOUTED) || SHOUTED_BEHIND.test(behind(text, end))) return false;
  const rest = behind(text, end).replace(/^(?:'(?!s)|:| -)/u, '');
  if (/[a-z] $/iu.test(lead.slice(-2)) && (endsIn(lead, FOR) || endsIn(lead, WHOSE))) return true;
  if (NO_NAME.test(lead)) return false;
  if (isOfOne(rest) || KIN_AFTER.test(rest)) return true;
  if (rest.startsWith("'s ") && LINKED.test(rest)) return true;
  const sentence = /^(?:[^.!?;\n]|\.(?!\s|$))*/u.exec(rest)?.[0] ?? '';
  if (HIS.test(sentence) && OWN_CHILD.test(sentence) && !isAtWork(sentence, lead)) return true;
  return endsIn(lead, RE) && LINKED.test(rest);
}
