// Why a PostgreSQL database cannot be used, as a sentence that says what to do. An address is named without its
// password.
import { fieldOf } from '../../message/domain/narrow.ts';
import { ConfigError, NoRecord } from '../../request/app/faults.ts';

const PAGE = 'docs/operations.md, “When the record cannot be opened”';

/** What the failure to open a database means; errors that have nothing to do with the setting stay as they are. */
export function explainServer(
  databaseUrl: string,
  error: unknown,
  setting = 'DATABASE_URL',
): unknown {
  if (error instanceof ConfigError) return error;
  const sentence = sentenceFor(error);
  return sentence === null
    ? error
    : new ConfigError(setting, `${placeOf(databaseUrl)} ${sentence}`);
}

/** The database has none of our tables, and may not be given them by whoever asks. */
export function emptyServer(databaseUrl: string): NoRecord {
  return new NoRecord(
    'DATABASE_URL',
    `${placeOf(databaseUrl)} is empty: the record holds no plan yet: load one with “npm run setup -- my-plan.xlsx”. If there was a record, ` +
      'it is in another database: see that the setting names the right one, or restore a backup',
  );
}

/** `the database pap at db.example:5432` */
export function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  return `the database ${name} at ${url.searchParams.get('host') ?? url.host}`;
}

function sentenceFor(error: unknown): string | null {
  const [code, message] = [fieldOf(error, 'code'), fieldOf(error, 'message')];
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'does not answer: see that PostgreSQL runs, and that host and port are right';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'cannot be found: see that the name of the host is right and can be looked up';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'cannot be reached: see that the host is right and no firewall is in between';
    case '28P01':
    case '28000':
      return 'refuses this user or password: see that both are right, and that pg_hba.conf lets the user in from here';
    case '3D000':
      return 'does not exist: name another one, or make it (createdb) and load a plan or restore a backup';
    case '42501':
      return 'does not let this user do what PAP needs: make the user the owner of the database, or set PAP_MIGRATION_DATABASE_URL to the owner’s address';
    case '25006':
      return 'can only be read: name the primary and not a standby, and see that default_transaction_read_only is off';
    case '53100':
      return 'has a full disk: what was recorded is still there. Free some space, and start again';
    case '53300':
      return 'has no connection free: PAP needs up to 10 for each process. Raise max_connections';
    case '57P03':
      return 'is starting or recovering: start again in a moment';
    case 'XX001':
    case 'XX002':
    case '58P01':
      return `is damaged (${code}). Stop every process of PAP, and restore the last backup (${PAGE})`;
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'shows a certificate that is not trusted here: name its authority with sslrootcert=FILE in the setting';
    default:
      return message === 'The server does not support SSL connections'
        ? 'offers no encryption: take sslmode out of the setting, or switch ssl on in PostgreSQL'
        : null;
  }
}
