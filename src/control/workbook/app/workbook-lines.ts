// The lines of `admin import` that are about the set-up workbook.

import { createHash } from 'node:crypto';
import type { FileReading } from '../../../core/message/domain/grid.ts';
import {
  type CommandResult,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { GivenFile } from '../../../core/request/app/inbound.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { isWorkbook } from '../domain/sheet-rows.ts';
import {
  rolesGivenMessage,
  workbookLoadedMessage,
  workbookMessage,
} from '../messages/workbook-cards.ts';
import { giveAskedRoles } from './asked-roles.ts';
import { confirmWorkbook, type KeptWorkbook, loadWorkbook, showWorkbook } from './load-workbook.ts';

/** What is in the file, where it can be read and was not sent before: the workbook and every other plan are read once. */
export async function loadFileOnce(
  file: GivenFile,
  { files, record }: Given<'files', Uses<'imports'>>,
): Promise<{
  readonly file: Extract<GivenFile, { bytes: Uint8Array }>;
  readonly read: FileReading;
} | null> {
  if ('problem' in file) return null;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const before = await record.imports.findByDigest(sha256);
  if (before && before.kept.kind !== 'workbook') return null;
  return { file, read: await files.read(file.bytes) };
}

/** The answer to a file that is the workbook; null: it is another file. */
export async function workbookFileLine(
  file: { readonly name: string; readonly bytes: Uint8Array },
  read: FileReading,
  context: Parameters<typeof loadWorkbook>[2],
): Promise<CommandResult | null> {
  if (read.kind !== 'tables' || !isWorkbook(read.grids)) return null;
  const loaded = await loadWorkbook(file, read.grids, context);
  return loaded.ok ? recorded(workbookMessage(loaded.value)) : refused(loaded.refusal);
}

/** `confirm 3`, or `3` alone, where import 3 is a workbook; null: it is another file. */
export async function workbookLine(
  number: number,
  isConfirmed: boolean,
  context: Parameters<typeof confirmWorkbook>[1] & Given<never, Uses<'imports'>>,
): Promise<CommandResult | null> {
  const found = await keptWorkbook(number, context);
  if (!found.ok) return null;
  if (!isConfirmed) return reply(workbookMessage(await showWorkbook(found.value, context)));
  const done = await confirmWorkbook(found.value, context);
  return done.ok ? recorded(workbookLoadedMessage(done.value)) : refused(done.refusal);
}

/** `roles 3`: gives the roles that the workbook of import 3 asks for. */
export async function workbookRolesLine(
  number: number,
  context: Parameters<typeof giveAskedRoles>[1] & Given<never, Uses<'imports'>>,
): Promise<CommandResult> {
  const found = await keptWorkbook(number, context);
  if (!found.ok) return refused(found.refusal);
  const given = await giveAskedRoles(found.value, context);
  return given.ok
    ? recorded(rolesGivenMessage(given.value.given, given.value.own))
    : refused(given.refusal);
}

async function keptWorkbook(
  number: number,
  { record }: Given<never, Uses<'imports'>>,
): Promise<Result<KeptWorkbook>> {
  const found = await record.imports.find(number);
  if (found?.kept.kind !== 'workbook') return refuse({ code: 'unknown-import', number });
  return ok({ ...found, kept: found.kept });
}
