// The people on the plan, whose names pass the guard wherever they stand.

/** The text with their names blanked out: the full name, or a part of it that stands alone. */
export function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((kept, name) => {
    const parts = partsOf(name);
    if (!holdsAny(kept.toLowerCase(), parts)) return kept;
    const whole = new RegExp(bounded(parts.map(escaped).join('\\s+')), 'giu');
    const alone = parts
      .flatMap((part) => [part, part.toLowerCase()])
      .map(
        (part) =>
          new RegExp(
            `(?<!\\p{Lu}[\\p{L}'-]* )${bounded(escaped(part))}(?! \\p{Lu}\\p{Ll}|-\\p{Lu})`,
            'gu',
          ),
      );
    return [whole, ...alone].reduce(
      (rest, pattern) => rest.replace(pattern, (found) => '·'.repeat(found.length)),
      kept,
    );
  }, text);
}

/** Whether anything of a name stands in the text: only then can it explain what was found there. */
export function mayName(text: string, names: readonly string[]): boolean {
  const small = text.toLowerCase();
  return names.some((name) => holdsAny(small, partsOf(name)));
}

function partsOf(name: string): readonly string[] {
  return name.split(/\s+/).filter((part) => part.length > 1);
}

function holdsAny(small: string, parts: readonly string[]): boolean {
  return parts.some((part) => small.includes(part.toLowerCase()));
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
