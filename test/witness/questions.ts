// What is asked of a witness: every verb that reads, as several people, and views as they were on a day.
import { cast } from './cast.ts';

export type Question = { readonly as: string; readonly line: string };

const { asha, ben, cerys, ella, femi, gita, jon, kim } = cast;

const ask = (as: { readonly email: string }, ...lines: readonly string[]): Question[] =>
  lines.map((line) => ({ as: as.email, line }));

/** Read by anybody who is linked. */
const readings = [
  ...['mine', 'mine form', 'outstanding', 'outstanding theme 1', 'outstanding overdue'],
  ...['why', 'away', 'handover', 'decide', 'challenge', 'settings', 'snooze', 'whoami', 'link'],
  ...['digest preview', 'admin change', 'admin rag', 'admin cycle', 'help ratings'],
];

/** Of each objective: its history has every kind of entry. */
const refs = ['1A:1', '1A:2', '2B:1', '2B:2', '3A:1', '3A:2', '4C:1', '7A:1'];
const ofObjectives = refs.flatMap((ref) => [
  ...[`show ${ref} all`, `show ${ref} history`, `why ${ref}`, `evidence ${ref}`],
  ...[`recovery ${ref}`, `decide ${ref}`, `challenge ${ref}`],
]);

const ofKpis = [
  ...['kpi theme 1', 'kpi theme 2', 'kpi theme 3', 'kpi notes'],
  ...['kpi show 1', 'kpi show 2', 'kpi show 3', 'kpi show 12'],
];

const ofTheOffice = [
  ...['admin', 'admin import', 'admin import 1', 'admin import 2', 'admin import columns'],
  ...['admin pack list', 'admin people', 'admin people requests', 'admin people @asha'],
  ...['admin people @kim', 'admin change 1', 'admin change 2', 'admin change versions'],
  ...['admin change diff 1 2', 'admin change diff 2 now', 'admin cycle rehearse siab'],
  ...['admin calendar', 'admin channel', 'admin delivery', 'admin signals', 'admin families'],
  ...['admin families consent', 'admin audit', 'admin audit verify', 'digest preview office'],
  ...[
    'digest preview board',
    'highlight theme 1 July 2024',
    'highlight theme 1 July 2024 versions',
  ],
  ...['highlight theme 1', 'help', 'help update', 'admin cycle when 2024-09-25 -10wd'],
];

const asAt = ['1 Jul 2024', '10 Jul 2024', '24 Jul 2024', '12 Aug 2024'].flatMap((day) => [
  ...[`show 2B:2 at ${day}`, `show 1A:1 at ${day}`, `mine at ${day}`, `outstanding at ${day}`],
  ...[`why 2B:2 at ${day}`, `kpi theme 1 at ${day}`, `decide at ${day}`, `challenge at ${day}`],
  ...[`away at ${day}`, `handover at ${day}`, `admin change at ${day}`, `admin rag at ${day}`],
  ...[`digest preview theme 1 at ${day}`, `evidence 1A:1 at ${day}`, `recovery 2B:2 at ${day}`],
]);

const asAtOfTheOffice = ['3 Jul 2024', '26 Jul 2024'].flatMap((day) => [
  ...[`admin people at ${day}`, `admin cycle at ${day}`, `admin channel at ${day}`],
  ...[`admin audit at ${day}`, `admin import 1 at ${day}`, `admin change versions at ${day}`],
  ...[`show 3A:1 history at ${day}`, `digest preview board at ${day}`],
]);

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  ...[asha, cerys, ben, gita].flatMap((one) => ask(one, ...readings)),
  ...ask(asha, ...ofObjectives, ...asAt),
  ...ask(ben, ...ofKpis, ...ofTheOffice, ...asAt.slice(0, 15), ...asAtOfTheOffice),
  ...ask(cerys, 'digest preview theme 1', 'highlight theme 1 July 2024', 'kpi show 1'),
  // Who may not, and what is not there.
  ...ask(kim, 'admin audit', 'digest preview board', 'mine', 'evidence 2B:2'),
  ...ask(jon, 'mine'),
  ...ask(ella, 'mine', 'why', 'away', 'handover'),
  ...ask(femi, 'mine', 'show 9Z:9', 'why'),
];

/** Asked at the end: these answer with a file, and the office's log says that they were asked. */
export const filesAsked = { archive: 'admin export json', pack: 'admin pack siab 24 July 2024 v1' };
