// The fictional partnership that both servers of the benchmark work on: enough objectives that two
// requests under way seldom meet on one, and owners, channels and a cycle that asks for returns.

export const SIGNING_SECRET = 'bench-signing-secret';
export const TEAM_ID = 'T0BENCH';
export const BOT_TOKEN = 'xoxb-bench';
export const COMMAND = '/pap';

export const OBJECTIVES = 150;
export const PEOPLE = 10;
export const THEMES = 4;

/** The reference of one of the objectives, such as 2B:3. */
export function refOf(objective: number): string {
  const letter = 'ABCDEF'[Math.floor(objective / 5) % 6];
  return `${1 + (objective % 5)}${letter}:${1 + Math.floor(objective / 30)}`;
}

/** Whose objective it is. */
export function ownerOf(objective: number): number {
  return objective % PEOPLE;
}

export function slackUserOf(person: number): string {
  return `U0BENCH${String(person).padStart(3, '0')}`;
}

/**
 * The rating of an objective's update number `visit`, counted from 0. Everything begins amber; each
 * rating is given twice, so that every second update changes it, the odd objectives one ahead.
 */
export function ratingOf(objective: number, visit: number): 'amber' | 'green' {
  return Math.floor((visit + (objective % 2) + 1) / 2) % 2 === 1 ? 'green' : 'amber';
}
