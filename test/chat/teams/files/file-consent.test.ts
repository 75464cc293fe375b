// Files of answers in Teams: who is offered one and where, what comes of a yes and of a no, and what may go wrong.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileNotes } from '../../../../src/chat/teams/files/hand-over.ts';
import { isInSharePoint, uploadFile } from '../../../../src/chat/teams/files/upload.ts';
import { LIMITS } from '../../../../src/chat/teams/render/limits.ts';
import { notes } from '../../../../src/chat/teams/send/reply.ts';
import type { Reply } from '../../../../src/core/request/app/inbound.ts';
import { type LocalOneDrive, startOneDrive } from '../../../support/teams/one-drive.ts';
import {
  type ActivityJson,
  type FixtureName,
  recorded,
  teamsIds,
} from '../../../support/teams/teams-activity.ts';
import { replyWith, startTeams, type TeamsHarness } from '../../../support/teams/teams-app.ts';

const consent = 'application/vnd.microsoft.teams.card.file.consent';
const info = 'application/vnd.microsoft.teams.card.file.info';
const line = 'admin export json';
const bytes = new TextEncoder().encode('{"the":"plan"}');
const file = { name: 'plan.json', mediaType: 'application/json', bytes, line };

let drive: LocalOneDrive;
let teams: TeamsHarness;
beforeAll(async () => {
  drive = await startOneDrive();
  teams = await startTeams({ fetch: drive.fetch });
});
afterAll(async () => {
  await teams.close();
  await drive.close();
});
beforeEach(() => {
  reset(teams);
  drive.uploads.length = 0;
});

function reset(harness: TeamsHarness): void {
  harness.connector.calls.length = 0;
  harness.handled.length = 0;
  harness.logged.length = 0;
  harness.book.rows.length = 0;
  harness.reply = withFile();
}

/** The person's own chat with the bot, as an earlier message taught it. */
function knowChat(): void {
  teams.book.rows.push({
    ...{ platform: 'teams', tenantId: teamsIds.tenant, kind: 'personal' },
    ...{ subjectId: teamsIds.person, conversationId: teamsIds.personalChat },
    ...{ serviceUrl: teams.connector.url, botId: teamsIds.bot },
  });
}

function withFile(changes: Partial<Reply> = {}): Reply {
  return replyWith({ files: [file], ...changes });
}

function activity(name: FixtureName, changes: object = {}): ActivityJson {
  return recorded(name, teams.connector.url, changes);
}

/** The answer to the offer, with changes to what it says. */
function answer(value: object = {}, changes: object = {}): ActivityJson {
  const sent = activity('file-consent', changes);
  return { ...sent, value: { ...sent.value, ...value } };
}

function posts(harness: TeamsHarness = teams): ActivityJson[] {
  return harness.connector.called(/^POST .*\/activities/).map(({ body }) => body);
}

const cardOf = (post: ActivityJson) => post?.attachments?.[0];
const texts = () => posts().map(({ text }) => text);
const everythingLogged = () => JSON.stringify(teams.logged);

