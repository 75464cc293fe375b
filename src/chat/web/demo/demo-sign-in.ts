// Only in the demonstration: the person who opens it chooses which of its fictional people to be. Nothing outside of
// src/demo.ts knows of it.
import express, { type RequestHandler, Router } from 'express';
import type { Partnership } from '../../../core/request/app/ports.ts';
import { addToken, beginSession, webPath } from '../../../people/sessions/app/web-session.ts';
import { SESSION_TIMES } from '../../../people/sessions/domain/web-times.ts';
import type { WebParts } from '../inbound/app.ts';
import { setSession } from '../inbound/session.ts';
import { createViews } from '../render/views.ts';

/** Whom one can be. The first is who one is to begin with. */
const CAST = [
  ['owner@example.org', 'Asha Example, who answers for 2B:2'],
  ['cochair@example.org', 'Cerys Example, a co-chair'],
  ['office@example.org', 'Ben Example, of the programme office'],
] as const;

/** Days of the demonstration pass in a moment, so its sessions last for years. */
export const DEMO_TIMES = { idleMinutes: 5_000_000, wholeMinutes: 5_000_000 };

/** What answers at the foot of the address: a page that signs in. */
export function demoSignIn(parts: WebParts, partnership: Partnership): RequestHandler {
  const views = createViews();
  const record = parts.store.open(partnership.id);
  const router = Router();

  router.get('/', (_request, response) => {
    response.send(
      views.page('demo', null, {
        title: 'The demonstration',
        people: CAST.map(([email, who]) => ({ email, who })),
      }),
    );
  });

  router.post(
    '/demo/sign-in',
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const now = await parts.clock.now();
      const today = now.toZonedDateTimeISO(partnership.timeZone).toPlainDate();
      const person = CAST.some(([email]) => email === request.body?.email)
        ? await record.people.findActorByEmail(request.body.email, today)
        : null;
      if (!person) {
        response.redirect(303, '/');
        return;
      }
      const token = await addToken(person.personId, now, record);
      const secret = await beginSession(token, now, DEMO_TIMES, record);
      const visit = {
        partnership,
        record,
        path: webPath(partnership),
        secret: null,
        personId: null,
      };
      setSession(response, visit, secret, {
        ...parts,
        times: { ...SESSION_TIMES },
        isSecure: false,
        views,
      });
      response.redirect(303, `${visit.path}/`);
    },
  );
  return router;
}
