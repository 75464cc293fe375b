// `/pap admin retention`: how long each kind of row is kept, what would go tonight, and what is held.
import { answerRetention } from '../../src/control/privacy/app/retention-lines.ts';
import type { Command } from '../../src/core/request/app/command.ts';
import { permissionTable } from '../../src/core/request/domain/permissions.ts';

export const retention = {
  name: 'retention',
  summary: 'how long things are kept, and what is on hold',
  usage:
    'admin retention [preview] | set <kind> <n months|n years|keep> | hold @name|everything because <reason> | release <n>',
  examples: [
    'admin retention',
    'admin retention set messages 24 months',
    'admin retention hold @ella because she asked for her file',
  ],
  access: permissionTable.retention.says,
  run: answerRetention,
} satisfies Command;
