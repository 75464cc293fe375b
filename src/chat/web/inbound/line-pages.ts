// Pages with an address of their own that stand for a line which only asks. The beginning of each line is ours: whatever an
// address holds comes behind it, and can make it no other verb.
import type { Request, Router } from 'express';
import { showLine } from './answer.ts';
import type { Door } from './session.ts';

type LinePage = {
  readonly address: string;
  readonly line: (request: Request) => string;
};

const pages: readonly LinePage[] = [
  { address: '/returns', line: () => 'mine form' },
  { address: '/mine', line: () => 'mine' },
  { address: '/outstanding', line: () => 'outstanding' },
  { address: '/meetings', line: () => 'show meetings' },
  { address: '/scorecard', line: ({ query }) => `kpi theme ${oneLine(query.theme) || '1'}` },
  { address: '/decisions', line: () => 'decide' },
  { address: '/digest', line: () => 'digest preview' },
  { address: '/people', line: () => 'admin people reach' },
  { address: '/status', line: () => 'admin status' },
  { address: '/help', line: () => 'help' },
  { address: '/find', line: ({ query }) => `find ${oneLine(query.words)}` },
  { address: '/themes/:number', line: ({ params }) => `show theme ${oneLine(params.number)}` },
  { address: '/kpis/:number', line: ({ params }) => `kpi show ${oneLine(params.number)}` },
];

/** Adds them. */
export function linePages(router: Router, door: Door): void {
  for (const { address, line } of pages)
    router.get(address, (request, response) =>
      showLine(door, response, line(request), { here: address }),
    );

  router.get(['/objectives/:ref', '/objectives/:ref/history'], (request, response) => {
    const { params, query } = request;
    const ref = oneLine(params.ref);
    const at = dateOf(query.at);
    const isHistory = request.path.endsWith('/history');
    const line = `show ${ref}${isHistory ? ' history' : ''}${at === '' ? '' : ` at ${at}`}`;
    return showLine(door, response, line, { view: 'objective', more: { ref, at, isHistory } });
  });
}

function oneLine(given: unknown): string {
  return typeof given === 'string' ? given.replace(/\s+/g, ' ').trim() : '';
}

/** `2024-07-24`, as a date picker sends it; empty: none. */
function dateOf(given: unknown): string {
  return typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given) ? given : '';
}
