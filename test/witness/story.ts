// Two months of a partnership in which every kind of row comes about. SIAB meets on Wed 24 July and Wed 25 September
// 2024; the witness stands at Mon 2 September, 10:00, when every job has had something to do.
import { type Cast, cast } from './cast.ts';

export type Step =
  | {
      readonly at: string;
      readonly door: 'slack' | 'teams' | 'terminal';
      readonly who: Cast;
      readonly line: string;
      /** `done`, or the code of the refusal. */
      readonly outcome: string;
      readonly channel?: string;
      readonly file?: { readonly name: string; readonly text: string };
    }
  /** Every job runs, and what is queued is sent. */
  | { readonly at: string; readonly jobs: true }
  /** The next send fails: `dead` and `held` are what becomes of it. */
  | {
      readonly at: string;
      readonly fault: 'slack-refuses' | 'slack-is-silent' | 'teams-is-silent' | 'channel-is-gone';
    };

type More = { readonly outcome?: string; readonly channel?: string };

const typed =
  (door: 'slack' | 'teams' | 'terminal') =>
  (at: string, who: Cast, line: string, { outcome = 'done', ...more }: More = {}): Step => ({
    ...{ at: `2024-${at}`, door, who, line, outcome },
    ...more,
  });
const slack = typed('slack');
const teams = typed('teams');
const terminal = typed('terminal');
const jobs = (at: string): Step => ({ at: `2024-${at}`, jobs: true });
const fails = (at: string, fault: Extract<Step, { fault: string }>['fault']): Step => ({
  ...{ at: `2024-${at}`, fault },
});

const { asha, ben, cerys, dev, ella, femi, gita, hal, ines, jon, kim, sam, tess, uma } = cast;

const office = (at: string, ...lines: readonly string[]): Step[] =>
  lines.map((line) => teams(at, ben, line));

/** A file with a new objective, and one that is read twice more: dropped, and left as it is. */
const file = (name: string, ref: string) => ({
  name,
  text: `Ref,Objective,Lead,Due,RAG,Progress\n${ref},Example: transport is planned in time,Asha Example,July 2025,amber,Routes are drawn\n`,
});
const importing = (at: string, name: string, ref: string): Step => ({
  ...{ at: `2024-${at}`, door: 'terminal', who: ben, line: 'admin import', outcome: 'done' },
  file: file(name, ref),
});

export const START = '2024-07-01T09:45';
export const MOMENT = '2024-09-02T10:00';

