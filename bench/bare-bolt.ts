// The baseline: what one file with Bolt and `pg` needs to record an update. It verifies Slack's
// signature, leaves the same rows as the bot in one transaction, and answers with a line of text.
// No roles, no rules, no forms, no other platform, no embedded engine: the database is PG*.
import { createHash, randomUUID } from 'node:crypto';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import pg from 'pg';

const pool = new pg.Pool({ max: 10 });
const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  endpoints: '/slack/events',
  processBeforeResponse: true,
  logLevel: LogLevel.ERROR,
});
const app = new App({
  receiver,
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN ?? '' }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});

app.command('/pap', async ({ body, ack }) => {
  const [, ref, rag, note] = /^update (\S+) (red|amber|green|blue) (.+)$/s.exec(body.text) ?? [];
  if (!ref || !rag || !note) return await ack('Type: /pap update REF RATING NOTE');
  await ack(await recordUpdate(body.team_id, body.user_id, body.trigger_id, ref, rag, note));
});

async function recordUpdate(
  team: string,
  user: string,
  trigger: string,
  ref: string,
  rag: string,
  note: string,
): Promise<string> {
  const client = await pool.connect();
  const at = new Date();
  const requestId = `slack:cmd:${trigger}`;
  try {
    await client.query('BEGIN');
    const { rows: people } = await client.query(
      `SELECT p.id, p.partnership_id, p.name, o.name AS organisation
       FROM platform_account a JOIN person p ON p.partnership_id = a.partnership_id AND p.id = a.person_id
       JOIN organisation o ON o.partnership_id = p.partnership_id AND o.id = p.organisation_id
       WHERE a.platform = 'slack' AND a.tenant_id = $1 AND a.user_id = $2 AND p.active`,
      [team, user],
    );
    const person = people[0];
    if (!person) return await giveUp(client, 'You are not linked.');
    const { rowCount: first } = await client.query(
      `INSERT INTO answered_request (partnership_id, request_id, at) VALUES ($1, $2, $3)
       ON CONFLICT (partnership_id, request_id) DO NOTHING`,
      [person.partnership_id, requestId, at],
    );
    if (first === 0) return await giveUp(client, '');
    const { rows: objectives } = await client.query(
      `SELECT o.id, o.ref, o.title, o.rag, o.version
       FROM objective o JOIN plan_version v
         ON v.partnership_id = o.partnership_id AND v.id = o.plan_version_id AND v.status = 'current'
       WHERE o.partnership_id = $1 AND o.ref_key = $2`,
      [person.partnership_id, ref.toUpperCase().replace(/[^A-Z0-9]/g, '')],
    );
    const objective = objectives[0];
    if (!objective) return await giveUp(client, `There is no objective ${ref}.`);
    const { rows: cycles } = await client.query(
      `SELECT c.id FROM governance_cycle c JOIN meeting m ON m.partnership_id = c.partnership_id AND m.id = c.meeting_id
       WHERE c.partnership_id = $1 AND m.held_on >= current_date ORDER BY m.held_on LIMIT 1`,
      [person.partnership_id],
    );
    const cycleId = cycles[0]?.id ?? null;
    const { rowCount: moved } = await client.query(
      `UPDATE objective SET rag = $1, version = version + 1 WHERE partnership_id = $4 AND id = $2 AND version = $3`,
      [rag, objective.id, objective.version, person.partnership_id],
    );
    if (moved === 0) return await giveUp(client, `${ref} changed while you were writing.`);
    const updateId = randomUUID();
    await client.query(
      `INSERT INTO objective_entry (id, partnership_id, objective_id, kind, from_rag, to_rag, note,
         author_id, version, cycle_id, late, request_id, at)
       VALUES ($1, $2, $3, 'update', $4, $5, $6, $7, $8, $9, false, $10, $11)`,
      [
        updateId,
        person.partnership_id,
        objective.id,
        objective.rag,
        rag,
        note,
        person.id,
        objective.version + 1,
        cycleId,
        requestId,
        at,
      ],
    );
    await client.query(
      `UPDATE return_request SET answered_by_id = $1, answered_at = $2
       WHERE partnership_id = $5 AND objective_id = $3 AND cycle_id = $4 AND answered_by_id IS NULL`,
      [updateId, at, objective.id, cycleId, person.partnership_id],
    );
    if (objective.rag !== rag) {
      const title = `${objective.ref} ${objective.title}: ${objective.rag} → ${rag}`;
      const text = `${note} (${person.name}, ${person.organisation})`;
      await notifyChannels(client, person.partnership_id, objective.id, updateId, { title, text });
    }
    await client.query('COMMIT');
    return `Recorded: ${objective.ref} ${objective.title}: ${objective.rag} → ${rag}. ${note}`;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function notifyChannels(
  client: pg.PoolClient,
  partnershipId: string,
  objectiveId: string,
  updateId: string,
  payload: { title: string; text: string },
): Promise<void> {
  const { rows: channels } = await client.query(
    `SELECT b.id, b.platform, b.tenant_id, b.channel_id FROM channel_binding b
     JOIN objective_theme x ON x.partnership_id = b.partnership_id AND x.theme_id = b.theme_id
     WHERE x.partnership_id = $2 AND x.objective_id = $1 AND b.active AND b.purpose = 'workstream'`,
    [objectiveId, partnershipId],
  );
  for (const channel of channels) {
    const id = randomUUID();
    await client.query(
      `INSERT INTO notification (id, partnership_id, kind, dedupe_key, channel_binding_id, payload, created_at)
       VALUES ($1, $2, 'rag-change', $3, $4, $5, $6)`,
      [id, partnershipId, `rag-change:${updateId}:${channel.id}`, channel.id, payload, new Date()],
    );
    const queue = `${channel.platform} ${channel.tenant_id} ${channel.channel_id}`;
    await client.query(
      `SELECT graphile_worker.add_job('deliver-notification', $1::json, queue_name => $2,
         job_key => $3, max_attempts => 8)`,
      [
        JSON.stringify({ id, partnershipId }),
        `channel:${createHash('md5').update(queue).digest('hex')}`,
        `notification:${id}`,
      ],
    );
  }
}

async function giveUp(client: pg.PoolClient, answer: string): Promise<string> {
  await client.query('ROLLBACK');
  return answer;
}

const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
process.stdout.write(`listening ${typeof address === 'object' ? address?.port : address}\n`);
