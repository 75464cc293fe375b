// `/pap admin status`: is it running, what waits, what comes next; and the daily line that says so by itself.

import { line, maybe, word, words } from '../../src/core/message/domain/line-form.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { loadStatus } from '../../src/service/jobs/app/operations-status.ts';
import { setHeartbeat } from '../../src/service/jobs/app/set-heartbeat.ts';
import { heartbeatSetMessage, statusMessage } from '../../src/service/jobs/messages/status.ts';

const VERB = 'admin status';
const USUAL_TIME = '09:00';

const own = {
  verb: 'admin status',
  forms: {
    status: line(),
    on: line(word('heartbeat'), word('on'), maybe(words('time', '<09:00>'))),
    off: line(word('heartbeat'), word('off')),
  },
  examples: ['admin status', 'admin status heartbeat on 09:00', 'admin status heartbeat off'],
} as const;

export const status = {
  ...own,
  name: 'status',
  summary: 'says whether PAP is running well, what waits and what comes next',
  undated: (line) =>
    line === ''
      ? { problem: 'How PAP is running is measured now and is not kept.', instead: 'admin status' }
      : null,
  access: permissionTable.status.says,
  async run(rest, context) {
    const allowed = permit(context.actor, 'status', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const { form, said } = read.value;
    if (form === 'status') return reply(statusMessage(await loadStatus(context)));
    if (form === 'off') return await set(null, context);
    const time = readQuarterHour(said.time || USUAL_TIME);
    if (time !== null) return await set(time, context);
    const problem = 'Say a time on a quarter of an hour, such as 09:00, 09:15 or 16:30.';
    return refused({ code: 'usage', verb: VERB, problem });
  },
} satisfies Command;

async function set(
  time: string | null,
  context: Given<Doing, Commits<'audit' | 'channelBindings' | 'operations'>>,
): Promise<CommandResult> {
  const done = await setHeartbeat(time, context);
  if (!done.ok) return refused(done.refusal);
  const { wasSo, officeChannels } = done.value;
  return recorded(heartbeatSetMessage(time, wasSo, officeChannels));
}

/** `9`, `9:15` and `09:15` as `HH:MM`; null when the bot does not look at that time. */
function readQuarterHour(typed: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](00|15|30|45))?$/.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
