// Names as they are compared.
import { expect, it } from 'vitest';
import { foldWords, nameWords } from '../../../../src/people/people/domain/fold-name.ts';

it.each([
  ['Seán O’Brien', 'sean obrien'],
  ['SEA\u0301N O`BRIEN', 'sean obrien'],
  ['Smith-Jones', 'smith jones'],
  ['Łukasz Øst', 'lukasz ost'],
  ['  J.  R. Ewing ', 'j r ewing'],
  ['', ''],
])('%j is compared as %j', (name, folded) => {
  expect(foldWords(name).join(' ')).toBe(folded);
});

it.each([
  ['Dr Femi Adé', 'femi ade'],
  ['Cllr. Ella Brown MBE', 'ella brown'],
  ['Mr', 'mr'],
  ['Jack Ma', 'jack ma'],
])('of %j the title is left out: %j', (name, folded) => {
  expect(nameWords(name).join(' ')).toBe(folded);
});
