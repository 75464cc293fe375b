// Where a date in a line could not be read for certain, each reading of it is a button that finishes the line.
import type { CommandResult } from '../../../core/request/app/command.ts';

/** The refusal with the line for each reading, where the words of the date stand in it exactly once. */
export function offerDates(result: CommandResult, line: string): CommandResult {
  if (result.kind !== 'refused') return result;
  const { refusal } = result;
  if (refusal.code !== 'bad-date' && refusal.code !== 'bad-period') return result;
  const { typed, readings = [] } = refusal;
  const at = line.indexOf(typed);
  if (typed === '' || at < 0 || line.includes(typed, at + 1) || readings.length === 0)
    return result;
  const lines = readings.map(
    (reading) => `${line.slice(0, at)}${reading}${line.slice(at + typed.length)}`,
  );
  return { kind: 'refused', refusal: { ...refusal, lines } };
}
