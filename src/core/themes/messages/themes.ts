// What the plan is divided into, as the programme office sees and changes it.

import {
  type Block,
  code,
  inline,
  type Message,
  paragraph,
} from '../../message/messages/message.ts';
import { type NamedTheme, themeName, themeTitle, themeWords } from '../domain/theme-name.ts';

export type ThemeLine = NamedTheme & {
  readonly projects: readonly { readonly name: string }[];
  readonly objectives: number;
};

export type AreaLine = {
  readonly ref: string;
  readonly name: string | null;
  readonly objectives: number;
};

/** Themes with their projects, and the areas. */
export function themesMessage(themes: readonly ThemeLine[], areas: readonly AreaLine[]): Message {
  return {
    title: `Themes: ${themes.length}`,
    blocks: [
      ...(themes.length > 0
        ? [
            table(
              ['Theme', 'Projects', 'Objectives'],
              themes.map((theme) => [
                themeTitle(theme),
                theme.projects.map(({ name }) => name).join(', ') || 'none',
                String(theme.objectives),
              ]),
            ),
          ]
        : [
            paragraph(
              'There are none yet. Add the first: ',
              code('/pap admin theme add Early help'),
            ),
          ]),
      ...(areas.length > 0
        ? [
            table(
              ['Area', 'Objectives'],
              areas.map(({ ref, name, objectives }) => [
                name === null ? ref : `${ref} ${name}`,
                String(objectives),
              ]),
            ),
          ]
        : []),
    ],
    footer: inline('More: ', code('/pap help admin theme')),
  };
}

function table(headers: readonly [string, ...string[]], rows: readonly string[][]): Block {
  const [caption] = headers;
  return {
    kind: 'table',
    caption: `${caption}s`,
    columns: headers.map((header) => ({ header })),
    rows,
  };
}

/** A new theme. */
export function themeAddedMessage(theme: NamedTheme): Message {
  return {
    title: `${themeTitle(theme)} was added`,
    tone: 'good',
    blocks: [
      paragraph(
        'Next, say who chairs it: ',
        code(`/pap admin people role @name co-chair ${themeWords(theme)}`),
      ),
      paragraph(
        'Put objectives in it: ',
        code(`/pap admin theme place <refs> in ${themeWords(theme)}`),
      ),
    ],
  };
}

/** A theme, a project or an area has another name. */
export function renamedMessage(before: string, after: string): Message {
  return {
    title: `${before} is now ${after}`,
    tone: 'good',
    blocks: [
      paragraph('What was recorded before today keeps the old name. Everything new has this one.'),
    ],
  };
}

/** A new project. */
export function projectAddedMessage(name: string, theme: NamedTheme): Message {
  return {
    title: `The project ${name} was added`,
    tone: 'good',
    blocks: [
      paragraph(
        `It belongs to ${themeName(theme)}. To link an objective to it: `,
        code(`/pap admin change <ref> link project ${name} because …`),
      ),
    ],
  };
}

/** A new area. */
export function areaAddedMessage(ref: string, name: string): Message {
  return {
    title: `The area ${ref} ${name} was added`,
    tone: 'good',
    blocks: [paragraph(`Objectives whose references begin with ${ref} will stand in it.`)],
  };
}
