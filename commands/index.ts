// The registry of verbs, in the order in which help lists them.
import type { Command } from '../src/core/request/app/command.ts';
import { admin } from './admin.ts';
import { amend } from './amend.ts';
import { away } from './away.ts';
import { calendar } from './calendar.ts';
import { challenge } from './challenge.ts';
import { decide } from './decide.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { find } from './find.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { highlight } from './highlight.ts';
import { kpi } from './kpi.ts';
import { link } from './link.ts';
import { mine } from './mine.ts';
import { outstanding } from './outstanding.ts';
import { partnership } from './partnership.ts';
import { recovery } from './recovery.ts';
import { same } from './same.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';
import { web } from './web.ts';
import { whoami } from './whoami.ts';
import { why } from './why.ts';

export const commands: readonly Command[] = [
  mine,
  update,
  same,
  undo,
  amend,
  show,
  find,
  outstanding,
  kpi,
  evidence,
  recovery,
  decide,
  challenge,
  away,
  handover,
  snooze,
  settings,
  calendar,
  digest,
  web,
  highlight,
  why,
  help,
  link,
  whoami,
  partnership,
  admin,
];
