// A theme, a project, the strengths and what else of the plan has a page: found by what was typed, and read.
import type { Given } from '../../../core/request/app/command.ts';
import type { Uses } from '../../../core/request/app/ports.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import type { PageFacts } from '../domain/found.ts';
import { matchPage } from '../domain/match-page.ts';

/**
 * The page that the words name; null: they name none, and may be an objective's reference.
 * Refusals: `unknown-page`, where a kind of page is named and none of it fits; `several-pages`.
 */
export async function findPage(
  words: string,
  { record, today }: Given<'today', Uses<'pages'>>,
): Promise<Result<PageFacts | null>> {
  const names = await record.pages.names();
  const match = matchPage(words, names);
  switch (match.kind) {
    case 'one':
      return ok(await record.pages.page(match.page, today));
    case 'several':
      return refuse({ code: 'several-pages', typed: words.slice(0, SHOWN), pages: match.pages });
    case 'none':
      return match.said === null
        ? ok(null)
        : refuse({
            code: 'unknown-page',
            typed: words.slice(0, SHOWN),
            pages: names.filter(({ kind }) => kind === match.said),
          });
  }
}

/** How much of what was typed an answer repeats. */
const SHOWN = 60;
