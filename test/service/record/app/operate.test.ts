// An operator's verbs over whole partnerships: what each does, refuses, and to whom.
import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import { plainText } from '../../../../src/core/message/messages/plain-text.ts';
import { RetryLater } from '../../../../src/core/request/app/faults.ts';
import { fileFormats } from '../../../../src/files/formats.ts';
import { deliverNotification } from '../../../../src/service/delivery/app/deliver-notification.ts';
import { createDispatch } from '../../../../src/service/dispatch/app/dispatch-command.ts';
import { refusalMessage } from '../../../../src/service/dispatch/messages/refusal-text.ts';
import { quarterHour, runJob } from '../../../../src/service/jobs/app/run-job.ts';
import { loadOperations } from '../../../../src/service/jobs/db/operations.ts';
import {
  bindPlace,
  erasePartnership,
  exportPartnership,
  listOperatorEvents,
  listPartnerships,
  noteSetUp,
  type Operating,
  switchPartnership,
} from '../../../../src/service/record/app/operate.ts';
import { createOperatorStore } from '../../../../src/service/record/db/operator-store.ts';
import { describeOnBothDatabases } from '../../../support/database/database-harness.ts';
import {
  type BuiltPartnership,
  buildObjective,
  buildPartnership,
  buildPerson,
  newNotification,
  newUpdate,
  someInstant,
} from '../../../support/world/builders.ts';
import { recordingSender, type Sent, terminalInbound } from '../../../support/world/plan-world.ts';

const OPS = 'ops@example.org';
const OFFICE = 'office@example.org';

