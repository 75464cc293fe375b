// Accounts as Slack knows them.
import { describe, expect, test } from 'vitest';
import { createSlackDirectory, parseEntry } from '../../../../src/chat/slack/inbound/directory.ts';
import { recordingLog } from '../../../support/slack/slack-app-harness.ts';
import { startLocalSlack } from '../../../support/slack/slack-emulator.ts';

const TEAM = 'T0FICTION1';
const member = { team_id: TEAM, deleted: false, profile: { email: 'Casey@Partnership.example ' } };

describe('parseEntry', () => {
  test('gives the address in lower case', () => {
    expect(parseEntry(member, TEAM)).toEqual({
      email: 'casey@partnership.example',
      kind: 'member',
      active: true,
    });
  });

  test.each([
    ['a guest of several channels', 'several_channels', { is_restricted: true }],
    // Slack marks a guest of one channel as both.
    ['a guest of one channel', 'one_channel', { is_restricted: true, is_ultra_restricted: true }],
    ['a stranger in a shared channel', 'other_organisation', { is_stranger: true }],
    ['a person of another workspace', 'other_organisation', { team_id: 'T0ANOTHER1' }],
  ])('calls %s a guest, and says which kind', (_, kind, more) => {
    const profile = { ...member.profile, real_name: ' Vic Visitor ' };

    expect(parseEntry({ ...member, profile, ...more }, TEAM)).toEqual({
      ...{ email: 'casey@partnership.example', kind: 'guest', active: true },
      guest: {
        ...{ kind, name: 'Vic Visitor' },
        ...(kind === 'other_organisation' && { outsideTenantId: { ...member, ...more }.team_id }),
      },
    });
  });

  test('calls a program a bot', () => {
    expect(parseEntry({ ...member, is_bot: true }, TEAM)?.kind).toBe('bot');
  });

  test('says when an account was closed', () => {
    expect(parseEntry({ ...member, deleted: true }, TEAM)?.active).toBe(false);
  });

  test('has no address when Slack shows none', () => {
    expect(parseEntry({ team_id: TEAM, profile: {} }, TEAM)?.email).toBeNull();
  });

  test('knows nothing when the answer makes no sense', () => {
    expect(parseEntry(undefined, TEAM)).toBeNull();
  });
});

describe('the directory', () => {
  const access = { botToken: 'xoxb-fictional', teamId: TEAM, log: recordingLog([]) };

  test('looks accounts up with the bot’s scopes', async () => {
    const slack = await startLocalSlack();
    const directory = createSlackDirectory({
      ...access,
      botToken: slack.botToken,
      teamId: slack.teamId,
      slackApiUrl: slack.apiUrl,
    });

    const known = await directory.lookUp(slack.teamId, slack.userId);
    const bot = await directory.lookUp(slack.teamId, slack.botUserId);
    const unknown = await directory.lookUp(slack.teamId, 'U0NOBODY01');
    await slack.close();

    expect(known?.email).toBe('casey.example@partnership.example');
    expect(bot?.kind).toBe('bot');
    expect(unknown).toBeNull();
  });

  test('does not ask about another workspace', async () => {
    const fetch = async () => {
      throw new Error('asked');
    };

    expect(await createSlackDirectory({ ...access, fetch }).lookUp('T0ANOTHER1', 'U1')).toBeNull();
  });

  test('does not take a fault of Slack’s for an unknown account', async () => {
    const fetch = async () => Response.json({ ok: false, error: 'missing_scope' });

    await expect(createSlackDirectory({ ...access, fetch }).lookUp(TEAM, 'U1')).rejects.toThrow(
      'missing_scope',
    );
  });
});
