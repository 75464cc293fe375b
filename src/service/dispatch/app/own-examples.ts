// What to type, said with what this plan has: examples are written for a plan with 2B:2 and a board called siab, and whoever
// has neither could not type them.
import { mapTexts } from '../../../core/request/app/in-words.ts';
import type { Reply } from '../../../core/request/app/inbound.ts';
import type { Reads } from '../../../core/request/app/ports.ts';

/** The references of examples, the commonest first, and how one is spelt loosely. */
const REFS = ['2B:2', '1A:1', '2B:1', '1A:2', '2A:1', '3A:1'] as const;
const LOOSE = '2b2';
const FORUM = 'siab';
/** Of whom a decision is asked. */
const BOARD = 'SIAB';
/** A line to type: with `/pap` before it, or in quotation marks. */
const LINE = /\/pap [^\n]*|“[a-z][^”\n]*”/g;
const EXAMPLE = new RegExp(
  `(?<![\\w:])(?:${[...REFS, LOOSE, FORUM, BOARD].join('|')})(?![\\w:])`,
  'g',
);

/** The reply with its examples as people of this plan would type them. What somebody typed stays as it was typed. */
export async function withOwnExamples(
  reply: Reply,
  typed: string,
  { objectives, meetings }: Reads<'objectives' | 'meetings'>,
): Promise<Reply> {
  const used = new Set<string>();
  const look = (text: string) => {
    for (const [line] of text.matchAll(LINE))
      for (const [example] of line.matchAll(EXAMPLE)) used.add(example);
    return text;
  };
  mapTexts(reply.message, look);
  for (const example of [...used]) if (typed.includes(example)) used.delete(example);
  if (used.size === 0) return reply;
  const own = new Map<string, string>();
  const ofForum = [FORUM, BOARD];
  if ([...used].some((example) => !ofForum.includes(example))) {
    const { all } = await objectives.refs();
    const isOurs = all.some(({ ref }) => REFS.some((example) => example === ref));
    // One of the middle first: the first of a plan is as likely as not built otherwise.
    const middle = Math.floor(all.length / 2);
    const ordered = [...all.slice(middle), ...all.slice(0, middle)];
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
  if (own.size === 0) return reply;
  const put = (text: string) =>
    text.replace(LINE, (line) =>
      line.replace(EXAMPLE, (example) =>
        used.has(example) ? (own.get(example) ?? example) : example,
      ),
    );
  return { ...reply, message: mapTexts(reply.message, put) };
}
