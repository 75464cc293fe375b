// What each kind of setting looks like, what a wrong one is mistaken for, and where the right one is found. The two
// pages docs/connect-slack.md and docs/connect-teams.md say the same to whoever fills them in.
import type { SettingCheck } from './settings-reader.ts';

const BOT_TOKEN_PLACE =
  'copy the Bot User OAuth Token (xoxb-…) from “Install App” at api.slack.com/apps';
const APP_TOKEN_PLACE =
  'make one (xapp-…) under “Basic Information”, “App-Level Tokens” at api.slack.com/apps';
const SECRET_PLACE =
  'copy the Signing Secret from “Basic Information”, “App Credentials” at api.slack.com/apps';
const TEAM_PLACE =
  'copy the part that starts with T from the address of Slack in a browser, https://app.slack.com/client/T…';
const APP_ID_PLACE = 'copy the Application (client) ID from the app registration in Entra';
const TENANT_PLACE = 'copy the Directory (tenant) ID from the app registration in Entra';
const PASSWORD_PLACE =
  'copy the Value of the client secret (Entra, “Certificates & secrets”), which is shown only when it is made';

/** Said of a setting that is missing. */
export const places = {
  botToken: BOT_TOKEN_PLACE,
  appToken: APP_TOKEN_PLACE,
  signingSecret: SECRET_PLACE,
  teamId: TEAM_PLACE,
  appId: APP_ID_PLACE,
  tenantId: TENANT_PLACE,
  appPassword: PASSWORD_PLACE,
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What Slack's ids begin with. */
const SLACK_IDS: Readonly<Record<string, string>> = {
  ...{ A: 'an app', B: 'a bot', C: 'a channel', D: 'a direct message', E: 'an organisation' },
  ...{ G: 'a private channel', U: 'a person', W: 'a person' },
};

export const checkBotToken: SettingCheck = (value) => {
  if (/^xoxb-\S+$/.test(value)) return null;
  return `${nameSlackValue(value) ?? 'is not a bot token'}; ${BOT_TOKEN_PLACE}`;
};

export const checkAppToken: SettingCheck = (value) => {
  if (/^xapp-\S+$/.test(value)) return null;
  return `${nameSlackValue(value) ?? 'is not an app-level token'}; ${APP_TOKEN_PLACE}`;
};

export const checkSigningSecret: SettingCheck = (value) => {
  const other = nameSlackValue(value) ?? (/\s/.test(value) ? 'has a space in it' : null);
  return other && `${other}; ${SECRET_PLACE}`;
};

export const checkTeamId: SettingCheck = (value) => {
  if (/^T[A-Z0-9]+$/.test(value)) return null;
  if (/^T[A-Z0-9]+$/i.test(value)) return 'write it in capital letters, as Slack does';
  return `${nameSlackValue(value) ?? 'is not the id of a workspace'}; ${TEAM_PLACE}`;
};

/** What a value of Slack's is that stands in the wrong place; null when it is nothing known. */
function nameSlackValue(value: string): string | null {
  if (value.startsWith('xoxb-')) return 'is the bot token, which belongs in SLACK_BOT_TOKEN';
  if (value.startsWith('xapp-')) return 'is the app-level token, which belongs in SLACK_APP_TOKEN';
  if (value.startsWith('xoxp-'))
    return 'is a user token (xoxp-), with which PAP would write in that person’s name';
  if (/^xoxe[.-]/.test(value))
    return 'is a token that ends after twelve hours, which PAP cannot renew: turn off token rotation';
  if (/^xox[a-z]/.test(value)) return 'is a token of another kind';
  if (/^T[A-Z0-9]{7,}$/.test(value))
    return 'is the id of a workspace, which belongs in SLACK_TEAM_ID';
  const kind = /^[A-Z][A-Z0-9]{7,}$/.test(value) ? SLACK_IDS[value.charAt(0)] : undefined;
  return kind === undefined ? null : `is the id of ${kind}`;
}

export const checkTenantId: SettingCheck = (value) => {
  if (GUID.test(value)) return null;
  const other = value.includes('.') ? 'is the tenant’s name and not its id' : 'is not a tenant id';
  return `${other}; ${TENANT_PLACE}`;
};

export const checkAppId: SettingCheck = (value) =>
  GUID.test(value) ? null : `is not an application id; ${APP_ID_PLACE}`;

export const checkAppPassword: SettingCheck = (value) =>
  GUID.test(value) ? `is the Secret ID and not the secret; ${PASSWORD_PLACE}` : null;

const POSTGRESQL_URL =
  'set it to a PostgreSQL address: postgresql://user:password@host:5432/database';

export const checkDatabaseUrl: SettingCheck = (value) => {
  if (!/^postgres(?:ql)?:\/\//.test(value)) return POSTGRESQL_URL;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null)
    return `cannot be read; ${POSTGRESQL_URL}. In a password write @ : / ? # % as %40 %3A %2F %3F %23 %25`;
  // `?host=/run/postgresql` names a socket in place of a host.
  if (url.hostname === '' && !url.searchParams.get('host'))
    return `names no host; ${POSTGRESQL_URL}`;
  if (!/^\/[^/]+$/.test(url.pathname)) return `names no database; ${POSTGRESQL_URL}`;
  return null;
};

export const checkWebUrl: SettingCheck = (value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url && /^https?:$/.test(url.protocol) && url.hostname !== ''
    ? null
    : 'set it to a web address with its host, https://…';
};

/** Secret addresses begin with it, so it is encrypted; on this computer it need not be. */
export const checkPublicUrl: SettingCheck = (value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)))
    return 'set it to the public address of PAP, https://pap.county.example';
  return url.pathname !== '/' || url.search || url.hash || url.username
    ? 'set it to an address alone, with nothing behind the host, https://pap.county.example'
    : null;
};

export const checkHost: SettingCheck = (value) =>
  /^[a-z0-9.-]+$|^[0-9a-f:]*:[0-9a-f:.]*$/i.test(value)
    ? null
    : 'set it to an address alone, without http:// and without a port, e.g. 127.0.0.1';

export const checkFolder: SettingCheck = (value) =>
  /^[a-z][a-z0-9+]*:\/\//i.test(value)
    ? 'is an address and not a folder; an address of PostgreSQL belongs in DATABASE_URL'
    : null;
