// Whatever people type, paste or press: a clear answer, the right code, and no trace in the record.
import { expect, it } from 'vitest';
import { MAX_NOTE_LENGTH } from '../../src/core/message/domain/typed-text.ts';
import { lineWithAnswers } from '../../src/core/message/messages/action-value.ts';
import { plainText } from '../../src/core/message/messages/plain-text.ts';
import type { Inbound, Reply } from '../../src/core/request/app/inbound.ts';
import {
  buttonOf,
  buttonsOf,
  factsOf,
  itemsOf,
  paragraphsOf,
} from '../support/world/message-parts.ts';
import { describePlan, describePlanOnBoth, type PlanSuite } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, textOf } from '../support/world/plan-world.ts';

const OWNER = 'owner@example.org';
const NOBODY_ELSE = '00000000-0000-4000-8000-00000000dead';

/** What is refused leaves nothing behind, and nothing is sent. */
function refusing(parts: PlanSuite) {
  return async function refuses(
    email: string,
    line: string,
    more: Partial<Inbound> = {},
  ): Promise<Reply> {
    const { world } = parts;
    const before = await world.footprint();
    const reply = await world.pap(email, line, more);
    await world.deliver();
    expect(reply).toMatchObject({ outcome: 'refused', audience: 'private' });
    expect(await world.footprint()).toEqual(before);
    expect(await world.objective('2B:2')).toMatchObject({ rag: 'red' });
    expect(world.sent).toEqual([]);
    return reply;
  };
}

describePlan('bad input', (parts) => {
  const refuses = refusing(parts);

  it.each<[line: string, code: string, title: string]>([
    ['frobnicate', 'unknown-verb', '“frobnicate” is not a command'],
    ['constructor', 'unknown-verb', '“constructor” is not a command'],
    ['__proto__ 2B:2', 'unknown-verb', 'I’m not sure what you mean'],
    ['update 9Z:9 amber x', 'unknown-objective', 'There is no objective “9Z:9”'],
    ['update 2B:22 amber x', 'unknown-objective', 'There is no objective “2B:22”'],
    ["update ';DROP amber x", 'unknown-objective', "There is no objective “';DROP”"],
    ['update 2B amber x', 'ambiguous-objective', 'More than one objective matches “2B”'],
    ['update 2B:2 14 of 20', 'no-rating', 'Which rating?'],
    ['update 2B:2 constructor x', 'no-rating', 'Which rating?'],
    ['update 2B:2 amber green x', 'two-ratings', 'That has two ratings'],
    ['update 2B:2 amber/green x', 'two-ratings', 'That has two ratings'],
    ['update 2B:2 amber 🟢 x', 'two-ratings', 'That has two ratings'],
    ['update 2B:2 ambre x', 'bad-rating', '“ambre” is not a rating'],
    ['update 2B:2 gren x', 'bad-rating', '“gren” is not a rating'],
    ['update 2B:2 amber <!channel> look', 'broadcast-mention', 'A note cannot call everybody'],
    ['update 2B:2 amber look @everyone', 'broadcast-mention', 'A note cannot call everybody'],
    ['same 2B:2 @here', 'broadcast-mention', 'A note cannot call everybody'],
    ...['\u0000', '\u0007', '\u001B[31m', '\u200F', '\u202E', '\u2066', '\uFFFE', '\uD800'].map(
      (mark) =>
        [
          `update 2B:2 amber 14 of${mark} 20`,
          'bad-characters',
          'That note has characters that cannot be shown',
        ] satisfies [string, string, string],
    ),
  ])('answers %j with %s', async (line, code, title) => {
    const reply = await refuses(OWNER, line);

    expect(reply.code).toBe(code);
    expect(reply.message.title).toBe(title);
    expect(textOf(reply)).toMatch(/Nothing was changed/);
  });

  it.each([
    ['update 2B:2 amber x\u0000', 'bad-characters'],
    ['same 2B:2 \u202Etxet', 'bad-characters'],
  ])('shows what is left of %j without its marks', async (line, code) => {
    const reply = await refuses(OWNER, line);

    expect(reply.code).toBe(code);
    expect(textOf(reply)).not.toMatch(/[\u0000\u202E]/);
  });

  it.each([
    [2_001, 'note-too-long', 'the note has 2,001 characters and 2,000 fit'],
    [10_000, 'note-too-long', 'the note has 10,000 characters and 2,000 fit'],
    [50_000, 'too-long', 'the line has 50,018 characters and 12,000 can be read'],
  ])(
    'refuses a note of %i characters as %s and does not repeat it',
    async (length, code, words) => {
      const reply = await refuses(OWNER, `update 2B:2 amber ${'x'.repeat(length)}`);

      expect(reply.code).toBe(code);
      expect(textOf(reply)).toContain(words);
      expect(textOf(reply).length).toBeLessThan(800);
    },
  );

  it.each(['frobnicate', 'show', 'update', 'same', 'kpi', 'digest', 'outstanding', 'help', 'mine'])(
    'repeats no more than the beginning of 9,000 characters: %s',
    async (verb) => {
      const reply = await refuses(OWNER, `${verb} ${'y'.repeat(9_000)}`);

      expect(reply.message.title.length).toBeLessThan(120);
      expect(textOf(reply).length).toBeLessThan(1_500);
    },
  );

  it('repeats no more than the beginning of a reference that is all dots', async () => {
    const reply = await refuses(OWNER, `update 2${'.'.repeat(9_000)} amber x`);

    expect(reply.message.title.length).toBeLessThan(120);
  });
});

