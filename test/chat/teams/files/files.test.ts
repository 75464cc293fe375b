import { expect, test } from 'vitest';
import { withFile } from '../../../../src/chat/teams/files/files.ts';
import { parseActivity } from '../../../../src/chat/teams/inbound/activity.ts';
import { parseMessage } from '../../../../src/chat/teams/inbound/inbound.ts';
import { recorded, teamsIds } from '../../../support/teams/teams-activity.ts';

function requestOf(changes: object = {}) {
  const activity = parseActivity(recorded('personal-file', 'https://smba.example', changes));
  const request =
    activity && parseMessage(activity, { tenantId: teamsIds.tenant, anonymous: false });
  if (!request) throw new Error('not read');
  return request;
}

test('a file comes with the words that were written with it, and is fetched without a token', async () => {
  const { inbound, file } = requestOf();
  const asked: unknown[] = [];
  const fetchFn = (async (url: string, init: RequestInit) => {
    asked.push([url, init.headers]);
    return new Response('Ref,RAG');
  }) as typeof fetch;

  const given = await withFile(inbound, file, fetchFn);

  expect(given).toEqual({
    ...inbound,
    file: { name: 'plan.csv', bytes: new TextEncoder().encode('Ref,RAG') },
  });
  expect(asked).toEqual([[expect.stringContaining('https://example-my.sharepoint.com/'), {}]]);
});

test.each([
  'https://evil.test/plan.csv',
  'https://sharepoint.com.evil.test/plan.csv',
  'https://evilsharepoint.com/plan.csv',
  'http://example.sharepoint.com/plan.csv',
])('an address that is not Microsoft’s is not asked: %s', async (downloadUrl) => {
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const attachments = [{ contentType, name: 'plan.csv', content: { downloadUrl } }];
  const { inbound, file } = requestOf({ attachments });
  const refuseAll = (async () => {
    throw new Error('asked');
  }) as typeof fetch;

  expect(await withFile(inbound, file, refuseAll)).toMatchObject({
    file: { name: 'plan.csv', problem: 'not-downloaded' },
  });
});

test('a file is only fetched for an import', async () => {
  const { inbound, file } = requestOf({ text: 'update 2B:2 amber see the file' });

  expect(await withFile(inbound, file)).toBe(inbound);
});
