// What lists begin their lines with when they are pasted: bullets, numbers, letters.

const MARK = /^(?:[•·▪‣◦●*]\s*|[-–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)/i;

/** A line without its mark, where something that can begin a line follows it; a mark may be a reference itself. */
export function withoutListMark(line: string, begins: (line: string) => boolean): string {
  const mark = MARK.exec(line)?.[0] ?? '';
  const rest = line.slice(mark.length);
  return mark !== '' && begins(rest) ? rest : line;
}
