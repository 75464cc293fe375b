// Opening a form, and taking what was sent with it. A form that cannot be saved comes back with what was
// typed; a saved one gives way to its receipt, which is also sent to the person.
import type { App, types } from '@slack/bolt';
import type { Reply } from '../../../core/request/app/inbound.ts';
import type { SlackRequest } from '../inbound/inbound.ts';
import { inTime, LATE, type ListenerTools, placed } from '../inbound/listener-tools.ts';
import { failureName } from '../send/errors.ts';
import { sendReply } from '../send/reply.ts';
import {
  FORM_CALLBACK,
  modalView,
  parseSubmission,
  refusedForm,
  type Submission,
  waitingView,
} from './modal.ts';

const REPEATED = 'That was received already. If it was not saved, change it and send it again.';

/** Shows the form that a request asks for. Never throws; resolves when it is shown. */
export async function openForm(
  tools: ListenerTools,
  request: SlackRequest,
  triggerId: string,
): Promise<void> {
  const opening = openWaiting(tools, request, triggerId);
  const [viewId, reply] = await Promise.all([opening, tools.handle(request.inbound)]);
  if (reply === null) return;
  const shown = viewId !== null && (await show(tools, viewId, modalView(reply.message)));
  // A trigger that came too late: the form stands in the conversation instead.
  if (!shown) await sendReply(tools, request.place, reply);
}

/** At once, before anything is read: three seconds are all there is. */
async function openWaiting(
  { client, log }: ListenerTools,
  { modalId }: SlackRequest,
  triggerId: string,
): Promise<string | null> {
  if (modalId !== undefined) return modalId;
  try {
    const { view } = await client.views.open({ trigger_id: triggerId, view: waitingView() });
    return view?.id ?? null;
  } catch (error) {
    log.warn({ code: failureName(error) }, 'a Slack form could not be opened');
    return null;
  }
}

/** Puts another view in the place of the one that is open; false when that is gone. */
export async function show(
  { client, log }: ListenerTools,
  viewId: string,
  view: types.ModalView,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: viewId, view });
    return true;
  } catch (error) {
    log.warn({ code: failureName(error) }, 'a Slack form could not be changed');
    return false;
  }
}

/** Adds the listener for forms that are sent. */
export function addModalListeners(app: App, tools: ListenerTools): void {
  app.view(
    { callback_id: FORM_CALLBACK, type: 'view_submission' },
    async ({ body, ack, context }) => {
      const submitted = parseSubmission(body);
      const request = placed(submitted?.request ?? null, context);
      if (submitted === null || request === null) return await ack();
      const { viewId } = submitted;
      const bring = (reply: Reply) => {
        void tools.track(sendReply(tools, request.place, reply));
        tools.answered?.(request);
      };
      const work = tools.track(tools.handle(request.inbound));
      const first = await inTime(work, tools.ackWithinMs);
      if (first !== LATE) {
        await ack(answerTo(submitted, first));
        if (first?.outcome === 'done') bring(first);
        return;
      }
      await ack({ response_action: 'update', view: waitingView('Saving…') });
      const later = work.then(async (reply) => {
        const answer = answerTo(submitted, reply);
        const view = 'view' in answer ? answer.view : reply && submitted.again(reply.message);
        const shown = view !== null && (await show(tools, viewId, view));
        if (reply?.outcome === 'done') bring(reply);
        else if (reply && !shown) await sendReply(tools, request.place, reply);
      });
      tools.track(later).catch((error: unknown) => {
        tools.log.error({ code: failureName(error) }, 'a Slack form’s answer was lost');
      });
    },
  );
}

function answerTo(submitted: Submission, reply: Reply | null) {
  // The form stays: the same words sent twice may be those that were refused beside the note.
  if (reply === null) {
    const noteBlock = submitted.fieldBlocks.at(-1);
    return noteBlock === undefined
      ? ({ response_action: 'update', view: waitingView(REPEATED) } as const)
      : ({ response_action: 'errors', errors: { [noteBlock]: REPEATED } } as const);
  }
  return reply.outcome === 'done'
    ? ({ response_action: 'update', view: modalView(reply.message) } as const)
    : refusedForm(submitted, reply);
}
