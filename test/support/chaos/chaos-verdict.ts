// Whether everything was delivered exactly once: the outbox on one side, what the platforms took on the other,
// and what was acknowledged to people on the third.

import type { PrismaClient } from '../../../src/generated/prisma/client.ts';
import { createRecordStore } from '../../../src/service/record/db/record.ts';
import { type Accepted, personalChat } from './chaos-platforms.ts';

export type Verdict = {
  /** Messages; these and what follows leave out the changes of messages that stand. */
  readonly notifications: number;
  readonly sent: number;
  readonly held: number;
  /** By platform: how many of the messages that were tried there are held. */
  readonly shares: Readonly<
    Record<'slack' | 'teams', { readonly held: number; readonly of: number }>
  >;
  readonly dead: number;
  readonly cancelled: number;
  readonly edits: number;
  /** Messages that people can see. */
  readonly accepted: number;
  readonly duplicates: number;
  readonly lost: number;
  /** What is not as it should be, a line each. */
  readonly violations: readonly string[];
};

type Told = { readonly acknowledged: readonly string[]; readonly accepted: readonly Accepted[] };

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly externalId: string | null;
  readonly lastError: string | null;
  readonly dedupeKey: string;
  readonly route: unknown;
};

type Finding = { readonly of: 'duplicate' | 'lost' | 'other'; readonly story: string };

export async function judge(prisma: PrismaClient, told: Told): Promise<Verdict> {
  const all: Row[] = await prisma.notification.findMany({
    select: {
      ...{ id: true, kind: true, state: true, attempts: true, externalId: true },
      ...{ lastError: true, dedupeKey: true, route: true },
    },
  });
  // A change of a message may be made twice, and nobody sees it.
  const messages = all.filter(({ kind }) => kind !== 'edit');
  const notes = await recordedNotes(prisma);
  const findings = [
    ...all.flatMap(unfinished),
    ...messages.flatMap((row) => onPlatform(row, told.accepted)),
    ...unexplained(messages, told.accepted, notes),
    ...repeatedTexts(told.accepted),
    ...(await missing(prisma, told.acknowledged, notes)),
    ...(await brokenHistory(prisma)),
  ];
  const count = (state: string) => messages.filter((row) => row.state === state).length;
  const found = (of: Finding['of']) => findings.filter((finding) => finding.of === of).length;
  return {
    ...{ notifications: messages.length, sent: count('sent'), held: count('held') },
    ...{
      dead: count('dead'),
      cancelled: count('cancelled'),
      edits: all.length - messages.length,
      accepted: told.accepted.length,
    },
    shares: { slack: shareOf('slack', messages), teams: shareOf('teams', messages) },
    ...{ duplicates: found('duplicate'), lost: found('lost') },
    violations: findings.map(({ of, story }) => `${of}: ${story}`),
  };
}

/** Of the messages that were tried on a platform. */
function shareOf(platform: 'slack' | 'teams', messages: readonly Row[]) {
  const tried = messages.filter(
    ({ route }) => (route as { platform?: string } | null)?.platform === platform,
  );
  return { held: tried.filter(({ state }) => state === 'held').length, of: tried.length };
}

function unfinished(row: Row): Finding[] {
  if (row.state === 'sent') return [];
  if (!['held', 'dead', 'cancelled'].includes(row.state))
    return [{ of: 'lost', story: `never came to an end: ${storyOf(row)}` }];
  return row.lastError ? [] : [{ of: 'other', story: `without a reason: ${storyOf(row)}` }];
}

/** What the platforms have of a message: by its mark in Slack, by the outbox's own word of it in Teams. */
function onPlatform(row: Row, accepted: readonly Accepted[]): Finding[] {
  const marked = accepted.filter(({ mark }) => mark === row.id);
  const named = accepted.filter(({ externalId }) => externalId === row.externalId);
  const story = `${storyOf(row)}; taken: ${JSON.stringify([...new Set([...marked, ...named])])}`;
  if (marked.length > 1) return [{ of: 'duplicate', story }];
  if (row.state === 'sent') {
    const [one, ...more] = named;
    if (!one) return [{ of: 'lost', story: `sent, but nobody took it: ${story}` }];
    const right = one.to === placeOf(row) && (one.mark === null || one.mark === row.id);
    return right && more.length === 0 ? [] : [{ of: 'other', story: `not what it says: ${story}` }];
  }
  const mayBeThere = row.state === 'held' || marked.length === 0;
  return mayBeThere ? [] : [{ of: 'other', story: `taken, but not sent: ${story}` }];
}

/**
 * What no row says it sent is a receipt that came too late for Slack's answer and found no other way than a message to
 * the person, once for what was recorded; in Teams it can also be a message that is held, and each of those once.
 */
