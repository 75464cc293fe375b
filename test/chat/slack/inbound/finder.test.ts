// People asked of Slack by their addresses, at the pace that Slack allows.
import { describe, expect, test } from 'vitest';
import { createSlackFinder } from '../../../../src/chat/slack/inbound/finder.ts';
import type { Found, PaceLimit } from '../../../../src/core/request/app/chat-ports.ts';
import { recordingLog } from '../../../support/slack/slack-app-harness.ts';
import { startLocalSlack } from '../../../support/slack/slack-emulator.ts';

const TEAM = 'T0FICTION1';
const access = { botToken: 'xoxb-fictional', teamId: TEAM, log: recordingLog([]) };

/** A pace that lets so many through. */
function paceOf(slots: number) {
  const held: number[] = [];
  let left = slots;
  return {
    held,
    async take(_limits: readonly PaceLimit[]) {
      left -= 1;
      return left >= 0 ? 0 : 1_500;
    },
    async holdUp(_limit: PaceLimit, forMs: number) {
      held.push(forMs);
    },
  };
}

async function all(found: AsyncIterable<Found>): Promise<Found[]> {
  const list: Found[] = [];
  for await (const one of found) list.push(one);
  return list;
}

/** Answers with these bodies, in turn. */
function answering(...bodies: readonly object[]): typeof fetch {
  const left = [...bodies];
  return async () => Response.json(left.shift() ?? { ok: false, error: 'asked_too_often' });
}

describe('Slack’s finder', () => {
  test('finds a member with the bot’s scopes, and nobody by an address that Slack does not know', async () => {
    const slack = await startLocalSlack({ emails: ['sam@partnership.example'] });
    const finder = createSlackFinder(
      {
        ...access,
        ...{ botToken: slack.botToken, teamId: slack.teamId, slackApiUrl: slack.apiUrl },
      },
      paceOf(9),
    );

    const found = await all(
      finder.find(slack.teamId, ['sam@partnership.example', 'nobody@partnership.example']),
    );
    await slack.close();

    const email = 'sam@partnership.example';
    expect(found).toEqual([
      {
        email,
        accounts: [{ userId: slack.users.get(email), email, kind: 'member', active: true }],
      },
      { email: 'nobody@partnership.example', accounts: [] },
    ]);
  });

  test('leaves the rest for another time when its pace says so', async () => {
    const user = { id: 'U1', team_id: TEAM, profile: { email: 'a@b.example' } };
    const fetch = answering({ ok: true, user }, { ok: true, user });
    const finder = createSlackFinder({ ...access, fetch }, paceOf(2));

    const found = await all(finder.find(TEAM, ['a@b.example', 'c@b.example', 'd@b.example']));

    expect(found.map(({ email }) => email)).toEqual(['a@b.example', 'c@b.example']);
  });

  test('waits as long as Slack says, and so does every process', async () => {
    const pace = paceOf(9);
    const fetch = async () => Response.json({}, { status: 429, headers: { 'retry-after': '30' } });
    const finder = createSlackFinder({ ...access, fetch }, pace);

    expect(await all(finder.find(TEAM, ['a@b.example', 'c@b.example']))).toEqual([]);
    expect(pace.held).toEqual([30_000]);
  });

  test('says when the app may not look people up', async () => {
    const fetch = answering({ ok: false, error: 'missing_scope' });
    const finder = createSlackFinder({ ...access, fetch }, paceOf(9));

    await expect(all(finder.find(TEAM, ['a@b.example']))).rejects.toMatchObject({
      name: 'FinderStopped',
      problem: 'no-scope',
    });
  });

  test('does not take a fault of Slack’s for an unknown address', async () => {
    const fetch = answering({ ok: false, error: 'internal_error' });
    const finder = createSlackFinder({ ...access, fetch }, paceOf(9));

    await expect(all(finder.find(TEAM, ['a@b.example']))).rejects.toThrow('internal_error');
  });

  test('asks nothing of another workspace', async () => {
    const fetch = answering();
    const finder = createSlackFinder({ ...access, fetch }, paceOf(9));

    expect(await all(finder.find('T0ANOTHER1', ['a@b.example']))).toEqual([]);
  });
});
