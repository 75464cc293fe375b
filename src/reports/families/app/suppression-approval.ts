// Words that may tell a small number can still be published: once two different people approved exactly these words. The
// office's log keeps who did, with a digest in place of the words, because nothing that was typed freely stands in it.

import { createHash } from 'node:crypto';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { APPROVERS } from '../domain/refusal-families.ts';
import { type SmallNumber, smallNumbersIn } from '../domain/suppression-check.ts';

const KIND = 'families-small-count-approved';
const CODE_LENGTH = 8;

/** Why words are stopped, and who approved them so far. */
export type Stop = {
  readonly found: readonly SmallNumber[];
  /** What is typed to approve them. */
  readonly code: string;
  /** Ids of people; fewer than are needed. */
  readonly approvedBy: readonly string[];
};

/** Null: they tell no small number, or enough people approved these very words. */
export async function loadStop(words: string, { audit }: Reads<'audit'>): Promise<Stop | null> {
  const found = smallNumbersIn(words);
  if (found.length === 0) return null;
  const approvedBy = await audit.authorsOf(KIND, summaryOf(words));
  return approvedBy.length >= APPROVERS ? null : { found, code: codeOf(words), approvedBy };
}

/** Records that whoever asks approves these words, in the caller's transaction. */
export async function approve(
  words: string,
  { actor, now }: Given<'actor' | 'now'>,
  { audit }: Uses<'audit'>,
): Promise<void> {
  await audit.append({
    ...{ kind: KIND, summary: summaryOf(words), authorId: actor.personId, at: now },
  });
}

/** The start of the words' digest: enough to choose one of those on the page. */
export function codeOf(words: string): string {
  return digestOf(words).slice(0, CODE_LENGTH);
}

function summaryOf(words: string): string {
  return `words for families that may tell a small count were approved (SHA-256 ${digestOf(words)})`;
}

function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
