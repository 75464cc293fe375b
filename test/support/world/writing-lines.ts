// Every line that writes, with what has to be there before it: what repeats, outsiders and the guard are
// tried on.
import type { GivenFile, Inbound } from '../../../src/core/request/app/inbound.ts';
import { type PlanWorld, SLACK_TEAM } from './plan-world.ts';

export const ASHA = 'owner@example.org';
export const BEN = 'office@example.org';
export const CERYS = 'cochair@example.org';
export const DEV = 'dev@example.org';
export const ELLA = 'deputy@example.org';
export const FEMI = 'femi@example.org';

export type TypedLine = readonly [email: string, line: string, more?: Partial<Inbound>];

export type WritingLine = {
  readonly by: string;
  readonly line: string;
  readonly before?: readonly TypedLine[];
  readonly more?: Partial<Inbound>;
  /** When it can be written, where that is later than the world's beginning. */
  readonly at?: string;
  /** Anybody linked may write it, for themselves. */
  readonly anybodys?: true;
};

/** A small plan as a file. */
export const PLAN_FILE: GivenFile = {
  name: 'plan.csv',
  bytes: new TextEncoder().encode(
    'Ref,Objective,Lead,RAG,Progress\n2B:2,Named workers,Asha Example,amber,14 of 20 trained\n7A:1,Example: a new one,,green,First meeting held\n',
  ),
};

const CHANNEL: Partial<Inbound> = {
  ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0BEN' },
  conversation: { kind: 'channel', id: 'C0TEST' },
};
const REDATE = 'admin change 2B:2 date September 2024 because two posts are vacant';
const AWAY = 'away 12–23 Aug cover @ella';

