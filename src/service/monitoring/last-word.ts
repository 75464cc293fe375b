// What a server says when nobody answered a request, or answering it failed: a status and its name. The
// defaults print the address that was asked for, and outside production an error with its stack.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../../core/request/app/ports.ts';

/** After every other handler: nobody has this address. */
export const notFound: RequestHandler = (_request, response) => {
  response.sendStatus(404);
};

/** Last of all: what threw. A fault of the caller's, such as an address that cannot be read, gets its own status. */
export function answerFault(log: Log): ErrorRequestHandler {
  return (error: { readonly status?: unknown }, _request, response, next) => {
    const status = statusOf(error);
    if (status === 500) log.error({ err: error }, 'a request could not be answered');
    if (response.headersSent) return next(error);
    response.sendStatus(status);
  };
}

function statusOf(error: { readonly status?: unknown } | null): number {
  const status = error?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
