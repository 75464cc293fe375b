// Makes the plan say what a confirmed file says: one transaction, the history of every objective, and for
// each cell where in the file it stood.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { papersStand } from '../../../cycle/cycles/domain/cycle-states.ts';
import { prepareAhead } from '../../../cycle/meetings/app/roll-cycle.ts';
import { frozenRefusal } from '../../../cycle/returns/domain/status-change.ts';
import type { ImportDiff } from '../../layouts/domain/import-steps.ts';
import { countColumns } from '../../layouts/domain/left-out.ts';
import { applySteps, importLimit } from './apply-import.ts';
import type { Applying } from './applying-import.ts';
import { diffOf, digestOf } from './import-plan.ts';
import type { KeptReading, SourceCell } from './import-ports.ts';

export type ImportOutcome = {
  readonly number: number;
  readonly fileName: string;
  readonly counts: ImportDiff['counts'];
  /** Cells that the plan now has from the file. */
  readonly cells: number;
  /** Columns of the file that were left out. */
  readonly columnsLeftOut: number;
  /** Rows of an exported plan that were put in. */
  readonly restored: number | null;
};

export type ConfirmImportNeeds = Given<
  Doing | 'today' | 'terms',
  Reads<'archive' | 'cycles' | 'history' | 'imports' | 'items' | 'objectives' | 'people'> &
    Commits<
      | 'archive'
      | 'audit'
      | 'calendars'
      | 'cycles'
      | 'history'
      | 'imports'
      | 'items'
      | 'meetings'
      | 'objectives'
      | 'people'
      | 'planWriter'
    >
>;

/**
 * Confirms a dry run.
 * Refusals: `unknown-import`, `import-settled`, `import-outdated` when the plan has changed since it was
 * shown, `plan-not-empty` for an exported plan, `cycle-frozen` for ratings while the papers are.
 */
export async function confirmImport(
  number: number,
  context: ConfirmImportNeeds,
): Promise<Result<ImportOutcome>> {
  const { record, actor, now } = context;
  const found = await record.imports.find(number);
  if (!found) return refuse({ code: 'unknown-import', number });
  if (found.state !== 'previewed')
    return refuse({ code: 'import-settled', number, state: found.state });
  if (found.kept.kind === 'plan' && !(await record.archive.isEmpty()))
    return refuse({ code: 'plan-not-empty', number });
  const diff = await diffOf(found.kept, record, context);
  if (digestOf(diff) !== found.shown) return refuse({ code: 'import-outdated', number });
  const cycles = await record.cycles.listFrom(context.today);
  const frozen = cycles.find((cycle) => papersStand(cycle, now));
  const rated = diff.steps.find(({ do: what }) => what === 'rate');
  if (frozen && rated) return refuse(frozenRefusal(rated.ref, frozen));
  const { fileName, kept } = found;
  // The set-up workbook goes a way of its own.
  if (kept.kind === 'workbook') return refuse({ code: 'unknown-import', number });
  const outcome = await commitOnce(
    context,
    async (repositories) => {
      const by = { personId: actor.personId, at: now };
      if (!(await repositories.imports.settle(number, 'imported', by))) return null;
      // Once more where nobody else can write in between: what is done is what was shown.
      if (digestOf(await diffOf(kept, repositories, context)) !== found.shown) throw new Outdated();
      const restored =
        kept.kind === 'plan' ? await repositories.archive.restore(kept.plan.tables) : null;
      const cells = await apply(diff, { number, fileName }, repositories, context);
      await prepareAhead(repositories, context.today);
      // A whole plan brings its own sources along.
      const doc = `import-${found.sha256.slice(0, 16)}`;
      if (cells.length > 0)
        await repositories.planWriter.addSources({ doc, file: fileName }, cells);
      const what =
        restored === null ? `${cells.length} cells` : `${restored} rows of an exported plan`;
      await repositories.audit.append({
        kind: 'plan-imported',
        summary: `import ${number} was confirmed: ${what}`,
        authorId: actor.personId,
        at: now,
      });
      const { counts } = diff;
      const columnsLeftOut = columnsLeftOutOf(kept);
      return { number, fileName, counts, cells: cells.length, columnsLeftOut, restored };
    },
    { withinMs: importLimit(sizeOf(diff, kept)) },
  ).catch((error: unknown) => {
    if (error instanceof Outdated) return 'outdated' as const;
    throw error;
  });
  if (outcome === 'outdated') return refuse({ code: 'import-outdated', number });
  return outcome ? ok(outcome) : refuse({ code: 'import-settled', number, state: 'imported' });
}

/** How much there is to write: steps, or rows of an exported plan. */
function sizeOf({ steps }: ImportDiff, kept: KeptReading): number {
  return kept.kind === 'plan'
    ? kept.plan.tables.reduce((sum, { rows }) => sum + rows.length, 0)
    : steps.length;
}

class Outdated extends Error {}

function columnsLeftOutOf(kept: KeptReading): number {
  return kept.kind === 'tables' ? countColumns(kept.reading.tables) : 0;
}

async function apply(
  { steps }: ImportDiff,
  file: Applying['file'],
  repositories: Reads<'people'> & Uses<'history' | 'items' | 'objectives' | 'planWriter'>,
  context: Given<Doing | 'today'>,
): Promise<SourceCell[]> {
  const ids = new Map(
    (await repositories.objectives.listNames()).map(({ ref, id }) => [ref, id] as const),
  );
  let entry = 0;
  const applying: Applying = {
    ...{ repositories, context, file },
    nextRequest: () => `${context.inbound.requestId}:${++entry}`,
    idOf(ref) {
      const id = ids.get(ref);
      if (!id) throw new Error(`the import has a step for ${ref}, which is not there`);
      return id;
    },
    noteAdded: (ref, id) => ids.set(ref, id),
  };
  return await applySteps(steps, applying);
}
