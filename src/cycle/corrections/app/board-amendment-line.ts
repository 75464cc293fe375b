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
import { findNamedObjective } from '../../../plan/objectives/app/find-objective.ts';
import { takesBoardAmendments } from '../../cycles/domain/cycle-states.ts';
import { CYCLE_VERB, cycleUsage } from '../../meetings/app/cycle-lines.ts';
import { findCycle } from '../../meetings/app/find-cycle.ts';
import { findForum } from '../../meetings/app/find-meeting.ts';
import { boardAmendmentReceipt } from '../messages/board-amendment.ts';
import { amendForBoard } from './amend-for-board.ts';

type AmendLineNeeds = Given<
  Doing | 'partnership' | 'today' | 'terms',
  Reads<NoteNames | 'calendars' | 'items' | 'meetings'> &
    Uses<'objectives' | 'people'> &
    Commits<'notifications' | 'objectives'>
>;

/** `amend siab 2B:2 amber the board was not shown the evidence`: what the board decided. */
export async function amendLine(
  said: Readonly<Record<'forum' | 'ref' | 'impact' | 'rating' | 'why', string>>,
  context: AmendLineNeeds,
): Promise<CommandResult> {
  const forum = await findForum(said.forum, context.record);
  if (!forum.ok) return refused(forum.refusal);
  const start = `${CYCLE_VERB} amend ${forum.value.key}`;
  const named = await findNamedObjective(said.ref, start, context);
  if (!named.ok) return refused(named.refusal);
  const { objective } = named.value;
  // A letter may be the first word of why, and of two ratings neither is meant for sure.
  const rag = leadingColour(said.rating);
  if (rag === null || parseRag(`${said.rating} ${said.why}`).kind !== 'rating')
    return cycleUsage(
      'Say the rating that the board set and why: “amend siab 2B:2 amber the board was not shown the evidence”.',
    );
  const impact = said.impact !== '';
  const begun = `${start} ${objective.ref}${impact ? ' impact' : ''} ${rag}`;
  const note = await parseTypedNote(said.why, begun, context);
  if (!note.ok) return refused(note.refusal);
  if (note.value === null) return cycleUsage('Say why the board decided it, behind the rating.');
  const takes = (cycle: Parameters<typeof takesBoardAmendments>[0]) =>
    takesBoardAmendments(cycle, context.now);
  const found = await findCycle(forum.value, '', takes, context);
  if (!found.ok) return refused(found.refusal);
  const decided = {
    rating: impact ? 'impact' : 'delivery',
    rag,
    note: note.value,
  } as const;
  const done = await amendForBoard(decided, objective, found.value, context);
  return done.ok ? recorded(boardAmendmentReceipt(done.value)) : refused(done.refusal);
}
