// What a request did can be followed from its mark: into the log, and from there to its rows.

import { expect, it } from 'vitest';
import { requestMark } from '../../../../src/core/request/app/trace.ts';
import { createLog } from '../../../../src/log.ts';
import { ASHA, BEN } from '../../../support/world/cast.ts';
import { describePlan, describePlanOnBoth } from '../../../support/world/plan-suite.ts';

describePlanOnBoth('the trace of a request', (parts) => {
  const lineOf = () =>
    parts.world.lines.find(({ message }) => message === 'command answered')?.fields;

  it('leads from a line of the log to the entry and to what was told of it', async () => {
    const { world, harness } = parts;

    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained', { requestId: 'slack:cmd:1.2.3' });

    const entry = await harness.prisma.objectiveEntry.findFirstOrThrow({
      where: { requestId: 'slack:cmd:1.2.3' },
    });
    const told = await harness.prisma.notification.findMany({ where: { kind: 'rag-change' } });
    expect(told).not.toEqual([]);
    expect(lineOf()).toEqual({
      request: requestMark('slack:cmd:1.2.3'),
      ...{ verb: 'update', platform: 'terminal', outcome: 'done', ms: expect.any(Number) },
      entries: [entry.id],
      notifications: expect.arrayContaining(told.map(({ id }) => id)),
    });
  });

  it('finds the entry of a mark in the database, as the operations page says', async () => {
    const { world, harness } = parts;
    await world.pap(ASHA, 'update 2B:2 amber 14 of 20 trained', { requestId: 'slack:cmd:1.2.3' });

    const { rows } = await harness.pool.query(
      `SELECT kind FROM objective_entry WHERE left(encode(sha256(convert_to(request_id, 'UTF8')), 'hex'), 12) = $1`,
      [requestMark('slack:cmd:1.2.3')],
    );

    expect(rows).toEqual([{ kind: 'update' }]);
  });

  it('names the event of what the office did', async () => {
    const { world, harness } = parts;

    await world.pap(BEN, 'admin status heartbeat on 09:00');

    const { id } = await harness.prisma.auditEvent.findFirstOrThrow();
    expect(lineOf()).toMatchObject({ verb: 'admin status', events: [id] });
  });

  it('names nothing that was taken back with its transaction', async () => {
    const { world, harness } = parts;
    await harness.pool.query(
      `CREATE FUNCTION no_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
       CREATE CONSTRAINT TRIGGER no_event AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION no_event()`,
    );
    try {
      const reply = await world.pap(BEN, 'admin status heartbeat on 09:00');

      expect(reply.outcome).toBe('fault');
      expect(lineOf()).toMatchObject({ outcome: 'fault', request: reply.code });
      expect(lineOf()).not.toHaveProperty('events');
    } finally {
      await harness.pool.query('DROP TRIGGER no_event ON audit_event; DROP FUNCTION no_event()');
    }
  });

  it('marks every line that is written meanwhile, and no other', async () => {
    const { world } = parts;
    const written: string[] = [];
    const log = createLog('info', { write: (line) => written.push(line) });
    const says = {
      ...{ name: 'says', summary: '', forms: {}, access: '' },
      examples: ['says', 'says', 'says'] as const,
      async run() {
        log.warn({ item: 1 }, 'inside');
        return { kind: 'refused', refusal: { code: 'usage', verb: 'says', problem: '' } } as const;
      },
    };
    const handle = world.dispatcher({ commands: [says], log });

    await handle({
      ...{ platform: 'terminal', tenantId: world.partnership.key, userId: BEN, text: 'says' },
      ...{ conversation: { kind: 'personal', id: 'x' }, requestId: 'r1' },
    });
    log.info({}, 'outside');

    expect(written.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ request: requestMark('r1'), item: 1, msg: 'inside' }),
      expect.objectContaining({ request: requestMark('r1'), code: 'usage', outcome: 'refused' }),
      expect.not.objectContaining({ request: expect.anything() }),
    ]);
  });
});

describePlan('the line of a command', (parts) => {
  it.each([
    ['admin audit verify', 'admin audit'],
    ['ADMIN AUDIT', 'admin audit'],
    ['/pap Mine', 'mine'],
    ['', 'mine'],
    ['2b2', 'show'],
    ['u 2B:2 amber fine', 'update'],
    ['943 476 5919', 'unknown'],
    ['Sam Reed has left', 'unknown'],
    ['admin Sam', 'admin'],
  ])('names “%s” as %s', async (line, verb) => {
    const { world } = parts;

    await world.pap(BEN, line);

    expect(world.lines.at(-1)).toMatchObject({ message: 'command answered', fields: { verb } });
  });
});
