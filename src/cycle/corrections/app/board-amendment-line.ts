// The line `admin cycle amend`: what the board decided of a rating.

import { leadingColour, parseRag } from '../../../core/message/domain/rag.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { findNamedObjective } from '../../../plan/objectives/app/find-objective.ts';
import { takesBoardAmendments } from '../../cycles/domain/cycle-states.ts';
import { CYCLE_VERB, cycleUsage } from '../../meetings/app/cycle-lines.ts';
import { findCycle } from '../../meetings/app/find-cycle.ts';
import { splitForum } from '../../meetings/app/find-meeting.ts';
import { boardAmendmentReceipt } from '../messages/board-amendment.ts';
import { amendForBoard } from './amend-for-board.ts';

type AmendLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<NoteNames | 'calendars' | 'items' | 'meetings'> &
    Uses<'objectives' | 'people'> &
    Commits<'notifications' | 'objectives'>
>;

/** `amend siab 2B:2 amber the board was not shown the evidence`: what the board decided. */
export async function amendLine(line: string, context: AmendLineNeeds): Promise<CommandResult> {
  const allowed = permit(context.actor, 'board-amendment', `${CYCLE_VERB} amend`);
  if (!allowed.ok) return refused(allowed.refusal);
  const { forum, rest } = await splitForum(line, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const start = `${CYCLE_VERB} amend ${forum.value.key}`;
  const read = await findNamedObjective(rest, start, context);
  if (!read.ok) return refused(read.refusal);
  const { objective, rest: said } = read.value;
  const impact = /^impact\b[:,]?\s*/i.exec(said)?.[0] ?? '';
  const words = said.slice(impact.length);
  const reading = parseRag(words);
  if (leadingColour(words) === null || reading.kind !== 'rating')
    return cycleUsage(
      'Say the rating that the board set and why: “amend siab 2B:2 amber the board was not shown the evidence”.',
    );
  const begun = `${start} ${objective.ref}${impact ? ' impact' : ''} ${reading.rag}`;
  const note = await parseTypedNote(reading.rest, begun, context);
  if (!note.ok) return refused(note.refusal);
  if (note.value === null) return cycleUsage('Say why the board decided it, behind the rating.');
  const takes = (cycle: Parameters<typeof takesBoardAmendments>[0]) =>
    takesBoardAmendments(cycle, context.now);
  const found = await findCycle(forum.value, '', takes, context);
  if (!found.ok) return refused(found.refusal);
  const decided = {
    rating: impact ? 'impact' : 'delivery',
    rag: reading.rag,
    note: note.value,
  } as const;
  const done = await amendForBoard(decided, objective, found.value, context);
  return done.ok ? recorded(boardAmendmentReceipt(done.value)) : refused(done.refusal);
}