describePlanOnBoth('odd input that reaches the record', (parts) => {
  const refuses = refusing(parts);

  it.each([
    ['the longest note', 'x'.repeat(MAX_NOTE_LENGTH)],
    ['markdown', '**bold** _it_ `code` [x](http://e.example) > quote | bar'],
    ['Slack’s marks', '<http://e.example|x> &lt;b&gt; *bold* <@U123> #general'],
    ['a template', '14 of \u0024{total} {{count}} <%= total %>'],
    ['a card', '{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x"}]}'],
    ['markup', '<b>bold</b> <at>Asha</at> <script>alert(1)</script>'],
    ['SQL', "'); DROP TABLE objective; --"],
    ['curly quotes and dashes', 'the lead’s “own” words – 50 %'],
    ['a non-breaking space', '14\u00A0of\u202F20'],
    ['another script and emoji', 'سبعة من عشرة 👩‍🏫 ✅'],
    ['several lines', 'first line\n\nthird line'],
    ['the e-mail address of somebody on the plan, which calls nobody', 'ask deputy@example.org'],
  ])('keeps %s to the letter, in the record and on every screen', async (_name, note) => {
    const { world } = parts;

    const reply = await world.pap(OWNER, `update 2B:2 amber ${note}`);
    await world.deliver();

    const { id } = await world.objective('2B:2');
    const [latest] = await world.record.objectives.history(id, 1);
    const history = await world.pap('cochair@example.org', 'show 2B:2 history');
    expect(reply.outcome).toBe('done');
    expect(latest?.note).toBe(note);
    expect(factsOf(reply.message).Note).toBe(note);
    expect(itemsOf(history.message)[0]).toContain(note);
    expect(world.sent).toHaveLength(1);
    expect(paragraphsOf(world.sent[0]?.message ?? reply.message)[0]).toBe(note);
  });

  it.each([
    ['/pap update 2B:2 amber 14 of 20'],
    ['pap update 2B:2 amber 14 of 20'],
    ['/PAP UPDATE 2B:2 AMBER 14 of 20'],
    ['UPDATE PAP 2B:2 Amber: 14 of 20'],
    ['update\u00A02B:2\u00A0amber\u00A014 of 20'],
    ['update 2B:2 at\u00A0risk 14 of 20'],
    ['update 2B:2 amber “14 of 20”'],
    ['update 2B:2 amber "14 of 20"'],
    ['  update   2B:2   amber   14 of 20  '],
    ['update\n2B:2\namber\n14 of 20'],
  ])('reads %j as it was meant', async (line) => {
    const { world } = parts;

    const reply = await world.pap(OWNER, line);

    expect(reply.outcome).toBe('done');
    expect(factsOf(reply.message)).toMatchObject({ Rating: '🛑 Red → 🔶 Amber', Note: '14 of 20' });
  });

  it('takes a colour at the start of a note in quotation marks, straight or curly', async () => {
    const { world } = parts;

    const straight = await world.pap(OWNER, 'update 2B:2 amber "red tape reduced"');
    const curly = await world.pap(OWNER, 'update 2B:2 green “red tape reduced”');

    expect(factsOf(straight.message).Note).toBe('red tape reduced');
    expect(factsOf(curly.message).Note).toBe('red tape reduced');
  });

  it.each([
    ['rating', ['', '14 of 20 trained'], 'no-rating'],
    ['rating, and the note begins with a colour', ['', 'red tape reduced'], 'no-rating'],
    ['note', ['amber', ''], 'note-required'],
    ['note, all but a space', ['amber', ' \n '], 'note-required'],
  ])('says what is missing when a form comes back without its %s', async (_name, answers, code) => {
    const { world } = parts;
    const guard = await world.guard('2B:2');

    const reply = await refuses(OWNER, lineWithAnswers('update 2B:2', answers), { guard });

    expect(reply.code).toBe(code);
  });

  it('records a form whose note begins with the name of a rating', async () => {
    const { world } = parts;
    const guard = await world.guard('2B:2');
    const line = lineWithAnswers('update 2B:2', ['amber', 'red “tape” reduced']);

    const reply = await world.pap(OWNER, line, { guard });

    expect(factsOf(reply.message)).toMatchObject({
      Rating: '🛑 Red → 🔶 Amber',
      Note: 'red “tape” reduced',
    });
  });

  it.each(['update 2B:2 amber 14 of 20 trained', '/pap update 2B:2 amber 14 of 20 trained'])(
    'explains a stale press, keeps the words, and records them on request: %s',
    async (line) => {
      const { world } = parts;
      const guard = await world.guard('2B:2');
      await world.pap('deputy@example.org', 'update 2B:2 green the last six are trained');
      await world.deliver();
      const before = await world.footprint();

      const stale = await world.pap(OWNER, line, { guard });

      expect(stale).toMatchObject({ outcome: 'refused', code: 'stale-version' });
      expect(stale.message.title).toBe('2B:2 changed while you were writing');
      expect(paragraphsOf(stale.message)).toEqual([
        'Your update was not recorded yet. In the meantime Ella Example, Example NHS recorded 🛑 Red → 🟢 Green at Mon 1 July 2024, 09:45:',
        'the last six are trained',
        'What you typed is kept here:',
        '/pap update 2B:2 amber 14 of 20 trained',
      ]);
      expect(await world.footprint()).toEqual(before);

      const again = buttonOf(stale.message, 'Record mine as well');
      const recorded = await world.pap(OWNER, again.line, again.guard && { guard: again.guard });

      expect(again).toMatchObject({
        line: 'update 2B:2 amber 14 of 20 trained',
        guard: await guardBefore(1),
      });
      expect(recorded.outcome).toBe('done');
      expect(factsOf(recorded.message)).toMatchObject({
        Rating: '🟢 Green → 🔶 Amber',
        Note: '14 of 20 trained',
      });
    },
  );

  /** The guard of 2B:2 as it was some versions ago. */
  async function guardBefore(versions: number) {
    const { objectiveId, version } = await parts.world.guard('2B:2');
    return { objectiveId, version: version - versions };
  }

  it('keeps words too long for a button: they can be copied and sent again', async () => {
    const { world } = parts;
    const guard = await world.guard('2B:2');
    await world.pap('deputy@example.org', 'same 2B:2');
    const line = `update 2B:2 amber ${'long '.repeat(390)}end`;

    const stale = await world.pap(OWNER, line, { guard });

    expect(stale.code).toBe('stale-version');
    expect(buttonsOf(stale.message)).toEqual([]);
    expect(paragraphsOf(stale.message).at(-1)).toBe(`/pap ${line}`);
  });

  it.each([
    ['of another objective', async () => parts.world.guard('1A:1')],
    ['of an objective that does not exist', async () => ({ objectiveId: NOBODY_ELSE, version: 0 })],
    ['that is no id at all', async () => ({ objectiveId: "x' OR '1'='1", version: 0 })],
    ['of a version still to come', async () => guardBefore(-7)],
  ])('refuses a button %s', async (_name, guardOf) => {
    const { world } = parts;
    const before = await world.footprint();

    const reply = await world.pap(OWNER, 'update 2B:2 amber 14 of 20', { guard: await guardOf() });

    expect(reply).toMatchObject({ outcome: 'refused', code: 'stale-version' });
    expect(await world.footprint()).toEqual(before);
  });

  it.each(['update 2B:2 amber x', 'same 2B:2', 'mine', 'show 2B:2', 'demo next', ''])(
    'tells somebody who is not on the plan only how to be put on it: %j',
    async (line) => {
      const reply = await refuses('stranger@example.org', line);

      expect(reply.code).toBe('not-linked');
      expect(textOf(reply)).not.toMatch(/Asha|Named workers/);
    },
  );

  it.each([SLACK_TEAM, 'T0NOBODYKNOWS'])(
    'tells somebody of another partnership nothing in workspace %s',
    async (tenantId) => {
      const { world, other } = parts;
      const before = await world.footprint();

      const reply = await world.handle(other.inbound('update 2B:2 amber x', tenantId));

      expect(reply).toMatchObject({ outcome: 'refused', code: 'not-linked' });
      expect(reply && plainText(reply.message)).not.toMatch(/Asha|Named workers/);
      expect(await world.footprint()).toEqual(before);
    },
  );

  it('does not let a guard reach into another partnership', async () => {
    const { world, other } = parts;
    const guard = await world.guard('2B:2');
    const before = await world.footprint();

    const reply = await world.handle({ ...other.inbound('update 9Z:9 green x'), guard });

    expect(reply).toMatchObject({ outcome: 'refused' });
    expect(reply && plainText(reply.message)).not.toMatch(/2B:2|Named workers|Asha/);
    expect(await world.footprint()).toEqual(before);
    expect((await world.objective('2B:2')).rag).toBe('red');
  });

  it.each(['update 2B:2 amber 14 of 20', 'update 2B:2 red', 'same 2B:2'])(
    'refuses %j while the papers are frozen, and says from when it will do',
    async (line) => {
      parts.world.at('2024-07-17T10:00');

      const reply = await refuses(OWNER, line);

      expect(reply.code).toBe('cycle-frozen');
      expect(reply.message.title).toBe('The papers are frozen');
      expect(paragraphsOf(reply.message)[0]).toContain('frozen on Tue 16 July 2024, 17:00');
      expect(paragraphsOf(reply.message)[0]).toContain('again from Thu 25 July 2024');
    },
  );

  it.each([
    ['2024-07-16T16:59', 'done'],
    ['2024-07-16T17:00', 'refused'],
    ['2024-07-24T23:59', 'refused'],
    ['2024-07-25T00:00', 'done'],
  ])('freezes to the minute: %s is %s', async (at, outcome) => {
    const { world } = parts;
    world.at(at);

    const reply = await world.pap(OWNER, 'update 2B:2 amber 14 of 20');

    expect(reply.outcome).toBe(outcome);
  });
});
