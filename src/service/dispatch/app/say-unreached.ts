// A receipt that says who is told also says whom PAP cannot write to, and where it cannot post.

import type { CommandResult } from '../../../core/request/app/command.ts';
import type { Log, PartnershipRecord } from '../../../core/request/app/ports.ts';
import { unsureNotifications } from '../../../core/request/app/trace.ts';
import { unreachedBlocks } from '../messages/unreached.ts';

/** The answer, with what will not arrive of the messages that the request queued. Never throws: the work is done. */
export async function withUnreached(
  result: CommandResult,
  { notifications }: Pick<PartnershipRecord, 'notifications'>,
  log: Log,
): Promise<CommandResult> {
  const queued = unsureNotifications();
  if (result.kind !== 'reply' || queued.length === 0) return result;
  try {
    const blocks = unreachedBlocks(await notifications.unreached(queued));
    if (blocks.length === 0) return result;
    const { message } = result;
    return { ...result, message: { ...message, blocks: [...message.blocks, ...blocks] } };
  } catch (error) {
    log.warn({ err: error }, 'a receipt could not say whom PAP cannot write to');
    return result;
  }
}
