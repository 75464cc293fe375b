// Which workspace or tenant a line names, and why.
import { describe, expect, it } from 'vitest';
import {
  splitAllowed,
  splitPlatform,
  tenantIdOf,
} from '../../../../src/people/guests/domain/allowed-organisation.ts';

const TENANT = '0a1b2c3d-0000-4000-8000-00000000000f';

describe('a line about another organisation', () => {
  it.each([
    ['slack', 't0borset1', 'T0BORSET1'],
    ['slack', 'E0GRID0001', 'E0GRID0001'],
    ['teams', TENANT.toUpperCase(), TENANT],
    ['slack', TENANT, null],
    ['slack', 'U0PERSON1', null],
    ['slack', 'borset', null],
    ['teams', 'borset.onmicrosoft.com', null],
    ['teams', `${TENANT}0`, null],
    ['teams', '', null],
  ] as const)('reads the id of %s: %s', (platform, typed, id) => {
    expect(tenantIdOf(platform, typed)).toBe(id);
  });

  it.each([
    ['Slack T0BORSET1', { platform: 'slack', rest: 'T0BORSET1' }],
    [`teams  ${TENANT} x`, { platform: 'teams', rest: `${TENANT} x` }],
    ['terminal x', null],
    ['slack', null],
    ['', null],
  ])('reads where: %s', (words, read) => {
    expect(splitPlatform(words)).toEqual(read);
  });

  it.each([
    ['T0B "Borset Trust" because of 1.3', ['T0B', 'Borset Trust', 'of 1.3']],
    [
      'T0B Borset Trust because it owns 1.3 because it can',
      ['T0B', 'Borset Trust', 'it owns 1.3 because it can'],
    ],
    ['T0B “Borset Trust” because\ntwo lines', ['T0B', 'Borset Trust', 'two lines']],
    ['T0B "Borset Trust"', null],
    ['T0B because of 1.3', null],
    ['because of 1.3', null],
  ])('reads the name and the reason: %s', (words, read) => {
    const split = splitAllowed(words);
    expect(split && [split.id, split.name, split.reason]).toEqual(read);
  });
});
