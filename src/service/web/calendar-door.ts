// Where calendar programs read the calendars that people asked for. Whatever is wrong with an address, the answer is the
// same, so that nobody learns which addresses there are or were.
import { createHash } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Clock, RecordStore } from '../../core/request/app/ports.ts';
import { CALENDAR_PATH, loadFeed } from '../../cycle/calendar/app/feed.ts';

const MINUTE_MS = 60_000;
/** Programs look every few hours; several may read one address. */
const READS_A_MINUTE = 30;
/** Of addresses that there are not, over all who ask: who guesses is stopped, who reads is not. */
const MISSES_A_MINUTE = 120;
const FILE = /^[0-9a-f]{64}\.ics$/;

/** Answers `GET` and `HEAD` of `/calendar/<partnership>/<secret>.ics`; passes on all else. */
export function calendarDoor(
  store: Pick<RecordStore, 'find' | 'open'>,
  clock: Clock,
  limits: { readonly reads?: number; readonly misses?: number } = {},
): RequestHandler {
  const router = express.Router();
  router.get(
    `${CALENDAR_PATH}/:partnership/:file`,
    limited(limits.reads ?? READS_A_MINUTE, ({ path }) => digestOf(path)),
    async (request, response, next) => {
      const { partnership, file } = request.params;
      response.set({
        'Cache-Control': 'private, no-cache',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex',
      });
      const body =
        typeof partnership === 'string' && typeof file === 'string' && FILE.test(file)
          ? await loadFeed(store, await clock.now(), partnership, file.slice(0, -'.ics'.length))
          : null;
      if (body === null) return next();
      response.set('ETag', `"${digestOf(body)}"`);
      response.set('Content-Disposition', 'inline; filename="pap.ics"');
      // Says 304 where the program has this version already.
      response.type('text/calendar; charset=utf-8').send(body);
    },
    // Counted only now: what is there is read however much others guess.
    limited(limits.misses ?? MISSES_A_MINUTE, () => 'all'),
    (_request, response) => void response.sendStatus(404),
  );
  return router;
}

function limited(
  limit: number,
  key: (request: { readonly path: string }) => string,
): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit,
    keyGenerator: key,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => void response.sendStatus(429),
    // Its checks are about addresses of callers, and print; ours are none.
    validate: false,
  });
}

/** In place of the secret itself, which is kept nowhere. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