const july: readonly Step[] = [
  // Monday 1 July: people join, accounts are linked, channels are bound.
  ...office(
    '07-01T09:46',
    'admin people add "Gita Example" gita@example.org example-council',
    'admin people add "Hal Example" hal@example.org example-nhs',
    'admin people add "Ines Example" ines@example.org Example Parent Carer Forum',
    'admin people add "Jon Example" jon@example.org example-council',
    'admin people add "Kim Example" kim@example.org example-nhs',
    'admin people role @gita board from 1 July 2024',
    'admin people role @jon viewer from 1 July 2024',
    'admin people role @kim evidence-lead theme 1 from 1 July 2024 until 31 Mar 2025',
    'admin status heartbeat on 09:00',
  ),
  slack('07-01T09:50', ben, 'admin channel bind theme 1 as theme-1', { channel: 'C0THEME1' }),
  slack('07-01T09:50', ben, 'admin channel bind office as office', { channel: 'C0OFFICE' }),
  slack('07-01T09:50', ben, 'admin channel bind theme 2 as theme-2', { channel: 'C0THEME2' }),
  ...[asha, cerys, dev, ella, femi, gita, hal, ines, jon, kim].map((one) =>
    slack('07-01T09:51', one, 'whoami'),
  ),
  ...[asha, cerys, dev, ella, femi].map((one) => teams('07-01T09:52', one, 'mine')),
  ...[cerys, femi, gita].map((one) => slack('07-01T09:53', one, 'settings slack')),
  teams('07-01T09:53', asha, 'settings hour 10'),
  teams('07-01T09:53', ella, 'settings teams'),
  slack('07-01T09:54', sam, 'link I am Sam from the trust'),
  slack('07-01T09:54', tess, 'link I work with Asha'),
  slack('07-01T09:54', uma, 'link I am new'),
  ...office(
    '07-01T09:55',
    'admin people requests',
    'admin people link 1 @hal',
    'admin people refuse 2',
  ),
  ...office(
    '07-01T09:56',
    'admin channel',
    'admin channel theme-1 digest monday 09:30',
    'admin channel always on theme-1',
    'admin change 3A:2 owner @hal because the post is filled',
  ),
  slack('07-01T09:58', gita, 'admin change 1'),
  slack('07-01T09:59', gita, 'admin change approve 1 the board agrees'),
  jobs('07-01T10:00'),
  // Ratings of every kind, taken back and put right.
  teams('07-01T10:20', asha, 'update 2B:2'),
  slack('07-01T10:20', asha, 'update 2B:2'),
  slack('07-01T10:20', asha, 'mine form'),
  slack('07-01T10:20', asha, 'mine'),
  teams('07-01T10:21', asha, 'update 2B:2 green 14 of 20 trained'),
  teams('07-01T10:22', asha, 'undo 2B:2'),
  teams('07-01T10:25', asha, 'update 2B:2 amber 14 of 20 trained'),
  slack('07-01T10:26', asha, 'same 1A:1 evidence unchanged'),
  slack('07-01T10:27', hal, 'update 3A:2 red nobody has begun'),
  jobs('07-01T10:30'),
  // Parts of an objective.
  teams('07-02T09:30', cerys, 'challenge 2B:2 what moved this from red?'),
  slack('07-02T09:31', cerys, 'challenge 1A:1 who answers the line in August?'),
  slack('07-02T09:40', cerys, 'challenge 1A:1 withdraw'),
  slack('07-02T10:15', asha, 'challenge 2B:2 answer the second cohort finished in June'),
  slack('07-02T10:20', cerys, 'challenge 2B:1 how many services use it?'),
  teams('07-02T10:30', asha, 'update 1A:1.2 under way lines tried'),
  slack(
    '07-02T10:31',
    asha,
    'evidence 2B:2 https://example.org/register register of 14 workers done',
  ),
  slack('07-02T10:32', asha, 'evidence 2B:2 https://example.org/old an old register done'),
  slack('07-02T10:33', asha, 'evidence 2B:2 withdraw E2'),
  slack('07-02T10:34', asha, 'evidence 2B:2 with six parents of the forum 12 June'),
  teams('07-02T10:35', cerys, 'evidence 2B:2 waive the survey runs once a year'),
  teams(
    '07-02T10:36',
    asha,
    'recovery 2B:2 train the last six workers by 31 July who @femi decision from SIAB',
  ),
  teams('07-02T10:37', asha, 'decide 2B:2 needed a second trainer from SIAB by 24 July'),
  teams('07-02T10:38', asha, 'decide 1A:1 needed a third line from SIAB'),
  slack('07-02T10:39', ben, 'decide 1A:1 withdraw D1'),
  // Absences and handovers in every state.
  slack('07-02T11:00', femi, 'away 8 July to 19 July cover @dev'),
  teams('07-02T11:05', dev, 'away accept 1'),
  slack('07-02T11:06', hal, 'away 12 Aug to 16 Aug cover @ines'),
  slack('07-02T11:07', ines, 'away decline 2'),
  slack('07-02T11:08', cerys, 'away 30 September to 4 October cover @dev'),
  slack('07-02T11:09', asha, 'away 14 October to 18 October'),
  slack('07-02T11:10', jon, 'away 5 Aug to 9 Aug cover @kim'),
  slack('07-02T11:11', jon, 'away cancel 5'),
  teams('07-03T09:10', ella, 'handover 3A:1 @ines'),
  slack('07-03T09:11', ines, 'handover accept 1'),
  teams('07-03T09:12', asha, 'handover 1A:1 @femi'),
  slack('07-03T09:13', femi, 'handover decline 2'),
  teams('07-03T09:14', asha, 'handover 2B:2 @femi'),
  teams('07-03T09:15', asha, 'handover withdraw 3'),
  slack('07-03T09:16', femi, 'handover 2B:1 @kim'),
  slack('07-03T09:17', asha, 'handover all @femi'),
  teams('07-03T09:18', asha, 'snooze 2 days'),
  slack('07-03T09:20', ines, 'update 3A:1 green letters are out'),
  jobs('07-03T09:30'),
  // Changes of every kind and in every state.
  teams(
    '07-04T09:30',
    asha,
    'admin change 2B:2 date 30 September 2024 because recruitment slipped',
  ),
  slack(
    '07-04T09:31',
    cerys,
    'admin change 1A:2 title Example: induction for every new SENCO because it reads better',
  ),
  slack('07-04T09:32', asha, 'admin change 2B:2 link project early-years because it serves it'),
  slack(
    '07-04T09:33',
    cerys,
    'admin change add 4C:1 "Example: short breaks" due 2026 owner @femi because families asked',
  ),
  slack('07-04T09:34', asha, 'admin change 1A:1 date 2025 because it takes longer'),
  slack(
    '07-04T09:35',
    asha,
    'admin change 1A:1 measure Every setting has used it twice because once is little',
  ),
  slack('07-04T09:36', asha, 'admin change 2B:2 theme add 2 because it rests on the plans as well'),
  slack('07-04T09:40', gita, 'admin change approve 2'),
  slack('07-04T09:41', gita, 'admin change approve 3'),
  slack('07-04T09:42', gita, 'admin change approve 4'),
  slack('07-04T09:43', gita, 'admin change approve 5'),
  slack('07-04T09:44', gita, 'admin change reject 6 the date stays'),
  slack('07-04T09:45', asha, 'admin change withdraw 7'),
  jobs('07-04T10:00'),
  jobs('07-05T10:00'),
  // KPIs: figures, directions, targets, comments.
  teams('07-08T09:40', ben, 'kpi set 12 7.4% (339) period 2024'),
  slack('07-08T09:40', ben, 'kpi set 12 7.4% (339) period 2024'),
  ...office(
    '07-08T09:41',
    'kpi set confirm 12 7.4% (339) period 2024',
    'kpi polarity 12 up-is-bad fewer suspensions are better',
    'kpi polarity 2 up-is-good more in mainstream',
    'kpi polarity 1 neutral a count',
    'kpi owner 12 @hal',
    'kpi target 12 at most 5% tolerance 1% by July 2025',
    'kpi target 2 at least 52%',
    'kpi agree 12',
    'kpi agree 2',
    'kpi comment 12 two schools changed how they record it',
    'kpi target 3 at least 30%',
    'kpi set confirm 12 8.1% (360) period June 2024',
  ),
  slack('07-08T09:50', hal, 'kpi comment 12 the second school has stopped'),
  jobs('07-08T10:00'),
  // Imports: one that is taken, one that is dropped, one that waits.
  importing('07-08T10:05', 'july.csv', '7A:1'),
  importing('07-08T10:06', 'again.csv', '7A:2'),
  importing('07-08T10:07', 'later.csv', '7A:3'),
  ...office('07-08T10:08', 'admin import 1', 'admin import confirm 1', 'admin import drop 2'),
  // The calendar, the rules of the forums, the meetings.
  ...office(
    '07-08T10:20',
    'admin calendar close 27 Dec 2024 to 31 Dec 2024 "Council closed"',
    'admin calendar close 30 Aug 2024 "Moving day" for Example Council',
    'admin calendar open 26 December 2024',
    'admin calendar terms school 2 Sep 2024 to 25 Oct 2024, 4 Nov 2024 to 20 Dec 2024',
    'admin calendar follow @ines school',
    'admin rag amber delivery Some of it is late, and there is a plan to bring it back',
    'admin rag blue impact Families say so, and it has lasted',
    'admin cycle chase siab nudge -2 days 11:00',
    'admin cycle rules siab returns 10 days 17:00, freeze 6 days 17:00, papers 5 days confirm',
    'admin cycle add stocktake 14 October 2024 "Stocktake visit"',
    'admin cycle rules stocktake evidence 14 calendar days confirm',
    'admin cycle add co-chairs 5 September 2024 "Co-chairs"',
    'admin cycle move co-chairs 5 September 2024 to 12 September 2024 confirm',
    'admin cycle add co-chairs 3 October 2024 "Co-chairs"',
    'admin cycle cancel co-chairs 3 October 2024 confirm',
    'admin cycle repeat parent-carer-forum every 6 weeks from 10 September 2024 confirm',
  ),
  teams('07-08T10:25', ben, 'admin cycle move siab 25 September 2024 to 26 September 2024'),
  slack('07-08T10:25', ben, 'admin people leave @kim'),
  // What families are told.
  ...office(
    '07-08T10:30',
    'admin families add 2B:2 Every child will have a named person to talk to',
    'admin families agree 2B:2 Every child will have a named person to talk to',
    'admin families agree kpi 2 Half of the children with a plan go to a school near them',
    'admin families consent 1 headteacher, on a form',
    'admin families agree quote 1 People plan together now',
    'admin families withdraw 2',
    'admin families term EHCP Education, health and care plan: what help a child is to get',
  ),
  jobs('07-09T10:00'),
  teams('07-09T11:00', dev, 'same 1A:2 induction goes on'),
  jobs('07-10T10:00'),
  slack('07-10T11:00', hal, 'update 3A:2 impact amber families ask for it'),
  teams('07-10T18:00', asha, 'amend 2B:2 15 of 20 trained'),
  jobs('07-11T10:00'),
  slack('07-11T11:00', femi, 'update 2B:1 amber two teams have not begun', { outcome: 'done' }),
  jobs('07-12T10:00'),
  jobs('07-15T10:00'),
  jobs('07-16T10:00'),
  // Frozen; the pack; the board meets, decides and sets a rating.
  teams('07-17T10:00', asha, 'update 2B:2 green all trained', { outcome: 'cycle-frozen' }),
  terminal('07-17T10:30', ben, 'admin pack siab 24 July 2024'),
  ...office('07-17T10:31', 'admin cycle rehearse siab'),
  terminal('07-22T10:30', ben, 'admin pack siab 24 July 2024 new'),
  jobs('07-22T10:30'),
  slack('07-24T15:00', gita, 'decide 2B:2 D1 agreed until March 2025'),
  slack('07-24T15:01', gita, 'admin cycle amend siab 1A:1 green the board saw the answering times'),
  slack('07-24T15:02', gita, 'kpi sign-off 12 siab 24 July 2024'),
  teams('07-25T09:30', asha, 'update 2B:2 red two trainers have left'),
  slack('07-25T09:31', asha, 'recovery 2B:2 done all trained'),
  slack('07-25T09:40', ines, 'update 3A:1 green every family has had a letter'),
  slack('07-25T09:41', ines, 'evidence 3A:1 https://example.org/letters the letters done'),
  slack('07-25T09:42', ines, 'evidence 3A:1 https://example.org/used families use them used'),
  slack('07-25T09:43', ines, 'evidence 3A:1 https://example.org/felt families say so felt'),
  slack('07-25T09:44', ines, 'update 3A:1 blue families say it works'),
  jobs('07-25T10:00'),
  ...office('07-29T12:00', 'admin cycle close siab confirm'),
  jobs('07-29T12:00'),
];

