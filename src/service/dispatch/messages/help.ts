// Help: examples first, then who may use it.
import {
  type Block,
  bullets,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

export type HelpEntry = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly access: string;
};

/**
 * Every verb, a line each.
 * @param under the verb whose own verbs these are
 */
export function helpMessage(entries: readonly HelpEntry[], under?: string): Message {
  return {
    title: under ? `What you can type after ${under}` : 'What you can type',
    blocks: [
      bullets(
        entries.map(({ examples, summary }) =>
          inline(code(`/pap ${examples[0] ?? ''}`.trim()), ` — ${summary}`),
        ),
      ),
      paragraph(
        'References are read loosely (2b2, 2B.2), ratings too (a, amber, at risk, 🔶). In a thread type ',
        code('@PAP mine'),
        ' instead, in a direct message to PAP just ',
        code('mine'),
        '. ',
        code(`/pap help ${under ? `${under} ${entries[0]?.name ?? ''}` : 'update'}`),
        ' says more about one command.',
      ),
    ],
  };
}

/**
 * One verb.
 * @param under the verb that it stands behind
 */
export function verbHelpMessage(
  { name, summary, usage, examples, access }: HelpEntry,
  under?: string,
): Message {
  const blocks: Block[] = [
    bullets(examples.map((example) => inline(code(`/pap ${example}`.trim())))),
    paragraph(strong('Form: '), code(`/pap ${usage}`)),
    paragraph(strong('Who: '), access),
  ];
  return { title: `${under ? `${under} ` : ''}${name}: ${summary}`, blocks };
}
