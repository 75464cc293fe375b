// `POST /api/messages`: what Teams sends, checked before anything else sees it. A request that is
// not from Teams, from another tenant or for an untrusted host gets a status and no reason.

import type { Activity } from 'botbuilder';
import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
  type Router,
} from 'express';
import { fieldOf } from '../../../core/message/domain/narrow.ts';
import type { ConversationBook } from '../../../core/request/app/chat-ports.ts';
import type { HandleInbound } from '../../../core/request/app/inbound.ts';
import { faultCode } from '../send/errors.ts';
import { createTeamsSender } from '../send/send.ts';
import { admit } from './activity.ts';
import { isBotFrameworkToken } from './bearer.ts';
import type { TeamsConnection, TeamsLog } from './connection.ts';
import { createApplication } from './handlers.ts';

const bodyLimit = '256kb';

export type TeamsAppOptions = {
  readonly connection: TeamsConnection;
  readonly handle: HandleInbound;
  readonly book: ConversationBook;
  readonly log: TeamsLog;
  /** Somebody came into a team where the app is, or the app into a team. */
  readonly onJoined?: (tenantId: string) => Promise<void>;
  /** Try to answer in a channel so that only the asker sees it; needs a client that can show it. */
  readonly targetedReplies?: boolean;
  /** Whether people of another tenant may write, from where the app is installed there; without it none may. */
  readonly letsIn?: (outsideTenantId: string) => Promise<boolean>;
  /** For tests: how files are fetched and put. */
  readonly fetch?: typeof fetch;
};

/** The router to mount at the root of the server that the Azure bot resource points to. */
export function createTeamsApp(options: TeamsAppOptions): Router {
  const { connection, log } = options;
  const application = createApplication({
    ...options,
    sender: createTeamsSender(connection, options.book),
    targetedReplies: options.targetedReplies ?? false,
    onJoined: options.onJoined ?? (async () => {}),
  });

  async function receive(req: Request, res: Response): Promise<void> {
    const admission = admit(req.body, connection);
    if (admission.kind === 'malformed') return void res.sendStatus(400);
    if (admission.kind === 'foreign') {
      log.warn({ what: admission.what }, 'an activity from elsewhere was turned away');
      return void res.sendStatus(403);
    }
    const authorization = req.headers.authorization ?? '';
    const { serviceUrl } = admission.activity;
    const { appId } = connection;
    if (
      !connection.anonymous &&
      !isBotFrameworkToken(authorization, { appId, serviceUrl }, Date.now())
    ) {
      log.warn({}, 'an activity without a token of the Bot Framework was turned away');
      return void res.sendStatus(401);
    }
    const outside = admission.outsideTenantId;
    let authenticated = false;
    let letIn = true;
    try {
      const activity: Activity = req.body;
      const answer = await connection.adapter.receive(authorization, activity, async (context) => {
        authenticated = true;
        letIn = outside === undefined || ((await options.letsIn?.(outside)) ?? false);
        if (letIn) await application.run(context);
      });
      if (!letIn) {
        log.warn({ what: 'tenant' }, 'an activity from elsewhere was turned away');
        return void res.sendStatus(403);
      }
      res.status(answer?.status ?? 200);
      if (answer?.body === undefined) res.end();
      else res.json(answer.body);
    } catch (error) {
      log.warn({ code: faultCode(error), authenticated }, 'an activity was not dealt with');
      res.sendStatus(authenticated ? 500 : refusalStatus(error));
    }
  }

  const router = express.Router();
  router.post('/api/messages', express.json({ limit: bodyLimit }), receive);
  router.use('/api/messages', answerParseError);
  return router;
}

/** 401, except when it was our side that could not fetch the keys: then Teams may try again. */
function refusalStatus(error: unknown): number {
  return fieldOf(error, 'name') === 'FetchError' || fieldOf(error, 'statusCode') === 500
    ? 503
    : 401;
}

const answerParseError: ErrorRequestHandler = (error: { status?: unknown }, _req, res, next) => {
  if (res.headersSent) return next(error);
  res.sendStatus(error.status === 413 ? 413 : 400);
};
