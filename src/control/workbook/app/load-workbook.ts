// The workbook as the office sends it to the bot: a dry run, then, once confirmed, the record; roles are confirmed apart. It goes
// through the reader and the loader of `npm run setup`, so it does neither more nor less than that.
import { createHash } from 'node:crypto';
import type { Grid } from '../../../core/message/domain/grid.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { prepareAhead } from '../../../cycle/meetings/app/roll-cycle.ts';
import type { ImportRecord, KeptReading } from '../../imports/app/import-ports.ts';
import { keptSheets, parseKept } from '../domain/kept-sheets.ts';
import { parseWorkbook, partnershipNamed } from '../domain/parse-workbook.ts';
import type { WorkbookProblem } from '../domain/sheet-rows.ts';
import type { WorkbookRow } from '../domain/workbook-reading.ts';
import type { WorkbookEffect } from '../messages/workbook-words.ts';
import { type AskedRole, askedRoles } from './asked-roles.ts';

const VERB = 'admin import';

/** What was kept of a file that is the workbook. */
export type KeptWorkbook = Omit<ImportRecord, 'kept'> & {
  readonly kept: Extract<KeptReading, { kind: 'workbook' }>;
};

/** What a workbook would change now, or has changed. */
export type WorkbookView = Pick<ImportRecord, 'number' | 'fileName' | 'state'> & Loaded;

type Loaded = {
  readonly effect: WorkbookEffect;
  /** What of it is passed over. */
  readonly notes: readonly WorkbookProblem[];
  /** Channels of workspaces that do not stand for this partnership. */
  readonly strangeChannels: readonly string[];
  /** Roles that the office is asked to confirm apart. */
  readonly roles: readonly AskedRole[];
};

type ReadNeeds = Given<
  'actor' | 'now' | 'partnership' | 'today',
  Uses<'workbook'> & Commits<'workbook'>
>;

/**
 * Keeps what a workbook would change under a number.
 * Refusals: `not-permitted`; `bad-workbook` with all that is wrong, and then nothing is kept.
 */
