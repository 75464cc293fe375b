// Where a date or a person in a line was not certain, whatever may have been meant becomes a button that finishes the line.
import type { CommandResult } from '../../../core/request/app/command.ts';

/** The refusal with a line for each that may be meant, where the uncertain words stand in the line exactly once. */
export function offerLines(result: CommandResult, line: string): CommandResult {
  if (result.kind !== 'refused') return result;
  const { refusal } = result;
  if (refusal.code === 'bad-date' || refusal.code === 'bad-period') {
    const { typed, readings = [] } = refusal;
    const lines = readings.flatMap((reading) => inPlace(line, typed, reading));
    return lines.length > 0 ? { kind: 'refused', refusal: { ...refusal, lines } } : result;
  }
  if (refusal.code === 'unknown-person' || refusal.code === 'ambiguous-person') {
    const { asTyped = '', offers = [] } = refusal;
    const lines = offers.flatMap(({ label, words }) =>
      inPlace(line, asTyped, words).map((one) => ({ label, line: one })),
    );
    return lines.length > 0 ? { kind: 'refused', refusal: { ...refusal, lines } } : result;
  }
  return result;
}

/** The line with other words in place of some; none: they do not stand in it exactly once. */
function inPlace(line: string, typed: string, words: string): readonly string[] {
  const at = line.indexOf(typed);
  return typed === '' || at < 0 || line.includes(typed, at + 1)
    ? []
    : [`${line.slice(0, at)}${words}${line.slice(at + typed.length)}`];
}
