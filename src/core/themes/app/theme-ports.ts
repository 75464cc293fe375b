// What the application asks of the record about themes and workstreams.

export type ThemeView = {
  readonly id: string;
  readonly kind: 'theme' | 'workstream';
  readonly number: number;
  readonly name: string;
  readonly inShort: string | null;
};

/** A project of a theme. */
export type ProjectView = { readonly id: string; readonly name: string; readonly themeId: string };

/** An area of the plan in force, by the reference that its objectives’ references begin with. */
export type AreaView = {
  readonly ref: string;
  /** Null: the plan does not name it. */
  readonly name: string | null;
  readonly objectives: number;
};

/** Of what holds now; nobody asks for it as at a date. */
export interface ThemeReadsNow {
  projects(): Promise<readonly ProjectView[]>;
  areas(): Promise<readonly AreaView[]>;
}

export interface ThemeWrites {
  add(theme: Pick<ThemeView, 'kind' | 'number' | 'name'>): Promise<void>;
  rename(themeId: string, name: string): Promise<void>;
  addProject(themeId: string, name: string): Promise<void>;
  renameProject(projectId: string, name: string): Promise<void>;
  /** Names an area, and adds it where there is none of the reference. */
  nameArea(ref: string, name: string): Promise<void>;
}

export type ThemeRepository = ThemeReadsNow & ThemeWrites;

declare module '../../request/app/ports.ts' {
  interface Repositories {
    readonly themes: ThemeRepository;
  }
}
