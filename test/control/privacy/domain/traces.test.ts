// What a person is known by, and words without it.
import { describe, expect, it } from 'vitest';
import {
  mentions,
  relabelled,
  relabelledWhole,
  type Traces,
  tellingParts,
  withoutTraces,
} from '../../../../src/control/privacy/domain/traces.ts';

const traces: Traces = {
  personId: '00000000-0000-4000-8000-000000000001',
  label: 'a former owner 7',
  erased: 'words erased on Mon 1 July 2024',
  names: ['Siân O’Brien-Ng', 'Sian Wood'],
  parts: ['Siân', 'O’Brien-Ng'],
  addresses: new Map([['sian.wood@nhs.example', 'erased-7@erased.invalid']]),
  accounts: ['U0SIAN'],
};

describe('the parts that tell', () => {
  it.each([
    ['Asha Example', ['Ben Example'], ['Asha']],
    ['Grace Wood', [], []],
    ['Bo Li', [], []],
    ['Siân O’Brien-Ng', ['Right Support'], ['Siân', 'O’Brien-Ng']],
    ['Asha Oxley', ['Oxley School'], ['Asha']],
  ])('of %s beside %j are %j', (name, others, parts) => {
    expect(tellingParts([name], others)).toEqual(parts);
  });
});

it.each([
  ['as siân o’brien-ng said', true],
  ['Siân’s list', true],
  ['write to SIAN.WOOD@nhs.example', true],
  ['asked by ⟦00000000-0000-4000-8000-000000000001⟧', true],
  ['asked by ⟦00000000-0000-4000-8000-000000000002⟧', false],
  ['<@U0SIAN> agreed', true],
  ['U0SIANX agreed', false],
  ['Sian Woodward agreed', false],
  ['two of three posts are filled', false],
])('mentions: %s → %s', (text, found) => {
  expect(mentions(text, traces)).toBe(found);
});

it('puts the label in the place of a name, and leaves the sentence', () => {
  expect(relabelled('Sian Wood left on 1 July; vacant: 1.2', traces)).toBe(
    'a former owner 7 left on 1 July; vacant: 1.2',
  );
  expect(relabelled('Siân left', traces)).toBe('Siân left');
  expect(relabelledWhole('Siân left', traces)).toBe('a former owner 7 left');
  expect(relabelled('to sian.wood@nhs.example', traces)).toBe('to erased-7@erased.invalid');
});

it('takes names and erased words out of data, at every depth, and leaves all else', () => {
  const gone = ['fourteen of twenty are trained', 'ok'];
  const data = {
    title: 'PA1.2a: amber',
    blocks: [
      { text: 'Note: fourteen of twenty are trained.', who: 'Sian Wood' },
      { text: 'ok', count: 3, yes: true, none: null },
      { text: 'it is ok' },
    ],
  };

  expect(withoutTraces(data, traces, gone)).toEqual({
    title: 'PA1.2a: amber',
    blocks: [
      { text: traces.erased, who: 'a former owner 7' },
      { text: traces.erased, count: 3, yes: true, none: null },
      { text: 'it is ok' },
    ],
  });
});
