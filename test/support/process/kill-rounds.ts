// How often suites kill a process in the middle of its work: a few times, or as PAP_KILLS says.

const ROUNDS = 4;

/** The rounds of this run. */
export function killRounds(): number {
  return Number(process.env.PAP_KILLS ?? ROUNDS);
}
