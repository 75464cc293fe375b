// Signing in by a link, and out. Opening the link shows a button and changes nothing, because what scans messages for bad
// addresses opens them too.
import type { RequestHandler, Router } from 'express';
import { beginSession, endSession, isLinkOpen } from '../../../people/sessions/app/web-session.ts';
import { type Door, setSession, visitOf } from './session.ts';

/** Adds the pages; passes on a link that does not open. */
export function signInPages(pages: Router, door: Door): void {
  const { clock, times, views } = door;

  pages.get('/sign-in/:token', async (request, response, next) => {
    const { record, path } = visitOf(response);
    const { token } = request.params;
    const isOpen = await isLinkOpen(token, await clock.now(), record);
    if (!isOpen) return next();
    const action = `${path}/sign-in/${token}`;
    response.send(views.page('sign-in', null, { title: 'Open the plan', action }));
  });

  pages.post('/sign-in/:token', async (request, response, next) => {
    const visit = visitOf(response);
    const { token } = request.params;
    const secret = await beginSession(token, await clock.now(), times, visit.record);
    if (secret === null) return next();
    // An earlier session of this browser ends: nobody goes on in one that they did not begin.
    if (visit.secret !== null) await endSession(visit.secret, visit.record);
    setSession(response, visit, secret, door);
    response.redirect(303, `${visit.path}/`);
  });

  pages.post('/sign-out', async (_request, response) => {
    const visit = visitOf(response);
    if (visit.secret !== null) await endSession(visit.secret, visit.record);
    setSession(response, visit, null, door);
    response.send(views.page('signed-out', null, { title: 'You are signed out' }));
  });
}

/** The answer to a link that does not open, for whatever reason. */
export function linkOver({ views }: Door): RequestHandler {
  return (_request, response) => {
    const page = views.page('link-over', null, { title: 'This link no longer opens' });
    response.status(410).send(page);
  };
}
