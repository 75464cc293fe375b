// A pretend Microsoft sign-in on 127.0.0.1: an OpenID document, its keys and the tokens that Teams
// would sign with them, so that the real checks run without a network.

import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';

export const botToken = 'Bearer token-of-the-bot';

type Claims = Readonly<Record<string, unknown>>;

export type FakeIdentity = {
  /** What to hand to the connection as `signIn.config`. */
  readonly config: Readonly<Record<string, string>>;
  /** A token signed with the published key; `claims` override the right ones. */
  token(claims: Claims): string;
  /** The same, signed with a key that was never published under that name. */
  tokenOfStranger(claims: Claims): string;
  tokenWithoutSignature(claims: Claims): string;
  /** Signed by HMAC with the public key as the secret, the classic confusion of algorithms. */
  tokenByPublicKey(claims: Claims): string;
  close(): Promise<void>;
};

export async function startIdentity(): Promise<FakeIdentity> {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = {
    ...ours.publicKey.export({ format: 'jwk' }),
    kid: 'key-1',
    use: 'sig',
    endorsements: ['msteams'],
  };
  const server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const documents: Record<string, object> = {
      '/openid': {
        issuer: 'https://api.botframework.com',
        jwks_uri: `http://127.0.0.1:${port}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/keys': { keys: [jwk] },
    };
    const document = documents[req.url ?? ''];
    res.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publicPem = ours.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  return {
    config: {
      ToChannelFromBotLoginUrl: `${base}/login`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: `${base}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${base}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${base}/openid`,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: 'true',
    },
    token: (claims) => signed(claims, ours.privateKey),
    tokenOfStranger: (claims) => signed(claims, stranger.privateKey),
    tokenWithoutSignature: (claims) =>
      `${encode({ alg: 'none', typ: 'JWT', kid: 'key-1' })}.${encode(claims)}.`,
    tokenByPublicKey(claims) {
      const head = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })}.${encode(claims)}`;
      return `${head}.${createHmac('sha256', publicPem).update(head).digest('base64url')}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The claims of a good token. */
export function goodClaims(appId: string, serviceUrl: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3_600,
  };
}

type Creates = ConfigurationServiceClientCredentialFactory['createCredentials'];

/** The bot's own credentials with a fixed token, so that nothing is asked of a sign-in service. */
export class FixedCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): ReturnType<Creates> {
    const credentials: Awaited<ReturnType<Creates>> = {
      async signRequest(request) {
        request.headers.set('authorization', botToken);
        return request;
      },
    };
    return Promise.resolve(credentials);
  }
}

function signed(claims: Claims, key: KeyObject): string {
  const head = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key-1' })}.${encode(claims)}`;
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
