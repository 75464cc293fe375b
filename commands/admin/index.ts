// The programme office's verbs: `/pap admin <word>`, in the order in which help lists them.
import type { Command } from '../../src/core/request/app/command.ts';
import { audit } from './audit.ts';
import { calendar } from './calendar.ts';
import { change } from './change.ts';
import { channel } from './channel.ts';
import { cycle } from './cycle.ts';
import { delivery } from './delivery.ts';
import { exportVerb } from './export.ts';
import { families } from './families.ts';
import { importVerb } from './import.ts';
import { organisation } from './organisation.ts';
import { owner } from './owner.ts';
import { pack } from './pack.ts';
import { people } from './people.ts';
import { rag } from './rag.ts';
import { retention } from './retention.ts';
import { sar } from './sar.ts';
import { signals } from './signals.ts';
import { status } from './status.ts';
import { theme } from './theme.ts';

export const adminCommands: readonly Command[] = [
  importVerb,
  exportVerb,
  pack,
  organisation,
  people,
  theme,
  owner,
  change,
  cycle,
  calendar,
  channel,
  delivery,
  signals,
  rag,
  families,
  retention,
  sar,
  audit,
  status,
];
