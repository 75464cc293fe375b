// Slack's side of modals and App Home: triggers, the view that the person sees, and what they send with it.

import { eventually } from '../process/eventually.ts';
import type { LocalSlack } from './slack-emulator.ts';

export type SeenView = {
  readonly id: string;
  readonly type: string;
  readonly blocks: readonly SeenBlock[];
  readonly private_metadata?: string;
  readonly submit?: { readonly text: string };
  readonly callback_id?: string;
};

export type SeenBlock = {
  readonly type: string;
  readonly block_id?: string;
  readonly element?: {
    readonly type: string;
    readonly action_id: string;
    readonly initial_value?: string;
    readonly initial_option?: { readonly value: string };
    readonly options?: readonly { readonly value: string }[];
  };
};

/** A trigger that opens one modal, as a command or a press brings it. */
export async function triggerOf(slack: LocalSlack): Promise<string> {
  const response = await fetch(`${slack.apiUrl}views.generateTriggerId`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}` },
    body: new URLSearchParams({ user_id: slack.userId }),
  });
  const { trigger_id } = JSON.parse(await response.text());
  return trigger_id;
}

/** The modal that is open after the bot filled it; waits for it. */
export async function openModal(slack: LocalSlack, after = 0): Promise<SeenView> {
  return await eventually(() => {
    const call = slack.calls.slice(after).findLast(({ method }) => method === 'views.update');
    if (!call) throw new Error('no modal was filled yet');
    return { ...JSON.parse(call.args.view ?? '{}'), id: call.args.view_id };
  });
}

/** The fields of a view, in order. */
export function inputsOf(view: SeenView) {
  return view.blocks.filter(({ type }) => type === 'input');
}

/** What each field holds before anybody touches it. */
export function valuesOf(view: SeenView): (string | undefined)[] {
  return inputsOf(view).map(
    ({ element }) => element?.initial_option?.value ?? element?.initial_value,
  );
}

/** What Slack sends when the person fills the fields, in order, and presses the submit button. */
export function submissionOf(
  slack: LocalSlack,
  view: SeenView,
  answers: readonly string[],
  hash = `${view.id}.hash`,
) {
  const values = Object.fromEntries(
    inputsOf(view).map(({ block_id = '', element }, index) => {
      const answer = answers[index] ?? '';
      const state =
        element?.type === 'static_select'
          ? { type: element.type, selected_option: answer ? { value: answer } : null }
          : { type: element?.type, value: answer || null };
      return [block_id, { [element?.action_id ?? '']: state }];
    }),
  );
  return {
    type: 'view_submission',
    team: { id: slack.teamId, domain: 'example-partnership' },
    user: { id: slack.userId, team_id: slack.teamId },
    api_app_id: 'A0PAP00001',
    token: 'legacy-verification-token',
    trigger_id: `trigger-${view.id}`,
    view: { ...view, hash, state: { values } },
  };
}
