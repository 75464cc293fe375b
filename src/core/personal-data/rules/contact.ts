// How to reach somebody: telephone numbers and e-mail addresses.
import { AT_WORK_PLACE } from '../domain/personal-data-child-words.ts';
import { isTeamMailbox } from '../domain/personal-data-mailbox.ts';
import {
  before,
  behind,
  type Hit,
  hits,
  matchesOf,
  type Span,
  spanOf,
} from '../domain/personal-data-text.ts';
import { spokenNumbers } from './spoken.ts';

const NATIONAL =
  /(?:(?<![\p{L}\p{N}£$€+])|(?<=\b(?:mob|mobile|tel|phone|ph|no)))\(?[0Oo] ?[127](?:[ .()-]{0,2}\d){8,9}(?!\d)/giu;
const FROM_ABROAD =
  /(?<![\p{L}\p{N}])(?:\+44|0044|44(?=[ -]?7\d))[ .-]{0,2}(?:\(0\))?(?:[ .()-]{0,2}\d){9,10}(?!\d)/gu;
const FOREIGN = /(?<![\p{L}\p{N}])\+(?!44)[1-9]\d{0,2}(?:[ .()-]{0,2}\d){8,12}(?!\d)/gu;
const REFERENCE =
  /\b(?:ref(?:erence)?|po|purchase order|invoice|ticket|order|contract|account|urn)\W{0,3}(?:(?:no|num|number|id)\W{0,3})?$/i;
const HELPLINE =
  /\b(?:(?:help|advice|support|information|duty|enquiry) ?lines?|switchboard|(?:help|service) ?desk)\W{0,3}(?:number |no )?(?:(?:is|on|at)\W{1,2})?\(?$/i;

/** What stands behind the name of a mailbox; the name is looked for from here, so that a long word is read once. */
const AT_HOST =
  /(?: @ |@| ?[([]at[)\]] ?)(?:[\p{L}\p{N}-]{1,63}(?:\.| ?[([]dot[)\]] ?)){1,8}\p{L}{2,24}| at (?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|live|aol|btinternet|sky|talktalk|virginmedia|proton(?:mail)?|msn|gmx)\.\p{L}{2,3}(?:\.uk)?(?![\p{L}\p{N}])/giu;
/** “s dot patel at outlook dot com”, as it is dictated. */
const SPOKEN =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,30}(?: ?(?:dot|underscore|dash|\.|_) ?[\p{L}\p{N}]{1,30}){0,4} at [\p{L}\p{N}]{2,30}(?: dot [\p{L}]{2,12}){1,3}(?! dot\b)(?![\p{L}\p{N}])/giu;
const MAILBOX = /[\p{L}\p{N}][\p{L}\p{N}._%+'&-]{0,63}$/iu;
const MAILBOX_MOST = 64;
/** A line that the public rings, anywhere before the number in its sentence, and nobody’s own. */
const SERVICE =
  /\b(?:help ?line|line|lines|switchboard|(?:help ?|service ?)?desk|reception|duty|enquir\p{L}+|contact centre|centre|clinic|surgery|opening hours|out of hours|freephone|local offer|admin|bookings?|hub|main number|office|team|service|landline|web ?site|SENDIASS|IASS|PALS|press \d|phone tree)\b/iu;
/** “ring the transport desk on”. */
const SERVICE_RIGHT_HERE =
  /\b(?:the|our|new) (?:[\p{L}-]+ ){0,3}(?:line|switchboard|desk|reception|centre|clinic|surgery|hub|office|team|service)(?: number)?(?: is| on| at| via|:)* ?\(?$/iu;
/** “contact Transport Commissioning on” */
const TEAM_RIGHT_HERE = new RegExp(
  `(?<![\\p{L}])${AT_WORK_PLACE}(?: is| now)? (?:on|at|via) ?\\(?$`,
  'iu',
);
/** “for the SENDIASS line” */
const SERVICE_BEHIND =
  /^\)?,? (?:option|opt|press|ext(?:ension)?) ?\d|^ (?:is |for )(?:the|our) (?:[\p{L}-]+ ){0,3}(?:line|switchboard|desk|reception|centre|office|hub|service)\b/iu;
export const SOMEBODY =
  /\b(?:private|personal|own|grand\p{L}+|mum|mam|dad|mother|father|parents?|carers?|nan|gran|\p{L}*parent|aunt\p{L}*|uncle|sister|brother|family|his|her|hers|their|mrs?|ms|miss|home|mobile|mob|guardian|pupil|child|boy|girl|lad|son|daughter|young person|yp|student|neighbour|call(?:ed|s)? (?:him|her|them)|rang|voicemail)\b|'s (?:number|phone|mobile)/iu;

/**
 * UK landlines and mobiles in usual spacings, also from abroad, and numbers of other countries.
 * Helplines pass: 03, 08 and 09 numbers, three-digit numbers and short codes, and a landline that the
 * text calls a helpline. Source: Ofcom, National Telephone Numbering Plan (01 and 02 geographic, 03
 * UK-wide, 07 mobile, 08 special services).
 */
export function findPhones(text: string): Hit[] {
  const national = matchesOf(text, NATIONAL).filter((match) => {
    const groups = match[0]
      .replace(/^\(?[0Oo] ?/, '0')
      .split(/\D+/)
      .filter(Boolean);
    const digits = groups.join('');
    const lead = before(text, match.index);
    return (
      (groups[0]?.length ?? 0) >= 3 &&
      groups.every(({ length }) => length >= 2) &&
      (digits.length === 11 || (digits.startsWith('01') && (groups[0]?.length ?? 0) >= 5)) &&
      !REFERENCE.test(lead) &&
      !(digits.startsWith('07') ? false : HELPLINE.test(lead) || isServiceLine(text, match))
    );
  });
  return [
    ...national.map(withoutBracket),
    ...findPhonesFromAbroad(text),
    ...findOddPhones(text),
    ...spokenNumbers(text)
      .filter(({ digits, isLettered }) => !isLettered && /^0?(?:7\d{9}|[12]\d{9})$/.test(digits))
      .filter(({ digits, ...span }) => digits.startsWith('0') || isCalled(text, span))
      .map(({ start, end }) => certain({ start, end })),
  ];
}

/** “07700/900/468”, “0-7-7-0-0-…”, “7700900821 after the zero”: written oddly, and somebody's all the same. */
function findOddPhones(text: string): Hit[] {
  return matchesOf(text, ODD)
    .filter(({ index, 0: found }) => {
      const groups = found.replace(/o/giu, '0').split(/\D+/u).filter(Boolean);
      if (groups.join('').length !== (found.startsWith('7') ? 10 : 11)) return false;
      if (REFERENCE.test(before(text, index))) return false;
      const isWritten = /^[0Oo]7/u.test(found) && (groups[0]?.length ?? 0) >= 4;
      const own = { start: index, end: index + found.length };
      return isWritten || (found.startsWith('7') ? isRung(text, own) : isCalled(text, own));
    })
    .map(spanOf)
    .map(certain);
}
const ODD =
  /(?<![\p{L}\p{N}£$€+.,/-]|\d )(?:[0Oo]7|0[ _*|/-]7|7)(?:[ ./_*|,-]{0,3}[\dOo]){9}(?![\p{L}\d%]|[.,]\d)/gu;

/** Whether the words around a number tell that it is rung. */
function isCalled(text: string, { start, end }: Span): boolean {
  return CALLED.test(`${before(text, start)} ${text.slice(end, end + CALLED_REACH)}`);
}
/** The same of a number without its zero, which may be anything. */
function isRung(text: string, { start, end }: Span): boolean {
  return RUNG.test(`${before(text, start)} ${text.slice(end, end + CALLED_REACH)}`);
}
const RUNG = /\b(?:ring|rang|call|phone|text|mob|mobile|tel|whats ?app|landline|voicemail)\b/iu;
const CALLED =
  /\b(?:ring|rang|call|phone|text|msg|message|mob|mobile|tel|telephone|whats ?app|landline|voicemail|contact|reach|number|no\.|zero|mum|dad|mother|father|gran|nan|aunt|carer|parent)(?:'?s)?\b/iu;
const CALLED_REACH = 25;

function isServiceLine(text: string, { index, 0: found }: RegExpExecArray): boolean {
  const lead =
    /(?:[^.!?\n]|[.!?](?! ))*$/u.exec(text.slice(Math.max(0, index - 90), index))?.[0] ?? '';
  const rest = /^[^.!?\n]*/u.exec(behind(text, index + found.length).slice(0, 60))?.[0] ?? '';
  if (SERVICE_BEHIND.test(rest) && !SOMEBODY.test(lead)) return true;
  return (
    SERVICE_RIGHT_HERE.test(lead) ||
    TEAM_RIGHT_HERE.test(lead) ||
    (SERVICE.test(lead) && !SOMEBODY.test(`${lead} ${rest}`))
  );
}

/** Numbers with their country: ten of their digits could pass for an NHS number. */
export function findPhonesFromAbroad(text: string): Hit[] {
  const british = matchesOf(text, FROM_ABROAD).filter(([found]) =>
    /^(?:00)?44(?:0)?[1257]/.test(found.replace(/\D/g, '')),
  );
  return [...british.map(spanOf).map(certain), ...hits(text, FOREIGN, 'certain')];
}

/** E-mail addresses, known or not; the mailbox of a team is nobody's. */
export function findEmails(text: string): Hit[] {
  return [...addressesIn(text), ...matchesOf(text, SPOKEN).map(spanOf)]
    .filter(({ start, end }) => !isTeamMailbox(text.slice(start, end)))
    .map(certain);
}

function addressesIn(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { index, 0: host } of matchesOf(text, AT_HOST)) {
    const mailbox = MAILBOX.exec(text.slice(Math.max(from, index - MAILBOX_MOST), index))?.[0];
    if (mailbox === undefined) continue;
    from = index + host.length;
    found.push({ start: index - mailbox.length, end: from });
  }
  return found;
}

/** “(07700 900123)”: the bracket is the sentence's; “(01632) 960123”: it is the number's. */
function withoutBracket(match: RegExpMatchArray): Hit {
  const { start, end } = spanOf(match);
  return certain({ start: /^\([^)]*$/.test(match[0]) ? start + 1 : start, end });
}

function certain(span: Span): Hit {
  return { ...span, certainty: 'certain' };
}
