// The record: whether it can be opened, read and written, by which roles, and what the next start would change in it.
// Nothing is made and nothing is migrated.
import { Pool } from 'pg';
import type { BotConfig } from '../../config.ts';
import { lookAtServer, type ServerFacts } from '../../core/database/db/look-at-server.ts';
import { type Database, openDatabase } from '../../core/database/db/open-database.ts';
import { explainServer, placeOf } from '../../core/database/db/server-faults.ts';
import { mayUse } from '../../core/database/db/two-roles.ts';
import { disk } from '../../core/database/embedded/copy-before-migration.ts';
import { fieldOf } from '../../core/message/domain/narrow.ts';
import { ConfigError, InvariantError, NoRecord } from '../../core/request/app/faults.ts';
import type { ClockReading } from './clock.ts';
import { type Finding, mend, note, problemFinding, well } from './finding.ts';

const PAGE = 'docs/operations.md';
/** The oldest that PAP was tried with. */
const OLDEST_TRIED = 15;
const LITTLE_ROOM = 1_000_000_000;
/** The embedded engine writes its log on in pieces of 16 MB, and needs two of them to open. */
const NO_ROOM = 32_000_000;

export type DatabaseLook = {
  readonly findings: readonly Finding[];
  /** Open, with all tables of this version; null when it cannot be used. */
  readonly database: Database | null;
  readonly clock: ClockReading | null;
};

/** Whoever asks closes what it is given. */
export async function examineDatabase(config: BotConfig): Promise<DatabaseLook> {
  return config.databaseUrl === undefined
    ? await examineEmbedded(config)
    : await examineServer(config, config.databaseUrl);
}

async function examineEmbedded(config: BotConfig): Promise<DatabaseLook> {
  const room = roomFindings(config.dataFolder);
  const opened = await openToLook(config, undefined);
  if (opened.database === null)
    return { ...opened, findings: [...room, opened.finding], clock: null };
  // The engine runs on this computer: its clock is ours.
  return await lookInside(opened.database, room, (database) => [
    well('database', 'database-open', `PAP can open the record in ${config.dataFolder}`),
    ...(database.serves ? [] : [servedByAnother]),
  ]);
}

const servedByAnother = note(
  ...(['database', 'database-served'] as const),
  'A PAP that runs has the record open, and this looked through it',
);

async function examineServer(config: BotConfig, databaseUrl: string): Promise<DatabaseLook> {
  const bot = await lookAsRole('DATABASE_URL', databaseUrl);
  if (bot.kind === 'failed') return { findings: [bot.finding], database: null, clock: null };
  const owner = config.migrationUrl
    ? await lookAsRole('PAP_MIGRATION_DATABASE_URL', config.migrationUrl, bot.facts.role)
    : null;
  const roles = [...serverFindings(bot.facts), ...roleFindings(bot.facts, owner)];
  // Before its first start the bot's role has no rights yet; its owner can look.
  const isBotsTurn = owner?.kind !== 'known' || owner.mayUse;
  const through = isBotsTurn ? databaseUrl : config.migrationUrl;
  const opened = await openToLook(config, through);
  const { clock } = bot;
  if (opened.database === null) return { ...opened, clock, findings: [...roles, opened.finding] };
  const look = await lookInside(opened.database, roles, () => [
    well('database', 'database-open', `PAP can open ${placeOf(databaseUrl)}`),
  ]);
  return { ...look, clock };
}

type Opened =
  | { readonly database: Database }
  | { readonly database: null; readonly finding: Finding };

async function openToLook(
  { dataFolder }: BotConfig,
  databaseUrl: string | undefined,
): Promise<Opened> {
  try {
    const look = { role: 'any', mayCreate: false, mayMigrate: false } as const;
    return { database: await openDatabase({ ...look, databaseUrl, dataFolder }) };
  } catch (error) {
    return { database: null, finding: openingFinding(error) };
  }
}

