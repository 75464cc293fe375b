// How often a command that people send all day goes to the database: each journey is part of what an answer costs.
import { Client } from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { describePlanOnBoth } from '../support/world/plan-suite.ts';
import { SLACK_TEAM, TEAMS_TENANT, terminalInbound, textOf } from '../support/world/plan-world.ts';

const ASHA_IN_TEAMS = '00000000-0000-4000-8000-000000000020';
const IN_CHANNEL = {
  platform: 'teams',
  tenantId: TEAMS_TENANT,
  conversation: { kind: 'channel', id: '19:right@thread.tacv2' },
} as const;

describePlanOnBoth('journeys to the database', (parts) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  // Who asks and whether it was answered; whether the plan's references are those in memory; what the line names; what
  // is owed; the update.
  it.each([
    'update 2B:2 amber 14 of 20 trained',
    'update 2B:2 amber week 4: as SEND-14, 1.2 and PA1.2a say, 3:1 staffed',
    'update 2B:2 green week 4: all of 2B:2.1 is done',
  ])('are five for an update: %s', async (line) => {
    const { world } = parts;
    await world.bindChannel('teams', 1, { channelId: IN_CHANNEL.conversation.id });
    await world.pap(ASHA_IN_TEAMS, 'help', IN_CHANNEL);
    const asked = vi.spyOn(Client.prototype, 'query');

    const reply = await world.pap(ASHA_IN_TEAMS, line, IN_CHANNEL);

    expect(textOf(reply)).toContain('Recorded');
    expect(asked).toHaveBeenCalledTimes(5);
  });

  it('are more where a channel takes no posts, so that the receipt can say why', async () => {
    const { world } = parts;
    await world.bindChannel('slack', 1, { name: 'right-support', channelId: 'C0RIGHT00' });
    await world.record.channels.markUnreachable(
      { platform: 'slack', tenantId: SLACK_TEAM, channelId: 'C0RIGHT00' },
      'is_archived',
      await world.clock.now(),
    );
    await world.pap(ASHA_IN_TEAMS, 'help', IN_CHANNEL);
    const asked = vi.spyOn(Client.prototype, 'query');

    const reply = await world.pap(ASHA_IN_TEAMS, 'update 2B:2 green all 20 trained', IN_CHANNEL);

    expect(textOf(reply)).toContain('right-support');
    expect(asked).toHaveBeenCalledTimes(6);
  });

  // The line that a sentence means costs what it costs typed in full, and what the sentence may name is one question more:
  // references, people, themes and one's own objectives.
  it.each([
    ['what do I need to do?', 'mine'],
    ['who is the owner of 2B:2 now, please?', 'show 2B:2'],
    ['which of them are overdue?', 'outstanding overdue'],
  ])('are one more for a sentence in own words than for its line: %s', async (sentence, line) => {
    const { world } = parts;
    // Connections are opened the first time.
    await world.pap(ASHA_IN_TEAMS, line, IN_CHANNEL);
    const asked = vi.spyOn(Client.prototype, 'query');
    await world.pap(ASHA_IN_TEAMS, line, IN_CHANNEL);
    const typed = asked.mock.calls.length;
    asked.mockClear();

    const reply = await world.pap(ASHA_IN_TEAMS, sentence, IN_CHANNEL);

    expect(textOf(reply)).toContain(`Read as /pap ${line}`);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(typed + 1);
  });

  // Who asks, what the sentence may name, and that it was answered.
  it('are three for a sentence that waits for a press', async () => {
    const { world } = parts;
    await world.pap(ASHA_IN_TEAMS, 'help', IN_CHANNEL);
    const asked = vi.spyOn(Client.prototype, 'query');

    const reply = await world.pap(ASHA_IN_TEAMS, 'please call 2B:2 amber', IN_CHANNEL);

    expect(textOf(reply)).toContain('update 2B:2 amber');
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('are one for a request that was answered before', async () => {
    const { world } = parts;
    const sent = terminalInbound(ASHA_IN_TEAMS, 'update 2B:2 amber 14 of 20 trained', IN_CHANNEL);
    await world.handle(sent);
    const asked = vi.spyOn(Client.prototype, 'query');

    expect(await world.handle(sent)).toBeNull();

    expect(asked).toHaveBeenCalledTimes(1);
  });
});
