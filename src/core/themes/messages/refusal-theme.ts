// What is said where a theme is not found.

import { bullets, code, inline, paragraph } from '../../message/messages/message.ts';
import { say } from '../../request/messages/refusal-parts.ts';
import type { Words } from '../../request/messages/refusal-words.ts';
import type { ThemeRefusal } from '../domain/refusal-theme.ts';

/** The words, reason by reason. */
export const themeRefusals: Words<ThemeRefusal> = {
  'unknown-theme': (refusal) =>
    say(`There is no theme “${refusal.typed}”`, [
      paragraph('The themes are:'),
      bullets(refusal.themes.map((theme) => inline(theme))),
      paragraph('Name one as it stands there, for example ', code('theme 1'), '.'),
    ]),
};