describe('the offer of a file', () => {
  test('follows the answer in a personal chat, with the line and the person instead of the bytes', async () => {
    await teams.post(activity('personal-message'));

    const [said, offered, ...more] = posts();
    expect(cardOf(said).contentType).toBe('application/vnd.microsoft.card.adaptive');
    const context = { value: JSON.stringify({ l: line }), for: teamsIds.person };
    expect(cardOf(offered)).toEqual({
      contentType: consent,
      name: 'plan.json',
      content: {
        description:
          'Objective 2B:2 is green. Made anew when you allow it, and saved in your OneDrive.',
        sizeInBytes: bytes.length,
        acceptContext: context,
        declineContext: context,
      },
    });
    expect(more).toEqual([]);
  });

  test('goes into the asker’s own chat when they ask in a channel', async () => {
    knowChat();
    const sent = activity('channel-mention');

    await teams.post(sent);

    const own = `/v3/conversations/${teamsIds.personalChat}/activities`;
    const [said, offered, note, ...more] = teams.connector.called(/^POST/);
    expect([said?.path, offered?.path]).toEqual([own, own]);
    expect(cardOf(offered?.body).contentType).toBe(consent);
    expect(note?.path).toContain(sent.conversation.id);
    expect(note?.body.text).toBe(notes.answeredPrivately);
    expect(more).toEqual([]);
  });

  test('goes there too when the answer is for everybody', async () => {
    teams.reply = withFile({ audience: 'conversation' });

    await teams.post(activity('channel-mention'));

    const thread = posts().filter((post) => cardOf(post)?.contentType === consent);
    expect(thread).toHaveLength(1);
    expect(teams.connector.called(/^POST .*a:opened-.*\/activities/)).toHaveLength(1);
  });

  test.each([
    ['form', { form: [0, 0] }],
    ['button', {}],
  ])('follows the answer to a %s too', async (_what, more) => {
    const data = { value: JSON.stringify({ l: line }), ...more };
    const value = { action: { type: 'Action.Execute', verb: 'pap', data } };

    await teams.post(activity('execute-invoke', { value }));

    expect(posts().map((post) => cardOf(post)?.contentType)).toContain(consent);
  });

  test('is not lost in silence when there is no such chat: the thread says so, without content', async () => {
    teams.connector.fail({ on: /^POST \/v3\/conversations$/, status: 403 });

    await teams.post(activity('channel-mention'));

    expect(texts()).toEqual([notes.notReached]);
    expect(JSON.stringify(teams.connector.calls)).not.toContain('plan.json');
  });

  test('is explained when Teams does not take the card', async () => {
    knowChat();
    teams.reply = withFile({ audience: 'conversation' });
    teams.connector.fail({ on: /a:1fictional-personal-chat.*activities/, status: 400 });

    await teams.post(activity('channel-mention'));

    expect(texts()).toEqual([undefined, undefined, notes.fileNotOffered]);
  });

  test('is not made for what one upload cannot hold', async () => {
    const large = { ...file, bytes: new Uint8Array(LIMITS.uploadBytes + 1) };
    teams.reply = withFile({ files: [large] });

    await teams.post(activity('personal-message'));

    expect(texts()[1]).toContain('more than 50 MB');
    expect(JSON.stringify(posts())).not.toContain(consent);
  });

  test('is a command for the terminal in the demonstration, which has no buttons for such a card', async () => {
    const demo = await startTeams({ anonymous: true });
    demo.reply = withFile();

    await demo.post(recorded('personal-message', demo.connector.url), null);

    expect(posts(demo)[1]?.text).toBe(
      'This demonstration of Teams cannot take the file. In a terminal: npm run pap -- --demo --as YOUR.EMAIL admin export json',
    );
    await demo.close();
  });
});

