// Words for families: what is hard to read, and which abbreviations need explaining.
import { describe, expect, it } from 'vitest';
import {
  glossaryFor,
  parseFamilySubject,
} from '../../../../src/reports/families/domain/families-page.ts';
import {
  abbreviationsIn,
  hardToRead,
} from '../../../../src/reports/families/domain/plain-words.ts';
import { refsOf } from '../../../support/rules/builders.ts';

describe('what is hard to read', () => {
  it.each([
    ['Every child will have a named person to talk to.', null],
    ['', null],
    [
      'Multidisciplinary arrangements help.',
      { wordsInSentence: 3, longWords: ['Multidisciplinary'] },
    ],
    [
      'We will make sure that each of the people who help a child and their family knows what all of the others do and when they do it.',
      { wordsInSentence: 28, longWords: [] },
    ],
  ])('%s', (words, found) => {
    expect(hardToRead(words)).toEqual(found);
  });
});

describe('abbreviations', () => {
  it('are words with two capitals, plurals and mixed ones too', () => {
    expect(abbreviationsIn('The EHCPs of the CoP, by SEN2; Oxfordshire’s 2B:2, EHCPs')).toEqual([
      ...['EHCPs', 'CoP', 'SEN2'],
    ]);
  });

  it('bring the terms that explain them, and those that explain these', () => {
    const ehcp = { term: 'EHCP', meaning: 'a plan for SEND', plain: null };
    const send = { term: 'SEND', meaning: 'special needs', plain: null };
    const unused = { term: 'NEET', meaning: 'not in work', plain: null };

    const { glossary, unexplained } = glossaryFor(['EHCPs and the LAP'], [send, ehcp, unused]);

    expect(glossary).toEqual([ehcp, send]);
    expect(unexplained).toEqual(['LAP']);
  });
});

describe('what an item speaks of', () => {
  it.each([
    ['2B:2 A named person', { kind: 'objective', ref: '2B:2' }, 'A named person'],
    ['KPI 12 Fewer', { kind: 'kpi', number: 12 }, 'Fewer'],
    ['quote 3', { kind: 'quote', number: 3 }, ''],
  ])('%s', (line, subject, words) => {
    expect(parseFamilySubject(line, refsOf('2B:2'))).toEqual({ subject, words });
  });

  it('is nothing when nothing is typed', () => {
    expect(parseFamilySubject('', refsOf())).toBeNull();
  });
});
