// One digest over every record beside the history that a board relies on. Method, first edition: for each table of
// sealed-tables.ts, in that order, one line with the table's name and then its rows, each as JSON without spaces, its
// keys sorted, the lines sorted by code unit; SHA-256 over all lines, each ended with a line feed. In place of an id
// stands what the row that it names is called by, moments are in UTC: two records with the same rows have one seal.

import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { json, text } from '../../../core/database/db/columns.ts';
import type { Executor } from '../../../core/database/db/executor.ts';
import { rowsFrom } from '../../../core/database/db/rows.ts';
import { Prisma } from '../../../generated/prisma/client.ts';
import type { RecordSeal, SealReads } from '../app/plan-ports.ts';
import { type SealedTable, sealedTables } from './sealed-tables.ts';

const anyRow = json('a sealed table', z.record(z.string(), z.unknown()));
type Names = ReadonlyMap<string, string>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/;

/** The seal of one partnership's records. */
export function createRecordSeal(db: Executor, partnershipId: string): SealReads {
  async function linesOf({ table, columns, where }: SealedTable, names: Names): Promise<string[]> {
    const rows = await rowsFrom(db, { row: anyRow })`
      SELECT to_jsonb(t) AS row FROM ${Prisma.raw(`"${table}"`)} t
      WHERE t.partnership_id = ${partnershipId}::uuid AND (${Prisma.raw(where ?? 'true')})`;
    return rows
      .map(({ row }) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
      .map((row) => JSON.stringify(canonical(row, names)))
      .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  }

  return {
    async compute(): Promise<RecordSeal> {
      const names = await namesOf(db, partnershipId);
      const digest = createHash('sha256');
      let rows = 0;
      for (const sealed of sealedTables) {
        const lines = await linesOf(sealed, names);
        rows += lines.length;
        for (const line of [sealed.table, ...lines]) digest.update(`${line}\n`);
      }
      return { seal: digest.digest('hex'), rows, tables: sealedTables.length };
    },
  };
}

/** The value with its keys in order, ids by name and moments in UTC, at every depth. */
function canonical(value: unknown, names: Names): unknown {
  if (typeof value === 'string') {
    // An id of something that has no name of its own tells nothing.
    if (UUID.test(value)) return names.get(value) ?? '(id)';
    return MOMENT.test(value) ? Temporal.Instant.from(value).toString() : value;
  }
  if (Array.isArray(value)) return value.map((one) => canonical(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, canonical(one, names)]));
}

/** By id, what a row is called by in every record that has it. */
async function namesOf(db: Executor, partnershipId: string): Promise<Names> {
  const rows = await rowsFrom(db, { id: text, name: text })`
    WITH own AS (SELECT ${partnershipId}::uuid AS id)
    SELECT x.id::text AS id, x.name FROM own, LATERAL (
      SELECT p.id, 'person ' || p.email AS name FROM person p WHERE p.partnership_id = own.id
      UNION ALL SELECT o.id, 'organisation ' || o.name FROM organisation o WHERE o.partnership_id = own.id
      UNION ALL SELECT t.id, 'theme ' || t.key FROM theme t WHERE t.partnership_id = own.id
      UNION ALL SELECT p.id, 'project ' || p.key FROM project p WHERE p.partnership_id = own.id
      UNION ALL SELECT s.id, 'priority ' || s.number FROM strategic_priority s WHERE s.partnership_id = own.id
      UNION ALL SELECT s.id, 'self-evaluation ' || s.list::text || ' ' || s.letter FROM self_evaluation_item s
        WHERE s.partnership_id = own.id
      UNION ALL SELECT v.id, 'voice ' || v.ordinal FROM voice v WHERE v.partnership_id = own.id
      UNION ALL SELECT v.id, 'plan version ' || v.number FROM plan_version v WHERE v.partnership_id = own.id
      UNION ALL SELECT a.id, 'area ' || v.number || ' ' || a.ref FROM priority_area a
        JOIN plan_version v ON v.partnership_id = a.partnership_id AND v.id = a.plan_version_id WHERE a.partnership_id = own.id
      UNION ALL SELECT o.id, 'objective ' || v.number || ' ' || o.ref FROM objective o
        JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id WHERE o.partnership_id = own.id
      UNION ALL SELECT i.id, 'part ' || v.number || ' ' || o.ref || ' ' || i.kind::text || ' ' || i.ref FROM plan_item i
        JOIN objective o ON o.partnership_id = i.partnership_id AND o.id = i.objective_id
        JOIN plan_version v ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id
        WHERE i.partnership_id = own.id
      UNION ALL SELECT f.id, 'forum ' || f.key FROM forum f WHERE f.partnership_id = own.id
      UNION ALL SELECT m.id, 'meeting ' || f.key || ' ' || m.held_on::text FROM meeting m
        JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id WHERE m.partnership_id = own.id
      UNION ALL SELECT c.id, 'cycle ' || f.key || ' ' || m.held_on::text FROM governance_cycle c
        JOIN meeting m ON m.partnership_id = c.partnership_id AND m.id = c.meeting_id
        JOIN forum f ON f.partnership_id = m.partnership_id AND f.id = m.forum_id WHERE c.partnership_id = own.id
      UNION ALL SELECT k.id, 'kpi ' || k.number FROM kpi k WHERE k.partnership_id = own.id
      UNION ALL SELECT k.id, 'kpi table ' || t.key FROM kpi_table k
        JOIN theme t ON t.partnership_id = k.partnership_id AND t.id = k.theme_id
        WHERE k.partnership_id = own.id
      UNION ALL SELECT n.id, 'footnote ' || t.key || ' ' || n.marker || ' ' || n.place::text FROM footnote n
        JOIN kpi_table k ON k.partnership_id = n.partnership_id AND k.id = n.table_id
        JOIN theme t ON t.partnership_id = k.partnership_id AND t.id = k.theme_id WHERE n.partnership_id = own.id
    ) x`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
