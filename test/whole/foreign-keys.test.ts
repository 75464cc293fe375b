// What refers to what, asked of the database itself: every reference stays within its partnership, every key leads with
// the partnership, and a reference without an index of its own was looked at, one by one.
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../support/database/database-harness.ts';

/** A person stays on the record for good, and nothing is looked for by what they did there. */
const BY_WHOM = 'people are never removed, and no statement looks for rows by who did it';
/** So few rows a partnership that its own index of them is as good. */
const FEW = 'a partnership has a few dozen of these rows, and they are read by partnership';
/** By a person, read by another column first. */
const OTHER_WAY = 'read by another column of the row, which is indexed';

/** References without an index that begins with them, and why that is enough. */
const withoutIndex: Readonly<Record<string, string>> = {
  'absence.cover_id': FEW,
  'absence.recorded_by_id': BY_WHOM,
  'allowed_organisation.allowed_by_id': BY_WHOM,
  'allowed_organisation.ended_by_id': BY_WHOM,
  'assignment.item_id':
    'a partnership has some hundred of these rows, and they are read by partnership',
  'assignment.organisation_id': 'organisations are never removed; read by objective or person',
  'audit_event.author_id': BY_WHOM,
  'board_pack.made_by_id': BY_WHOM,
  'calendar_feed.forum_id': 'bodies that meet are never removed; read by person or by checksum',
  'change_request.decided_by_id': BY_WHOM,
  'change_request.objective_id': 'read by number or state; objectives are never removed',
  'change_request.plan_version_id': FEW,
  'change_request.proposed_by_id': BY_WHOM,
  'channel_binding.theme_id': FEW,
  'closure_day.organisation_id': FEW,
  'erasure.by_id': BY_WHOM,
  'family_item.agreed_by_id': BY_WHOM,
  'family_item.kpi_id': FEW,
  'family_item.objective_id': FEW,
  'family_item.voice_id': FEW,
  'family_item.withdrawn_by_id': BY_WHOM,
  'footnote.table_id': FEW,
  'footnote_mark.kpi_id': FEW,
  'governance_cycle.plan_version_id': FEW,
  'handover.asked_by_id': BY_WHOM,
  'organisation.merged_into_id': FEW,
  'handover.from_person_id': FEW,
  'handover.objective_id': FEW,
  'highlight_report.approved_by_id': BY_WHOM,
  'highlight_report.begun_by_id': BY_WHOM,
  'kpi.owner_id': FEW,
  'kpi.theme_id': FEW,
  'kpi_comment.person_id': BY_WHOM,
  'kpi_observation.person_id': BY_WHOM,
  'kpi_polarity_choice.person_id': BY_WHOM,
  'kpi_target.agreed_by_id': BY_WHOM,
  'kpi_target.meeting_id': FEW,
  'kpi_target.proposed_by_id': BY_WHOM,
  'kpi_target.signed_off_by_id': BY_WHOM,
  'link_request.decided_by_id': BY_WHOM,
  'link_request.person_id': FEW,
  'notification.channel_binding_id': OTHER_WAY,
  'objective.area_id': 'an area is joined to its objectives, never the other way round',
  'objective_entry.author_id': OTHER_WAY,
  'objective_entry.cycle_id': OTHER_WAY,
  'objective_link.priority_id': OTHER_WAY,
  'objective_link.project_id': OTHER_WAY,
  'objective_link.self_evaluation_item_id': OTHER_WAY,
  'person.calendar_id': FEW,
  'person.organisation_id': FEW,
  'plan_import.confirmed_by_id': BY_WHOM,
  'plan_import.read_by_id': BY_WHOM,
  'plan_item.parent_id': OTHER_WAY,
  'plan_statement.project_id': FEW,
  'plan_statement.theme_id': FEW,
  'plan_version.published_by_id': BY_WHOM,
  'project.theme_id': FEW,
  'retention_hold.person_id': FEW,
  'retention_hold.placed_by_id': BY_WHOM,
  'retention_hold.released_by_id': BY_WHOM,
  'retention_rule.set_by_id': BY_WHOM,
  'return_request.answered_by_id':
    'looked for only when an update is taken back, among the returns of one partnership',
  'role_grant.theme_id': OTHER_WAY,
  'row_change.by_id': BY_WHOM,
  'self_evaluation_priority.priority_id': FEW,
  'snooze.cycle_id': FEW,
  'source_reference.document_id': OTHER_WAY,
};

/** Unique keys that do not lead with the partnership: by them it is found whose a request is. */
const findsThePartnership = ['channel_binding_platform_tenant_id_channel_id_partnership_i_key'];

/** Tables that belong to no partnership. */
const nobodys = ['_prisma_migrations', 'operator_event', 'partnership', 'send_pace'];

type ForeignKey = {
  readonly from: string;
  readonly to: string;
  readonly columns: string[];
  readonly named: string[];
  readonly indexed: boolean;
};

describeOnBothDatabases('the keys of the record', (harness) => {
  let foreignKeys: ForeignKey[];
  beforeAll(async () => {
    const { rows } = await harness.pool.query<ForeignKey>(`
      SELECT t.relname::text AS "from", r.relname::text AS "to", ${columnsOf('c.conrelid', 'c.conkey')} AS columns,
        ${columnsOf('c.confrelid', 'c.confkey')} AS named,
        EXISTS (
          SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
            AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
            AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] <@ c.conkey
        ) AS indexed
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
      WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace ORDER BY 1, 2, 3`);
    foreignKeys = rows;
  });

  it('keep every reference within its partnership', () => {
    const strays = foreignKeys.filter(({ to, columns, named }) =>
      to === 'partnership'
        ? columns.join() !== 'partnership_id'
        : columns[0] !== 'partnership_id' || named[0] !== 'partnership_id',
    );

    expect(strays).toEqual([]);
    expect(foreignKeys.length).toBeGreaterThan(150);
  });

  it('have an index for every reference, or a reason', () => {
    const bare = foreignKeys
      .filter(({ indexed }) => !indexed)
      .flatMap(({ from, columns }) =>
        columns
          .filter((column) => column !== 'partnership_id')
          .map((column) => `${from}.${column}`),
      );

    expect(bare.sort()).toEqual(Object.keys(withoutIndex).sort());
  });

  it('lead with the partnership in every unique key', async () => {
    const { rows } = await harness.pool.query<{ name: string; table: string }>(
      `
      SELECT i.indexrelid::regclass::text AS name, t.relname::text AS "table"
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace AND NOT t.relname = ANY($1)
        AND NOT EXISTS (SELECT FROM pg_attribute a
          WHERE a.attrelid = t.oid AND a.attnum = i.indkey[0] AND a.attname = 'partnership_id')
      ORDER BY 1`,
      [nobodys],
    );

    expect(rows.map(({ name }) => name)).toEqual(findsThePartnership);
  });

  it('give every table a partnership', async () => {
    const { rows } = await harness.pool.query<{ name: string }>(`
      SELECT t.relname::text AS name FROM pg_class t
      WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'partnership_id' AND a.attnotnull)
      ORDER BY 1`);

    expect(rows.map(({ name }) => name)).toEqual(nobodys);
  });
});

/** The names of the columns of a constraint, in its order. */
function columnsOf(table: string, numbers: string): string {
  return `(SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(${numbers}) WITH ORDINALITY k (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = k.number)`;
}
