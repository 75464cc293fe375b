// Forms and App Home in Slack: signed requests to the real Bolt receiver, the modals that a local Slack
// keeps, and what then stands in the record.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { eventually } from '../support/process/eventually.ts';
import { buttonPayload, slashPayload } from '../support/slack/slack-payloads.ts';
import {
  inputsOf,
  openModal,
  type SeenView,
  submissionOf,
  triggerOf,
  valuesOf,
} from '../support/slack/slack-views.ts';
import { startWholeBot, type WholeBot } from '../support/world/whole-bot.ts';

describeOnDatabase('embedded', 'forms in Slack', (harness) => {
  let bot: WholeBot;
  beforeAll(async () => {
    bot = await startWholeBot(harness);
    await bot.signed.slash(slashPayload(bot.slack, { text: 'whoami', trigger_id: 'first' }));
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    bot.slack.calls.length = 0;
  });

  const updates = () =>
    harness.prisma.objectiveEntry.count({ where: { kind: { not: 'published' } } });
  const slash = async (text: string) =>
    await bot.signed.slash(
      slashPayload(bot.slack, { text, trigger_id: await triggerOf(bot.slack) }),
    );
  const modal = async (text: string): Promise<SeenView> => {
    await slash(text);
    return await openModal(bot.slack);
  };
  const submit = async (view: SeenView, answers: readonly string[], hash?: string) => {
    const response = await bot.signed.press(submissionOf(bot.slack, view, answers, hash));
    return response.text === '' ? null : JSON.parse(response.text);
  };
  const sentPrivately = () =>
    eventually(() => {
      const post = bot.slack.calls.findLast(({ method }) => method === 'chat.postMessage');
      if (!post) throw new Error('nothing was posted yet');
      return post.args.text ?? '';
    });
  const home = (after = 0) =>
    eventually(() => {
      const call = bot.slack.calls.slice(after).find(({ method }) => method === 'views.publish');
      if (!call) throw new Error('App Home was not shown yet');
      return call.args;
    });
  const openHome = (user = bot.slack.userId) =>
    bot.signed.event({
      type: 'event_callback',
      team_id: bot.slack.teamId,
      event_id: `Ev${randomUUID()}`,
      event: { type: 'app_home_opened', user, channel: 'D0HOME', tab: 'home' },
    });

  it('opens a modal for a reference alone, at once and then filled, and answers nothing else', async () => {
    const answer = await slash('update 2B:2');
    const view = await openModal(bot.slack);

    expect(answer).toEqual({ status: 200, text: '' });
    expect(bot.slack.calls.map(({ method }) => method)).toEqual(['views.open', 'views.update']);
    expect(inputsOf(view)).toHaveLength(2);
    expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ l: 'update 2B:2', v: 1 });
  });

  it('records what is sent with it, shows the receipt there and sends it privately', async () => {
    const before = await updates();
    const view = await modal('update 2B:2');

    const answer = await submit(view, ['amber', '14 of 20 "named"\nworkers; trained']);

    expect(answer).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
    expect(answer.view).not.toHaveProperty('submit');
    expect(JSON.stringify(answer.view)).toContain('Recorded: 2B:2');
    expect(await sentPrivately()).toContain('14 of 20 "named"\nworkers; trained');
    expect(await updates()).toBe(before + 1);
  });

  it('records nothing more when Slack sends the same submission again', async () => {
    const view = await modal('update 2B:2');
    await submit(view, ['amber', '15 of 20 trained']);
    const before = await updates();

    const replay = await bot.signed.replay();
    const again = await submit(view, ['amber', '15 of 20 trained']);

    expect(replay.status).toBe(200);
    expect(JSON.stringify(again)).toContain('That was received already.');
    expect(await updates()).toBe(before);
  });

  it('comes back with what was typed when somebody was quicker', async () => {
    const view = await modal('update 2B:2');
    await bot.world.pap('deputy@example.org', 'same 2B:2 I was quicker');
    const before = await updates();

    const answer = await submit(view, ['green', 'all 20 trained']);

    expect(answer.response_action).toBe('update');
    expect(JSON.stringify(answer.view.blocks)).toContain('2B:2 changed while you were writing');
    expect(valuesOf(answer.view)).toEqual(['green', 'all 20 trained']);
    expect(inputsOf(answer.view).map(({ block_id }) => block_id)).toEqual(
      inputsOf(view).map(({ block_id }) => block_id),
    );
    expect(await updates()).toBe(before);

    const saved = await submit({ ...answer.view, id: view.id }, ['green', 'all 20 trained'], 'h2');
    expect(JSON.stringify(saved.view)).toContain('Recorded: 2B:2');
  });

  it('takes the words of a highlight report, each under its heading', async () => {
    const role =
      'admin people role casey.example@partnership.example co-chair theme 1 from 1 Jan 2024';
    await bot.world.pap('office@example.org', role);
    const view = await modal('highlight theme 1 write');
    expect(inputsOf(view)).toHaveLength(6);

    const refused = await submit(view, ['ring 07700 900123', '', '', 'well', '', '']);
    const saved = await submit(view, [
      ...['two "left"\nnext month more', '', '', '"well"', '', ''],
    ]);

    expect(refused).toEqual({
      response_action: 'errors',
      errors: { 'pap:form:0:0:reason': expect.stringContaining('a phone number') },
    });
    expect(JSON.stringify(saved.view)).toContain('Saved in the report of theme 1');
    const [report] = await harness.prisma.highlightReport.findMany();
    expect(report?.words).toEqual({
      ...{ saved: 1, reason: 'two "left"\nnext month more', progress: '"well"' },
    });
  });

  it('says beside the note what is wrong with it, and takes the correction', async () => {
    const view = await modal('update 2B:2');
    const before = await updates();

    const refused = await submit(view, ['amber', '']);
    const taken = await submit(view, ['amber', '16 of 20 trained']);

    expect(refused).toEqual({
      response_action: 'errors',
      errors: { 'pap:form:0:1:note': expect.stringContaining('Why amber?') },
    });
    expect(JSON.stringify(taken.view)).toContain('Recorded: 2B:2');
    expect(await updates()).toBe(before + 1);
  });

  it('asks beside the note when the rating changes and the words do not, and takes what is said then', async () => {
    await bot.world.pap('deputy@example.org', 'update 2B:2 red two trainers left');
    const view = await modal('update 2B:2');
    const before = await updates();

    const asked = await submit(view, ['green', 'two trainers left']);
    const taken = await submit(view, ['green', 'two new trainers started']);

    expect(valuesOf(view)).toEqual(['red', 'two trainers left']);
    expect(JSON.stringify(view.blocks)).toContain('Pre-filled with the last return');
    expect(asked).toEqual({
      response_action: 'errors',
      errors: {
        'pap:form:0:1:note': expect.stringContaining(
          'These words were said of red. Say why it is green now.',
        ),
      },
    });
    expect(JSON.stringify(taken.view)).toContain('Recorded: 2B:2');
    expect(await updates()).toBe(before + 1);
  });

  it('asks of each row of the return form, and takes the same words when they are said to hold', async () => {
    const first = await modal('mine form');
    const now = valuesOf(first);
    const kept = now.map((value, index) => (index % 2 === 0 ? '-' : (value ?? '')));
    const at = now.findIndex((value, index) => index % 2 === 1 && value !== undefined);
    const words = now[at] ?? '';
    const answers = (rag: string, note: string) => kept.with(at - 1, rag).with(at, note);
    const rag = (await bot.world.objective('2B:2')).rag === 'amber' ? 'red' : 'amber';

    const asked = await submit(first, answers(rag, words));
    const taken = await submit(first, answers(rag, `checked: ${words}`));

    expect(words).not.toBe('');
    expect(asked.response_action).toBe('errors');
    expect(Object.keys(asked.errors)).toEqual([inputsOf(first)[at]?.block_id]);
    expect(JSON.stringify(taken.view)).toContain('Recorded: ');
  });

  it('refuses personal data beside the note, and keeps it nowhere', async () => {
    const view = await modal('update 2B:2');
    const before = await updates();

    const answer = await submit(view, ['amber', 'ring 07700 900123 about it']);

    expect(answer.errors['pap:form:0:1:note']).toContain('a phone number');
    expect(JSON.stringify(answer)).not.toContain('900123');
    expect(await updates()).toBe(before);
    const kept = await harness.prisma.answeredRequest.findMany();
    expect(JSON.stringify(kept)).not.toContain('900123');
    expect(JSON.stringify(bot.world.lines)).not.toContain('900123');
  });

  it('says beside the note how to keep what tells of no child', async () => {
    const view = await modal('update 2B:2');

    const asked = await submit(view, ['amber', 'Jayden, aged 9, has a named worker']);
    const taken = await submit(view, ['amber', 'checked: Jayden, aged 9, has a named worker']);

    expect(asked.errors['pap:form:0:1:note']).toContain('begin the note with “checked:”');
    expect(JSON.stringify(taken.view)).toContain('Recorded: 2B:2');
  });

  it('asks which objective where the verb stands alone', async () => {
    const view = await modal('update');
    const options = inputsOf(view)[0]?.element?.options?.map(({ value }) => value) ?? [];
    const [first = ''] = options;

    const answer = await submit(view, [first, 'red', 'the provider left']);

    expect(options).toHaveLength(3);
    expect(JSON.stringify(answer.view)).toContain('Recorded: 1A:1');
  });

  it('returns everything with one form, all of it or none', async () => {
    const view = await modal('mine form');
    const before = await updates();
    const { version } = await bot.world.objective('1A:2');

    const refused = await submit(view, ['same', '', 'amber', 'x', 'green', '']);
    const taken = await submit(view, ['same', '', 'amber', '17', '-', '']);

    expect(refused).toEqual({
      response_action: 'errors',
      errors: { 'pap:form:0:5:note-1A:2': expect.stringContaining('Why green?') },
    });
    expect(JSON.stringify(taken.view)).toContain('Recorded: 1A:1, 2B:2');
    expect(await updates()).toBe(before + 2);
    expect((await bot.world.objective('1A:2')).version).toBe(version);
  });

  it('opens from a button, and says in the modal who may not', async () => {
    const guard = await bot.world.guard('2B:1');
    const value = JSON.stringify({ l: 'update 2B:1', o: guard.objectiveId, v: guard.version });
    const press = {
      trigger_id: await triggerOf(bot.slack),
      actions: [{ action_id: 'pap:1', block_id: 'pap:actions:0', action_ts: '1', value }],
    };

    await bot.signed.press(buttonPayload(bot.slack, press));
    const view = await openModal(bot.slack);

    expect(JSON.stringify(view.blocks)).toContain('You cannot do that');
    expect(view).not.toHaveProperty('submit');
  });

  it('puts the form in the answer where the trigger came too late', async () => {
    await bot.signed.slash(
      slashPayload(bot.slack, { text: 'update 2B:2', trigger_id: 'dead-trigger' }),
    );

    await eventually(() => expect(JSON.stringify(bot.slack.responses)).toContain('Update 2B:2'));
  });

  it('shows what one answers for in App Home, and keeps it up to date', async () => {
    const opened = await openHome();
    const first = await home();
    const calls = bot.slack.calls.length;
    await slash('update 2B:2 red two trainers have left');
    const second = await home(calls);

    expect(opened.status).toBe(200);
    expect(first.user_id).toBe(bot.slack.userId);
    const view = JSON.parse(first.view ?? '{}');
    expect(view.type).toBe('home');
    expect(JSON.stringify(view)).toContain('Wed 10 July 2024, 17:00');
    expect(JSON.stringify(view)).toContain('Change 2B:2');
    expect(JSON.stringify(view)).toContain('1A:2 (Femi Example)');
    expect(second.view).toContain('🛑 Red');
  });

  it('takes a press in App Home and answers in the person’s own conversation', async () => {
    const { objectiveId, version } = await bot.world.guard('2B:2');
    const { channel: _, ...press } = buttonPayload(bot.slack, {
      trigger_id: 'home-press',
      response_url: undefined,
      container: { type: 'view', view_id: 'V0HOME' },
      view: { id: 'V0HOME', type: 'home' },
      actions: [
        {
          action_id: 'pap:1',
          block_id: 'pap:actions:0',
          action_ts: '1',
          value: JSON.stringify({ l: 'same 2B:2', o: objectiveId, v: version }),
        },
      ],
    });
    const before = await updates();

    await bot.signed.press(press);

    await eventually(async () => expect(await sentPrivately()).toContain('Recorded: 2B:2'));
    expect(await updates()).toBe(before + 1);
  });

  it('tells somebody who is not on the plan how to be put there', async () => {
    await openHome('U0STRANGER');

    await eventually(() => {
      const call = bot.slack.calls.find(({ args }) => args.user_id === 'U0STRANGER');
      expect(call?.args.view).toContain('I don’t know who you are on the plan');
    });
  });

  it('lets go of the messages tab and of forms that are not ours', async () => {
    const before = bot.slack.calls.length;
    const tab = await bot.signed.event({
      type: 'event_callback',
      team_id: bot.slack.teamId,
      event_id: 'Ev0MESSAGES',
      event: { type: 'app_home_opened', user: bot.slack.userId, tab: 'messages' },
    });
    const view = {
      id: 'V0',
      type: 'modal',
      callback_id: 'pap:form',
      private_metadata: 'x',
      blocks: [],
    };
    const foreign = await submit(view, []);

    expect(tab.status).toBe(200);
    expect(foreign).toBeNull();
    expect(bot.slack.calls).toHaveLength(before);
  });
});
