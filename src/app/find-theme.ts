// From words to a theme: `theme 3`, `3`, `t3`, or part of its name; workstreams by name.
import { ok, type Result, refuse } from '../domain/result.ts';
import type { PartnershipRecord, ThemeView } from './ports.ts';

/** Refusal: `unknown-theme`, listing those that there are. */
export async function findTheme(
  words: string,
  record: PartnershipRecord,
): Promise<Result<ThemeView>> {
  const themes = await record.kpis.themes();
  const typed = words.trim().toLowerCase();
  const number = /^(?:theme|t)?\s*(\d+)$/.exec(typed)?.[1];
  const byNumber = number
    ? themes.filter((theme) => theme.kind === 'theme' && theme.number === Number(number))
    : [];
  const byName =
    typed.length >= 3
      ? themes.filter(({ name }) => name.toLowerCase().includes(typed.replace(/^theme\s+/, '')))
      : [];
  const [found, other] = byNumber.length > 0 ? byNumber : byName;
  if (found && !other) return ok(found);
  return refuse({ code: 'unknown-theme', typed: words.trim(), themes: themes.map(themeLabel) });
}

function themeLabel({ kind, number, name }: ThemeView): string {
  return kind === 'theme' ? `theme ${number} ${name}` : name;
}
