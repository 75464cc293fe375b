// `/pap admin audit request`: what one request recorded, by the reference that a person or the log has.
import { expect, it } from 'vitest';
import { requestMark } from '../../../src/core/request/app/trace.ts';
import { ASHA, BEN, FEMI } from '../../support/world/cast.ts';
import { itemsOf } from '../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../support/world/plan-suite.ts';

describePlanOnBoth('admin audit request', (parts) => {
  it('finds every entry of a request, also where one line recorded several', async () => {
    const { world } = parts;
    const requestId = 'slack:cmd:17.42';
    await world.pap(ASHA, 'update confirm 2B:2 amber 14 trained\n1A:1 green launched', {
      requestId,
    });

    const reply = await world.pap(BEN, `admin audit request ${requestMark(requestId)}`);

    expect(reply.message.title).toBe(`Request ${requestMark(requestId)}: 2 entries of the history`);
    expect(itemsOf(reply.message)).toEqual([
      expect.stringMatching(/^2B:2 update, /),
      expect.stringMatching(/^1A:1 update, /),
    ]);
  });

  it('says so where it recorded nothing, and is the office’s and the board’s', async () => {
    const { world } = parts;
    const line = 'admin audit request 0123456789ab';

    expect((await world.pap(BEN, line)).message.title).toContain('0 entries');
    expect((await world.pap(BEN, 'admin audit request 2B:2')).code).toBe('usage');
    expect((await world.pap(FEMI, line)).code).toBe('not-permitted');
  });
});