describe('a yes', () => {
  test('makes the file anew as that person, puts its bytes in OneDrive and shows its card', async () => {
    const sent = answer();

    const response = await teams.post(sent);

    expect(response.status).toBe(200);
    expect(teams.handled).toMatchObject([
      {
        ...{ text: line, userId: teamsIds.person, platform: 'teams' },
        requestId: expect.stringContaining(sent.id),
      },
    ]);
    const [upload, ...more] = drive.uploads;
    expect(more).toEqual([]);
    expect(upload).toMatchObject({
      ...{ method: 'PUT', range: 'bytes 0-13/14', authorization: undefined },
      path: expect.stringContaining('uploadSession?guid='),
    });
    expect(upload?.bytes).toEqual(Buffer.from(bytes));
    expect(posts().map(cardOf)).toEqual([
      {
        ...{ contentType: info, name: 'plan.json' },
        contentUrl: sent.value.uploadInfo.contentUrl,
        content: { uniqueId: sent.value.uploadInfo.uniqueId, fileType: 'json' },
      },
    ]);
    expect(teams.connector.called(/^DELETE .*\/1767000000004$/)).toHaveLength(1);
  });

  test('has no second effect when Teams sends it again', async () => {
    const sent = answer();
    await teams.post(sent);
    // The application knows the request id; a repeat gets nothing.
    teams.reply = null;

    const response = await teams.post(sent);

    expect(response.status).toBe(200);
    expect(teams.handled[0]?.requestId).toBe(teams.handled[1]?.requestId);
    expect(drive.uploads).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ['is not the person’s', { from: { id: '29:another', aadObjectId: 'aad-another' } }],
    [
      'comes from a group',
      { conversation: { id: '19:x@thread.v2', conversationType: 'groupChat' } },
    ],
  ])('is nothing when it %s', async (_what, changes) => {
    await teams.post(answer({}, changes));

    expect(teams.handled).toEqual([]);
    expect(drive.uploads).toEqual([]);
    expect(texts()).toEqual([fileNotes.notYours]);
    expect(teams.logged).toContainEqual({
      ...{ level: 'warn', fields: { code: 'not-theirs' } },
      message: 'a file was asked for by somebody else',
    });
  });

  test.each([
    'https://evil.test/upload?tempAuth=fictional-secret',
    'https://sharepoint.com.evil.test/upload?tempAuth=fictional-secret',
    'https://evilsharepoint.com/upload?tempAuth=fictional-secret',
    'http://example-my.sharepoint.com/upload?tempAuth=fictional-secret',
    'https://example-my.sharepoint.com:8443/upload?tempAuth=fictional-secret',
    'https://evil.test#@example-my.sharepoint.com/?tempAuth=fictional-secret',
    'https://user@example-my.sharepoint.com/upload?tempAuth=fictional-secret',
    'https://169.254.169.254/?tempAuth=fictional-secret',
  ])('sends nothing to a forged place: %s', async (uploadUrl) => {
    const { uploadInfo } = activity('file-consent').value;

    await teams.post(answer({ uploadInfo: { ...uploadInfo, uploadUrl } }));

    expect(teams.handled).toEqual([]);
    expect(drive.uploads).toEqual([]);
    expect(texts()).toEqual([fileNotes.wrongPlace]);
    expect(everythingLogged()).toContain('not-sharepoint');
    expect(everythingLogged()).not.toContain('fictional-secret');
  });

  test('links to no forged place either', async () => {
    const { uploadInfo } = activity('file-consent').value;

    await teams.post(answer({ uploadInfo: { ...uploadInfo, contentUrl: 'https://evil.test/' } }));

    expect(texts()).toEqual([fileNotes.wrongPlace]);
  });

  test.each([
    ['is refused', { status: 403 }, 'http-403'],
    ['has expired', { status: 404 }, 'http-404'],
    ['fails', { status: 503 }, 'http-503'],
    ['wants more', { status: 202 }, 'http-202'],
    ['leads elsewhere', { status: 307, headers: { location: '/elsewhere' } }, 'http-307'],
    ['breaks off', { drop: true }, 'not-connected'],
  ])(
    'is told in one sentence when the upload %s, without the address',
    async (_what, fault, code) => {
      drive.fail(fault);

      const response = await teams.post(answer());

      expect(response.status).toBe(200);
      expect(drive.uploads).toHaveLength(1);
      expect(texts()).toEqual([
        'Not saved: OneDrive did not take the file. To ask again: admin export json',
      ]);
      expect(teams.connector.called(/^DELETE/)).toEqual([]);
      expect(teams.logged).toEqual([
        { level: 'warn', fields: { code }, message: 'a file did not reach OneDrive' },
      ]);
    },
  );

  test('gets the refusal when the person may no longer have it', async () => {
    teams.reply = replyWith({ outcome: 'refused', code: 'not-permitted' });

    await teams.post(answer());

    expect(drive.uploads).toEqual([]);
    expect(cardOf(posts()[0]).contentType).toBe('application/vnd.microsoft.card.adaptive');
  });

  test('says so when the line makes no file any more', async () => {
    teams.reply = replyWith();

    await teams.post(answer());

    expect(texts()).toEqual([fileNotes.gone(line)]);
  });

  test.each([
    ['a context that is not ours', { context: { value: 'x', for: teamsIds.person } }],
    ['no context', { context: undefined }],
    ['no place', { uploadInfo: undefined }],
  ])('is told that the offer cannot be read: %s', async (_what, value) => {
    await teams.post(answer(value));

    expect(drive.uploads).toEqual([]);
    expect(texts()).toEqual([fileNotes.unreadable]);
  });
});

