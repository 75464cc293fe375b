// What is read by declared forms, form by form; and what is said of a line that none of them fits.
import { describe, expect, it } from 'vitest';
import {
  anyOrder,
  anyPart,
  choice,
  date,
  dated,
  flag,
  hidden,
  line,
  link,
  maybe,
  number,
  partRef,
  period,
  person,
  rating,
  ref,
  refs,
  theme,
  word,
  words,
} from '../../../../src/core/message/domain/line-form.ts';
import { printForm, usageLines } from '../../../../src/core/message/domain/line-text.ts';
import { parseForm } from '../../../../src/core/message/domain/parse-form.ts';
import { unreadText } from '../../../../src/core/message/messages/unread-line.ts';
import { vocabularyOf } from '../../../../src/plan/objectives/app/parse-line.ts';
import { refsOf } from '../../../support/rules/builders.ts';

const vocabulary = vocabularyOf(refsOf('1A:1', '2B:2', '3'));

const decide = {
  all: dated(line(maybe(theme()))),
  one: dated(line(ref())),
  ask: line(
    ...[ref(), word('needed', 'needs', 'need'), words('what', '<what>'), word('from')],
    ...[words('whom', '<whom>'), maybe(word('by'), date('by'))],
  ),
  withdraw: line(ref(), word('withdraw'), maybe(anyPart('D'))),
  take: line(ref(), partRef('D'), words('outcome', '<what was decided>')),
};
const outstanding = {
  list: line(anyOrder(theme(), rating(), flag('overdue', 'late'), person('person'))),
};
const away = {
  list: line(),
  settle: line(choice('word', 'accept', 'decline'), number()),
  off: line(maybe(person('who')), word('off', 'cancel')),
  record: line(
    ...[maybe(person('who')), period('when', '<12–23 Aug>')],
    maybe(word('cover', 'covered by'), person('cover')),
  ),
};
const others = {
  involved: line(ref(), word('with'), words('who', '<who>'), date('on')),
  give: line(ref(), link(), words('shows', '<what>'), maybe(choice('rung', 'done', 'used'))),
  several: line(refs(), words('note', '<note>')),
};

describe('a line is read by the first form that it fits', () => {
  it.each([
    ['', 'all', {}],
    ['theme 1', 'all', { theme: 'theme 1' }],
    ['T12', 'all', { theme: 'T12' }],
    ['2b2', 'one', { ref: '2b2' }],
    ['2B:2 needed a trainer from SIAB', 'ask', { what: 'a trainer', whom: 'SIAB', by: '' }],
    ['2B:2 NEEDS: a trainer from SIAB by 24 July', 'ask', { whom: 'SIAB', by: '24 July' }],
    ['2B:2 need 2 from here from SIAB', 'ask', { what: '2 from here', whom: 'SIAB' }],
    ['2B:2 need x from SIAB by post', 'ask', { whom: 'SIAB by post', by: '' }],
    ['2B:2 need x from SIAB by Easter', 'ask', { whom: 'SIAB', by: 'Easter' }],
    ['2B:2 need "x from y" from SIAB', 'ask', { what: '"x from y"', whom: 'SIAB' }],
    ['2B:2 withdraw', 'withdraw', { part: '' }],
    ['2B:2 withdraw d1', 'withdraw', { part: 'd1' }],
    ['2B:2 withdraw the second', null, {}],
    ['2B:2 D1 agreed', 'take', { part: 'D1', outcome: 'agreed' }],
    ['2B:2 D1, D2 and D3: agreed', 'take', { part: 'D1, D2 and D3', outcome: 'agreed' }],
    ['2B:2 D1', null, {}],
    ['2B:2 E1 agreed', null, {}],
    ['2B:2 needed a trainer', null, {}],
    ['2B:2 agreed', null, {}],
  ])('decide %j → %s', (text, form, said) => {
    expectRead(parseForm(text, decide, vocabulary), form, said);
  });

  it.each([
    ['', {}],
    ['theme 1 red', { theme: 'theme 1', rating: 'red' }],
    ['at risk late theme 2', { theme: 'theme 2', rating: 'at risk', overdue: 'overdue' }],
    ['@ella overdue', { person: '@ella', overdue: 'overdue' }],
    ['Ella theme 2 Smith', { person: 'Ella Smith', theme: 'theme 2' }],
  ])('outstanding %j, in any order', (text, said) => {
    expectRead(parseForm(text, outstanding, vocabulary), 'list', said);
  });

  it.each([
    ['accept 3', 'settle', { word: 'accept', number: '3' }],
    ['Decline #3', 'settle', { word: 'decline', number: '#3' }],
    ['off', 'off', { who: '' }],
    ['@ella off', 'off', { who: '@ella' }],
    ['<@U123> cancel', 'off', { who: '<@U123>' }],
    ['12–23 Aug', 'record', { who: '', when: '12–23 Aug', cover: '' }],
    ['12–23 Aug, cover @sam', 'record', { when: '12–23 Aug', cover: '@sam' }],
    ['next week covered by Sam Reed', 'record', { when: 'next week', cover: 'Sam Reed' }],
    ['@Ella Smith next week', 'record', { who: '@Ella Smith', when: 'next week' }],
    ['ella@example.org 3 July', 'record', { who: 'ella@example.org', when: '3 July' }],
    ['accept', 'record', { when: 'accept' }],
  ])('away %j → %s', (text, form, said) => {
    expectRead(parseForm(text, away, vocabulary), form, said);
  });

  it.each([
    ['2B:2 with six parents 12 June', 'involved', { who: 'six parents', on: '12 June' }],
    ['2B:2 https://x.org/a register used', 'give', { shows: 'register', rung: 'used' }],
    ['2B:2 www.x.org/a, register', 'give', { link: 'www.x.org/a,', shows: 'register', rung: '' }],
    ['2B:2 1A:1 unchanged', 'several', { refs: '2B:2, 1A:1', note: 'unchanged' }],
    ['3, 1A:1: unchanged', 'several', { refs: '3, 1A:1', note: 'unchanged' }],
  ])('%j → %s', (text, form, said) => {
    expectRead(parseForm(text, others, vocabulary), form, said);
  });
});

