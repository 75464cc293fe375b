// The whole Teams side on 127.0.0.1 for tests: the real router and library, a fake connector, a
// pretend sign-in, and a handler that records what reaches it.

import type { AddressInfo } from 'node:net';
import express from 'express';
import { createTeamsApp } from '../../../src/chat/teams/inbound/app.ts';
import { connectTeams, type TeamsConnection } from '../../../src/chat/teams/inbound/connection.ts';
import { type Message, paragraph } from '../../../src/core/message/messages/message.ts';
import type { Inbound, Reply } from '../../../src/core/request/app/inbound.ts';
import { type ActivityJson, teamsIds } from './teams-activity.ts';
import { createMemoryBook, type MemoryBook } from './teams-book.ts';
import { type FakeConnector, startConnector } from './teams-connector.ts';
import {
  type FakeIdentity,
  FixedCredentials,
  goodClaims,
  startIdentity,
} from './teams-identity.ts';

export type TeamsHarness = {
  readonly connector: FakeConnector;
  readonly identity: FakeIdentity;
  readonly connection: TeamsConnection;
  readonly book: MemoryBook;
  /** What reached the application. */
  readonly handled: Inbound[];
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[];
  /** What the next requests are answered with, until changed. */
  reply: Reply | null;
  readonly url: string;
  /** Posts an activity with a good token; `authorization` overrides it, null leaves it out. */
  post(activity: ActivityJson, authorization?: string | null): Promise<Response>;
  close(): Promise<void>;
};

export const secretAnswer: Message = {
  title: 'Objective 2B:2 is green',
  blocks: [paragraph('14 of 20 named workers trained')],
};

export function replyWith(changes: Partial<Reply> = {}): Reply {
  return { message: secretAnswer, audience: 'private', outcome: 'done', ...changes };
}

export async function startTeams(
  options: {
    targetedReplies?: boolean;
    anonymous?: boolean;
    fetch?: typeof fetch;
    /** Other tenants whose people are let in. */
    allowed?: ReadonlySet<string>;
  } = {},
): Promise<TeamsHarness> {
  const connector = await startConnector();
  const identity = await startIdentity();
  const connection = options.anonymous
    ? connectTeams({ anonymous: true, tenantId: teamsIds.tenant })
    : connectToFakes(connector, identity);
  const book = createMemoryBook();
  const handled: Inbound[] = [];
  const logged: TeamsHarness['logged'] = [];
  const note = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  const harness: { reply: Reply | null } = { reply: replyWith() };
  const server = express().use(
    createTeamsApp({
      connection,
      book,
      log: { info: note('info'), warn: note('warn'), error: note('error') },
      handle: async (inbound) => {
        handled.push(inbound);
        return harness.reply;
      },
      targetedReplies: options.targetedReplies ?? false,
      letsIn: async (outside) => options.allowed?.has(outside) ?? false,
      ...(options.fetch && { fetch: options.fetch }),
    }),
  );
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/messages`;
  return Object.assign(harness, {
    connector,
    identity,
    connection,
    book,
    handled,
    logged,
    url,
    post(activity: ActivityJson, authorization?: string | null) {
      const token = identity.token(goodClaims(teamsIds.appId, activity.serviceUrl));
      const header = authorization === undefined ? `Bearer ${token}` : authorization;
      return fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(header !== null && { authorization: header }),
        },
        body: JSON.stringify(activity),
      });
    },
    async close() {
      listening.closeAllConnections();
      await new Promise((resolve) => listening.close(resolve));
      await connector.close();
      await identity.close();
    },
  });
}

/** A connection with the production checks that trusts the fakes, and waits half a second at most unless told otherwise. */
export function connectToFakes(
  connector: FakeConnector,
  identity: FakeIdentity,
  sendLimitMs = 500,
): TeamsConnection {
  const id = { MicrosoftAppId: teamsIds.appId, MicrosoftAppPassword: 'not-a-secret' };
  const type = { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: teamsIds.tenant };
  return connectTeams({
    appId: teamsIds.appId,
    appPassword: 'not-a-secret',
    tenantId: teamsIds.tenant,
    serviceHosts: [new URL(connector.url).host],
    sendLimitMs,
    signIn: { config: identity.config, credentials: new FixedCredentials({ ...id, ...type }) },
  });
}
