// Lines to type as one types them in a place: `/pap mine` on Slack, `mine` in one's own chat with PAP in Teams, where a
// slash opens a menu of Teams' own, and `@PAP mine` in a channel there.
import type { Block, Inline, Message } from './message.ts';

/** The message with `lead` in place of `/pap` in each line that it tells people to type. */
export function typedThere(message: Message, lead: '' | '@PAP'): Message {
  const spans = (all: Inline): Inline =>
    all.map((span) => (span.kind === 'code' ? { ...span, text: led(span.text, lead) } : span));
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'text':
        return { ...one, spans: spans(one.spans) };
      case 'facts':
        return {
          ...one,
          facts: one.facts.map((fact) => ({ ...fact, value: spans(fact.value) })),
        };
      case 'list':
        return { ...one, items: one.items.map(spans) };
      case 'actions':
      case 'chart':
      case 'divider':
      case 'form':
      case 'table':
        return one;
    }
  };
  const { footer } = message;
  return {
    ...message,
    blocks: message.blocks.map(block),
    ...(footer && { footer: spans(footer) }),
  };
}

function led(line: string, lead: string): string {
  const [, rest] = /^\/pap(?:\s+([\s\S]*))?$/.exec(line) ?? [];
  if (line === '/pap') return lead || 'mine';
  if (rest === undefined) return line;
  return `${lead} ${rest}`.trim();
}
