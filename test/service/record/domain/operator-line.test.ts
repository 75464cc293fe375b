// What an operator types.
import { expect, it } from 'vitest';
import { parseOperatorLine } from '../../../../src/service/record/domain/operator-line.ts';

const as = 'ops@example.org';

it.each([
  ['list', { verb: 'list' }],
  ['audit', { verb: 'audit', key: null }],
  ['audit vale', { verb: 'audit', key: 'vale' }],
  ['set-up plan people', { verb: 'set-up', folders: ['plan', 'people'] }],
  ['bind vale slack T1', { verb: 'bind', key: 'vale', platform: 'slack', tenantId: 'T1' }],
  ['off vale because it ended', { verb: 'off', key: 'vale', reason: 'it ended' }],
  ['on vale', { verb: 'on', key: 'vale', reason: null }],
  ['export vale out.jsonl', { verb: 'export', key: 'vale', file: 'out.jsonl' }],
  ['erase vale', { verb: 'erase', key: 'vale', check: null, name: null }],
  ['erase vale confirm ab12', { verb: 'erase', key: 'vale', check: 'ab12', name: null }],
  [
    'erase vale confirm ab12 finally Vale Partnership',
    { verb: 'erase', key: 'vale', check: 'ab12', name: 'Vale Partnership' },
  ],
])('“%s” is read', (line, read) => {
  expect(parseOperatorLine(['--as', 'OPS@example.org', ...line.split(' ')])).toEqual({
    ok: true,
    value: { as, ...read },
  });
});

it.each([
  ['', 'Say what to do.'],
  ['off vale', 'Say why'],
  ['off vale for no reason', 'Say why'],
  ['off', 'Name a partnership.'],
  ['bind vale terminal T1', 'Name slack or teams'],
  ['bind vale slack', 'Name slack or teams'],
  ['export vale', 'Name one file'],
  ['export vale a b', 'Name one file'],
  ['erase vale now', 'Behind the partnership'],
  ['erase vale confirm ab12 finally', 'At the end stands'],
  ['list all', 'Nothing stands behind list.'],
  ['set-up', 'Name a folder.'],
  ['destroy vale', '“destroy” is none of the verbs.'],
])('“%s” is refused', (line, problem) => {
  const read = parseOperatorLine(['--as', as, ...line.split(' ').filter(Boolean)]);

  expect(read).toMatchObject({
    ok: false,
    refusal: { code: 'operator-usage', problem: expect.stringContaining(problem) },
  });
});

it('wants to know who it is', () => {
  for (const argv of [['list'], ['--as', 'nobody', 'list'], ['--as'], []])
    expect(parseOperatorLine(argv)).toMatchObject({ ok: false });
});
