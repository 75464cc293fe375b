// Who asks for a page: which partnership its address names, and whose session the browser holds.
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Partnership, PartnershipRecord } from '../../../core/request/app/ports.ts';
import { formToken, personOfSession, webPath } from '../../../people/sessions/app/web-session.ts';
import type { SessionTimes } from '../../../people/sessions/domain/web-times.ts';
import type { Views } from '../render/views.ts';
import type { WebParts } from './app.ts';

export type Door = WebParts & {
  readonly times: SessionTimes;
  readonly isSecure: boolean;
  readonly views: Views;
};

/** Where a request has come to; whose it is, once that is known. */
export type Visit = {
  readonly partnership: Partnership;
  readonly record: PartnershipRecord;
  /** `/p/<key>` */
  readonly path: string;
  /** What the browser sent as its session’s secret. */
  readonly secret: string | null;
  readonly personId: string | null;
};

/** Finds the partnership of the address. Nobody learns from the answer which ones there are. */
export function enter({ store, views }: Door): RequestHandler {
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const [partnership] = await store.listByWorkspace('web', String(request.params.key));
    if (!partnership || partnership.switchedOff) {
      response.status(404).send(views.page('not-found', null, { title: 'Page not found' }));
      return;
    }
    const visit: Visit = {
      partnership,
      record: store.open(partnership.id),
      path: webPath(partnership),
      secret: cookieOf(request, partnership),
      personId: null,
    };
    response.locals.visit = visit;
    next();
  };
}

/** Lets through people who are signed in; all others are told how to. */
export function signedIn({ clock, times, views }: Door): RequestHandler {
  return async (_request, response, next) => {
    const visit = visitOf(response);
    const { secret, record } = visit;
    const personId =
      secret === null ? null : await personOfSession(secret, await clock.now(), times, record);
    if (personId === null) {
      response
        .status(401)
        .send(views.page('signed-out', null, { title: 'Sign in to see the plan' }));
      return;
    }
    response.locals.visit = { ...visit, personId } satisfies Visit;
    next();
  };
}

/** Stops what another site has the browser send: a form of ours carries what only the session’s own pages know. */
export function sameOrigin({ publicUrl, views }: Door): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { origin } = request.headers;
    const isOurs = origin === undefined || origin === new URL(publicUrl).origin;
    const { secret } = visitOf(response);
    // Before somebody is signed in there is nothing that a form could be sent for in their name.
    const isFormOurs =
      secret === null || isSame(String(request.body?.token ?? ''), formToken(secret));
    if (isOurs && (isFormOurs || request.path.startsWith('/sign-in'))) return next();
    response
      .status(403)
      .send(views.page('expired', null, { title: 'Nothing was done: this page is too old' }));
  };
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((words) => createHash('sha256').update(words).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

export function visitOf(response: Response): Visit {
  return response.locals.visit as Visit;
}

/** A line of the person who is signed in, as the dispatch takes it. */
export function inboundOf(
  { partnership, personId }: Visit,
  text: string,
  requestId: string = randomUUID(),
): Inbound {
  const userId = personId ?? '';
  return {
    platform: 'web',
    tenantId: partnership.key,
    userId,
    conversation: { kind: 'personal', id: `web:${userId}` },
    text,
    requestId: `web:${requestId}`,
  };
}

/** Each partnership has its own, which is sent to its pages alone. */
function cookieName({ id }: Pick<Partnership, 'id'>): string {
  return `pap-${id}`;
}

function cookieOf({ headers }: Request, partnership: Partnership): string | null {
  const name = `${cookieName(partnership)}=`;
  const found = (headers.cookie ?? '').split(/;\s*/).find((one) => one.startsWith(name));
  return found?.slice(name.length) || null;
}

/** Has the browser keep a session; without one, forget it. */
export function setSession(
  response: Response,
  { partnership, path }: Visit,
  secret: string | null,
  { isSecure, times }: Door,
): void {
  const options = { path, httpOnly: true, secure: isSecure, sameSite: 'lax' } as const;
  if (secret === null) response.clearCookie(cookieName(partnership), options);
  else
    response.cookie(cookieName(partnership), secret, {
      ...options,
      maxAge: times.wholeMinutes * 60_000,
    });
}
