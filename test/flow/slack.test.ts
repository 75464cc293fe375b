// Slack from its own side: signed requests to the real Bolt receiver of the whole bot, and what then
// stands in the record and in the channels.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnDatabase } from '../support/database/database-harness.ts';
import { eventually } from '../support/process/eventually.ts';
import {
  buttonPayload,
  directPayload,
  formPayload,
  mentionPayload,
  slashPayload,
} from '../support/slack/slack-payloads.ts';
import { startWholeBot, type WholeBot } from '../support/world/whole-bot.ts';

describeOnDatabase('embedded', 'the whole bot in Slack', (harness) => {
  let bot: WholeBot;
  beforeAll(async () => {
    bot = await startWholeBot(harness);
  });
  afterAll(() => bot.close());

  const updates = () =>
    harness.prisma.objectiveEntry.count({ where: { kind: { not: 'published' } } });
  const slash = (text: string, trigger: string) =>
    bot.signed.slash(slashPayload(bot.slack, { text, trigger_id: trigger }));

  it('links the person by verified e-mail at the first word', async () => {
    const answer = await slash('whoami', 'trigger-1');

    expect(answer.text).toContain('You are Asha Example');
    const accounts = await harness.prisma.platformAccount.findMany({
      where: { userId: bot.slack.userId },
    });
    expect(accounts).toHaveLength(1);
  });

  it('records a slash command and answers in the acknowledgement, for its author alone', async () => {
    const before = await updates();

    const answer = await slash('update 2b2 amber 14 of 20 named workers trained', 'trigger-2');

    const body = JSON.parse(answer.text);
    expect(answer.status).toBe(200);
    expect(body.response_type).toBe('ephemeral');
    expect(body.text).toContain('Recorded: 2B:2');
    expect(body.text).toContain('Right Support (Teams), send-theme-1 (Slack)');
    expect(await updates()).toBe(before + 1);
  });

  it('changes nothing when the very same request is replayed', async () => {
    await slash('update 2B:2 red two trainers have left', 'trigger-3');
    const before = await updates();

    const replay = await bot.signed.replay();

    expect(replay.status).toBe(200);
    expect(await updates()).toBe(before);
  });

  it('answers a mention to its author alone and changes nothing on Slack’s retry', async () => {
    const mention = mentionPayload(bot.slack, {
      text: '<@U0PAPBOT01> update 2B:2 amber 15 of 20 trained',
    });
    const before = await updates();

    const first = await bot.signed.event({ ...mention, event_id: 'Ev0MENTION1' });
    await eventually(() => {
      const private_ = bot.slack.calls.find(({ method }) => method === 'chat.postEphemeral');
      expect(private_?.args).toMatchObject({
        channel: bot.slack.channelId,
        user: bot.slack.userId,
      });
    });
    const retry = await bot.signed.retry({ ...mention, event_id: 'Ev0MENTION1' }, 1);

    expect([first.status, retry.status]).toEqual([200, 200]);
    expect(await updates()).toBe(before + 1);
    expect(bot.slack.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
  });

  it('answers a direct message in the conversation', async () => {
    const opened = await harness.store.listByWorkspace('slack', bot.slack.teamId);
    expect(opened.map(({ key }) => key)).toEqual(['oxfordshire']);

    await bot.signed.event({
      ...directPayload(bot.slack, 'D0CHAT0001', { text: 'show 2B:2' }),
      event_id: 'Ev0DIRECT01',
    });

    await eventually(() => {
      const posts = bot.slack.calls.filter(
        ({ method, args }) => method === 'chat.postMessage' && args.channel === 'D0CHAT0001',
      );
      expect(posts[0]?.args.text).toContain('Named workers identified');
    });
  });

  it('chases by a direct message whose buttons really update', async () => {
    bot.world.at('2024-07-01T10:00');
    const today = (await bot.world.clock.now()).toZonedDateTimeISO('Europe/London').toPlainDate();
    const [cycle] = await bot.world.record.cycles.listFrom(today);
    const objective = await harness.prisma.objective.findFirstOrThrow({ where: { ref: '1A:1' } });
    const asha = await harness.prisma.person.update({
      where: {
        partnershipId_key: { partnershipId: bot.world.partnership.id, key: 'asha' },
      },
      data: { preferredPlatform: 'slack' },
    });
    const chase = {
      kind: 'chase' as const,
      cycleId: cycle?.id ?? '',
      step: 'open' as const,
      objectiveIds: [objective.id],
    };
    const createdAt = await bot.world.clock.now();
    await bot.world.record.transaction(({ notifications }) =>
      notifications.enqueue([
        {
          kind: 'chase',
          dedupeKey: 'chase:flow',
          target: { personId: asha.id },
          payload: chase,
          createdAt,
        },
      ]),
    );
    await bot.settled();
    const sent = bot.slack.calls.findLast(({ args }) =>
      args.text?.includes('1 return to give by Wed 10 July 2024, 17:00'),
    );
    const press = buttonOf(sent?.args.blocks, 'Same 1A:1');
    const before = await updates();

    const answer = await bot.signed.press(
      buttonPayload(bot.slack, { trigger_id: 'trigger-4', actions: [press] }),
    );
    const again = await bot.signed.press(
      buttonPayload(bot.slack, { trigger_id: 'trigger-5', actions: [press] }),
    );

    expect([answer.status, again.status]).toEqual([200, 200]);
    expect(await updates()).toBe(before + 1);
    await eventually(() => {
      expect(bot.slack.responses.some((body) => String(body.text).includes('Recorded: 1A:1'))).toBe(
        true,
      );
      expect(
        bot.slack.responses.some((body) =>
          String(body.text).includes('You have already answered for 1A:1'),
        ),
      ).toBe(true);
    });
  });

  it('runs no handler for a bad, missing or old signature', async () => {
    const before = await bot.world.footprint();
    const request = slashPayload(bot.slack, {
      text: 'update 2B:2 green all done',
      trigger_id: 'trigger-6',
    });

    const answers = [
      await bot.signed.slash(request, { secret: 'not-the-secret' }),
      await bot.signed.slash(request, { unsigned: true }),
      await bot.signed.slash(request, { secondsOld: 360 }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(await bot.world.footprint()).toEqual(before);
    expect(
      await harness.prisma.answeredRequest.count({ where: { requestId: 'slack:cmd:trigger-6' } }),
    ).toBe(0);
  });

  it('says what is missing when a form comes back empty, and records nothing', async () => {
    const before = await updates();
    const answers = bot.slack.responses.length;
    await slash('update 2B:2', 'trigger-too-late-for-a-modal');
    await eventually(() => expect(bot.slack.responses).toHaveLength(answers + 1));
    const submit = buttonOf(JSON.stringify(bot.slack.responses.at(-1)?.blocks), 'Save');

    await bot.signed.press(
      formPayload(bot.slack, bot.slack.channelId, {
        trigger_id: 'trigger-8',
        actions: [submit],
        state: { values: {} },
      }),
    );

    await eventually(() => expect(bot.slack.responses).toHaveLength(answers + 2));
    expect(bot.slack.responses.at(-1)?.text).toContain('Update 2B:2');
    expect(await updates()).toBe(before);
  });
});

/** The button with a label, as Slack would send its press. */
function buttonOf(blocks: string | undefined, label: string) {
  const elements = (
    JSON.parse(blocks ?? '[]') as {
      elements?: { action_id?: string; value?: string; text?: { text?: string } }[];
    }[]
  ).flatMap(({ elements = [] }) => elements);
  const button = elements.find(({ text }) => text?.text === label);
  if (!button) throw new Error(`no button ${label}`);
  return {
    type: 'button',
    action_id: button.action_id,
    block_id: 'b',
    value: button.value,
    action_ts: '1.0',
  };
}
