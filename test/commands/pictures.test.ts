// Charts by request: the numbers in the reply, the picture as a file whose line draws it again.
import { expect, it } from 'vitest';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import { describePlan } from '../support/world/plan-suite.ts';
import { textOf } from '../support/world/plan-world.ts';

const office = 'office@example.org';
const owner = 'owner@example.org';
const PNG = [0x89, 0x50, 0x4e, 0x47];

function pictureOf({ files = [] }: Reply) {
  const [file] = files;
  if (!file || files.length > 1) throw new Error('there is not one picture');
  return file;
}

describePlan('a picture', (parts) => {
  it('of a KPI has its published figures, and is drawn again by its line', async () => {
    const { world } = parts;

    const reply = await world.pap(owner, 'kpi show 18 picture');

    const { name, bytes, line } = pictureOf(reply);
    expect([...bytes.slice(0, 4)]).toEqual(PNG);
    expect([name, line]).toEqual(['kpi-18.png', 'kpi show 18 picture']);
    expect(textOf(reply)).toContain('53.70%');
    expect(pictureOf(await world.pap(owner, line)).bytes).toEqual(bytes);
  });

  it('of a KPI without two figures is not drawn, and the reply says why', async () => {
    const { world } = parts;

    const reply = await world.pap(owner, 'kpi show 21 picture');

    expect(reply.files ?? []).toEqual([]);
    expect(textOf(reply)).toContain('There is no picture: it takes two figures in the same unit.');
  });

  it('of a KPI comes with the reply once there is a target to hold it against', async () => {
    const { world } = parts;
    expect(textOf(await world.pap(owner, 'kpi show 2'))).not.toContain('Target: at least');
    await world.pap('cochair@example.org', 'kpi target 2 at least 60%');
    await world.pap(office, 'kpi agree 2');

    const reply = await world.pap(owner, 'kpi show 2');

    expect(reply.message.blocks.map(({ kind }) => kind)).toContain('chart');
    expect(textOf(reply)).toContain('Target: at least');
    expect(reply.files ?? []).toEqual([]);
  });

  it('of a theme’s ratings stands beside its digest, with the counts as text', async () => {
    const { world } = parts;
    await world.pap(owner, 'update 2B:2 amber 14 of 20 trained');

    const reply = await world.pap(office, 'digest preview theme 1 picture');

    const { name, bytes, line } = pictureOf(reply);
    expect([...bytes.slice(0, 4)]).toEqual(PNG);
    expect(name).toBe('ratings-theme-1.png');
    expect(line).toBe('digest preview theme 1 picture');
    const chart = reply.message.blocks.find((block) => block.kind === 'chart');
    expect(chart?.chart).toMatchObject({
      kind: 'rag-over-time',
      points: [{ label: '1 Jul', counts: { red: 0, amber: 2, green: 1, blue: 0 } }],
    });
  });

  it('is as closed as the digest that it belongs to', async () => {
    const { world } = parts;

    const reply = await world.pap(owner, 'digest preview office picture');

    expect(reply.files ?? []).toEqual([]);
    expect(textOf(reply)).toContain('the programme office');
  });
});
