// Which meeting can have signed a target off.
import { describe, expect, it } from 'vitest';
import { mayBeSignedOff } from '../../../../src/reports/kpis/domain/kpi-sign-off.ts';
import { at, day } from '../../../support/rules/builders.ts';

const minuted = at('2024-07-30T10:00');

describe('mayBeSignedOff', () => {
  it.each([
    ['proposed before, held, minutes open', '2024-07-01', null, '2024-07-25', 'yes'],
    ['proposed on the day itself', '2024-07-24', null, '2024-07-25', 'yes'],
    ['on the day of the meeting', '2024-07-01', null, '2024-07-24', 'yes'],
    ['the day before the meeting', '2024-07-01', null, '2024-07-23', 'meeting-not-held'],
    ['its minutes are agreed', '2024-07-01', minuted, '2024-08-01', 'minutes-agreed'],
    ['proposed the day after', '2024-07-25', null, '2024-07-26', 'target-after-meeting'],
  ])('%s', (_name, proposedOn, minutedAt, today, expected) => {
    const may = mayBeSignedOff(
      12,
      { proposedOn: day(proposedOn) },
      { title: 'Board meeting', heldOn: day('2024-07-24'), byHand: { minutedAt } },
      day(today),
    );

    expect(may.ok ? 'yes' : may.refusal.code).toBe(expected);
  });
});
