// Who owes a return for a meeting and would not be asked for it, or not reached, and why.

import type { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { ChaseFacts } from '../../../cycle/chases/app/chase-facts.ts';
import { absentOn, calendarOf } from '../../../cycle/chases/domain/chase-audience.ts';
import { isSnoozed } from '../../../cycle/chases/domain/chase-policy.ts';
import { isOutAllAlong } from '../../../cycle/cycles/domain/chase-steps.ts';
import { cycleDeadlines } from '../../../cycle/cycles/domain/cycle.ts';
import { isVacant } from '../../../plan/objectives/domain/objective.ts';
import type { RehearsedMessage, SilentPerson } from '../messages/rehearsal.ts';

type CycleFacts = ChaseFacts['cycles'][number];

/** By name; objectives that nobody owns come first. */
export function silentPeople(
  facts: CycleFacts,
  { circumstances }: ChaseFacts,
  messages: readonly RehearsedMessage[],
  names: ReadonlyMap<string, string>,
  { reachable, today }: Given<'today'> & { readonly reachable: ReadonlySet<string> },
): SilentPerson[] {
  const { cycle, objectives, outstanding } = facts;
  const vacant = objectives.filter(isVacant).map(({ ref }) => ref);
  const asked = new Set(
    messages
      .filter(({ role, step }) => role === 'owner' && step !== 'notice')
      .map((one) => one.personId),
  );
  const owing = new Map<string, string[]>();
  for (const { ref, ownerIds } of outstanding)
    for (const id of ownerIds) owing.set(id, [...(owing.get(id) ?? []), ref]);
  const silent: SilentPerson[] = [];
  for (const [personId, refs] of owing) {
    const name = names.get(personId) ?? '';
    if (!asked.has(personId)) silent.push({ name, refs, why: whyNotAsked(personId) });
    else if (!reachable.has(personId))
      silent.push({ name, refs, why: 'has no account that PAP can write to' });
    const hour = circumstances.hours.get(personId);
    if (asked.has(personId) && hour !== undefined)
      silent.push({ name, refs, why: `is written to from ${hour}:00 on, as they chose` });
  }
  silent.sort((one, other) => one.name.localeCompare(other.name));
  return vacant.length > 0
    ? [{ name: 'Nobody', refs: vacant, why: 'is named as owner: nobody is asked' }, ...silent]
    : silent;

  function whyNotAsked(personId: string): string {
    const { returnsDueOn, opens } = cycleDeadlines(cycle);
    if (isOutAllAlong(cycle, calendarOf(personId, cycle, circumstances)))
      return 'works on no day before the returns are due';
    const away = awayBetween(localDate(opens, cycle.timeZone), returnsDueOn).find(
      (one) => one.personId === personId,
    );
    if (away)
      return away.coverId === null
        ? 'is away, and nobody covers'
        : `is away; ${names.get(away.coverId) ?? 'somebody'} covers`;
    if (isSnoozed(personId, cycle.id, circumstances.snoozes, today)) return 'put the chases off';
    return 'was asked before, or nothing falls due any more';
  }

  function awayBetween(first: Temporal.PlainDate, last: Temporal.PlainDate) {
    return [first, last].flatMap((day) => absentOn(day, circumstances.absences));
  }
}
