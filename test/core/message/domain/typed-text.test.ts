// What came in from a chat, without what nobody sees.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asTyped } from '../../../../src/core/message/domain/typed-text.ts';

it.each([
  ['zero width space and joiners', 'tra\u200Bin\u200Ded\u200C', 'trained'],
  ['word joiner and byte order mark', '\uFEFF14\u2060 of 20', '14 of 20'],
  ['soft hyphens', 'co\u00ADoperation', 'cooperation'],
  ['stray variation selectors', 'amber\uFE0F 14\uFE0F\u{E0101}', 'amber 14'],
  ['fillers and tags', 'a\u3164b\u{E0041}c\u034F', 'abc'],
  ['names of emoji', ':large_orange_diamond: slipped', '🔶 slipped'],
])('%s are read alike', (_what, typed, read) => {
  expect(asTyped(typed)).toBe(read);
});

it.each([
  ...[
    '⚠️ 1️⃣ 👩‍🏫 👍🏽 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ❤️‍🩹',
    'می‌خواهم',
    'क्‍ष',
    'سبعة من عشرة',
  ],
  ...['14\u00A0of\u202F20', 'first\n\nthird', 'turned \u202E round'],
])('%j is left as it is', (text) => {
  expect(asTyped(text)).toBe(text);
});

it('reads what it read before as the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const read = asTyped(text);
      expect(asTyped(asTyped(read))).toBe(asTyped(read));
    }),
  );
});
