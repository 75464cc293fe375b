// How the forms of a line are typed: as help, the reference and a refusal show them, and the line that says something in one.
import { type Form, type Forms, namesIn, type Part, type Said } from './line-form.ts';

/** How a form is typed: `<ref> needed <what> from <whom> [by <date>]`. */
export function formText({ parts }: Form): string {
  return parts.map(partText).filter(Boolean).join(' ');
}

/** How one piece is typed. */
export function partText(part: Part): string {
  switch (part.is) {
    case 'word':
      return part.words[0];
    case 'slot':
      return part.shown;
    case 'maybe':
      return part.isUnshown ? '' : `[${maybeText(part.parts)}]`;
    case 'any':
      return part.parts
        .map((one) => `[${maybeText(one.is === 'maybe' ? one.parts : [one])}]`)
        .join(' ');
  }
}

/** What may be left out: of one piece alone its brackets would say the same twice. */
function maybeText(parts: readonly Part[]): string {
  const text = parts.map(partText).join(' ');
  const isAngled = text.startsWith('<') && text.indexOf('>') === text.length - 1;
  return isAngled ? text.slice(1, -1) : text;
}

/** How a verb is typed, one line for each of its forms. */
export function usagesOf({
  name,
  verb = name,
  forms,
}: {
  readonly name: string;
  readonly verb?: string;
  readonly forms: Forms;
}): readonly string[] {
  return usageLines(verb, forms);
}

/** A verb's forms as help and the reference show them, one line each. */
export function usageLines(verb: string, forms: Forms): readonly string[] {
  return Object.values(forms)
    .filter((form) => !form.hidden)
    .map((form) =>
      [verb, formText(form), form.dated ? '[at <date>]' : ''].filter(Boolean).join(' '),
    );
}

/**
 * The line that says this, without its verb; read by the same form it says the same again, as long as none of its words is
 * one that the form gives a meaning.
 */
export function printForm<F extends Form>(form: F, said: Partial<Said<F>>): string {
  return printed(form.parts, said).join(' ');
}

function printed(
  parts: readonly Part[],
  said: Readonly<Record<string, string | undefined>>,
): string[] {
  return parts.flatMap((part) => {
    if (part.is === 'word') return [part.words[0]];
    if (part.is === 'slot') return said[part.name] ? [said[part.name] ?? ''] : [];
    if (part.is === 'any')
      return printed(
        part.parts.filter((one) => isSaid(one, said)),
        said,
      );
    return isSaid(part, said) ? printed(part.parts, said) : [];
  });
}

function isSaid(part: Part, said: Readonly<Record<string, string | undefined>>): boolean {
  return namesIn([part]).some((name) => said[name]);
}
