// What Microsoft says of the bot's secret, tenant and channels, asked without posting anything: for `npm run doctor`.
import { TeamsInfo } from 'botbuilder';
import { z } from 'zod';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import { ConnectorFault, faultCode } from '../send/errors.ts';
import { botAccountId, inConversation } from '../send/proactive.ts';
import type { TeamsConnection } from './connection.ts';

/** Where Microsoft's services are. Tests name others. */
export type MicrosoftPlaces = {
  /** With the tenant behind it, where tokens are given. */
  readonly signIn: string;
  /** Where the keys are named by which requests from Teams are checked. */
  readonly keys: string;
};

export const MICROSOFT: MicrosoftPlaces = {
  signIn: 'https://login.microsoftonline.com/',
  keys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

const SCOPE = 'https://api.botframework.com/.default';
const LIMIT_MS = 10_000;
/** The fewest that Teams gives at once. */
const PAGE = 50;

export type HeardAt = {
  readonly date: string | null;
  readonly sentAt: number;
  readonly answeredAt: number;
};

export type TeamsTokenLook =
  | { readonly kind: 'unreachable'; readonly code: string }
  /** Microsoft's number for what is wrong, `AADSTS7000215`; null when it gave none. */
  | { readonly kind: 'refused'; readonly code: number | null; readonly heard: HeardAt }
  | { readonly kind: 'accepted'; readonly heard: HeardAt };

const answerSchema = z.object({
  access_token: z.string().optional(),
  error_codes: z.array(z.number()).optional().catch(undefined),
});

/** Whether the application id and its secret are good for a token in the tenant. The token is thrown away. */
export async function lookAtTeamsToken(
  app: { readonly appId: string; readonly appPassword: string; readonly tenantId: string },
  { signIn }: Pick<MicrosoftPlaces, 'signIn'>,
): Promise<TeamsTokenLook> {
  const sentAt = Date.now();
  try {
    const answer = await fetch(`${signIn}${encodeURIComponent(app.tenantId)}/oauth2/v2.0/token`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.appId,
        client_secret: app.appPassword,
        scope: SCOPE,
      }),
    });
    const heard = { date: answer.headers.get('date'), sentAt, answeredAt: Date.now() };
    const read = answerSchema.safeParse(await answer.json());
    if (read.success && answer.ok && read.data.access_token) return { kind: 'accepted', heard };
    if (answer.status >= 500 || answer.status === 429)
      return { kind: 'unreachable', code: `http-${answer.status}` };
    return { kind: 'refused', code: read.data?.error_codes?.[0] ?? null, heard };
  } catch (error) {
    return { kind: 'unreachable', code: networkCode(error) };
  }
}

/** Null: an address of Microsoft's answers; else a word or two why not. What it answers is not looked at. */
export async function lookAtPlace(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    await answer.body?.cancel();
    return null;
  } catch (error) {
    return networkCode(error);
  }
}

/** `in`: the bot is in the channel's team. `closed`: it is not, or there is no such channel. */
export type TeamsChannelLook =
  | { readonly kind: 'in' }
  | { readonly kind: 'closed' | 'unreachable'; readonly code: string };

/**
 * Whether the bot could post in a channel, told by whether Teams lets it ask who is in there.
 * @param known where the tenant's channels are, as it said last; null when it has not been heard from
 */
export async function lookAtTeamsChannel(
  connection: TeamsConnection,
  known: string | null,
  channelId: string,
): Promise<TeamsChannelLook> {
  const serviceUrl = known ?? connection.firstServiceUrl;
  if (!connection.trusts(serviceUrl)) return { kind: 'closed', code: 'not-trusted' };
  const place = { serviceUrl, conversationId: channelId, botId: botAccountId(connection) };
  try {
    await inConversation(connection, place, (context) => TeamsInfo.getPagedMembers(context, PAGE));
    return { kind: 'in' };
  } catch (error) {
    const code = faultCode(error);
    const status = error instanceof ConnectorFault ? error.status : null;
    const isRefused = status !== null && [400, 403, 404].includes(status);
    return { kind: isRefused ? 'closed' : 'unreachable', code };
  }
}

function networkCode(error: unknown): string {
  if (fieldOf(error, 'name') === 'TimeoutError') return 'timeout';
  const code = fieldOf(fieldOf(error, 'cause'), 'code') ?? fieldOf(error, 'code');
  return typeof code === 'string' ? code : 'no answer';
}
