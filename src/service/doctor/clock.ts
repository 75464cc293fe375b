// Whether this computer's clock is right, told by the clocks of those that it talks to.
import { type Finding, mend, note, well } from './finding.ts';

/** Somebody else's clock against ours. */
export type ClockReading = {
  readonly whose: string;
  /** How far ours is ahead of theirs; negative: behind. */
  readonly aheadMs: number;
};

/** Dates in the head of an answer are whole seconds, and an answer takes a moment. */
const UNNOTICED_MS = 5_000;
/** Slack signs with a time that may be five minutes old; tokens of Teams are given as much. */
const REFUSED_MS = 300_000;

/**
 * What another clock says of ours, from the `Date` of an answer.
 * @param sentAt when we asked, by our clock, as `answeredAt`
 */
export function compareClock(
  whose: string,
  date: string | null,
  sentAt: number,
  answeredAt: number,
): ClockReading | null {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return null;
  // The head gives whole seconds, rounded down: half of one is the best guess.
  return { whose, aheadMs: Math.round((sentAt + answeredAt) / 2 - (theirs + 500)) };
}

/** One line for each clock. */
export function clockFindings(readings: readonly ClockReading[]): Finding[] {
  return readings.map(({ whose, aheadMs }) => {
    const off = Math.abs(aheadMs);
    if (off <= UNNOTICED_MS)
      return well('clock', 'clock-right', `The clock agrees with that of ${whose}`);
    const says = `The clock is ${length(off)} ${aheadMs > 0 ? 'ahead of' : 'behind'} that of ${whose}`;
    const remedy =
      'Let the computer set its time by itself (NTP), for example “timedatectl set-ntp true”';
    return off < REFUSED_MS / 2
      ? note('clock', 'clock-off', says, remedy)
      : mend(
          'clock',
          'clock-wrong',
          `${says}. Requests more than five minutes out are turned away`,
          remedy,
        );
  });
}

function length(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200
    ? `${Math.round(seconds / 60)} minutes`
    : `${Math.round(seconds / 3_600)} hours`;
}
