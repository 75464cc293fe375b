import { expect, it } from 'vitest';
import { asksForImport } from '../../../../src/core/request/app/download-file.ts';

it.each([
  '',
  '  ',
  'admin import',
  'ADMIN  IMPORT columns',
  'please import this',
  'Could you load the new plan?',
  'here is the updated plan',
])('fetches a file that came with “%s”', (text) => expect(asksForImport(text)).toBe(true));

it.each(['update 2B:2 amber 14 of 20', 'evidence 2B:2', 'mine', 'admin export'])(
  'leaves a file alone that came with “%s”',
  (text) => expect(asksForImport(text)).toBe(false),
);
