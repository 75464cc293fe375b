// Evidence as people type it: the link, what it shows, and its rung.

import { describe, expect, it } from 'vitest';
import { looksLikeLink } from '../../../../src/core/message/domain/parse-piece.ts';
import {
  carriesBlue,
  MAX_LINK_LENGTH,
  parseLink,
  parseShows,
} from '../../../../src/plan/plan-items/domain/evidence.ts';
import { evidence } from '../../../support/rules/builders.ts';

it.each([
  ['training register', 'training register', 'done'],
  ['training register done', 'training register', 'done'],
  ['survey of families felt', 'survey of families', 'felt'],
  ['survey of families, FELT.', 'survey of families', 'felt'],
  ['survey (felt by families)', 'survey', 'felt'],
  ['survey felt  by families', 'survey', 'felt'],
  ['calls of June: used', 'calls of June', 'used'],
  ['what was felt in June', 'what was felt in June', 'done'],
  ['heartfelt', 'heartfelt', 'done'],
  ['felt', '', 'felt'],
  ['', '', 'done'],
])('%j shows %j on the rung %s', (words, shows, rung) => {
  expect(parseShows(words)).toEqual({ shows, rung });
});

describe('a link', () => {
  it.each([
    'https://example.org/register',
    'http://intranet/plan?id=7',
    'HTTPS://Example.org/a%20b#c',
    'https://council.sharepoint.example/:w:/s/x/EaB?e=12',
  ])('%s is kept as typed', (link) => {
    expect(parseLink(link)).toEqual({ ok: true, value: link });
    expect(looksLikeLink(link)).toBe(true);
  });

  it.each([
    ['javascript:alert(1)', 'not-web'],
    ['data:text/html,x', 'not-web'],
    ['ftp://example.org/x', 'not-web'],
    ['file:///etc/passwd', 'not-web'],
    ['www.example.org', 'not-web'],
    ['https://', 'not-web'],
    ['https:example.org', 'not-web'],
    ['https://me:secret@example.org/x', 'password'],
    ['https://me@example.org/x', 'password'],
    [`https://example.org/${'x'.repeat(MAX_LINK_LENGTH)}`, 'long'],
  ])('%s is refused as %s', (link, why) => {
    const read = parseLink(link);

    expect(read).toMatchObject({ ok: false, refusal: { code: 'bad-link', why } });
  });

  it('does not show a password again', () => {
    expect(JSON.stringify(parseLink('https://me:secret@example.org/x'))).not.toContain('secret');
  });

  it('is not any first word', () => {
    expect(['training', 'withdraw', '2B:2', 'E1', 'note:'].map(looksLikeLink)).toEqual(
      Array(5).fill(false),
    );
  });
});

it.each([
  [[], false],
  [[evidence({ rung: 'used' })], false],
  [[evidence({ rung: 'felt' })], true],
  [[evidence({ waiver: true })], true],
])('%j carries blue: %s', (given, carries) => {
  expect(carriesBlue(given)).toBe(carries);
});
