// What the doctor makes of what it is told: one row for each answer, without asking anybody.
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { BOT_SCOPES } from '../../../src/chat/slack/manifest.ts';
import type { ServerFacts } from '../../../src/core/database/db/look-at-server.ts';
import {
  otherPlaceFinding,
  slackChannelFinding,
  teamsChannelFinding,
} from '../../../src/service/doctor/channels.ts';
import { clockFindings, compareClock } from '../../../src/service/doctor/clock.ts';
import { roleFindings, serverFindings } from '../../../src/service/doctor/database.ts';
import {
  exitCode,
  type Finding,
  mend,
  note,
  problemFinding,
  reportJson,
  reportText,
  unseen,
  well,
} from '../../../src/service/doctor/finding.ts';
import {
  type BoundChannel,
  holidayFinding,
  reachFinding,
} from '../../../src/service/doctor/plan.ts';
import { nodeFinding, readyFinding } from '../../../src/service/doctor/program.ts';
import { examineSettings } from '../../../src/service/doctor/settings.ts';
import { appTokenFinding, slackTokenFindings } from '../../../src/service/doctor/slack.ts';
import { placeFinding, teamsTokenFindings } from '../../../src/service/doctor/teams.ts';

const states = (findings: readonly Finding[]) =>
  findings.map(({ state, code }) => `${state} ${code}`);

describe('the list', () => {
  const ok = well('slack', 'a', 'Slack is well');
  const known = note('clock', 'b', 'Worth knowing');
  const wrong = mend('settings', 'c', 'PORT is wrong', 'Set it');
  const blind = unseen('teams', 'd', 'Teams was not looked at', 'Look again');

  it.each([
    [[], 0],
    [[ok, known], 0],
    [[ok, blind], 2],
    [[ok, blind, wrong], 1],
  ])('%j ends with %i', (findings, code) => {
    expect(exitCode(findings)).toBe(code);
    expect(JSON.parse(reportJson(findings))).toEqual({ exit: code, findings });
  });

  it('is said part by part, what is wrong first, each with its remedy', () => {
    const more = mend('slack', 'e', 'The token is refused', 'Copy it again');

    expect(reportText([ok, known, more, wrong])).toBe(`Settings
  MEND         PORT is wrong
               → Set it

Slack
  MEND         The token is refused
               → Copy it again
  ok           Slack is well

Clock
  note         Worth knowing

2 things to mend. Do what the arrows say, then run “npm run doctor” again.
`);
    expect(reportText([ok])).toContain('All is well.');
    expect(reportText([blind])).toContain('1 not checked.');
  });

  it.each([
    ['is missing: copy it, or leave it out', 'PORT is missing', 'Copy it, or leave it out'],
    ['is an id; copy the name: it is there', 'PORT is an id', 'Copy the name: it is there'],
    ['the database a at b:1 is gone: look', 'The database a at b:1 is gone (PORT)', 'Look'],
    [
      'set it to an address: https://x',
      'PORT can’t be used as it is',
      'Set it to an address: https://x',
    ],
    ['names another database', 'PORT can’t be used as it is', 'Names another database'],
  ])('parts %j into what is wrong and what to do', (fix, says, remedy) => {
    const finding = problemFinding('settings', 'x', { variable: 'PORT', fix });

    expect(finding).toMatchObject({ state: 'mend', says, remedy });
  });
});

