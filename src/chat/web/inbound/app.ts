// The plan on the web: a door like the others. Every page is for somebody who signed in by a link that a platform’s private
// answer gave them; every line, button and form goes through the same dispatch as in chat.
import express, { type RequestHandler, type Response, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { FileFormats } from '../../../core/request/app/file-ports.ts';
import type { HandleInbound } from '../../../core/request/app/inbound.ts';
import type { Clock, RecordStore } from '../../../core/request/app/ports.ts';
import { SESSION_TIMES, type SessionTimes } from '../../../people/sessions/domain/web-times.ts';
import { planPage } from '../pages/plan-page.ts';
import { assets, createViews } from '../render/views.ts';
import { answerPress } from './answer.ts';
import { linePages } from './line-pages.ts';
import { type Door, enter, sameOrigin, signedIn, visitOf } from './session.ts';
import { linkOver, signInPages } from './sign-in.ts';

export type WebParts = {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly handle: HandleInbound;
  readonly files: Pick<FileFormats, 'drawPng'>;
  /** Where people reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly times?: SessionTimes;
};

/** A return of many objectives with notes of full length fits with room to spare. */
const MOST_FORM_BYTES = 1_000_000;
const MOST_FIELDS = 1_000;
/** Of one person. */
const REQUESTS_A_MINUTE = 120;
/** Links that do not open, over all who ask: behind a proxy they have one address. */
const FAILED_SIGN_INS_A_MINUTE = 120;

/** What answers requests for the pages under `/p/<partnership>`. */
export function createWebApp(parts: WebParts): RequestHandler {
  const isSecure = parts.publicUrl.startsWith('https:');
  const door: Door = {
    ...parts,
    times: parts.times ?? SESSION_TIMES,
    isSecure,
    views: createViews(),
  };
  const pages = Router({ mergeParams: true });
  pages.use(enter(door));
  pages.use(
    express.urlencoded({ extended: false, limit: MOST_FORM_BYTES, parameterLimit: MOST_FIELDS }),
  );
  pages.use(sameOrigin(door));
  signInPages(pages, door);
  // Counted only now: a link that is good opens however much others guess.
  pages.use(
    '/sign-in',
    limited(FAILED_SIGN_INS_A_MINUTE, () => 'all'),
    linkOver(door),
  );
  pages.use(signedIn(door));
  pages.use(limited(REQUESTS_A_MINUTE, (response) => visitOf(response).personId ?? ''));
  pages.get('/', planPage(door));
  linePages(pages, door);
  pages.post('/do', answerPress(door));

  const app = Router();
  app.use('/p/:key', headers(isSecure), pages);
  app.use('/web', headers(isSecure), assets());
  return app;
}

function headers(isSecure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        // Charts are part of their page.
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
    // With “no-referrer” a browser would not say either that a form is from our own pages.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

function limited(limit: number, whose: (response: Response) => string): RequestHandler {
  return rateLimit({
    ...{ windowMs: 60_000, limit, keyGenerator: (_request, response) => whose(response) },
    ...{ standardHeaders: 'draft-8', legacyHeaders: false },
    message: 'Too many requests. Try again in a minute.',
    // Its checks are about addresses of callers, and print; ours are none.
    validate: false,
  });
}
