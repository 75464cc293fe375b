// What came in from a chat, as the grammar and the record take it: without what nobody sees, and with emoji as
// characters. The one place for this, so that the same words are the same words on every platform.
import { withEmoji } from './emoji-names.ts';

/** Characters that show nothing by themselves. Marks that turn text round are left to the rule of notes, which refuses them. */
const UNSEEN =
  /(?![\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Scripts that are not read rightly without joiners, as Persian and Hindi. */
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u;
/** Code units of a flag that is spelt in tags. */
const LONGEST_FLAG = 16;
const EMOJI_PART = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;

/** The text as it counts: emoji by name become emoji, and what is not to be seen goes. */
export function asTyped(text: string): string {
  return withEmoji(withoutUnseen(text));
}

/** Without characters that show nothing: zero width ones, byte order marks, soft hyphens, stray variation selectors. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, (mark, at: number) =>
    carries(mark, text.slice(0, at), text.slice(at + mark.length)) ? mark : '',
  );
}

/** Whether an unseen character makes what stands around it look as it should: part of an emoji, or a joiner of a script. */
function carries(mark: string, before: string, after: string): boolean {
  const previous = lastOf(before);
  const next = String.fromCodePoint(after.codePointAt(0) ?? 0x20);
  if (mark === '\uFE0F' || mark === '\uFE0E')
    return (
      /\p{Extended_Pictographic}/u.test(previous) || (/[\d#*]/.test(previous) && next === '\u20E3')
    );
  if (mark === '\u200D' && EMOJI_PART.test(previous))
    return /\p{Extended_Pictographic}|[♀♂⚕]/u.test(next);
  if (mark === '\u200C' || mark === '\u200D')
    return JOINED_SCRIPT.test(previous) && (mark === '\u200D' || JOINED_SCRIPT.test(next));
  // The flags of England, Scotland and Wales are spelt in tags behind a black flag.
  return (
    /^[\u{E0020}-\u{E007F}]$/u.test(mark) &&
    /🏴[\u{E0020}-\u{E007E}]*$/u.test(before.slice(-LONGEST_FLAG))
  );
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

export const MAX_NOTE_LENGTH = 2_000;
