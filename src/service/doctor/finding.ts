// What the doctor found: one line for each thing that it looked at, with what to do where something is to be done. A
// line never holds a secret, a person's name or an address of a person.

/** What is looked at, in the order in which it is said. */
export const PARTS = {
  program: 'This computer',
  settings: 'Settings',
  database: 'Database',
  slack: 'Slack',
  teams: 'Teams',
  clock: 'Clock',
  plan: 'The plan',
  channels: 'Channels',
  reach: 'People',
} as const;

export type Part = keyof typeof PARTS;

type About = {
  readonly part: Part;
  /** Stable, for scripts: `slack-token-refused`. */
  readonly code: string;
  /** What was found, in one sentence without its full stop. */
  readonly says: string;
};

/**
 * `well`: nothing to do. `note`: PAP works; worth knowing. `mend`: PAP cannot start, or cannot do part of its work.
 * `unseen`: it could not be looked at, so it may be well or not.
 */
export type Finding =
  | (About & { readonly state: 'well'; readonly remedy?: undefined })
  | (About & { readonly state: 'note'; readonly remedy?: string })
  | (About & { readonly state: 'mend' | 'unseen'; readonly remedy: string });

export const well = (part: Part, code: string, says: string): Finding => ({
  ...{ part, code, says },
  state: 'well',
});

/** Worth knowing; nothing has to be done. */
export const note = (part: Part, code: string, says: string, remedy?: string): Finding => ({
  ...{ part, code, says, state: 'note' },
  ...(remedy !== undefined && { remedy }),
});

/** @param remedy what to do about it, as an instruction */
export const mend = (part: Part, code: string, says: string, remedy: string): Finding => ({
  ...{ part, code, says, remedy },
  state: 'mend',
});

/** @param remedy what to do so that it can be looked at */
export const unseen = (part: Part, code: string, says: string, remedy: string): Finding => ({
  ...{ part, code, says, remedy },
  state: 'unseen',
});

/** What a setting's problem says and what to do about it: one sentence, with its remedy behind a colon or semicolon. */
export function problemFinding(
  part: Part,
  code: string,
  { variable, fix }: { readonly variable: string; readonly fix: string },
): Finding {
  const [, what, remedy] =
    /^(?!set |write |remove |name |put |copy )([^;:]*(?:[;:]\S[^;:]*)*)[;:] (.+)$/s.exec(fix) ?? [];
  if (what === undefined || remedy === undefined)
    return mend(part, code, `${variable} can’t be used as it is`, capital(fix));
  const says = /^(?:is|has|names|cannot|still|does|it)\b/.test(what)
    ? `${variable} ${what}`
    : `${capital(what)} (${variable})`;
  return mend(part, code, says, capital(remedy));
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** For scripts: 0 all is well, 1 something has to be mended, 2 nothing is known to be wrong but not all could be seen. */
export function exitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === 'mend')) return 1;
  return findings.some(({ state }) => state === 'unseen') ? 2 : 0;
}

const WORDS = { well: 'ok', note: 'note', mend: 'MEND', unseen: 'not checked' } as const;
const WIDEST = 11;

/** The list as it is read in a terminal: parts in their order, in each what has to be mended first. */
export function reportText(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length;
  const order = ['mend', 'unseen', 'note', 'well'];
  const blocks = Object.entries(PARTS).flatMap(([part, title]) => {
    const own = findings
      .filter((one) => one.part === part)
      .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
    return own.length === 0 ? [] : [[title, ...own.flatMap(lines)].join('\n')];
  });
  return `${[...blocks, verdict(count)].join('\n\n')}\n`;
}

function lines({ state, says, remedy }: Finding): string[] {
  const first = `  ${WORDS[state].padEnd(WIDEST)}  ${says}`;
  return remedy === undefined ? [first] : [first, `${' '.repeat(WIDEST + 4)}→ ${remedy}`];
}

function verdict(count: (state: Finding['state']) => number): string {
  const [wrong, blind] = [count('mend'), count('unseen')];
  if (wrong === 0 && blind === 0) return 'All is well.';
  const parts = [
    wrong > 0 && `${wrong} ${wrong === 1 ? 'thing' : 'things'} to mend`,
    blind > 0 && `${blind} not checked`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}. Do what the arrows say, then run “npm run doctor” again.`;
}

/** The same for scripts, as one JSON document. */
export function reportJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ exit: exitCode(findings), findings }, null, 2)}\n`;
}
