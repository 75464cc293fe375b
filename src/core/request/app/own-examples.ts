// What to type, said with what this plan has: examples are written for a plan with 2B:2 and a board called siab, and whoever
// has neither could not type them.
import { fieldOf } from '../../message/domain/narrow.ts';
import type { Message } from '../../message/messages/message.ts';
import type { Reply } from './inbound.ts';
import type { Reads } from './ports.ts';

/** The references of examples, the commonest first, and how one is spelt loosely. */
const REFS = ['2B:2', '1A:1', '2B:1', '1A:2', '2A:1', '3A:1'] as const;
const LOOSE = '2b2';
const FORUM = 'siab';
/** Of whom a decision is asked. */
const BOARD = 'SIAB';
/** How a refusal says a line to type. In other answers quotation marks may be somebody's own. */
const QUOTED = /“[a-z][^”\n]*”/g;
const EXAMPLE = new RegExp(
  `(?<![\\w:])(?:${[...REFS, LOOSE, FORUM, BOARD].join('|')})(?![\\w:])`,
  'g',
);

type Sources = Reads<'objectives' | 'meetings'>;

/** The reply with its examples as people of this plan would type them. What somebody typed stays as it was typed. */
export async function withOwnExamples(
  reply: Reply,
  typed: string,
  record: Sources,
): Promise<Reply> {
  const quoted = reply.outcome === 'refused';
  return { ...reply, message: await ownExamples(reply.message, { typed, quoted }, record) };
}

/** The same of what PAP sends by itself. */
export async function sentWithOwnExamples(message: Message, record: Sources): Promise<Message> {
  return await ownExamples(message, { typed: '', quoted: false }, record);
}

async function ownExamples(
  message: Message,
  { typed, quoted }: { readonly typed: string; readonly quoted: boolean },
  { objectives, meetings }: Sources,
): Promise<Message> {
  const used = new Set<string>();
  mapLines(message, quoted, (line) => {
    for (const [example] of line.matchAll(EXAMPLE)) used.add(example);
    return line;
  });
  for (const example of [...used]) if (typed.includes(example)) used.delete(example);
  if (used.size === 0) return message;
  const own = new Map<string, string>();
  const ofForum = [FORUM, BOARD];
  if ([...used].some((example) => !ofForum.includes(example))) {
    const plan = await objectives.refs();
    const { all } = plan;
    const isOurs = all.some(({ ref }) => REFS.some((example) => example === ref));
    // What the line was about first, then one of the middle: the first of a plan is as likely as not built otherwise.
    const middle = Math.floor(all.length / 2);
    const about = plan.named(typed);
    const ordered = [...new Set([...about, ...all.slice(middle), ...all.slice(0, middle)])];
    if (!isOurs)
      for (const [index, example] of REFS.entries()) {
        const ref = ordered[index % ordered.length]?.ref;
        if (ref !== undefined) own.set(example, ref);
      }
    const first = own.get(REFS[0]);
    if (first !== undefined) own.set(LOOSE, first.toLowerCase());
  }
  if (ofForum.some((example) => used.has(example))) {
    const forums = await meetings.forums();
    const forum = forums.find(({ collectsReturns }) => collectsReturns) ?? forums[0];
    if (forum && !forums.some(({ key }) => key === FORUM)) {
      own.set(FORUM, forum.key);
      own.set(BOARD, 'the board');
    }
  }
  if (own.size === 0) return message;
  const put = (line: string) =>
    line.replace(EXAMPLE, (example) =>
      used.has(example) ? (own.get(example) ?? example) : example,
    );
  return mapLines(message, quoted, put);
}

/** The same message with each line to type changed: what stands as code, and where `quoted`, in quotation marks. */
function mapLines<Data>(data: Data, quoted: boolean, change: (line: string) => string): Data;
function mapLines(data: unknown, quoted: boolean, change: (line: string) => string): unknown {
  if (Array.isArray(data)) return data.map((one) => mapLines(one, quoted, change));
  if (typeof data !== 'object' || data === null) return data;
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  const [kind, text] = [fieldOf(data, 'kind'), fieldOf(data, 'text')];
  if (typeof text === 'string' && kind === 'code') return { ...data, text: change(text) };
  if (typeof text === 'string' && quoted) return { ...data, text: text.replace(QUOTED, change) };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, mapLines(value, quoted, change)]),
  );
}
