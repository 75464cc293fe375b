// The bot's one connection to Teams: who it is, which tenant it serves, which hosts it trusts with
// its token. Fails closed, because the library with an empty app id accepts every request.

import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  type ConnectorOptions,
  createTransport,
  type Transport,
  toHttpClient,
} from '../send/http-client.ts';

/** The hosts of the public-cloud Teams connector; `*.` stands for any sub-domain. */
const teamsServiceHosts = ['smba.trafficmanager.net', '*.botframework.com'] as const;

const defaultSendLimitMs = 10_000;
const worldwideServiceUrl = 'https://smba.trafficmanager.net/teams/';

export interface TeamsLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type AdapterConfig = NonNullable<ConstructorParameters<typeof TeamsAdapter>[0]>;
type Credentials = NonNullable<ConstructorParameters<typeof TeamsAdapter>[1]>;

export type TeamsConnectionOptions = {
  readonly tenantId: string;
  /** Where `serviceUrl` may point; a host name, or `*.` and a domain, optionally with a port. */
  readonly serviceHosts?: readonly string[];
  readonly sendLimitMs?: number;
  /** Where to post in a tenant that has not written to the bot yet; Teams’ worldwide address. */
  readonly firstServiceUrl?: string;
  /** For tests: other addresses of the sign-in services, and other credentials. */
  readonly signIn?: { readonly config?: AdapterConfig; readonly credentials?: Credentials };
} & (
  | { readonly anonymous?: false; readonly appId: string; readonly appPassword: string }
  /** Demo only: nobody is authenticated. The caller must bind the server to 127.0.0.1. */
  | { readonly anonymous: true; readonly appId?: undefined; readonly appPassword?: undefined }
);

export type TeamsConnection = {
  readonly adapter: PapTeamsAdapter;
  readonly appId: string;
  readonly tenantId: string;
  readonly anonymous: boolean;
  readonly transport: Transport;
  readonly sendLimitMs: number;
  readonly firstServiceUrl: string;
  trusts(serviceUrl: string): boolean;
};

/** The library's adapter, with a way in that neither prints to the console nor answers by itself. */
class PapTeamsAdapter extends TeamsAdapter {
  /** Authenticates the activity, then runs the turn. @throws when either fails */
  receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

/** @throws when the id, password or tenant is empty and `anonymous` was not asked for in so many words. */
export function connectTeams(options: TeamsConnectionOptions): TeamsConnection {
  const anonymous = options.anonymous === true;
  const { appId = '', appPassword = '', tenantId } = options;
  if (!tenantId.trim()) throw new Error('Teams: the tenant id is empty');
  if (!anonymous && !appId.trim()) throw new Error('Teams: the app id is empty');
  if (!anonymous && !appPassword.trim()) throw new Error('Teams: the app password is empty');
  const limitMs = options.sendLimitMs ?? defaultSendLimitMs;
  const transport = createTransport(limitMs);
  const connectorOptions: ConnectorOptions = { httpClient: toHttpClient(transport) };
  const identity: AdapterConfig = anonymous
    ? {}
    : {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appPassword,
        MicrosoftAppTenantId: tenantId,
      };
  const config = { ...options.signIn?.config, ...identity };
  const credentials =
    options.signIn?.credentials ?? new ConfigurationServiceClientCredentialFactory(config);
  const hosts = options.serviceHosts ?? teamsServiceHosts;
  return {
    adapter: new PapTeamsAdapter(config, credentials, undefined, connectorOptions),
    appId,
    tenantId,
    anonymous,
    transport,
    sendLimitMs: limitMs,
    firstServiceUrl: options.firstServiceUrl ?? worldwideServiceUrl,
    trusts: (serviceUrl) => isTrusted(serviceUrl, hosts, anonymous),
  };
}

function isTrusted(serviceUrl: string, hosts: readonly string[], anonymous: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  // Plain http only on this machine: elsewhere the token would travel in the clear.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (anonymous && loopback) return true;
  return hosts.some((host) =>
    host.startsWith('*.')
      ? url.hostname.endsWith(host.slice(1)) && url.port === ''
      : host === url.host,
  );
}