export async function loadWorkbook(
  { name: fileName, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  grids: readonly Grid[],
  context: ReadNeeds & Given<Doing, Commits<'imports'>>,
): Promise<Result<WorkbookView>> {
  const { actor, record, today, now: at } = context;
  const allowed = permit(actor, 'import', VERB);
  if (!allowed.ok) return allowed;
  const known = await record.workbook.known(today);
  const { problems } = parseWorkbook(grids, known, today);
  const named = partnershipNamed(grids) ?? '';
  const own = known.partnership;
  const isOwn = [own?.name, own?.shortName].some((one) => sameWords(one ?? '', named));
  if (problems.length > 0 || !isOwn) {
    const other = isOwn ? null : { named, own: own?.name ?? '' };
    return refuse({ code: 'bad-workbook', fileName, problems, other });
  }
  const kept = { kind: 'workbook', sheets: keptSheets(grids) } as const;
  const view = await tryWorkbook(kept, context);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const number = await commitOnce(context, async ({ imports }) => {
    const facts = { fileName, sha256, bytes: bytes.length, kept, shown: digestOf(view.effect) };
    return await imports.add({ ...facts, readById: actor.personId, at });
  });
  return ok({ ...view, number, fileName, state: 'previewed' });
}

/** A workbook as it would be now; a confirmation holds for what was shown last. */
export async function showWorkbook(
  { number, fileName, state, kept }: KeptWorkbook,
  context: ReadNeeds & Given<never, Uses<'imports'>>,
): Promise<WorkbookView> {
  const view = await tryWorkbook(kept, context);
  if (state === 'previewed') await context.record.imports.keepShown(number, digestOf(view.effect));
  return { ...view, number, fileName, state };
}

/** Refusals: `not-permitted`, `import-settled`, `import-outdated` when the record has changed since it was shown. */
export async function confirmWorkbook(
  { number, fileName, kept, shown, state }: KeptWorkbook,
  context: ReadNeeds &
    Given<
      Doing,
      Commits<
        | 'audit'
        | 'calendars'
        | 'cycles'
        | 'history'
        | 'imports'
        | 'meetings'
        | 'objectives'
        | 'people'
        | 'workbook'
      >
    >,
): Promise<Result<WorkbookView>> {
  const { actor, now, today } = context;
  const allowed = permit(actor, 'import', `${VERB} confirm`);
  if (!allowed.ok) return allowed;
  if (state !== 'previewed') return refuse({ code: 'import-settled', number, state });
  const done = await commitOnce(
    context,
    async (repositories) => {
      const by = { personId: actor.personId, at: now };
      if (!(await repositories.imports.settle(number, 'imported', by))) return null;
      const before = new Set((await repositories.objectives.listNames()).map(({ id }) => id));
      const loaded = await load(kept, repositories, context);
      if (digestOf(loaded.effect) !== shown) throw new Outdated();
      await noteAdded(before, repositories, context);
      await prepareAhead(repositories, today);
      const summary = `import ${number} was confirmed: the set-up workbook`;
      await repositories.audit.append({
        ...{ kind: 'workbook-loaded', summary, authorId: actor.personId, at: now },
      });
      return loaded;
    },
    { withinMs: LIMIT_MS },
  ).catch((error: unknown) => {
    if (error instanceof Outdated) return 'outdated' as const;
    throw error;
  });
  if (done === 'outdated') return refuse({ code: 'import-outdated', number });
  if (!done) return refuse({ code: 'import-settled', number, state: 'imported' });
  return ok({ ...done, number, fileName, state: 'imported' });
}

/** A whole partnership is some thousand rows. */
const LIMIT_MS = 120_000;

class Outdated extends Error {}

/** Has the transaction of a dry run undone, and keeps what it would have changed. */
class Undone extends Error {
  readonly loaded: Loaded;

  constructor(loaded: Loaded) {
    super('undone');
    this.loaded = loaded;
  }
}

/** The dry run is the load itself, undone at its end: it cannot say anything else than what loading does. */
async function tryWorkbook(kept: KeptWorkbook['kept'], context: ReadNeeds): Promise<Loaded> {
  const { record, now, actor } = context;
  try {
    await record.transaction(
      async (repositories) => {
        throw new Undone(await load(kept, repositories, context));
      },
      { at: now, personId: actor.personId, withinMs: LIMIT_MS },
    );
  } catch (error) {
    if (error instanceof Undone) return error.loaded;
    throw error;
  }
  throw new Error('a dry run was committed');
}

/** All but the roles that nobody has yet, and channels of strange workspaces. */
async function load(
  { sheets }: KeptWorkbook['kept'],
  { workbook }: Uses<'workbook'>,
  { today, now, actor, partnership }: Given<'actor' | 'now' | 'partnership' | 'today'>,
): Promise<Loaded> {
  const known = await workbook.known(today);
  const { rows, notes } = parseKept(sheets, known, today);
  const workspaces = await workbook.workspaces();
  // Whoever names another partnership's workspace would be heard in it.
  const isStrange = ({ kind, row: { platform, tenantId } }: WorkbookRow) =>
    kind === 'channel' &&
    !workspaces.some((one) => one.platform === platform && one.tenantId === tenantId);
  const wanted = rows.filter((row) => row.kind !== 'role' && !isStrange(row));
  return {
    effect: await workbook.load(wanted, partnership.key, now),
    notes,
    strangeChannels: rows.filter(isStrange).map(({ row: { name } }) => String(name)),
    roles: askedRoles(rows, known, actor),
  };
}

/** The history of what is new says who added it. */
async function noteAdded(
  before: ReadonlySet<string>,
  { objectives, history }: Reads<'objectives'> & Uses<'history'>,
  { actor, inbound, now, today }: Given<Doing | 'today'>,
): Promise<void> {
  const ids = (await objectives.listNames()).map(({ id }) => id).filter((id) => !before.has(id));
  const added = await objectives.list(today, { ids });
  await history.appendAll(
    added.map(({ id, ref, areaRef, title, due, successMeasure, status }) => ({
      objectiveId: id,
      detail: {
        ...{ of: 'objective', change: 'added', before: {} },
        after: {
          ...{ ref, areaRef, title, successMeasure, status },
          due: due && { ...due, lastDay: due.lastDay.toString() },
        },
      },
      ...{ authorId: actor.personId, at: now },
      requestId: `${inbound.requestId}:workbook:${ref}`,
    })),
  );
}

function digestOf({ counts, differences }: WorkbookEffect): string {
  const words = JSON.stringify([Object.entries(counts).sort(), differences]);
  return createHash('sha256').update(words).digest('hex');
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
