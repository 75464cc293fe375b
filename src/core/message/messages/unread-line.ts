// What is said of a line that none of its verb's forms fits: the form that fits best, and what is missing there.
import type { Form, Forms, Part } from '../domain/line-form.ts';
import { formText, partText, usageLines } from '../domain/line-text.ts';
import type { Unread } from '../domain/parse-form.ts';

/** How much of what was typed is repeated. */
const SHOWN = 60;

/**
 * Says what to type instead, in the form that fits best.
 * @param verb as typed, e.g. `admin rag`
 * @param example a line of that form, where the verb has one
 */
export function unreadText(
  verb: string,
  forms: Forms,
  unread: Unread,
  example: string | null,
): string {
  const form = forms[unread.form];
  if (!form) return `This is how to type it: ${usageLines(verb, forms).map(quoted).join(', ')}.`;
  const like = example === null ? '' : ` For example: ${quoted(example)}.`;
  const left = unread.left.trim();
  if (unread.missing === null) return `${leftOver(left, verb, forms, form)}${like}`;
  const place = left === '' ? '' : `, where ${quoted(left.slice(0, SHOWN))} stands`;
  return `${quoted(partText(unread.missing))} is missing in ${quoted(`${verb} ${formText(form)}`)}${place}.${like}`;
}

/** All of a form was read, and more stands behind it: what may stand there in other forms. */
function leftOver(left: string, verb: string, forms: Forms, { parts }: Form): string {
  const others = Object.values(forms)
    .filter(
      (one) => !one.hidden && one.parts.length > parts.length && startsAlike(one.parts, parts),
    )
    .map((one) => quoted(textOf(one.parts.slice(parts.length))));
  const says = `${quoted(left.slice(0, SHOWN))} says nothing to me there.`;
  if (others.length === 0)
    return `${says} This is how to type it: ${usageLines(verb, forms).map(quoted).join(', ')}.`;
  const place = parts.length === 0 ? `After “${verb}”` : `After “${verb} ${textOf(parts)}”`;
  return `${says} ${place} I understand ${others.join(', ')}.`;
}

function textOf(parts: readonly Part[]): string {
  return parts.map(partText).filter(Boolean).join(' ');
}

function startsAlike(parts: readonly Part[], start: readonly Part[]): boolean {
  return start.every((part, index) => {
    const other = parts[index];
    return other !== undefined && partText(other) === partText(part);
  });
}

function quoted(words: string): string {
  return `“${words}”`;
}
