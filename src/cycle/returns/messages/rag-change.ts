// What a theme's channels are told when a rating changes: the change and the reason, no more.
import type { Rag } from '../../../core/message/domain/rag.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import { code, inline, type Message, paragraph } from '../../../core/message/messages/message.ts';
import { ragChangeText } from '../../../core/message/messages/rag-text.ts';

export type RagChangeFacts = {
  readonly ref: string;
  readonly title: string;
  readonly example: boolean;
  readonly fromRag: Rag | null;
  readonly toRag: Rag;
  readonly note: string | null;
  readonly by: string;
  readonly when: string;
};

/** The post. */
export function ragChangeMessage(facts: RagChangeFacts): Message {
  return {
    title: `${facts.ref} ${facts.title}${exampleMark(facts.example)}: ${ragChangeText(facts.fromRag, facts.toRag)}`,
    blocks: [
      ...(facts.note ? [paragraph(facts.note)] : []),
      paragraph(`${facts.by} · ${facts.when}`),
    ],
    footer: inline(
      'Posted because the rating of an objective in this channel’s theme changed. ',
      code(`/pap show ${facts.ref}`),
      ' shows its history.',
    ),
  };
}