function unexplained(
  messages: readonly Row[],
  accepted: readonly Accepted[],
  notes: readonly string[],
): Finding[] {
  const receipts = new Set<string>();
  const sent = new Map<string, number>();
  for (const { externalId } of messages)
    if (externalId) sent.set(externalId, (sent.get(externalId) ?? 0) + 1);
  const heldAt = new Map<string, number>();
  for (const row of messages)
    if (row.state === 'held') heldAt.set(placeOf(row), (heldAt.get(placeOf(row)) ?? 0) + 1);
  const findings: Finding[] = [...sent]
    .filter(([, times]) => times > 1)
    .map(([id]) => ({ of: 'other', story: `two rows say that they are ${id}` }));
  for (const message of accepted) {
    if (message.platform === 'slack') {
      if (messages.some(({ id }) => id === message.mark)) continue;
      const note = message.mark === null && notes.find((one) => isReceiptOf(one, message.text));
      if (!note) findings.push({ of: 'other', story: `of no row: ${JSON.stringify(message)}` });
      else if (receipts.has(note))
        findings.push({ of: 'duplicate', story: `a receipt twice: ${JSON.stringify(message)}` });
      else receipts.add(note);
    } else if (!sent.has(message.externalId)) {
      const left = heldAt.get(message.to) ?? 0;
      heldAt.set(message.to, left - 1);
      if (left <= 0)
        findings.push({
          of: 'duplicate',
          story: `neither sent nor held: ${JSON.stringify(message)}`,
        });
    }
  }
  return findings;
}

function isReceiptOf(note: string, text: string): boolean {
  return text.startsWith('Recorded: ') && text.split('\n').includes(`Note: ${note}`);
}

/** No two notifications of the chaos say the same to the same people. */
function repeatedTexts(accepted: readonly Accepted[]): Finding[] {
  const seen = new Set<string>();
  return accepted
    .filter(({ platform }) => platform === 'teams')
    .flatMap((message): Finding[] => {
      const key = `${message.to} ${message.text}`;
      if (seen.has(key)) return [{ of: 'duplicate', story: `twice: ${JSON.stringify(message)}` }];
      seen.add(key);
      return [];
    });
}

/** What was acknowledged is recorded once, and each channel of its theme has a row of it. */
async function missing(
  prisma: PrismaClient,
  acknowledged: readonly string[],
  notes: readonly string[],
): Promise<Finding[]> {
  const untold = await prisma.$queryRaw<{ key: string }[]>`
    SELECT k.key FROM objective_entry e
    JOIN objective_theme x ON x.objective_id = e.objective_id
    JOIN channel_binding c ON c.theme_id = x.theme_id
    CROSS JOIN LATERAL (SELECT 'rag-change:' || e.id || ':' || c.id AS key) k
    WHERE e.kind = 'update' AND e.from_rag IS DISTINCT FROM e.to_rag AND c.active AND c.unreachable_since IS NULL
      AND NOT EXISTS (SELECT FROM notification n WHERE n.dedupe_key = k.key)`;
  const recorded = new Map<string, number>();
  for (const note of notes) recorded.set(note, (recorded.get(note) ?? 0) + 1);
  return [
    ...acknowledged
      .filter((note) => !recorded.has(note))
      .map((note): Finding => ({ of: 'lost', story: `acknowledged, not recorded: ${note}` })),
    ...[...recorded]
      .filter(([, times]) => times > 1)
      .map(([note]): Finding => ({ of: 'duplicate', story: `recorded twice: ${note}` })),
    ...untold.map(
      ({ key }): Finding => ({ of: 'lost', story: `recorded, not to be told: ${key}` }),
    ),
  ];
}

async function recordedNotes(prisma: PrismaClient): Promise<string[]> {
  const entries = await prisma.objectiveEntry.findMany({
    where: { kind: 'update' },
    select: { words: { select: { note: true } } },
  });
  return entries.map(({ words }) => words?.note ?? '');
}

async function brokenHistory(prisma: PrismaClient): Promise<Finding[]> {
  const store = createRecordStore(prisma);
  const reports = await Promise.all(
    (await store.list()).map(({ id }) => store.open(id).history.verify()),
  );
  return reports.flatMap(({ firstBreak }): Finding[] =>
    firstBreak ? [{ of: 'other', story: `the history broke: ${JSON.stringify(firstBreak)}` }] : [],
  );
}

/** Where a row's last attempt went, as the platforms name it. */
function placeOf({ route }: Row): string {
  const { platform, target } = (route ?? {}) as {
    platform?: string;
    target?: { kind: string; userId?: string; channelId?: string };
  };
  if (target?.kind === 'channel') return target.channelId ?? '';
  return platform === 'slack' ? `D${target?.userId}` : personalChat(target?.userId ?? '');
}

function storyOf(row: Row): string {
  return JSON.stringify(row);
}