/** @param before what is known already; @param places what is said of where it is */
async function lookInside(
  database: Database,
  before: readonly Finding[],
  places: (database: Database) => readonly Finding[],
): Promise<DatabaseLook> {
  const known = [...before, ...places(database)];
  try {
    const pending = await database.pending();
    const findings = [
      ...known,
      await writeFinding(database),
      pendingFinding(pending, database.kind),
    ];
    if (pending.length === 0) return { findings, database, clock: null };
    await database.close();
    return { findings, database: null, clock: null };
  } catch (error) {
    await database.close();
    return { findings: [...known, openingFinding(error)], database: null, clock: null };
  }
}

async function writeFinding(database: Database): Promise<Finding> {
  try {
    await database.tryToWrite();
    return well('database', 'database-writes', 'The database can be written');
  } catch (error) {
    return mend(
      ...(['database', 'database-read-only'] as const),
      `The database can’t be written (${codeOf(error)})`,
      `See that it is the primary, that its disk isn’t full and that the role has its rights (${PAGE}, “When the record cannot be opened”)`,
    );
  }
}

/** @param facts of the role that the bot goes by */
export function serverFindings({ version, major, encoding, standby }: ServerFacts): Finding[] {
  const oldest = `PostgreSQL ${OLDEST_TRIED}`;
  return [
    major >= OLDEST_TRIED
      ? well('database', 'database-version', `PostgreSQL ${version}`)
      : note(
          ...(['database', 'database-version-old'] as const),
          `PostgreSQL ${version} is older than ${oldest}, the oldest that PAP was tried with`,
          `Move to ${oldest} or newer`,
        ),
    ...(encoding === 'UTF8'
      ? []
      : [
          mend(
            ...(['database', 'database-encoding'] as const),
            `The database keeps text as ${encoding}, which has no place for every sign`,
            'Make a database with ENCODING ‘UTF8’ and move the record there',
          ),
        ]),
    ...(standby
      ? [
          mend(
            ...(['database', 'database-standby'] as const),
            'The database is a standby, which can only be read',
            'Name the primary with DATABASE_URL',
          ),
        ]
      : []),
  ];
}

type RoleLook =
  | {
      readonly kind: 'known';
      readonly facts: ServerFacts;
      readonly clock: ClockReading;
      /** Whether the bot's role has all its rights. */
      readonly mayUse: boolean;
    }
  | { readonly kind: 'failed'; readonly finding: Finding };

type OwnerLook =
  | Pick<Extract<RoleLook, { kind: 'known' }>, 'kind' | 'facts' | 'mayUse'>
  | Extract<RoleLook, { kind: 'failed' }>;

/** @param owner as PAP_MIGRATION_DATABASE_URL; null: it is not set */
export function roleFindings(bot: ServerFacts, owner: OwnerLook | null): Finding[] {
  const part = 'database';
  if (owner === null && (bot.superuser || bot.owns))
    return [
      note(
        ...([part, 'roles-one'] as const),
        `PAP goes by ${bot.superuser ? 'a superuser' : 'the owner of the tables'}, so the database doesn’t keep partnerships apart by itself`,
        `Give the bot a role of its own (${PAGE}, “Two roles on PostgreSQL”)`,
      ),
    ];
  if (owner === null)
    return [
      note(
        ...([part, 'roles-no-owner'] as const),
        'The bot’s role doesn’t own the tables, so it can’t bring them up to date',
        `Set PAP_MIGRATION_DATABASE_URL to the owner’s address before the next version (${PAGE}, “Two roles on PostgreSQL”)`,
      ),
    ];
  if (owner.kind === 'failed') return [owner.finding];
  if (bot.superuser || bot.owns)
    return [
      mend(
        ...([part, 'roles-same'] as const),
        'DATABASE_URL and PAP_MIGRATION_DATABASE_URL both own the tables, so the database doesn’t keep partnerships apart',
        `Set DATABASE_URL to the address of a role that owns nothing and is no superuser (${PAGE}, “Two roles on PostgreSQL”)`,
      ),
    ];
  if (!owner.facts.superuser && owner.facts.owns === false)
    return [
      mend(
        ...([part, 'roles-owner'] as const),
        'The role of PAP_MIGRATION_DATABASE_URL doesn’t own the tables',
        `Set it to the address of their owner (${PAGE}, “Two roles on PostgreSQL”)`,
      ),
    ];
  if (!owner.facts.superuser && !owner.facts.mayCreate)
    return [
      mend(
        ...([part, 'roles-create'] as const),
        'The role of PAP_MIGRATION_DATABASE_URL may make no tables, so it can’t bring them up to date',
        `Make it the owner of the database (${PAGE}, “Two roles on PostgreSQL”)`,
      ),
    ];
  return [
    owner.mayUse
      ? well(
          part,
          'roles-two',
          'The bot’s role and the owner of the tables are two, and each has its rights',
        )
      : note(
          ...([part, 'roles-rights'] as const),
          'The bot’s role doesn’t have all its rights yet',
          'Nothing to do: PAP grants them at its next start',
        ),
  ];
}

