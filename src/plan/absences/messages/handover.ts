// Handovers: what is asked of the taker, what waits for an answer, and what everybody is told of it.
import {
  type Action,
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

type Named = { readonly name: string };

export type HandoverFacts = {
  readonly number: number;
  readonly ref: string;
  readonly title: string;
  /** Null: nobody owned it. Not active: they have left since. */
  readonly from: (Named & { readonly active?: boolean }) | null;
  readonly to: Named;
  readonly askedBy: Named;
};

export type HandoverState = 'accepted' | 'declined' | 'withdrawn';

/** Before several are asked at once. */
export function handoverConfirmMessage(
  objectives: readonly { readonly ref: string; readonly title: string }[],
  to: Named,
  line: string,
): Message {
  return {
    title: `Ask ${to.name} to take over ${objectives.length} objectives?`,
    blocks: [
      list(objectives),
      paragraph('Nothing was changed yet, and nothing passes before they accept.'),
      buttonRow([{ label: 'Confirm', line, style: 'primary' }]),
    ],
  };
}

/**
 * To whoever asked.
 * @param reached whether PAP can write to the taker
 */
export function handoverAskedMessage(
  handovers: readonly HandoverFacts[],
  reached: boolean,
): Message {
  const to = handovers[0]?.to.name ?? '';
  const refs = refsOf(handovers);
  return {
    title: reached
      ? `${to} has been asked to take over ${refs}`
      : `${refs}: waits for ${to} to accept`,
    tone: reached ? 'good' : 'attention',
    blocks: [
      paragraph(
        `Nothing passes before ${to} accepts. Until then ${ownerText(handovers)}. To take it back, type `,
        code(`/pap handover withdraw ${numbersOf(handovers)}`),
        '.',
      ),
    ],
  };
}

function ownerText(handovers: readonly HandoverFacts[]): string {
  const givers = [
    ...new Set(handovers.flatMap(({ from }) => (from && from.active !== false ? [from.name] : []))),
  ];
  const one = handovers.length === 1 ? 'it' : 'them';
  return givers.length > 0 ? `${givers.join(' and ')} answers for ${one}` : `nobody owns ${one}`;
}

/** To the taker. */
export function handoverRequestMessage(handovers: readonly HandoverFacts[]): Message {
  const asker = handovers[0]?.askedBy.name ?? '';
  return {
    title: `Will you take over ${refsOf(handovers)}?`,
    blocks: [
      paragraph(
        `${asker} asks you to own ${handovers.length === 1 ? 'this' : 'these'} from now on:`,
      ),
      list(handovers),
      paragraph('Nothing changes until you accept.'),
      buttonRow(answers(handovers)),
    ],
    footer: inline(`You are getting this because ${asker} named you as the next owner.`),
  };
}

function answers(handovers: readonly HandoverFacts[]): Action[] {
  const numbers = numbersOf(handovers);
  const all = handovers.length > 1 ? ' all' : '';
  return [
    { label: `Accept${all}`, line: `handover accept ${numbers}`, style: 'primary' },
    { label: `Decline${all}`, line: `handover decline ${numbers}` },
  ];
}

/**
 * To the giver, when somebody else has asked.
 * @param reached whether PAP can write to the taker
 */
export function handoverAnnouncedMessage(
  handovers: readonly HandoverFacts[],
  reached: boolean,
): Message {
  const [first] = handovers;
  return {
    title: `${first?.to.name ?? ''} ${reached ? 'has been asked' : 'is'} to take over ${refsOf(handovers)}`,
    blocks: [
      list(handovers),
      paragraph(
        `${first?.askedBy.name ?? ''} asked. You answer for ${handovers.length === 1 ? 'it' : 'them'} until it is accepted.`,
      ),
    ],
    footer: inline('You are getting this because you own what is to be handed over.'),
  };
}

/** What came of it, for everybody concerned. */
export function handoverSettledMessage(
  handovers: readonly HandoverFacts[],
  state: HandoverState,
): Message {
  const to = handovers[0]?.to.name ?? '';
  const refs = refsOf(handovers);
  const givers = [...new Set(handovers.flatMap(({ from }) => (from ? [from.name] : [])))];
  const one = handovers.length === 1;
  const texts = {
    accepted: {
      title: `${to} owns ${refs} from today`,
      text:
        givers.length > 0
          ? `${givers.join(' and ')} answered for ${one ? 'it' : 'them'} until yesterday. The history of each says so.`
          : 'Nobody owned it before. The history says so.',
    },
    declined: {
      title: `${to} does not take over ${refs}`,
      text: `Nothing has passed: ${ownerText(handovers)}.`,
    },
    withdrawn: {
      title: `The handover of ${refs} to ${to} is withdrawn`,
      text: `Nothing has passed: ${ownerText(handovers)}.`,
    },
  } as const;
  return {
    title: texts[state].title,
    tone: state === 'accepted' ? 'good' : 'plain',
    blocks: [list(handovers), paragraph(texts[state].text)],
    footer: inline('You are getting this because you are a party to this handover.'),
  };
}

/** To the asker, when the taker has left before answering. */
export function takerLeftMessage(handovers: readonly HandoverFacts[]): Message {
  const to = handovers[0]?.to.name ?? '';
  return {
    title: `${to} has left and cannot take over ${refsOf(handovers)}`,
    tone: 'attention',
    blocks: [
      paragraph(`The handover is withdrawn and nothing has passed: ${ownerText(handovers)}.`),
    ],
    footer: inline('You are getting this because you asked for the handover.'),
  };
}

export type HandoverListFacts = {
  readonly toMe: readonly HandoverFacts[];
  readonly others: readonly HandoverFacts[];
};

/** What waits for an answer. */
export function handoverListMessage({ toMe, others }: HandoverListFacts): Message {
  const nothing = toMe.length + others.length === 0;
  return {
    title: 'Handovers that wait for an answer',
    blocks: [
      ...(nothing ? [paragraph('None.')] : []),
      ...toMe.flatMap((handover): Block[] => [
        paragraph(strong('Will you take it over? '), lineOf(handover)),
        buttonRow(answers([handover])),
      ]),
      ...others.flatMap((handover): Block[] => [
        paragraph(lineOf(handover)),
        buttonRow([{ label: 'Withdraw', line: `handover withdraw ${handover.number}` }]),
      ]),
    ],
    footer: inline('To ask for one: ', code('/pap handover 2B:2 @name')),
  };
}

function lineOf({ number, ref, title, from, to, askedBy }: HandoverFacts): string {
  const giver = from ? `from ${from.name} ` : '';
  return `${number}: ${ref} ${title}, ${giver}to ${to.name}, asked by ${askedBy.name}`;
}

function list(objectives: readonly { readonly ref: string; readonly title: string }[]): Block {
  return bullets(objectives.map(({ ref, title }) => inline(strong(ref), ` ${title}`)));
}

function refsOf(handovers: readonly HandoverFacts[]): string {
  return handovers.map(({ ref }) => ref).join(', ');
}

function numbersOf(handovers: readonly HandoverFacts[]): string {
  return handovers.map(({ number }) => number).join(' ');
}