describe('settings', () => {
  it('names each that is missing, and goes on', () => {
    const { findings, isRight } = examineSettings({
      PAP_PLATFORMS: 'slack',
      SLACK_TEAM_ID: 'T0FICTION1',
    });

    expect(states(findings).filter((one) => one.startsWith('mend'))).toEqual([
      'mend setting-SLACK_BOT_TOKEN',
      'mend setting-SLACK_SIGNING_SECRET',
    ]);
    expect(isRight('SLACK_TEAM_ID')).toBe(true);
    expect(isRight('SLACK_TEAM_ID', 'SLACK_BOT_TOKEN')).toBe(false);
  });

  it('asks about a name that is nearly one of ours, and not about those of the other mode', () => {
    const named = { SLACK_BOT_TOKENS: 'x', SLACK_APP_TOKEN: 'xapp-1', PAP_ELSE: 'y', PATH: '/bin' };
    const { findings } = examineSettings(named);
    const strange = findings.filter(({ code }) => code === 'setting-unknown');

    expect(strange.map(({ says }) => says.split(' ')[0])).toEqual(['SLACK_BOT_TOKENS', 'PAP_ELSE']);
    expect(strange[0]?.remedy).toBe('Did you mean SLACK_BOT_TOKEN?');
  });

  it('repeats no value but fixed words and numbers', () => {
    const { findings } = examineSettings({
      SLACK_BOT_TOKEN: 'xoxp-secret-1',
      SLACK_SIGNING_SECRET: 'secret-2',
      TEAMS_APP_PASSWORD: 'secret-3',
      DATABASE_URL: 'postgresql://pap:secret-4@db/pap',
      PAP_MIGRATION_DATABASE_URL: 'mysql://owner:secret-5@db/pap',
      PAP_OPERATORS: 'secret-6@example.org, other@example.org',
      SLACK_API_URL: 'https://secret-7.example',
      HOST: 'secret-8 host',
      PORT: 'secret-9',
      PAP_UNKNOWN: 'secret-10',
      LOG_LEVEL: 'debug',
    });
    const said = reportText(findings) + reportJson(findings);

    expect(said).not.toMatch(/secret-|example\.org/);
    expect(said).toContain('LOG_LEVEL is set (debug)');
    expect(said).toContain('PAP_OPERATORS names 2');
  });
});

describe('Slack', () => {
  const team = {
    kind: 'accepted',
    teamId: 'T0FICTION1',
    teamName: 'Fiction',
    isBot: true,
  } as const;
  const token = (change: object) =>
    states(slackTokenFindings({ ...team, scopes: [...BOT_SCOPES], ...change }, 'T0FICTION1'));

  it.each([
    [{}, ['well slack-token', 'well slack-team', 'well slack-scopes']],
    [{ isBot: false }, ['mend slack-token-kind', 'well slack-team', 'well slack-scopes']],
    [{ teamId: 'T0OTHER001' }, ['well slack-token', 'mend slack-team-other', 'well slack-scopes']],
    [{ scopes: null }, ['well slack-token', 'well slack-team', 'unseen slack-scopes-unknown']],
    [
      { scopes: ['commands', 'groups:read'] },
      [
        'well slack-token',
        'well slack-team',
        'mend slack-scopes-missing',
        'note slack-scopes-more',
      ],
    ],
  ])('a token that is taken, with %j', (change, expected) => {
    expect(token(change)).toEqual(expected);
  });

  it('names every permission that is missing', () => {
    const scopes = BOT_SCOPES.filter((one) => !/^files|^im:w/.test(one));
    const [, , missing] = slackTokenFindings({ ...team, scopes }, 'T0FICTION1');

    expect(missing?.says).toBe('The token lacks files:read, files:write, im:write');
  });

  it('tells a refusal from no answer', () => {
    const refused = { kind: 'refused', code: 'token_revoked' } as const;
    const silent = { kind: 'unreachable', code: 'ENOTFOUND' } as const;

    expect(states(slackTokenFindings(refused, null))).toEqual(['mend slack-token-refused']);
    expect(states(slackTokenFindings(silent, null))).toEqual(['unseen slack-unreachable']);
    expect(states([appTokenFinding(refused), appTokenFinding(silent)])).toEqual([
      'mend slack-app-token-refused',
      'unseen slack-unreachable',
    ]);
    expect(appTokenFinding({ kind: 'accepted' }).state).toBe('well');
  });
});

