// The same words from Slack and from Teams, recorded payloads through the real libraries, leave
// identical rows and are told to both platforms.
import { expect, it } from 'vitest';
import { describeOnBothDatabases, type Harness } from '../support/database/database-harness.ts';
import { slashPayload } from '../support/slack/slack-payloads.ts';
import { recorded } from '../support/teams/teams-activity.ts';
import { startWholeBot, type WholeBot } from '../support/world/whole-bot.ts';

const LINE = 'update 2B:2 amber 14 of 20 named workers trained';

describeOnBothDatabases('one update, two doors', (harness) => {
  it('leaves identical rows from a Slack slash command and a Teams message', async () => {
    const fromSlack = await play(harness, async ({ signed, slack }) => {
      const answer = await signed.slash(slashPayload(slack, { text: LINE }));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('🛑 Red → 🔶 Amber');
    });

    const fromTeams = await play(harness, async ({ teams, connector }) => {
      const answer = await teams(recorded('personal-message', connector.url, { text: LINE }));
      expect(answer.status).toBe(200);
      const receipt = connector.called(/POST .*a:1fictional-personal-chat\/activities/)[0];
      expect(JSON.stringify(receipt?.body)).toContain('🛑 Red → 🔶 Amber');
    });

    expect(fromSlack.rows).toEqual(fromTeams.rows);
    expect(fromSlack.rows.update).toMatchObject({
      kind: 'update',
      fromRag: 'red',
      toRag: 'amber',
      words: { note: '14 of 20 named workers trained' },
      version: 2,
      late: false,
    });
    expect(fromSlack.rows.told).toHaveLength(2);
    expect(fromSlack.posts).toEqual(fromTeams.posts);
    expect(fromSlack.posts).toEqual({ slack: 1, teams: 1 });
  });
});

/** Plays one request on a fresh record and reads back what it left, without ids. */
async function play(harness: Harness, request: (bot: WholeBot) => Promise<void>) {
  await harness.reset();
  const bot = await startWholeBot(harness);
  try {
    await request(bot);
    await bot.settled();
    return { rows: await readRows(harness), posts: countPosts(bot) };
  } finally {
    await bot.close();
  }
}

async function readRows({ prisma }: Harness) {
  const update = await prisma.objectiveEntry.findFirstOrThrow({
    where: { kind: 'update' },
    select: {
      kind: true,
      fromRag: true,
      toRag: true,
      words: { select: { note: true } },
      version: true,
      late: true,
      at: true,
      author: { select: { key: true } },
      objective: { select: { ref: true, rag: true, version: true } },
      cycle: { select: { meeting: { select: { heldOn: true } } } },
      answered: { select: { answeredAt: true, objective: { select: { ref: true } } } },
    },
  });
  // A start on a Monday also looks after the week's digests, and tells the office of one that did not arrive. Neither is
  // part of the update, which channels are told of.
  const told = await prisma.notification.findMany({
    where: { kind: { not: 'digest' }, channelBindingId: { not: null } },
    select: {
      kind: true,
      payload: true,
      state: true,
      sentVia: true,
      channel: { select: { platform: true, name: true } },
    },
    orderBy: { channel: { platform: 'asc' } },
  });
  const count = await prisma.objectiveEntry.count({ where: { kind: { not: 'published' } } });
  return { update, told, count };
}

function countPosts({ slack, connector }: WholeBot) {
  const mentions = (text: string | undefined) => text?.includes('14 of 20 named workers trained');
  return {
    slack: slack.calls.filter(
      ({ method, args }) =>
        method === 'chat.postMessage' && args.channel === slack.channelId && mentions(args.text),
    ).length,
    teams: connector
      .called(/^POST \/v3\/conversations$/)
      .filter(({ body }) => mentions(JSON.stringify(body))).length,
  };
}
