// What is on the page for families, and what follows each step towards it.

import {
  type Block,
  bullets,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import { button } from '../../../core/request/messages/refusal-parts.ts';
import type { GlossaryTerm } from '../domain/families-page.ts';
import type { Readability } from '../domain/plain-words.ts';
import { consentText, type QuoteConsent } from '../domain/quote-consent.ts';
import type { StoppedWords } from '../domain/refusal-families.ts';
import { needsApproval, stoppedBlocks } from './stopped-words.ts';

type About =
  | { readonly kind: 'objective'; readonly ref: string }
  | { readonly kind: 'kpi'; readonly number: number; readonly name: string }
  | { readonly kind: 'quote'; readonly number: number; readonly role: string };

export type OverviewFacts = {
  readonly items: readonly {
    readonly number: number;
    readonly about: About;
    readonly words: string;
    readonly agreedBy: string;
  }[];
  readonly missing: readonly { readonly ref: string; readonly title: string }[];
  readonly unexplained: readonly string[];
  /** What may tell a number under five. */
  readonly stopped: readonly StoppedWords[];
};

/** What is on the page, and what is missing. */
export function familiesMessage({ items, missing, unexplained, stopped }: OverviewFacts): Message {
  return {
    title: `The page for families: ${items.length === 1 ? '1 item' : `${items.length} items`}`,
    blocks: [
      ...(items.length === 0
        ? [paragraph('Nothing is agreed for it yet.')]
        : [
            list(
              items.map(
                ({ number, about, words, agreedBy }) =>
                  [`${number}`, ` ${aboutText(about)} · ${words} · agreed by ${agreedBy}`] as const,
              ),
            ),
          ]),
      ...explainFirst(unexplained),
      ...(stopped.length === 0
        ? []
        : [
            paragraph(
              'Before the page can be made, put this right or have it approved. It may tell a number under five:',
            ),
            ...stopped.flatMap(stoppedBlocks),
          ]),
      ...(missing.length === 0
        ? []
        : [
            paragraph(strong('Nothing is said of')),
            list(missing.map(({ ref, title }) => [ref, ` ${title}`] as const)),
          ]),
      ...(items.length === 0
        ? []
        : button({ label: 'Make the page', line: 'admin families page' })),
    ],
    footer: inline(
      'Add to it: ',
      code('/pap admin families add 2B:2 Every child will have a named person to talk to'),
    ),
  };
}

export type ProposalFacts = {
  readonly about: About;
  readonly words: string;
  readonly hard: Readability | null;
  readonly unexplained: readonly string[];
};

/** Words as they would stand on the page, for whoever agrees them. */
export function proposalMessage({ about, words, hard, unexplained }: ProposalFacts): Message {
  return {
    title: `Put this on the page for families, about ${aboutText(about)}?`,
    blocks: [
      paragraph(words),
      ...(hard ? [paragraph(hardText(hard))] : []),
      ...explainFirst(unexplained),
      paragraph('Nothing is recorded yet. The programme office or the board agrees it:'),
      ...button({
        label: 'Agree',
        line: `admin families agree ${subjectText(about)} ${words}`,
        style: 'primary',
      }),
    ],
  };
}

export function agreedWordsMessage(
  facts: ProposalFacts & {
    readonly number: number;
    readonly replaced: boolean;
    readonly stop: { readonly code: string } | null;
  },
): Message {
  return {
    title: `On the page for families: item ${facts.number}, about ${aboutText(facts.about)}`,
    blocks: [
      paragraph(facts.words),
      ...(facts.stop ? [needsApproval(facts.stop)] : []),
      ...explainFirst(facts.unexplained),
      ...(facts.replaced
        ? [paragraph('The earlier words about it are off the page, and stay in the record.')]
        : []),
      ...button({ label: 'Withdraw it', line: `admin families withdraw ${facts.number}` }),
    ],
  };
}

export function withdrawnWordsMessage({ number }: { readonly number: number }): Message {
  return {
    title: `Item ${number} is off the page for families`,
    blocks: [paragraph('The record keeps it. A page that was handed out before still has it.')],
  };
}

type QuoteFacts = {
  readonly number: number;
  readonly role: string;
  readonly summary: string;
  readonly publishable: boolean;
};

/** What people said, and which of it may be published. */
export function quotesMessage(quotes: readonly QuoteFacts[]): Message {
  return {
    title: `What people said: ${quotes.length === 1 ? '1 quote' : `${quotes.length} quotes`}`,
    blocks: [
      quotes.length === 0
        ? paragraph('The plan has none.')
        : list(
            quotes.map(({ number, role, summary, publishable }) => [
              `${number}`,
              ` ${role} · ${summary} · ${publishable ? 'may be published' : 'no consent on record'}`,
            ]),
          ),
    ],
    footer: inline('Record a consent: ', code('/pap admin families consent 3 parent, on a form')),
  };
}

/** After a consent was recorded, or taken back. */
export function consentMessage({
  quote: { number, role },
  consent,
}: {
  readonly quote: QuoteFacts;
  readonly consent: QuoteConsent | null;
}): Message {
  if (!consent)
    return {
      title: `Quote ${number} may not be published any more`,
      blocks: [
        paragraph(
          'It is off the page for families. A page that was handed out before still has it. Given anew, its words must be agreed anew.',
        ),
      ],
    };
  return {
    title: `Quote ${number} may be published`,
    blocks: [
      factTable([fact('Said by', role), fact('Consent', consentText(consent))]),
      paragraph(
        'Who gave it and how is kept with your name and the day, in the log of the office; nothing else of what you typed is. Agree words for it: ',
        code(`/pap admin families add quote ${number} Small groups are calming`),
      ),
      ...button({
        label: 'Withdraw the consent',
        line: `admin families consent ${number} withdrawn`,
      }),
    ],
  };
}

export function termMessage({
  term,
  meaning,
  plain,
  stop,
}: GlossaryTerm & { readonly stop: { readonly code: string } | null }): Message {
  return {
    title: `${term} is explained`,
    blocks: [
      factTable([fact('Means', meaning), fact('In plain words', plain ?? 'nothing was added')]),
      ...(stop ? [needsApproval(stop)] : []),
    ],
  };
}

export function pageMadeMessage(name: string, items: number): Message {
  return {
    title: 'The page for families',
    blocks: [
      factTable([fact('File', name), fact('Items', String(items))]),
      paragraph(
        'It has only what was agreed, ratings and figures as they are now. Read it once before you hand it out.',
      ),
    ],
  };
}

function explainFirst(terms: readonly string[]): Block[] {
  return terms.length === 0
    ? []
    : [
        paragraph(
          `Before the page can be made, explain ${terms.join(', ')}: `,
          code(`/pap admin families term ${terms[0]} what it means`),
        ),
      ];
}

function hardText({ wordsInSentence, longWords }: Readability): string {
  const long = longWords.length > 0 ? ` Long words: ${longWords.join(', ')}.` : '';
  return `This may be hard to read: a sentence has ${wordsInSentence} words on average.${long} Shorter ones reach more people.`;
}

function aboutText(about: About): string {
  switch (about.kind) {
    case 'objective':
      return about.ref;
    case 'kpi':
      return `KPI ${about.number} ${about.name}`;
    case 'quote':
      return `quote ${about.number}, ${about.role}`;
  }
}

function subjectText(about: About): string {
  return about.kind === 'objective' ? about.ref : `${about.kind} ${about.number}`;
}

function list(items: readonly (readonly [string, string])[]): Block {
  return bullets(items.map(([name, words]) => inline(strong(name), words)));
}