describe('Teams', () => {
  const heard = { date: null, sentAt: 0, answeredAt: 0 };

  it.each([
    [7_000_215, 'teams-secret-wrong'],
    [7_000_222, 'teams-secret-ended'],
    [700_016, 'teams-app-unknown'],
    [90_002, 'teams-tenant-unknown'],
    [7_000_112, 'teams-app-off'],
    [50_034, 'teams-sign-in-refused'],
    [null, 'teams-sign-in-refused'],
  ])('says what AADSTS%s means', (code, expected) => {
    const findings = teamsTokenFindings({ kind: 'refused', code, heard }, 'tenant');

    expect(states(findings)).toEqual([`mend ${expected}`]);
  });

  it('tells a token from no answer, and one address from another', () => {
    const silent = { kind: 'unreachable', code: 'timeout' } as const;

    expect(states(teamsTokenFindings({ kind: 'accepted', heard }, 'tenant'))).toEqual([
      'well teams-token',
      'well teams-tenant',
    ]);
    expect(states(teamsTokenFindings(silent, 'tenant'))).toEqual(['unseen teams-unreachable']);
    expect(placeFinding('https://a.example/b', 'to write', null)).toMatchObject({ state: 'well' });
    expect(placeFinding('https://a.example/b', 'to write', 'timeout')).toMatchObject({
      state: 'unseen',
      says: 'a.example doesn’t answer (timeout); PAP needs it to write',
    });
  });
});

describe('channels', () => {
  const channel: BoundChannel = {
    ...({ platform: 'slack', tenantId: 'T1', channelId: 'C1' } as const),
    ...{ name: 'send-theme-1', serviceUrl: null },
  };
  const inSlack = (look: Parameters<typeof slackChannelFinding>[1]) =>
    slackChannelFinding(channel, look);
  const inTeams = (look: Parameters<typeof teamsChannelFinding>[1]) =>
    teamsChannelFinding(channel, look);

  it.each([
    [inSlack({ kind: 'in' }), 'well channel-open'],
    [inSlack({ kind: 'open' }), 'well channel-open'],
    [inSlack({ kind: 'closed', code: 'channel_not_found' }), 'mend channel-closed'],
    [inSlack({ kind: 'closed', code: 'missing_scope' }), 'unseen channel-unknown'],
    [inSlack({ kind: 'unreachable', code: 'timeout' }), 'unseen channel-unknown'],
    [inTeams({ kind: 'in' }), 'well channel-open'],
    [inTeams({ kind: 'closed', code: 'http-403' }), 'mend channel-closed'],
    [inTeams({ kind: 'unreachable', code: 'timeout' }), 'unseen channel-unknown'],
    [otherPlaceFinding(channel, null), 'note channel-platform-off'],
    [otherPlaceFinding(channel, 'T2'), 'mend channel-elsewhere'],
  ])('%o', (finding, expected) => {
    expect(states([finding])).toEqual([expected]);
    expect(finding.says).toContain('send-theme-1');
  });
});

describe('the clock', () => {
  it.each([
    [0, 'well clock-right', 'agrees'],
    [-4_000, 'well clock-right', 'agrees'],
    [30_000, 'note clock-off', '30 seconds ahead of'],
    [-600_000, 'mend clock-wrong', '10 minutes behind'],
    [21_600_000, 'mend clock-wrong', '6 hours ahead of'],
  ])('%i ms off', (aheadMs, expected, words) => {
    const findings = clockFindings([{ whose: 'Slack', aheadMs }]);

    expect(states(findings)).toEqual([expected]);
    expect(findings[0]?.says).toContain(words);
  });

  it('is read from the date of an answer, which has whole seconds', () => {
    const date = 'Mon, 30 Nov 2026 10:00:00 GMT';
    const at = Date.parse(date);

    expect(compareClock('Slack', date, at + 1_000, at + 2_000)?.aheadMs).toBe(1_000);
    expect(compareClock('Slack', null, at, at)).toBeNull();
    expect(compareClock('Slack', 'yesterday', at, at)).toBeNull();
  });
});

