// The plan on the web: a door like the others. Every page is for somebody who signed in by a link that a platform’s private
// answer gave them; every line, button and form goes through the same dispatch as in chat.
import express, { type RequestHandler, Router } from 'express';
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
import { type Door, enter, sameOrigin, signedIn } from './session.ts';
import { signInPages } from './sign-in.ts';

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
/** Requests of one address in a minute: people look and click, and a whole office may share an address. */
const REQUESTS_A_MINUTE = 600;
/** Links that did not open. */
const FAILED_SIGN_INS_A_MINUTE = 20;

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
  pages.use('/sign-in', limited(FAILED_SIGN_INS_A_MINUTE, true));
  signInPages(pages, door);
  pages.use(signedIn(door));
  pages.get('/', planPage(door));
  linePages(pages, door);
  pages.post('/do', answerPress(door));

  const app = Router();
  app.use('/p/:key', limited(REQUESTS_A_MINUTE), headers(isSecure), pages);
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
        scriptSrc: ["'self'"],
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

function limited(limit: number, skipSuccessfulRequests = false): RequestHandler {
  return rateLimit({
    ...{ windowMs: 60_000, limit, skipSuccessfulRequests },
    ...{ standardHeaders: 'draft-8', legacyHeaders: false },
    message: 'Too many requests. Try again in a minute.',
    // Behind a proxy all come from its address; what is counted is then all of them together.
    validate: { xForwardedForHeader: false },
  });
}
