// Whether a meeting can have signed a target off.
import { Temporal } from 'temporal-polyfill';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { ByHand } from '../../../cycle/cycles/domain/cycle.ts';

type Day = Temporal.PlainDate;

export type SigningMeeting = {
  readonly title: string;
  readonly heldOn: Day;
  readonly byHand: Pick<ByHand, 'minutedAt'>;
};

/**
 * A meeting decides of what lay before it, on its day or later it is known what it decided, and once its minutes are
 * agreed nothing is added to it.
 * @param proposedOn the day on which the target was proposed as it stands now, by the partnership's clock
 * Refusals: `meeting-not-held`, `minutes-agreed`, `target-after-meeting`.
 */
export function mayBeSignedOff(
  number: number,
  { proposedOn }: { readonly proposedOn: Day },
  { title, heldOn, byHand }: SigningMeeting,
  today: Day,
): Result<true> {
  const meeting = { number, meeting: title, on: heldOn.toString() };
  if (Temporal.PlainDate.compare(heldOn, today) > 0)
    return refuse({ code: 'meeting-not-held', ...meeting });
  if (byHand.minutedAt !== null) return refuse({ code: 'minutes-agreed', ...meeting });
  if (Temporal.PlainDate.compare(proposedOn, heldOn) > 0)
    return refuse({
      code: 'target-after-meeting',
      ...meeting,
      proposedOn: proposedOn.toString(),
    });
  return ok(true);
}
