// Activities as Teams sends them, from the recorded fixtures, with a test's own text or press in them.
import { readFileSync } from 'node:fs';

export const teamsIds = {
  tenant: '7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11',
  appId: '3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  bot: '28:3d9a1f60-6f0b-4f0c-8a41-9f2b7c5d8e02',
  person: 'c1d2e3f4-0000-4000-8000-00000000a001',
  personAccount: '29:1fictional-account-of-robin',
  personalChat: 'a:1fictional-personal-chat',
  channel: '19:fictional-board@thread.tacv2',
} as const;

export type FixtureName =
  | 'personal-message'
  | 'channel-mention'
  | 'execute-invoke'
  | 'submit-message'
  | 'personal-file'
  | 'file-consent';

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever part of the JSON it is about
export type ActivityJson = any;

/** A recorded activity whose answers go to `serviceUrl`; every call has its own activity id. */
export function recorded(
  name: FixtureName,
  serviceUrl: string,
  changes: object = {},
): ActivityJson {
  const file = new URL(`../../fixtures/teams/${name}.json`, import.meta.url);
  const activity = JSON.parse(readFileSync(file, 'utf8')) as object;
  return { ...activity, serviceUrl, id: nextId(), ...changes };
}

let lastId = 1_767_000_000_000;

function nextId(): string {
  lastId += 1;
  return String(lastId);
}
