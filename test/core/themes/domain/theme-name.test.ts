// What themes and workstreams are called.
import { expect, it } from 'vitest';
import {
  themeName,
  themeTitle,
  themeWords,
} from '../../../../src/core/themes/domain/theme-name.ts';

const theme = { kind: 'theme', number: 1, name: 'Right Support, Right Time' } as const;
const workstream = { kind: 'workstream', number: 1, name: 'Commissioning & Sufficiency' } as const;

it('names a theme by its number and a workstream by its name', () => {
  expect(themeName(theme)).toBe('theme 1 Right Support, Right Time');
  expect(themeTitle(theme)).toBe('Theme 1 Right Support, Right Time');
  expect(themeWords(theme)).toBe('theme 1');
  expect(themeName(workstream)).toBe('Commissioning & Sufficiency');
  expect(themeWords(workstream)).toBe('Commissioning & Sufficiency');
});