it('says where words as they come begin, with what divides them', () => {
  const read = parseForm('2B:2 needed  a trainer,  from SIAB by 24 July ', decide, vocabulary);

  expect(read).toMatchObject({ rest: 'a trainer,  from SIAB by 24 July' });
});

describe('of a line that no form fits', () => {
  it.each([
    [
      '2B:2 needed a trainer',
      '“from” is missing in “decide <ref> needed <what> from <whom> [by <date>]”. For example: “decide 2B:2 …”.',
    ],
    [
      '2B:2 D1',
      '“<what was decided>” is missing in “decide <ref> D1 <what was decided>”. For example: “decide 2B:2 …”.',
    ],
    [
      '2B:2 agreed',
      '“agreed” says nothing to me there. After “decide <ref>” I understand “needed <what> from <whom> [by <date>]”, “withdraw [D1]”, “D1 <what was decided>”. For example: “decide 2B:2 …”.',
    ],
  ])('%j: what is missing where most of it fits', (text, says) => {
    const read = parseForm(text, decide, vocabulary);

    expect(read.kind).toBe('unread');
    if (read.kind === 'unread')
      expect(unreadText('decide', decide, read, 'decide 2B:2 …')).toBe(says);
  });
});

it('shows a form as it is typed, and none that only buttons say', () => {
  const forms = { ...decide, confirmed: hidden(line(word('confirm'), ref())) };

  expect(usageLines('decide', forms)).toEqual([
    'decide [theme <n>] [at <date>]',
    'decide <ref> [at <date>]',
    'decide <ref> needed <what> from <whom> [by <date>]',
    'decide <ref> withdraw [D1]',
    'decide <ref> D1 <what was decided>',
  ]);
  expect(usageLines('outstanding', outstanding)).toEqual([
    'outstanding [theme <n>] [red|amber|green|blue] [overdue] [@name]',
  ]);
});

it('prints what a form says, without what is left out', () => {
  expect(printForm(decide.ask, { ref: '2B:2', what: 'x', whom: 'SIAB' })).toBe(
    '2B:2 needed x from SIAB',
  );
  expect(printForm(outstanding.list, { overdue: 'overdue', person: '@ella' })).toBe(
    'overdue @ella',
  );
});

function expectRead(
  read: { kind: string; form: string; said?: unknown },
  form: string | null,
  said: object,
) {
  if (form === null) expect(read.kind, JSON.stringify(read)).toBe('unread');
  else expect(read).toMatchObject({ kind: 'read', form, said });
}