/** @param bot the bot's role, where it is the owner that looks */
async function lookAsRole(setting: string, address: string, bot?: string): Promise<RoleLook> {
  const pool = new Pool({ connectionString: address, max: 1, application_name: 'pap-doctor' });
  pool.on('error', () => {});
  try {
    const client = await pool.connect();
    try {
      const asked = Date.now();
      const facts = await lookAtServer(client);
      const aheadMs = (asked + Date.now()) / 2 - facts.epochMs;
      const allowed = bot === undefined || (facts.owns !== null && (await mayUse(client, bot)));
      return { kind: 'known', facts, mayUse: allowed, clock: { whose: 'the database', aheadMs } };
    } finally {
      client.release();
    }
  } catch (error) {
    return { kind: 'failed', finding: openingFinding(explainServer(address, error, setting)) };
  } finally {
    await pool.end();
  }
}

function pendingFinding(pending: readonly string[], kind: Database['kind']): Finding {
  const [first] = pending;
  if (first === undefined)
    return well('database', 'migrations-applied', 'Its tables are those of this version');
  return note(
    ...(['database', 'migrations-pending'] as const),
    `The next start changes the tables (${pending.length}, from ${first}). What is in them was not looked at`,
    kind === 'postgresql'
      ? 'Back the database up before you start this version, then look again'
      : 'Nothing to do: PAP copies the record first. Look again after the start',
  );
}

function roomFindings(dataFolder: string): Finding[] {
  let free: number;
  try {
    free = disk.free(dataFolder);
  } catch {
    // No folder yet: that it cannot be opened says so.
    return [];
  }
  const says = `${Math.floor(free / 1_000_000).toLocaleString('en-GB')} MB are free on the disk of ${dataFolder}`;
  const remedy = 'Free some space, or name a folder on another disk with PAP_DATA_DIR';
  if (free < NO_ROOM) return [mend('database', 'disk-full', says, remedy)];
  if (free < LITTLE_ROOM) return [note('database', 'disk-low', says, remedy)];
  return [well('database', 'disk-room', says)];
}

/** Why it could not be opened, in the words in which the bot would say it at its start. */
export function openingFinding(error: unknown): Finding {
  if (error instanceof NoRecord)
    return mend(
      ...(['database', 'no-record'] as const),
      `There is no record yet: ${error.problems[0]?.fix.split(': ')[0]}`,
      `Load a plan: npm run setup -- --template my-plan.xlsx, then npm run setup -- my-plan.xlsx (docs/first-hour.md). If there was a record, ${error.problems[0]?.variable} names another place than where it is`,
    );
  if (error instanceof ConfigError && error.problems[0])
    return problemFinding('database', 'database-closed', error.problems[0]);
  if (error instanceof InvariantError)
    return mend(
      ...(['database', 'database-other-version'] as const),
      `The record doesn’t fit this version: ${error.message}`,
      `See ${PAGE}, “When the record cannot be opened”`,
    );
  return mend(
    ...(['database', 'database-closed'] as const),
    `The database can’t be opened (${codeOf(error)})`,
    `See ${PAGE}, “When the record cannot be opened”`,
  );
}

/** A code that is safe to print: never a text, which may hold an address. */
function codeOf(error: unknown): string {
  const code = fieldOf(error, 'code');
  return typeof code === 'string' ? code : 'no reason given';
}