describe('the database', () => {
  const facts: ServerFacts = {
    ...{ version: '17.2', major: 17, encoding: 'UTF8', standby: false, role: 'pap_bot' },
    ...{ superuser: false, owns: false, mayCreate: false, epochMs: 0 },
  };
  const owner = (change: Partial<ServerFacts>, mayUse = true) =>
    ({
      kind: 'known',
      facts: { ...facts, owns: true, mayCreate: true, ...change },
      mayUse,
    }) as const;

  it.each([
    [{}, ['well database-version']],
    [{ major: 14, version: '14.9' }, ['note database-version-old']],
    [{ encoding: 'SQL_ASCII' }, ['well database-version', 'mend database-encoding']],
    [{ standby: true }, ['well database-version', 'mend database-standby']],
  ])('is looked at for %j', (change, expected) => {
    expect(states(serverFindings({ ...facts, ...change }))).toEqual(expected);
  });

  it.each([
    ['one role that owns', { owns: true }, null, 'note roles-one'],
    ['one superuser', { superuser: true }, null, 'note roles-one'],
    ['one role that owns nothing', {}, null, 'note roles-no-owner'],
    ['two roles', {}, owner({}), 'well roles-two'],
    ['two roles before the first start', {}, owner({}, false), 'note roles-rights'],
    ['a bot that owns too', { owns: true }, owner({}), 'mend roles-same'],
    ['an owner that owns nothing', {}, owner({ owns: false }), 'mend roles-owner'],
    ['an owner that may make no tables', {}, owner({ mayCreate: false }), 'mend roles-create'],
  ])('tells %s', (_name, change, asOwner, expected) => {
    expect(states(roleFindings({ ...facts, ...change }, asOwner))).toEqual([expected]);
  });
});

describe('the rest', () => {
  const person = { name: 'Nadia Khan', email: 'n@example.org', organisation: 'O' };
  const reached = { ...person, reach: { kind: 'reached' }, owns: [] } as never;
  const silent = (owns: string[]) => ({ ...person, reach: { kind: 'unlinked' }, owns }) as never;

  it('counts people and names none', () => {
    expect(reachFinding('Vale', [reached])).toMatchObject({
      state: 'well',
      says: 'Vale: 1 of 1 person can be reached',
    });
    const some = reachFinding('Vale', [reached, silent(['1.2']), silent([])]);

    expect(some).toMatchObject({
      state: 'note',
      says: 'Vale: 1 of 3 people can be reached; 1 of the others owns part of the plan',
    });
    expect(JSON.stringify(some)).not.toMatch(/example\.org|Nadia/);
  });

  it('wants bank holidays for a year', () => {
    const at = (day: string) => Temporal.Instant.from(`${day}T12:00:00Z`);

    expect(holidayFinding(at('2026-11-30')).state).toBe('well');
    expect(holidayFinding(at('2035-02-01')).state).toBe('mend');
  });

  it.each([
    ['20.19.0', 'well'],
    ['20.18.3', 'mend'],
    ['21.7.0', 'mend'],
    ['22.12.1', 'well'],
    ['25.0.0', 'well'],
  ])('Node.js %s', (version, state) => {
    expect(nodeFinding(version, '^20.19.0 || ^22.12.0 || >=24').state).toBe(state);
  });

  it.each([
    [{ ready: true, phase: 'running', checks: {} }, 'well bot-ready'],
    [{ ready: false, phase: 'starting', checks: {} }, 'note bot-not-yet'],
    [
      { ready: false, phase: 'running', checks: { queue: 'failed', database: 'ok' } },
      'mend bot-not-ready',
    ],
  ])('a bot that answers %j', (readiness, expected) => {
    expect(states([readyFinding(readiness)])).toEqual([expected]);
  });
});
