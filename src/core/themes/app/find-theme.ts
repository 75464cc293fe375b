// From words to a theme: `theme 3`, `3`, `t3`, or part of its name; workstreams by name.

import type { Reads } from '../../request/app/ports.ts';
import { ok, type Result, refuse } from '../../request/domain/result.ts';
import { themeName } from '../domain/theme-name.ts';
import type { ThemeView } from './theme-ports.ts';

/** How much of what was typed an answer repeats. */
const SHOWN = 60;

/** Refusal: `unknown-theme`, listing those that there are. */
export async function findTheme(words: string, record: Reads<'kpis'>): Promise<Result<ThemeView>> {
  const themes = await record.kpis.themes();
  const typed = words.trim().replace(/\s+/g, ' ').toLowerCase();
  const number = /^(?:theme|t)?\s*(\d+)$/.exec(typed)?.[1];
  const byNumber = number
    ? themes.filter((theme) => theme.kind === 'theme' && theme.number === Number(number))
    : [];
  const byName =
    typed.length >= 3
      ? themes.filter(({ name }) =>
          name.toLowerCase().includes(typed.replace(/^theme\s+(?:\d+\s+)?/, '')),
        )
      : [];
  const [found, other] = byNumber.length > 0 ? byNumber : byName;
  if (found && !other) return ok(found);
  const shown = words.trim().slice(0, SHOWN);
  return refuse({ code: 'unknown-theme', typed: shown, themes: themes.map(themeName) });
}