describe('a no', () => {
  const no = { action: 'decline', uploadInfo: undefined };

  test('puts one sentence in the place of the card, however often it comes', async () => {
    const sent = answer(no);

    await teams.post(sent);
    await teams.post(sent);

    const changed = teams.connector.called(/^PUT .*\/1767000000004$/);
    expect(changed.map(({ body }) => body.text)).toEqual([
      fileNotes.declined(line),
      fileNotes.declined(line),
    ]);
    expect(posts()).toEqual([]);
    expect(teams.handled).toEqual([]);
    expect(drive.uploads).toEqual([]);
  });

  test('is said below when the card cannot be changed', async () => {
    teams.connector.fail({ on: /^PUT/, status: 404 });

    await teams.post(answer(no));

    expect(texts()).toEqual([fileNotes.declined(line)]);
  });

  test('is not anybody else’s to say', async () => {
    await teams.post(answer(no, { from: { id: '29:another', aadObjectId: 'aad-another' } }));

    expect(texts()).toEqual([fileNotes.notYours]);
    expect(teams.connector.called(/^PUT/)).toEqual([]);
  });
});

describe('with targeted replies', () => {
  test('answer and file go to the chat, and only the asker is told so in the channel', async () => {
    const targeted = await startTeams({ targetedReplies: true });
    targeted.reply = withFile();
    const sent = recorded('channel-mention', targeted.connector.url);
    sent.recipient = { ...sent.recipient, isTargeted: true };

    await targeted.post(sent);

    const inChannel = targeted.connector.called(/^POST .*thread\.tacv2.*\/activities/);
    expect(inChannel.map(({ body, query }) => [body.text, query])).toEqual([
      [notes.answeredPrivately, '?isTargetedActivity=true'],
    ]);
    expect(posts(targeted).map((post) => cardOf(post)?.contentType)).toContain(consent);
    await targeted.close();
  });
});

describe('uploadFile', () => {
  test.each([
    ['https://example-my.sharepoint.com/x', true],
    ['https://example.sharepoint.us/x', true],
    ['https://EXAMPLE.SharePoint.com/x', true],
    ['https://sharepoint.com/x', false],
    ['https://example.sharepoint.com./x', false],
    ['https://example.svc.ms/x', false],
    ['not an address', false],
  ])('goes to OneDrive for work alone: %s', (address, expected) => {
    expect(isInSharePoint(address)).toBe(expected);
  });

  test('gives up in time, and says so in a word', async () => {
    const given: RequestInit[] = [];
    const slow = (async (_url: string, init: RequestInit) => {
      given.push(init);
      throw new DOMException('too slow', 'TimeoutError');
    }) as typeof fetch;

    const problem = await uploadFile('https://example-my.sharepoint.com/x', bytes, slow);

    expect(problem).toBe('timeout');
    expect(given[0]).toMatchObject({ redirect: 'manual', signal: expect.any(AbortSignal) });
  });

  test('sends nothing that is too big', async () => {
    const never = (async () => {
      throw new Error('asked');
    }) as typeof fetch;
    const large = new Uint8Array(LIMITS.uploadBytes + 1);

    expect(await uploadFile('https://example-my.sharepoint.com/x', large, never)).toBe('too-big');
  });
});