describeOnBothDatabases('an operator', (harness) => {
  let own: BuiltPartnership;
  let other: BuiltPartnership;
  let office: { id: string };
  let on: Operating;
  const log = { info() {}, warn() {}, error() {} };
  const clock = { now: async () => someInstant };

  beforeEach(async () => {
    await harness.reset();
    own = await fill();
    other = await fill();
    const store = createOperatorStore(harness.prisma);
    on = { store, operator: OPS, operators: [OPS], now: someInstant };
  });

  /** A partnership with a history, an audit and a message that waits. */
  async function fill(): Promise<BuiltPartnership> {
    const { prisma, store } = harness;
    const made = await buildPartnership(prisma);
    office = await buildPerson(prisma, made, { email: OFFICE });
    const partnershipId = made.id;
    await prisma.roleGrant.create({
      data: {
        ...{ partnershipId, personId: office.id, role: 'programme_office' },
        startsOn: new Date('2024-01-01'),
      },
    });
    const { id } = await buildObjective(prisma, made);
    const record = store.open(made.id);
    await record.objectives.appendUpdate(newUpdate(id, office.id), 0);
    await record.audit.append({
      ...{ kind: 'person-added', summary: 'Somebody was put on the plan' },
      ...{ authorId: office.id, at: someInstant },
    });
    await record.notifications.enqueue([newNotification(office.id)]);
    await prisma.platformAccount.create({
      data: {
        ...{ partnershipId, personId: office.id, platform: 'teams', tenantId: made.key },
        ...{ userId: 'aad-1', linkedAt: new Date('2024-01-01') },
      },
    });
    return made;
  }

  const nameOf = ({ key }: BuiltPartnership) => `Partnership ${key}`;

  function memoryFile() {
    const lines: string[] = [];
    return {
      lines,
      write: (line: string) => void lines.push(line),
      finish: async () => createHash('sha256').update(lines.join('\n')).digest('hex'),
    };
  }

  async function exportNow() {
    const file = memoryFile();
    const exported = await exportPartnership(on, own.key, () => file);
    if (!exported.ok) throw new Error(exported.refusal.code);
    return { ...exported.value, file };
  }

  const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
    result.ok ? 'done' : result.refusal?.code;

  it('sees the partnerships, what waits in each and where they are found', async () => {
    expect(codeOf(await bindPlace(on, own.key, 'slack', 'T1'))).toBe('done');

    const listed = await listPartnerships(on);

    expect(listed.ok && listed.value.map(({ key }) => key)).toEqual([own.key, other.key].sort());
    const [one] = listed.ok ? listed.value.filter(({ key }) => key === own.key) : [];
    expect(one).toMatchObject({ people: 1, objectives: 1, waiting: 1, workspaces: ['slack T1'] });
    expect((await harness.store.listByWorkspace('slack', 'T1')).map(({ key }) => key)).toEqual([
      own.key,
    ]);
  });

  it('is somebody whom the setting names, and no programme office', async () => {
    const file = memoryFile();
    const asOffice = { ...on, operator: OFFICE };
    const results = [
      await listPartnerships(asOffice),
      await noteSetUp(asOffice, own.key),
      await bindPlace(asOffice, own.key, 'slack', 'T1'),
      await switchPartnership(asOffice, own.key, true, 'x'),
      await exportPartnership(asOffice, own.key, () => file),
      await erasePartnership(asOffice, own.key, { check: null, name: null }),
      await listOperatorEvents(asOffice, null),
    ];

    for (const result of results) expect(codeOf(result)).toBe('not-an-operator');
    expect(file.lines).toEqual([]);
    expect(await on.store.events(null)).toEqual([]);
    const nobody = await listPartnerships({ ...on, operators: [] });
    expect(nobody.ok || plainText(refusalMessage(nobody.refusal))).toContain('PAP_OPERATORS');
  });

  it('is told which partnerships there are where none has that key', async () => {
    const refused = await switchPartnership(on, 'nowhere', true, 'x');

    expect(codeOf(refused)).toBe('no-such-partnership');
    expect(refused.ok || plainText(refusalMessage(refused.refusal))).toContain(own.key);
  });

  it('switches one off: nothing is sent, no job runs, words get a sentence; and on again', async () => {
    const commandsOf = { commands, directories: [], files: fileFormats };
    const handle = createDispatch({ store: harness.store, clock, log, ...commandsOf });
    const say = (at: BuiltPartnership) =>
      handle(terminalInbound(OFFICE, 'show 2B:2', { tenantId: at.key }));
    const sent: Sent[] = [];
    const senders = [recordingSender('teams', sent)];
    const parts = { store: harness.store, clock, log, senders };
    const ran: string[] = [];
    const job = {
      ...{ id: 'count', rule: '0 0 8 * * *', slot: quarterHour },
      async run(_record: unknown, { key }: { key: string }) {
        ran.push(key);
        return {};
      },
    };
    expect((await say(own))?.outcome).toBe('done');

    expect(codeOf(await switchPartnership(on, own.key, true, 'it has ended'))).toBe('done');

    expect(codeOf(await switchPartnership(on, own.key, true, 'again'))).toBe('switched-already');
    expect(await say(own)).toMatchObject({ outcome: 'refused', code: 'switched-off' });
    expect((await say(other))?.outcome).toBe('done');
    for (const { id, partnershipId } of await harness.prisma.notification.findMany())
      await deliverNotification(parts, partnershipId, id).catch((error: unknown) => {
        if (!(error instanceof RetryLater)) throw error;
      });
    expect(sent.map(({ target }) => target.tenantId)).toEqual([other.key]);
    await runJob(job, { store: harness.store, clock, log });
    expect(ran).toEqual([other.key]);

    expect(codeOf(await switchPartnership(on, own.key, false, null))).toBe('done');

    expect(codeOf(await switchPartnership(on, own.key, false, null))).toBe('switched-already');
    expect((await say(own))?.outcome).toBe('done');
    const [row] = await harness.prisma.notification.findMany({ where: { partnershipId: own.id } });
    await deliverNotification(parts, own.id, row?.id ?? '');
    expect(sent).toHaveLength(2);
    const audit = await listOperatorEvents(on, own.key);
    expect(audit.ok && audit.value.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['switched-off', 'it has ended'],
      ['switched-on', null],
    ]);
  });

  it('has each partnership’s numbers in the metrics, by key and without names', async () => {
    await switchPartnership(on, own.key, true, 'it has ended');

    const { byPartnership = [] } = await loadOperations(harness.prisma);

    const facts = byPartnership.map(({ key, queue, switchedOff }) => [
      key,
      queue.waiting,
      switchedOff,
    ]);
    expect(new Set(facts.map((row) => row.join()))).toEqual(
      new Set([`${own.key},1,true`, `${other.key},1,false`]),
    );
    expect(JSON.stringify(byPartnership)).not.toContain(OFFICE);
  });

  it('exports every row of one partnership, and none of another', async () => {
    const { file, sha256, rows } = await exportNow();

    const [header, ...lines] = file.lines.map((line) => JSON.parse(line));
    const written = lines.slice(0, -1) as { table: string; row: Record<string, unknown> }[];
    expect(header).toMatchObject({ format: 'pap-partnership-1', key: own.key });
    expect(lines.at(-1)).toEqual({ rows });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(written.length).toBe(Object.values(rows).reduce((sum, count) => sum + count, 0));
    for (const { table, row } of written)
      expect(row[table === 'partnership' ? 'id' : 'partnership_id']).toBe(own.id);
    expect(new Set(written.map(({ table }) => table))).toContain('objective_entry');
    expect(file.lines.join('\n')).not.toContain(other.id);
  });

  it('erases one only switched off, exported since, and confirmed twice', async () => {
    const erase = (check: string | null, name: string | null) =>
      erasePartnership(on, own.key, { check, name });
    expect(codeOf(await erase(null, null))).toBe('not-erasable');
    const early = await exportNow();
    await switchPartnership(on, own.key, true, 'it has ended');
    // What was exported while it was on may lack what came after.
    expect(codeOf(await erase(null, null))).toBe('not-erasable');
    expect(codeOf(await erase(early.sha256.slice(0, 8), null))).toBe('not-erasable');
    const { sha256, rows } = await exportNow();
    const check = sha256.slice(0, 8);

    expect(await erase(null, null)).toMatchObject({ ok: true, value: { step: 'first', rows } });
    expect(codeOf(await erase('00000000', null))).toBe('erase-unconfirmed');
    expect(codeOf(await erase(check, nameOf(own)))).toBe('erase-unconfirmed');
    expect(await erase(check, null)).toMatchObject({ ok: true, value: { step: 'second' } });
    expect(codeOf(await erase(check, 'Another name'))).toBe('erase-unconfirmed');
    const later = { ...on, now: someInstant.add({ hours: 2 }) };
    const tooLate = await erasePartnership(later, own.key, { check, name: nameOf(own) });
    expect(codeOf(tooLate)).toBe('erase-unconfirmed');
    expect(await harness.prisma.partnership.count()).toBe(2);

    expect(await erase(check, nameOf(own))).toMatchObject({
      ok: true,
      value: { step: 'erase', rows },
    });

    for (const count of Object.values(await on.store.count(own.id))) expect(count).toBe(0);
    expect(await harness.prisma.partnership.findMany()).toMatchObject([{ id: other.id }]);
    const { firstBreak } = await harness.store.open(other.id).history.verify();
    expect(firstBreak).toBeNull();
    const jobs = await harness.pool.query('SELECT key FROM graphile_worker._private_jobs');
    expect(jobs.rows).toHaveLength(1);
    const audit = await listOperatorEvents(on, own.key);
    expect(audit.ok && audit.value.map(({ kind }) => kind)).toEqual([
      ...['exported', 'switched-off', 'exported', 'erase-confirmed', 'erased'],
    ]);
  });

  it('leaves the append-only tables closed to everybody else, and the audit to everybody', async () => {
    await noteSetUp(on, own.key);
    const [row] = await harness.prisma.operatorEvent.findMany();
    const remove = (table: string) =>
      harness.prisma.$transaction(async (db) => {
        await db.$executeRaw`SELECT set_config('pap.partnership_erasure', ${row?.id ?? ''}, true)`;
        await db.$executeRawUnsafe(`DELETE FROM "${table}"`);
      });

    for (const table of ['objective_entry', 'audit_event', 'operator_event'])
      await expect(remove(table)).rejects.toThrow(/append-only/);
    await expect(
      harness.prisma.operatorEvent.updateMany({ data: { operator: 'x' } }),
    ).rejects.toThrow(/append-only/);
  });
});
