// A line, a button or a form that somebody sent from a page, and the answer as a page.
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import {
  decodeActionValue,
  formLine,
  pressedFor,
} from '../../../core/message/messages/action-value.ts';
import { type Message, paragraph } from '../../../core/message/messages/message.ts';
import type { Inbound, MadeFile, Reply } from '../../../core/request/app/inbound.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { formToken } from '../../../people/sessions/app/web-session.ts';
import { type FormSent, formAgain } from '../../../service/dispatch/app/form-again.ts';
import { messageView } from '../render/message-view.ts';
import { type Door, inboundOf, type Visit, visitOf } from './session.ts';

type Press = { readonly inbound: Inbound; readonly sent?: FormSent };

const ALREADY: Message = {
  title: 'That was already done',
  blocks: [paragraph('The same press arrived before and was answered. Nothing was done twice.')],
};

/** Answers what a page sent. */
export function answerPress(door: Door): RequestHandler {
  return async (request, response) => {
    const visit = visitOf(response);
    const press = parsePress(request.body ?? {}, visit);
    if (press === null) {
      response.status(400).send(
        door.views.page('expired', await chrome(door, visit), {
          title: 'Nothing was done: this page is too old',
        }),
      );
      return;
    }
    const reply = await door.handle(press.inbound);
    const wanted = typeof request.body?.file === 'string' ? request.body.file : null;
    const file = reply?.files?.find(({ name }) => name === wanted);
    if (file) return sendFile(response, file);
    const again = reply?.code && press.sent ? await formAgain(door.handle, press, reply) : null;
    await sendAnswer(door, response, visit, again && reply ? { ...reply, message: again } : reply);
  };
}

type Look = {
  /** Which place of the menu it is. */
  readonly here?: string;
  readonly view?: string;
  readonly more?: Readonly<Record<string, unknown>>;
};

/** The answer to a line that a page’s own address stands for. */
export async function showLine(
  door: Door,
  response: Response,
  line: string,
  look: Look = {},
): Promise<void> {
  const visit = visitOf(response);
  await sendAnswer(door, response, visit, await door.handle(inboundOf(visit, line)), look);
}

async function sendAnswer(
  door: Door,
  response: Response,
  visit: Visit,
  reply: Reply | null,
  { here, view = 'message', more }: Look = {},
): Promise<void> {
  const message = reply?.message ?? ALREADY;
  const shown = await messageView(message, reply?.files ?? [], door.files);
  response.status(statusOf(reply)).send(
    door.views.page(view, await chrome(door, visit), {
      ...{ title: message.title, message: shown, here, ...more },
      isRefused: reply !== null && reply.outcome !== 'done',
    }),
  );
}

function statusOf(reply: Reply | null): number {
  if (reply?.outcome === 'fault') return 500;
  if (reply?.code === 'not-permitted') return 403;
  return reply?.outcome === 'refused' ? 422 : 200;
}

/** The places of the menu, each with what lets somebody go there. */
const places = [
  ['/', 'Plan', 'read-plan'],
  ['/returns', 'My returns', 'read-plan'],
  ['/outstanding', 'Outstanding', 'read-plan'],
  ['/scorecard', 'KPIs', 'read-plan'],
  ['/meetings', 'Meetings', 'read-plan'],
  ['/decisions', 'Decisions', 'read-plan'],
  ['/people', 'People', 'people'],
  ['/status', 'Status', 'status'],
  ['/help', 'Help', 'read-plan'],
] as const;

export type Chrome = {
  readonly partnership: string;
  readonly path: string;
  readonly person: string;
  readonly places: readonly { readonly address: string; readonly name: string }[];
  /** What each form carries. */
  readonly token: string;
  /** By which a press that is sent twice is known. */
  readonly request: string;
};

/** What stands around every page of somebody who is signed in. */
export async function chrome(
  { clock }: Pick<Door, 'clock'>,
  { partnership, record, path, personId, secret }: Visit,
): Promise<Chrome> {
  const today = (await clock.now()).toZonedDateTimeISO(partnership.timeZone).toPlainDate();
  const person = personId === null ? null : await record.people.details(personId);
  const actor = person && (await record.people.findActorByEmail(person.email, today));
  return {
    partnership: partnership.name,
    path,
    person: person?.name ?? '',
    places: places.flatMap(([address, name, permission]) =>
      actor && permit(actor, permission, name).ok ? [{ address, name }] : [],
    ),
    token: secret === null ? '' : formToken(secret),
    request: randomUUID(),
  };
}

function sendFile(response: Response, { name, mediaType, bytes }: MadeFile): void {
  response
    .attachment(name)
    .type(mediaType)
    // A page that was made here is saved and never run as one of ours.
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .send(Buffer.from(bytes));
}

/** @returns null where what was sent is nothing of ours */
function parsePress(body: Record<string, unknown>, visit: Visit): Press | null {
  const request = typeof body.request === 'string' ? body.request : '';
  if (!/^[0-9a-f-]{36}$/.test(request)) return null;
  if (typeof body.line === 'string') {
    return { inbound: inboundOf(visit, body.line, request) };
  }
  const action = decodeActionValue(body.value);
  if (action === null) return null;
  // One page may have many buttons, each of which is pressed once.
  const id = `${request}:${typeof body.nth === 'string' ? body.nth.slice(0, 8) : ''}`;
  const count = Number(body.fields ?? 0);
  const isForm = Number.isInteger(count) && count > 0 && count <= 1_000;
  const answers = isForm
    ? Array.from({ length: count }, (_, index) => textOf(body[`f${index}`]))
    : [];
  const line = isForm ? formLine(action, answers) : action.line;
  const inbound = { ...inboundOf(visit, line, id), ...pressedFor(action) };
  const { again, rows = null } = action;
  return isForm && again !== undefined ? { inbound, sent: { again, rows, answers } } : { inbound };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
