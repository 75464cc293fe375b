// Which partnership an answer is about, for whoever is on the plan of several.
import {
  type Block,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { Named } from '../domain/choose-partnership.ts';
import { listed, switchButtons } from './refusal-partnership.ts';

/** The message with a line that says whose it is. @param change how another one is chosen; null: not here */
export function sayWhose(message: Message, { name }: Named, change: string | null): Message {
  const line =
    change === null ? inline(`${name}.`) : inline(`${name}. Another one: `, code(change));
  const footer = message.footer ? [...message.footer, ...inline('\n'), ...line] : line;
  return { ...message, footer };
}

/** The answer to `partnership`. */
export function partnershipMessage(
  current: Named,
  all: readonly Named[],
  where: 'private' | 'channel' | 'terminal',
): Message {
  const others = all.filter(({ id }) => id !== current.id);
  const says: Block[] = [paragraph('This is about ', strong(current.name), ` (${current.key}).`)];
  if (others.length === 0)
    return {
      title: current.name,
      blocks: [
        ...says,
        where === 'terminal'
          ? paragraph('In the terminal another one is named with ', code('--partnership KEY'), '.')
          : paragraph('It is the only partnership here on whose plan you are.'),
      ],
    };
  return {
    title: current.name,
    blocks: [
      ...says,
      ...(where === 'channel'
        ? [paragraph('In a channel that belongs to a partnership it is always that one.')]
        : []),
      paragraph(
        where === 'terminal'
          ? 'You are on the plan of others too. In the terminal say which with '
          : 'You are on the plan of others too. To choose another for what you write to me in private:',
        ...(where === 'terminal' ? [code('--partnership KEY'), '.'] : []),
      ),
      ...listed(others),
      ...(where === 'terminal' ? [] : switchButtons(others)),
    ],
  };
}

/** The receipt of a choice. */
export function chosenMessage({ name, key }: Named): Message {
  return {
    title: `From now on it is ${name}`,
    tone: 'good',
    blocks: [
      paragraph(
        `What you write to me in private is about ${name} (${key}). A button still goes to the partnership that it was made for, and a channel has its own.`,
      ),
    ],
  };
}
