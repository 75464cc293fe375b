// The registry of verbs, in the order in which help lists them.
import type { Command } from '../src/app/command.ts';
import { admin } from './admin.ts';
import { away } from './away.ts';
import { digest } from './digest.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { kpi } from './kpi.ts';
import { link } from './link.ts';
import { mine } from './mine.ts';
import { outstanding } from './outstanding.ts';
import { same } from './same.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { update } from './update.ts';
import { whoami } from './whoami.ts';

export const commands: readonly Command[] = [
  mine,
  update,
  same,
  show,
  outstanding,
  kpi,
  away,
  handover,
  snooze,
  settings,
  digest,
  help,
  link,
  whoami,
  admin,
];
