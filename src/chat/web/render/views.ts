// The templates, and the files that every page needs: one style sheet and one picture, all of them our own host’s.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import nunjucks from 'nunjucks';
import { ragLooks, ragOrder } from '../../../core/message/domain/rag.ts';
import { projectRoot } from '../../../project-root.ts';
import type { Chrome } from '../inbound/answer.ts';

export type Views = {
  /** @param around what stands around it; null: nobody is signed in */
  page(name: string, around: Chrome | null, data: Readonly<Record<string, unknown>>): string;
};

const FOLDER = join(projectRoot(), 'src/chat/web/views');
const GOVUK = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

/** The templates, read once. They escape whatever they print. */
export function createViews(): Views {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([FOLDER, join(GOVUK, 'dist')]),
    { autoescape: true, throwOnUndefined: false },
  );
  const escaped = environment.getFilter('escape');
  environment.addFilter(
    'signs',
    (words: unknown) => new nunjucks.runtime.SafeString(withSigns(String(escaped(words ?? '')))),
  );
  return {
    page: (name, around, data) =>
      environment.render(`${name}.njk`, { ...data, around, styles: stylesAddress }),
  };
}

/** Each sign of a rating, and the class that draws it: not every machine has a typeface that holds them. */
const SIGNS = new Map<string, string>([
  ...ragOrder.map((rag) => [ragLooks[rag].symbol, rag] as const),
  ['⬜', 'none'],
]);

/** The words, which are escaped, with the sign of a rating drawn before its word. */
function withSigns(escaped: string): string {
  return escaped.replace(
    /🛑|🔶|🟢|🟦|⬜/gu,
    (sign: string) => `<span class="pap-sign pap-sign--${SIGNS.get(sign)}"></span>`,
  );
}

/** GOV.UK’s components without GOV.UK’s typeface, which is for its own services alone. */
const styles = [
  readFileSync(join(GOVUK, 'dist/govuk/govuk-frontend.min.css'), 'utf8')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,', 'system-ui,')
    .replace(/\/\*#.*?\*\//g, ''),
  readFileSync(join(FOLDER, 'pap.css'), 'utf8'),
].join('\n');
const stylesAddress = `/web/pap-${createHash('sha256').update(styles).digest('hex').slice(0, 12)}.css`;

/** Serves them under addresses that change when they do. */
export function assets(): RequestHandler {
  const router = Router();
  router.get(stylesAddress.slice('/web'.length), (_request, response) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(styles);
  });
  return router;
}