export const writingLines: readonly WritingLine[] = [
  { by: ASHA, line: 'update 2B:2 amber 14 of 20 trained' },
  { by: ASHA, line: 'update 2B:2 impact amber parents say so' },
  { by: ASHA, line: 'update 1A:1.2 under way lines tried' },
  { by: ASHA, line: 'update confirm 2B:2 amber 14 trained\n1A:1 green launched' },
  { by: ASHA, line: 'same 2B:2 evidence unchanged' },
  { by: ASHA, line: 'same confirm 2B:2 1A:1 unchanged' },
  { by: ASHA, line: 'undo 2B:2', before: [[ASHA, 'update 2B:2 amber 14 of 20 trained']] },
  {
    by: CERYS,
    line: 'undo 2B:2 D1',
    before: [
      [ASHA, 'decide 2B:2 needed a second trainer from SIAB'],
      [CERYS, 'decide 2B:2 D1 agreed'],
    ],
  },
  { by: ASHA, line: 'amend 2B:2 14 of 21', before: [[ASHA, 'update 2B:2 amber 14 of 20 trained']] },
  { by: ASHA, line: 'evidence 2B:2 https://example.org/register register of 14 done' },
  { by: ASHA, line: 'evidence 2B:2 with six parents of the forum 12 June' },
  { by: ASHA, line: 'evidence 1A:1 withdraw E1' },
  { by: CERYS, line: 'evidence 2B:2 waive the survey runs once a year' },
  { by: ASHA, line: 'recovery 2B:2 train the last six by 31 July who @femi decision from SIAB' },
  {
    by: ASHA,
    line: 'recovery 2B:2 done all trained',
    before: [[ASHA, 'recovery 2B:2 train the last six by 31 July']],
  },
  { by: ASHA, line: 'decide 2B:2 needed a second trainer from SIAB by 24 July' },
  { by: BEN, line: 'decide 2B:1 D1 the council pays' },
  { by: BEN, line: 'decide 2B:1 withdraw D1' },
  { by: CERYS, line: 'challenge 2B:2 what changed since May?' },
  {
    by: ASHA,
    line: 'challenge 2B:2 answer six more were trained',
    before: [[CERYS, 'challenge 2B:2 what changed since May?']],
  },
  {
    by: CERYS,
    line: 'challenge 2B:2 withdraw',
    before: [[CERYS, 'challenge 2B:2 what changed since May?']],
  },
  { by: ASHA, line: AWAY, anybodys: true },
  { by: BEN, line: 'away @asha 12–23 Aug cover @ella' },
  { by: ELLA, line: 'away accept 1', before: [[ASHA, AWAY]] },
  { by: ELLA, line: 'away decline 1', before: [[ASHA, AWAY]] },
  { by: ASHA, line: 'away cancel 1', before: [[ASHA, AWAY]] },
  { by: ASHA, line: 'handover 2B:2 @femi' },
  { by: BEN, line: 'handover confirm @asha all @femi' },
  { by: FEMI, line: 'handover accept 1', before: [[ASHA, 'handover 2B:2 @femi']] },
  { by: FEMI, line: 'handover decline 1', before: [[ASHA, 'handover 2B:2 @femi']] },
  { by: ASHA, line: 'handover withdraw 1', before: [[ASHA, 'handover 2B:2 @femi']] },
  { by: ASHA, line: 'snooze 2 days', anybodys: true },
  { by: ASHA, line: 'settings hour 14', anybodys: true },
  { by: ASHA, line: 'settings digest off', anybodys: true },
  { by: ASHA, line: 'calendar stop', anybodys: true },
  { by: BEN, line: 'calendar stop @asha' },
  { by: ASHA, line: 'digest off', anybodys: true },
  { by: ASHA, line: 'digest on', before: [[ASHA, 'digest off']], anybodys: true },
  { by: DEV, line: 'digest now theme 1' },
  { by: BEN, line: 'admin people add "Sam Reed" sam@nhs.example Example NHS' },
  { by: BEN, line: 'admin people change @ella name Ella Example-Jones' },
  { by: BEN, line: 'admin people change @ella e-mail ella@nhs.example' },
  { by: BEN, line: 'admin people change @ella organisation Example Council' },
  { by: BEN, line: 'admin people address @ella ella@nhs.example' },
  {
    ...{ by: BEN, line: 'admin people unaddress @ella ella@nhs.example' },
    before: [[BEN, 'admin people address @ella ella@nhs.example']],
  },
  { by: BEN, line: 'admin organisation add "Example Trust" as NHS' },
  { by: BEN, line: 'admin organisation rename Example NHS to Example Trust' },
  { by: BEN, line: 'admin organisation kind Example NHS as other' },
  { by: BEN, line: 'admin organisation merge confirm Example NHS into Example Council' },
  { by: BEN, line: 'admin theme add Early help' },
  { by: BEN, line: 'admin theme rename theme 1 to Early help' },
  { by: BEN, line: 'admin theme project add Family hubs in theme 1' },
  { by: BEN, line: 'admin theme project rename Early Years to Early help' },
  { by: BEN, line: 'admin theme area SEND Whole system' },
  { by: BEN, line: 'admin owner 3A:2 @ella' },
  { by: BEN, line: 'admin people role @ella co-chair theme 1' },
  { by: BEN, line: 'admin people unrole confirm @dev co-chair theme 1' },
  { by: BEN, line: 'admin people leave confirm @ella', before: [[ASHA, AWAY]] },
  {
    by: BEN,
    line: 'admin people return @ella',
    before: [[BEN, 'admin people leave confirm @ella']],
  },
  { by: BEN, line: 'admin people unlink @ella teams' },
  {
    by: BEN,
    line: 'admin people erase confirm @ella because she asked',
    before: [[BEN, 'admin people leave confirm @ella']],
  },
  { by: BEN, line: 'admin retention set messages 24 months' },
  { by: BEN, line: 'admin retention hold @ella because she asked for her file' },
  {
    by: BEN,
    line: 'admin retention release 1',
    before: [[BEN, 'admin retention hold everything because of an inquiry']],
  },
  { by: BEN, line: 'admin sar @ella html' },
  { by: ASHA, line: REDATE },
  { by: ASHA, line: 'admin change 2B:2 title Workers in post because it reads better' },
  { by: ASHA, line: 'admin change 2B:2 owner @femi because Asha moves' },
  { by: ASHA, line: 'admin change 2B:2 link project early years because it serves it' },
  {
    by: BEN,
    line: 'admin change approve 1',
    before: [[ASHA, 'admin change 2B:2 theme add 2 because it rests on the plans as well']],
  },
  {
    by: BEN,
    line: 'admin change approve 1',
    before: [[ASHA, 'admin change 2B:2 link area c because it serves it']],
  },
  { by: BEN, line: 'admin change add 4C:1 "Transport" due July 2025 owner @femi because asked' },
  { by: BEN, line: 'admin change approve 1 agreed', before: [[ASHA, REDATE]] },
  {
    by: BEN,
    line: 'admin change approve 1',
    before: [[ASHA, 'admin change 2B:2 owner @ella because Asha moves']],
  },
  {
    by: BEN,
    line: 'admin change approve 1',
    before: [[DEV, 'admin change add 4C:1 "Transport" owner @femi because the board asked']],
  },
  {
    by: BEN,
    line: 'admin change approve 1',
    before: [[ASHA, 'admin change close 2B:2 because it is done']],
  },
  { by: BEN, line: 'admin change reject 1 it stays', before: [[ASHA, REDATE]] },
  { by: ASHA, line: 'admin change withdraw 1', before: [[ASHA, REDATE]] },
  { by: BEN, line: 'admin change baseline' },
  { by: BEN, line: 'admin change revise Revised plan December 2024' },
  {
    by: BEN,
    line: 'admin change publish 2 confirm',
    before: [[BEN, 'admin change revise Revised plan']],
  },
  { by: BEN, line: 'admin rag amber delivery Some of it is late' },
  { by: BEN, line: 'admin cycle add siab 22 January 2025 "Board meeting"' },
  { by: BEN, line: 'admin cycle forum add "Schools forum" as schools' },
  { by: BEN, line: 'admin cycle forum rename siab to Improvement Board' },
  { by: BEN, line: 'admin cycle forum siab collects no returns' },
  { by: BEN, line: 'admin cycle move siab 24 July 2024 to 31 July 2024 confirm' },
  { by: BEN, line: 'admin cycle rules siab 8 days 12:00 freeze 4 confirm' },
  { by: BEN, line: 'admin cycle chase siab nudge -2 days 11:00' },
  { by: BEN, line: 'admin cycle repeat siab every 6 weeks from 24 July 2024 confirm' },
  {
    by: BEN,
    line: 'admin cycle repeat siab off confirm',
    before: [[BEN, 'admin cycle repeat siab every 6 weeks from 24 July 2024 confirm']],
  },
  { by: BEN, line: 'admin cycle cancel siab 24 July 2024 confirm' },
  {
    by: BEN,
    line: 'admin cycle add siab 24 July 2024 "Board meeting"',
    before: [[BEN, 'admin cycle cancel siab 24 July 2024 confirm']],
  },
  { by: BEN, line: 'admin cycle open siab confirm' },
  { by: BEN, line: 'admin cycle freeze siab confirm' },
  {
    by: BEN,
    line: 'admin cycle amend siab 2B:2 amber the board was not shown it',
    at: '2024-07-24T12:00',
  },
  { by: BEN, line: 'admin cycle close siab confirm', at: '2024-07-29T12:00' },
  { by: BEN, line: 'admin calendar close 27 Dec 2024 to 31 Dec 2024 "Council closed"' },
  { by: BEN, line: 'admin calendar close 8 July 2024 "Moving day" for Example Council' },
  { by: BEN, line: 'admin calendar open 26 August 2024' },
  {
    by: BEN,
    line: 'admin calendar open 8 July 2024',
    before: [[BEN, 'admin calendar close 8 July 2024 "Moving day"']],
  },
  { by: BEN, line: 'admin calendar terms school 2 Sep 2024 to 25 Oct 2024' },
  {
    by: BEN,
    line: 'admin calendar follow @ella school',
    before: [[BEN, 'admin calendar terms school 2 Sep 2024 to 25 Oct 2024']],
  },
  { by: BEN, line: 'admin channel bind theme 2 as Plan news', more: CHANNEL },
  {
    by: BEN,
    line: 'admin channel unbind',
    before: [[BEN, 'admin channel bind theme 2', CHANNEL]],
    more: CHANNEL,
  },
  { by: BEN, line: 'admin channel always on Right Support' },
  { by: BEN, line: 'admin status heartbeat on 09:00' },
  { by: BEN, line: 'admin import', more: { file: PLAN_FILE } },
  {
    by: BEN,
    line: 'admin import confirm 1',
    before: [[BEN, 'admin import', { file: PLAN_FILE }]],
  },
  { by: BEN, line: 'admin import drop 1', before: [[BEN, 'admin import', { file: PLAN_FILE }]] },
];

/** Lets it be the line's time, and types the lines that have to come first; each must work. */
export async function typeBefore(
  world: PlanWorld,
  { before = [], at }: WritingLine,
): Promise<void> {
  if (at) world.at(at);
  for (const [email, line, more] of before) {
    const reply = await world.pap(email, line, more);
    if (reply.outcome !== 'done') throw new Error(`${line}: ${reply.code}`);
  }
}
