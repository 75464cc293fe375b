// The files of a plan folder.

import type { RowKind } from './rows.ts';

/** File name stem (plural) → row kind, in the order in which they are loaded. */
export const planFiles = [
  ['partnership', 'partnership'],
  ['documents', 'document'],
  ['plan-versions', 'plan-version'],
  ['rag-wordings', 'rag-wording'],
  ['areas', 'area'],
  ['themes', 'theme'],
  ['projects', 'project'],
  ['objectives', 'objective'],
  ['placings', 'placing'],
  ['statements', 'statement'],
  ['voices', 'voice'],
  ['priorities', 'priority'],
  ['self-evaluation', 'self-evaluation'],
  ['glossary', 'glossary'],
  ['forums', 'forum'],
  ['meetings', 'meeting'],
  ['kpi-tables', 'kpi-table'],
  ['kpis', 'kpi'],
  ['footnotes', 'footnote'],
  ['organisations', 'organisation'],
  ['calendars', 'calendar'],
  ['closure-days', 'closure-day'],
  ['people', 'person'],
  ['roles', 'role'],
  ['assignments', 'assignment'],
  ['channels', 'channel'],
  ['accounts', 'account'],
  ['items', 'item'],
  ['links', 'link'],
] as const satisfies readonly (readonly [string, RowKind])[];
