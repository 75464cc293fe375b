// The people of the witness. Everybody in it is fictional.

export type Cast = { readonly key: string; readonly name: string; readonly email: string };

/** The Slack workspace of the witness. */
export const TEAM = 'T0WITNESS1';

const person = (key: string, name: string, email: string): Cast => ({ key, name, email });

export const cast = {
  /** Of the example plan: owner, programme office, co-chairs of theme 1, owners of the other themes. */
  asha: person('asha', 'Asha Example', 'owner@example.org'),
  ben: person('ben', 'Ben Example', 'office@example.org'),
  cerys: person('cerys', 'Cerys Example', 'cochair@example.org'),
  dev: person('dev', 'Dev Example', 'dev@example.org'),
  ella: person('ella', 'Ella Example', 'deputy@example.org'),
  femi: person('femi', 'Femi Example', 'femi@example.org'),
  /** Who join: the board, an owner to be, a viewer, an evidence lead, one who leaves. */
  gita: person('gita', 'Gita Example', 'gita@example.org'),
  hal: person('hal', 'Hal Example', 'hal@example.org'),
  ines: person('ines', 'Ines Example', 'ines@example.org'),
  jon: person('jon', 'Jon Example', 'jon@example.org'),
  kim: person('kim', 'Kim Example', 'kim@example.org'),
  /** Known to Slack by an address that the plan does not know. */
  sam: person('sam', 'Sam Stranger', 'sam@elsewhere.example'),
  tess: person('tess', 'Tess Stranger', 'tess@elsewhere.example'),
  uma: person('uma', 'Uma Stranger', 'uma@elsewhere.example'),
} as const satisfies Record<string, Cast>;

export const everybody: readonly Cast[] = Object.values(cast);

export function slackUser({ key }: Cast): string {
  return `U0${key.toUpperCase()}`;
}

export function teamsUser({ key }: Cast): string {
  return `00000000-0000-4000-8000-0000${Buffer.from(key.padEnd(4, '-')).toString('hex')}`;
}
