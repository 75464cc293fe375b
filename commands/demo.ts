// `/pap demo next`: in the demonstration only, moves its clock to the next due step. The verb is not
// in the registry; the demonstration adds it.

import { choice, line, maybe } from '../src/core/message/domain/line-form.ts';
import { type Command, refused, reply } from '../src/core/request/app/command.ts';
import { permissionTable } from '../src/core/request/domain/permissions.ts';
import { advanceDemo, type DemoParts } from '../src/service/jobs/app/advance-demo.ts';
import { demoClockMessage, demoStepMessage } from '../src/service/jobs/messages/demo.ts';

/** The verb, bound to the clock that it moves. */
export function createDemoCommand(parts: DemoParts): Command {
  return {
    name: 'demo',
    aliases: ['next'],
    summary: 'moves the demonstration’s clock to the next due step',
    verb: 'demo',
    forms: { demo: line(maybe(choice('step', 'next', 'clock'))) },
    examples: ['demo next', 'next', 'demo clock'],
    access: permissionTable['move-demo-clock'].says,
    async run(rest, { partnership, now }) {
      const word = rest.toLowerCase();
      if (word === 'clock') return reply(demoClockMessage(now, partnership.timeZone));
      if (word !== '' && word !== 'next')
        return refused({
          code: 'usage',
          verb: 'demo',
          problem: 'Say “next” to move the clock or “clock” to read it.',
        });
      return reply(
        demoStepMessage(
          await advanceDemo(parts, partnership.id, partnership.timeZone),
          partnership.timeZone,
        ),
      );
    },
  };
}
