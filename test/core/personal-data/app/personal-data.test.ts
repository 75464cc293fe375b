// Personal data in a note: refused before anything is stored or logged, with another wording; a find
// that is only likely is asked about.
import { expect, it } from 'vitest';
import { buttonsOf, paragraphsOf } from '../../../support/world/message-parts.ts';
import { describePlanOnBoth } from '../../../support/world/plan-suite.ts';
import { textOf } from '../../../support/world/plan-world.ts';

const OWNER = 'owner@example.org';
/** A valid number that was issued to nobody. */
const NHS_NUMBER = '943 476 5919';

describePlanOnBoth('personal data in a note', (parts) => {
  it.each([
    [`update 2B:2 amber place agreed for NHS ${NHS_NUMBER}`, 'an NHS number'],
    ['update 2B:2 amber parent is on 07700 900123', 'a phone number'],
    ['same 2B:2 letter sent to jo.bloggs@families.example', 'an e-mail address'],
    ['same 2B:2 DOB 12/03/2015, waiting since May', 'a date of birth'],
  ])('is refused and kept nowhere: %j', async (line, kind) => {
    const { world, harness } = parts;
    const before = await world.footprint();

    const reply = await world.pap(OWNER, line);

    const secret = line.split(' ').slice(-3).join(' ');
    const kept = await harness.prisma.$queryRaw<{ kept: string }[]>`
      SELECT request_id AS kept FROM answered_request UNION ALL SELECT note FROM entry_words`;
    expect(reply).toMatchObject({ outcome: 'refused', code: 'personal-data' });
    expect(paragraphsOf(reply.message)[0]).toContain(kind);
    expect(textOf(reply)).not.toContain(NHS_NUMBER);
    expect(await world.footprint()).toEqual(before);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(world.lines)).not.toContain(secret);
  });

  it('is recorded in the wording that was suggested', async () => {
    const { world } = parts;
    const refused = await world.pap(OWNER, `update 2B:2 amber place agreed, NHS ${NHS_NUMBER}`);
    const [instead] = buttonsOf(refused.message);

    const reply = await world.pap(OWNER, instead?.line ?? '');

    expect(reply.outcome).toBe('done');
    expect(textOf(reply)).toContain('Note: place agreed, [NHS number removed]');
  });

  it('is asked about where it is only likely, and recorded as typed when the author says so', async () => {
    const { world } = parts;
    const asked = await world.pap(OWNER, 'update 2B:2 amber Jayden, aged 9, has a named worker');
    const mine = buttonsOf(asked.message).at(-1);

    const reply = await world.pap(OWNER, mine?.line ?? '');

    expect(asked).toMatchObject({ outcome: 'refused', code: 'personal-data' });
    expect(asked.message.title).toBe('Could this tell which child is meant?');
    expect(textOf(reply)).toContain('Note: Jayden, aged 9, has a named worker');
  });

  it('cannot be waved through where it is certain', async () => {
    const { world } = parts;

    const reply = await world.pap(OWNER, `same 2B:2 checked: NHS ${NHS_NUMBER}`);

    expect(reply.code).toBe('personal-data');
  });

  it.each([
    'update 2B:2 amber 14 of 20 named workers trained, 6 booked for 12 July 2024',
    'update 2B:2 amber Year 11 cohort reviewed; call 0800 1111 or deputy@example.org',
    'same 2B:2 £1,250,000 agreed; see 1A:1 and the SIAB of 24 July 2024',
    'same 2B:2 Ella Example leads on KS2 from September',
  ])('is not seen where there is none: %j', async (line) => {
    const { world } = parts;

    const reply = await world.pap(OWNER, line);

    expect(reply.outcome).toBe('done');
  });
});
