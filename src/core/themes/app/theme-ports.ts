// What the application asks of the record about themes and workstreams.

export type ThemeView = {
  readonly id: string;
  readonly kind: 'theme' | 'workstream';
  readonly number: number;
  readonly name: string;
  readonly inShort: string | null;
};
