// A platform's codes: what is recorded from now on has none, and older entries are shown in words everywhere, unchanged
// where they stand.
import excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { describePlan } from '../support/world/plan-suite.ts';
import type { PlanWorld } from '../support/world/plan-world.ts';
import { SLACK_TEAM, textOf } from '../support/world/plan-world.ts';

const OWNER = 'owner@example.org';
const OFFICE = 'office@example.org';
const RAW =
  'ask <@U0DEPUTY01> or @U0STRANGER1 in #C0THEME001 and #C0OTHER001, <!subteam^S0AB12> :tada: <https://plan.example/a|the plan>';
const WORDS =
  'ask Sam Example or somebody in Named channel and a channel, a group 🎉 the plan (https://plan.example/a)';

/** Somebody of the plan gets a Slack account, and a channel is bound. */
async function known(world: PlanWorld): Promise<string> {
  await world.bindChannel('slack', 1, { channelId: 'C0THEME001', name: 'Named channel' });
  const now = await world.clock.now();
  const userId = 'U0DEPUTY01';
  const id = await world.personId('deputy@example.org');
  await world.record.people.linkAccount(
    id,
    { platform: 'slack', tenantId: SLACK_TEAM, userId },
    now,
  );
  const { name } = (await world.record.people.list()).find((one) => one.id === id) ?? { name: '' };
  return name;
}

function sealIn(verified: string): string | undefined {
  return verified.split('\n').find((line) => line.startsWith('Seal: '));
}

describePlan('words of a platform', (parts) => {
  it('are recorded as people read them, from every platform alike', async () => {
    const { world } = parts;
    const name = await known(world);

    const reply = await world.pap(OWNER, `update 2B:2 amber ${RAW}`);

    const { id } = await world.objective('2B:2');
    const [latest] = await world.record.objectives.history(id, 1);
    expect(reply.outcome).toBe('done');
    expect(latest?.note).toBe(WORDS.replace('Sam Example', name));
  });

  it.each(['\u200B', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\uFE0F'])(
    'lose %j wherever it stands, also in the grammar',
    async (mark) => {
      const { world } = parts;

      const reply = await world.pap(
        OWNER,
        `up${mark}date 2B${mark}:2 am${mark}ber 14${mark} of 20 trai${mark}ned`,
      );

      const { id } = await world.objective('2B:2');
      expect(reply.outcome).toBe('done');
      expect((await world.record.objectives.history(id, 1))[0]?.note).toBe('14 of 20 trained');
    },
  );

  it('of older entries are shown in words at every door and in every file, and stay as they are', async () => {
    const { world } = parts;
    const name = await known(world);
    const words = WORDS.replace('Sam Example', name);
    const { id, version } = await world.objective('2B:2');
    await world.record.objectives.appendUpdate(
      {
        ...{
          objectiveId: id,
          kind: 'update',
          fromRag: 'red',
          toRag: 'amber',
          note: `${RAW}\uFFFE`,
        },
        ...{ authorId: await world.personId(OWNER), cycleIds: [], late: false, requestId: 'old' },
        at: await world.clock.now(),
      },
      version,
    );
    const seal = textOf(await world.pap(OFFICE, 'admin audit verify'));

    const shown = new Map<string, string>();
    for (const line of [
      'show 2B:2',
      'show 2B:2 history',
      'why 2B:2',
      'digest preview theme 1',
      'update 2B:2',
      'mine form',
    ]) {
      const reply = await world.pap(OWNER, line);
      shown.set(line, JSON.stringify(reply.message));
    }
    const exported = await world.pap(OFFICE, 'admin export xlsx');
    const workbook = new excel.Workbook();
    const bytes = Buffer.from(exported.files?.[0]?.bytes ?? []);
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const sheet = workbook.getWorksheet('objective_entry');
    shown.set('export xlsx', JSON.stringify(sheet?.getSheetValues()));
    const csv = await world.pap(OFFICE, 'admin export csv');
    shown.set(
      'export csv',
      strFromU8(
        unzipSync(csv.files?.[0]?.bytes ?? new Uint8Array())['objective_entry.csv'] ??
          new Uint8Array(),
      ),
    );
    const pack = await world.pap(OFFICE, 'admin pack siab');
    for (const { name: file, bytes: made } of pack.files ?? [])
      shown.set(
        `pack ${file}`,
        file.endsWith('docx')
          ? strFromU8(unzipSync(made)['word/document.xml'] ?? new Uint8Array())
          : new TextDecoder().decode(made),
      );

    expect([...shown.keys()].some((key) => key.endsWith('.docx'))).toBe(true);
    for (const [where, text] of shown) {
      expect(text, where).toContain(words);
      expect(text, where).not.toMatch(/U0DEPUTY01|C0THEME001|S0AB12|:tada:/);
    }
    expect((await world.record.objectives.history(id, 1))[0]?.note).toBe(`${RAW}\uFFFE`);
    // The pack that was made is sealed with the other records; the history is what it was.
    expect(sealIn(textOf(await world.pap(OFFICE, 'admin audit verify')))).toBe(sealIn(seal));
    const json = await world.pap(OFFICE, 'admin export json');
    expect(new TextDecoder().decode(json.files?.[0]?.bytes)).toContain('<@U0DEPUTY01>');
  });

  it('in what is sent to channels and people are words, too', async () => {
    const { world } = parts;
    const name = await known(world);
    const message = {
      title: 'News',
      blocks: [{ kind: 'text' as const, spans: [{ kind: 'text' as const, text: RAW }] }],
    };
    await world.record.notifications.enqueue([
      {
        ...{ kind: 'notice', dedupeKey: 'old-news', payload: { kind: 'message', message } },
        ...{
          target: { personId: await world.personId('deputy@example.org') },
          createdAt: await world.clock.now(),
        },
      },
    ]);

    await world.deliver();

    expect(JSON.stringify(world.sent.at(-1)?.message)).toContain(
      WORDS.replace('Sam Example', name),
    );
  });

  it('keeps a person who is named in a line for the line', async () => {
    const { world } = parts;
    await known(world);

    const reply = await world.handle({
      ...{ platform: 'slack', tenantId: SLACK_TEAM, userId: 'U0DEPUTY01', requestId: 'mention' },
      ...{ conversation: { kind: 'personal', id: 'D1' }, text: 'outstanding @U0DEPUTY01' },
    });

    expect(reply?.outcome).toBe('done');
  });
});
