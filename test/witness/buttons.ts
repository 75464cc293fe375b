// Buttons and forms as they were sent to Slack and to Teams, and pressing them long after.
import { randomUUID } from 'node:crypto';
import { MODAL_FIELDS } from '../../src/chat/slack/render/render-actions.ts';
import type { Reply } from '../../src/core/request/app/inbound.ts';
import type { WitnessBot } from './bot.ts';
import { type Cast, everybody, slackUser, TEAM, teamsUser } from './cast.ts';
import type { SlackBlock, SlackPayload } from './stand-in-slack.ts';

/** What was sent, the part that a press sends back and the fields that go with it, and who may press it. */
export type Button = {
  /** The key of one of the cast. */
  readonly who: string;
  readonly label: string;
} & (
  | {
      readonly kind: 'slack-button';
      readonly sent: SlackBlock;
      readonly fields: readonly SlackBlock[];
    }
  | { readonly kind: 'slack-modal'; readonly sent: SlackPayload }
  | { readonly kind: 'teams'; readonly sent: CardAction; readonly fields: readonly CardElement[] }
);

type CardAction = {
  readonly type: string;
  readonly title: string;
  readonly verb: string;
  readonly data: { readonly value: string; readonly form?: readonly [number, number] };
};
type CardElement = {
  /** A table's column has none. */
  readonly type?: string;
  readonly id?: string;
  readonly value?: string;
  readonly choices?: readonly { readonly value: string }[];
  readonly actions?: readonly CardAction[];
  readonly items?: readonly CardElement[];
  readonly columns?: readonly CardElement[];
};

const WORDS = 'Said with an old form';

/** Every button that the stand-ins saw, one of each kind of line to each platform. */
export function collectButtons({ slack, connector }: WitnessBot): Button[] {
  const found: Button[] = [];
  for (const { to, payload } of slack.seen) {
    const who = everybody.find((one) => slackUser(one) === to)?.key ?? 'asha';
    if (payload.private_metadata) {
      found.push({ who, label: payload.submit?.text ?? '', kind: 'slack-modal', sent: payload });
      continue;
    }
    const blocks = payload.blocks ?? [];
    for (const block of blocks.filter(({ type }) => type === 'actions')) {
      const prefix = formPrefix(block);
      const fields = prefix === null ? [] : blocks.filter((one) => isFieldOf(one, prefix));
      for (const element of block.elements ?? []) {
        const sent = { ...block, elements: [element] };
        found.push({ who, label: element.text?.text ?? '', kind: 'slack-button', sent, fields });
      }
    }
  }
  for (const { method, path, body } of connector.calls) {
    if (method === 'GET') continue;
    const key = /a:chat-([a-z]+)/.exec(path)?.[1];
    const opened = everybody.find((one) => body?.members?.[0]?.id === teamsUser(one))?.key;
    const who = key ?? opened ?? 'asha';
    const activity = body?.activity ?? body;
    for (const { content } of activity?.attachments ?? []) {
      const elements = (content?.body ?? []).flatMap(withInner);
      const inputs = elements.filter(({ type }: CardElement) => type?.startsWith('Input.'));
      for (const sent of elements.flatMap(({ actions = [] }: CardElement) => actions)) {
        if (sent.data?.value === undefined) continue;
        const [first, count] = sent.data.form ?? [0, 0];
        const ids = Array.from({ length: count }, (_, index) => `f${first + index}`);
        const fields = inputs.filter(({ id }: CardElement) => ids.includes(id ?? ''));
        found.push({ who, label: sent.title, kind: 'teams', sent, fields });
      }
    }
  }
  const kinds = new Map(found.map((button) => [kindOf(button), button]));
  return [...kinds.values()];
}

function withInner(element: CardElement): CardElement[] {
  const inner = [...(element.items ?? []), ...(element.columns ?? [])];
  return [element, ...inner.flatMap(withInner)];
}

function formPrefix({ block_id = '' }: SlackBlock): string | null {
  return block_id.endsWith(':submit') ? block_id.slice(0, -'submit'.length) : null;
}

function isFieldOf({ type, block_id = '' }: SlackBlock, prefix: string): boolean {
  return type === 'input' && block_id.startsWith(prefix);
}

/** The value that the platform keeps for us, exactly as it was sent. */
export function wireValue(button: Button): string {
  if (button.kind === 'teams') return button.sent.data.value;
  if (button.kind === 'slack-modal') return button.sent.private_metadata ?? '';
  return button.sent.elements?.[0]?.value ?? '';
}

/** Two buttons are of one kind when they differ in references and numbers only. */
function kindOf(button: Button): string {
  const { l, o, r, f } = JSON.parse(wireValue(button));
  const line = l.replace(/\d\w?:\d+(?:\.\d+)?/g, 'REF').replace(/\d+/g, 'N');
  return JSON.stringify([button.kind, line, o !== undefined, r?.length > 0, f !== undefined]);
}

/** Presses it as the platform brings a press, with the form's fields filled where they were empty. */
export async function press(bot: WitnessBot, button: Button): Promise<Reply | null> {
  const who = everybody.find(({ key }) => key === button.who);
  if (!who) throw new Error(`nobody is called ${button.who}`);
  switch (button.kind) {
    case 'slack-button':
      return await bot.press(slackPress(who, button));
    case 'slack-modal':
      return await bot.press(slackSubmission(who, button.sent));
    case 'teams':
      return await pressInTeams(bot, who, button);
    default:
      return button satisfies never;
  }
}

function slackPress(who: Cast, { sent, fields }: Extract<Button, { kind: 'slack-button' }>) {
  return {
    type: 'block_actions',
    user: { id: slackUser(who), team_id: TEAM },
    team: { id: TEAM, domain: 'example-partnership' },
    channel: { id: `D${slackUser(who)}` },
    container: { type: 'message', is_ephemeral: false },
    trigger_id: randomUUID(),
    response_url: 'https://hooks.slack.example/actions/1',
    actions: [{ ...sent.elements?.[0], block_id: sent.block_id, action_ts: '1720000000.000100' }],
    state: { values: stateOf(fields) },
  };
}

function slackSubmission(who: Cast, view: SlackPayload) {
  const fields = (view.blocks ?? []).filter((block) => isFieldOf(block, MODAL_FIELDS));
  return {
    type: 'view_submission',
    user: { id: slackUser(who), team_id: TEAM },
    team: { id: TEAM, domain: 'example-partnership' },
    trigger_id: randomUUID(),
    view: { ...view, id: 'V0OLD', hash: randomUUID(), state: { values: stateOf(fields) } },
  };
}

/** What Slack sends of the fields: what stands in them, or the first choice and some words. */
function stateOf(fields: readonly SlackBlock[]) {
  return Object.fromEntries(
    fields.map(({ block_id = '', element }) => {
      const type = element?.type;
      const chosen = element?.initial_option ?? element?.options?.[0];
      const state =
        type === 'static_select'
          ? { type, selected_option: chosen }
          : { type, value: element?.initial_value ?? WORDS };
      return [block_id, { [element?.action_id ?? '']: state }];
    }),
  );
}

async function pressInTeams(
  bot: WitnessBot,
  who: Cast,
  { sent, fields }: Extract<Button, { kind: 'teams' }>,
): Promise<Reply | null> {
  const answers = fields.map(({ id = '', value, choices }) => [
    id,
    value ?? choices?.[0]?.value ?? WORDS,
  ]);
  const data = { ...sent.data, ...Object.fromEntries(answers) };
  const { type, title, verb } = sent;
  const value = { action: { type, title, data, verb }, trigger: 'manual' };
  return await bot.activity('execute-invoke', who, { value });
}
