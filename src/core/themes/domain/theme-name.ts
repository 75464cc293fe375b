// What a theme or a workstream is called: `theme 1 Right Support`, or a workstream by its name.

export type NamedTheme = {
  readonly kind: 'theme' | 'workstream';
  readonly number: number;
  readonly name: string;
};

/** Its name in a sentence. */
export function themeName({ kind, number, name }: NamedTheme): string {
  return kind === 'theme' ? `theme ${number} ${name}` : name;
}

/** The words that name it in a command. */
export function themeWords({ kind, number, name }: NamedTheme): string {
  return kind === 'theme' ? `theme ${number}` : name;
}

/** Its name at the start of a title. */
export function themeTitle(theme: NamedTheme): string {
  const name = themeName(theme);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
