// The use case behind `admin pack`: the pack of a meeting is worded from the record, written as files, and frozen. Whoever
// asks again is handed the same bytes; a new version stands beside the one before it.

import { createHash } from 'node:crypto';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import { InvariantError } from '../../../core/request/app/faults.ts';
import { writeDocument } from '../../../core/request/app/file-ports.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result } from '../../../core/request/domain/result.ts';
import type { ForumView, MeetingView } from '../../../cycle/meetings/app/meeting-ports.ts';
import { packRatings } from '../domain/pack-ratings.ts';
import { packDocument } from '../messages/pack.ts';
import { loadPack, type PackOf } from './load-pack.ts';
import type { PackFile, PackView } from './pack-ports.ts';

const VERB = 'admin pack';
/** Two meetings' packs that are made at once both want the next number. */
const MAX_TRIES = 3;

export type MadePack = {
  readonly pack: PackView;
  readonly files: readonly PackFile[];
  /** False: it had been made before. */
  readonly isNew: boolean;
};

type FreezeNeeds = Given<
  Doing | 'partnership' | 'today' | 'files',
  Reads<'channelBindings' | 'peopleAdmin'> &
    Commits<
      | 'audit'
      | 'calendars'
      | 'changes'
      | 'cycles'
      | 'highlights'
      | 'history'
      | 'items'
      | 'kpiFigures'
      | 'kpis'
      | 'meetings'
      | 'objectives'
      | 'packs'
    >
>;

export type MakePackNeeds = FreezeNeeds & Given<never, Uses<'packs'>>;

/**
 * The meeting's pack, made if there is none.
 * @param after the version that a new one is to follow; absent: any that is there is handed out
 * Refusal: `not-permitted`
 */
export async function makePack(
  { forum, meeting }: { readonly forum: ForumView; readonly meeting: MeetingView },
  context: MakePackNeeds,
  after?: number,
): Promise<Result<MadePack>> {
  const allowed = permit(context.actor, 'pack', VERB);
  if (!allowed.ok) return allowed;
  const { record } = context;
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const packs = await record.packs.list();
    const latest = packs.find(({ meetingId }) => meetingId === meeting.id);
    // Somebody else made it in between.
    if (latest && latest.version !== after) return ok(await handOut(latest, context));
    const number = latest?.number ?? Math.max(0, ...packs.map((pack) => pack.number)) + 1;
    const version = (latest?.version ?? 0) + 1;
    if (await freeze({ forum, meeting, number, version }, context)) {
      const made = (await record.packs.list()).find((one) => isSame(one, { number, version }));
      if (!made) throw new InvariantError(`pack ${number} version ${version} was not kept`);
      return ok({ ...(await handOut(made, context)), isNew: true });
    }
  }
  throw new InvariantError(`the pack of meeting ${meeting.id} got no number`);
}

/** What was frozen, byte for byte. */
export async function handOut(
  pack: PackView,
  { record }: { readonly record: Uses<'packs'> },
): Promise<MadePack> {
  const files = await record.packs.files(pack.id);
  for (const { sha256, bytes, format } of files)
    if (digest(bytes) !== sha256)
      throw new InvariantError(
        `the ${format} of pack ${pack.number} version ${pack.version} is not what was frozen`,
      );
  return { pack, files, isNew: false };
}

/** False: its number or version was taken in between. */
async function freeze(pack: PackOf, context: FreezeNeeds): Promise<boolean> {
  const { record, actor, now, today, files: formats } = context;
  const { forum, meeting, number, version } = pack;
  // Read at one moment; what takes long, the drawing, holds nothing up.
  const facts = await record.transaction((repositories) => loadPack(pack, repositories, context));
  const content = await shownInWords(packDocument(facts), record, today);
  const files = [
    toFile('docx', await writeDocument(content, 'docx', formats)),
    toFile('html', await writeDocument(content, 'html', formats)),
  ];
  try {
    await commitOnce(context, async ({ packs, audit }) => {
      const added = await packs.add({
        ...{ number, version, meetingId: meeting.id, content, files },
        ratings: packRatings(facts.objectives.map(({ objective }) => objective)),
        ...{ madeById: actor.personId, at: now },
      });
      // Thrown, so that the request is not held to be answered.
      if (!added) throw new Overtaken();
      await audit.append({
        kind: 'pack-made',
        summary: `board pack ${number}, version ${version}, was made for ${forum.key} on ${dayText(meeting.heldOn)}`,
        authorId: actor.personId,
        at: now,
      });
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

function toFile(format: PackFile['format'], bytes: Uint8Array): PackFile {
  return { format, bytes, sha256: digest(bytes) };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isSame(one: PackView, other: Pick<PackView, 'number' | 'version'>): boolean {
  return one.number === other.number && one.version === other.version;
}
