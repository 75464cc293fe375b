// A platform's codes as words, and words that only look like codes.
import { expect, it } from 'vitest';
import { hasCodes, readableText } from '../../../../src/core/message/domain/chat-codes.ts';

const names = {
  people: new Map([['U0OWNER001', 'Asha Example']]),
  channels: new Map([['C0THEME001', 'Right Support']]),
};

it.each([
  ['ask <@U0OWNER001|asha> or @U0OWNER001.', 'ask Asha Example or Asha Example.'],
  ['ask <@U0STRANGER> or @W0STRANGER1', 'ask somebody or somebody'],
  ['in <#C0THEME001|support>, #C0THEME001', 'in Right Support, Right Support'],
  ['in <#C0OTHER001|general> or #G0OTHER001', 'in a channel or a channel'],
  [
    '<!subteam^S0AB12|@leads> and <!subteam^S0AB12>, @subteam^S0AB12',
    '@leads and a group, a group',
  ],
  ['<!date^1392734382^{date} at {time}|18 Feb 2014>', '18 Feb 2014'],
  [
    'by <!date^1392734382^{date_short}> or @date^1392734382^{date_short}',
    'by 18 February 2014 or 18 February 2014',
  ],
  [
    'see <https://plan.example/a|the plan>, <https://plan.example/b>',
    'see the plan (https://plan.example/a), https://plan.example/b',
  ],
  [':tada: done :+1::skin-tone-3::white_check_mark:', '🎉 done 👍🏼✅'],
  [':our_own_logo: stays', ':our_own_logo: stays'],
])('%j reads %j', (text, words) => {
  expect(readableText(text, names)).toBe(words);
  expect(readableText(words, names)).toBe(words);
});

it.each([
  ...['2B:2 and 1.2 and PA1.2a and SEND-14', 'a ratio of 1:100:5, at 10:30:45', 'route a:b:c'],
  ...[
    'ask @sam, @Robin Smith',
    '#CHILDREN and #COVID19',
    '@UNICEF and @UNITEDWAY',
    'sam@U0OWNER001.example',
  ],
  ...[
    'https://county.sharepoint.com/:x:/r/sites/plan',
    'county.sharepoint.com/:x:/s/plan',
    '1 < 2 > 0',
  ],
])('%j is nobody’s code', (text) => {
  expect(readableText(text, names)).toBe(text);
});

it('asks for names only where something stands for one', () => {
  expect(hasCodes('14 of 20 trained :tada:')).toBe(false);
  expect(hasCodes('ask @U0OWNER001')).toBe(true);
});
