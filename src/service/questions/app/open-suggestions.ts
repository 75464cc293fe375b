// What a person was asked last, so that “yes” can answer it. It is kept by the process alone, for a few minutes: whoever
// says yes to another one, or later, is asked to press the button, which carries all that it needs.
import type { Temporal } from 'temporal-polyfill';
import type { Guard, Message } from '../../../core/message/messages/message.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';

const LASTS_MINUTES = 10;
/** Further back nobody remembers it either. */
const MOST = 5_000;

type Open = { readonly line: string; readonly guard?: Guard; readonly at: Temporal.Instant };

export type OpenSuggestions = {
  /** Takes note of what a message asks, or that it asks nothing. */
  note(inbound: Inbound, message: Message, now: Temporal.Instant): void;
  /** What is asked of the person in this conversation; it is asked no longer. */
  take(inbound: Inbound, now: Temporal.Instant): Pick<Open, 'line' | 'guard'> | null;
};

/** The suggestions of one process. */
export function openSuggestions(): OpenSuggestions {
  const open = new Map<string, Open>();
  const keyOf = ({ platform, tenantId, userId, conversation }: Inbound) =>
    JSON.stringify([platform, tenantId, userId, conversation.id]);
  return {
    note(inbound, message, now) {
      const key = keyOf(inbound);
      open.delete(key);
      const asked = message.blocks.flatMap((block) =>
        block.kind === 'actions' ? block.actions.filter(({ style }) => style === 'primary') : [],
      );
      const [action] = asked;
      if (asked.length !== 1 || !action) return;
      for (const oldest of open.keys()) {
        if (open.size < MOST) break;
        open.delete(oldest);
      }
      open.set(key, { line: action.line, at: now, ...(action.guard && { guard: action.guard }) });
    },
    take(inbound, now) {
      const key = keyOf(inbound);
      const asked = open.get(key);
      open.delete(key);
      const isFresh = asked && now.since(asked.at).total('minutes') <= LASTS_MINUTES;
      return isFresh ? asked : null;
    },
  };
}
