// The shape of a room’s words: one for each of its reasons to say no.

import type { Message } from '../../message/messages/message.ts';
import type { Refusal } from '../domain/refusal.ts';

/** What is said of each reason. @param wording of a refusal that this one holds */
export type Words<Own extends { readonly code: string }> = {
  readonly [Code in Own['code']]: (
    refusal: Extract<Own, { readonly code: Code }>,
    wording: (refusal: Refusal) => Message,
  ) => Message;
};
