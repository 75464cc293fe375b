// What a person sees when something broke: what to do, and the reference to give.
import { expect, it } from 'vitest';
import { faultMessage } from '../../../../src/service/dispatch/messages/fault.ts';
import { bodyOf } from '../../../support/world/read-message.ts';

it('a fault says what to do and gives the reference', () => {
  const message = faultMessage('1a2b3c4d');

  expect(message.title).toBe('Something went wrong on our side');
  expect(message.tone).toBe('attention');
  expect(bodyOf(message)).toEqual([
    'Your request may not have been recorded. Please look with /pap show and try again; if it happens twice, tell the programme office this reference: 1a2b3c4d.',
  ]);
});