const august: readonly Step[] = [
  // The report of July, written, approved, and begun anew.
  teams('08-01T10:00', cerys, 'highlight theme 1 July 2024 write'),
  slack('08-01T10:00', cerys, 'highlight theme 1 July 2024 write'),
  ...['progress 15 of 20 trained', 'reason two trainers left', 'mitigation a third trainer'].map(
    (words) => slack('08-01T10:01', cerys, `highlight theme 1 July 2024 ${words}`),
  ),
  ...['impact families wait less', 'next train six more', 'decisions none'].map((words) =>
    slack('08-01T10:02', cerys, `highlight theme 1 July 2024 ${words}`),
  ),
  slack('08-01T10:03', cerys, 'highlight theme 1 July 2024 approve'),
  slack('08-01T10:04', cerys, 'highlight theme 1 July 2024 approve confirm'),
  slack('08-02T10:00', cerys, 'highlight theme 1 July 2024 new'),
  jobs('08-01T10:00'),
  // Who gets which digest.
  slack('08-05T11:00', asha, 'digest set owner monday 09:30'),
  slack('08-05T11:00', cerys, 'digest set theme tuesday 10:00'),
  slack('08-05T11:00', gita, 'digest set board monday 09:30'),
  teams('08-05T11:00', ben, 'digest set office monday 09:30'),
  slack('08-05T11:01', jon, 'settings digest off'),
  slack('08-05T11:02', cerys, 'digest now theme 1'),
  jobs('08-05T11:15'),
  // A version of the plan is published, the next one begun.
  ...office('08-06T10:00', 'admin change baseline'),
  ...office('08-06T10:01', 'admin change revise Plan of August 2024'),
  slack('08-06T10:02', gita, 'admin change publish 2 confirm'),
  ...office('08-06T10:03', 'admin change revise Plan of winter 2024'),
  slack('08-06T10:04', cerys, 'admin change close 1A:2 because every SENCO is inducted'),
  slack('08-06T10:05', gita, 'admin change approve 9'),
  slack('08-06T10:06', asha, 'admin change 2B:2 date March 2025 because trainers left'),
  jobs('08-06T10:15'),
  // Somebody leaves; a role ends.
  ...office(
    '08-12T10:00',
    'admin people leave confirm @jon',
    'admin people unrole confirm @dev co-chair theme 3',
  ),
  jobs('08-12T10:00'),
  jobs('08-19T10:00'),
  // What goes wrong on the way.
  fails('08-20T10:00', 'slack-refuses'),
  slack('08-20T10:00', cerys, 'challenge 3A:2 what happened since July?'),
  jobs('08-20T10:00'),
  fails('08-20T10:15', 'teams-is-silent'),
  slack('08-20T10:15', cerys, 'challenge 2B:2 when are trainers there?'),
  jobs('08-20T10:15'),
  fails('08-20T10:30', 'channel-is-gone'),
  slack('08-20T10:30', femi, 'update 2B:1 green all teams have begun'),
  jobs('08-20T10:30'),
  jobs('08-27T10:00'),
  teams('08-29T10:00', asha, 'update 1A:1 red the line is closed'),
  jobs('08-29T10:00'),
  jobs('08-30T10:30'),
];

/** What is under way when the record is kept: the queue has stopped. */
export const story: readonly Step[] = [...july, ...august, jobs('09-02T10:00')];

/** Said after the last run of the jobs, so that their notices wait: in each state on the way but the first. */
export const unfinished = [
  {
    state: 'checking',
    step: slack('09-02T10:00', cerys, 'challenge 3A:1 is every family reached?'),
  },
  { state: 'sending', step: slack('09-02T10:00', cerys, 'challenge 4C:1 who is asked?') },
  { state: 'queued', step: teams('09-02T10:00', asha, 'update 2B:2 amber a trainer is back') },
] as const;
