// Returns that have not come in, as others are told of them: the theme's co-chairs, then the programme office.

import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  bullets,
  buttonRow,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import { ratingText } from '../../../core/message/messages/rag-text.ts';
import { isVacant, type Objective } from '../../../plan/objectives/domain/objective.ts';
import { ownersText } from '../../../plan/overview/messages/objective-card.ts';
import { type Cycle, cycleDeadlines } from '../../cycles/domain/cycle.ts';

/** What a message carries; the rest is a command away. */
const MAX_LISTED = 30;

export type RollUpFacts = {
  readonly cycle: Cycle;
  readonly objectives: readonly Objective[];
};

const REF = { header: 'Ref', ofRefs: true } as const;

/** To a theme's co-chairs. */
export function rollUpMessage({ cycle, objectives }: RollUpFacts): Message {
  const { returnsDueOn, freezes } = cycleDeadlines(cycle);
  return {
    title: `${count(objectives)} overdue for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}`,
    blocks: [
      paragraph(
        `Due ${dayText(returnsDueOn)}${exampleMark(cycle.example)}. The owners were asked and have not answered; a word from you may help. They can still answer until ${momentText(freezes, cycle.timeZone)}.`,
      ),
      {
        kind: 'table',
        caption: 'Returns that have not come in',
        columns: [REF, { header: 'Rating' }, { header: 'Owner' }],
        rows: objectives
          .slice(0, MAX_LISTED)
          .map((one) => [one.ref, ratingText(one), ownersText(one)]),
      },
      ...more(objectives),
      buttonRow([{ label: 'All that is outstanding', line: 'outstanding' }]),
    ],
    footer: inline(
      'Why am I getting this? You co-chair the theme of these objectives. It comes once a cycle.',
    ),
  };
}

export type OfficeListFacts = RollUpFacts & {
  /** Ids of the objectives whose owners no request reached. */
  readonly unasked: ReadonlySet<string>;
};

/** The programme office's work list. */
export function officeListMessage({ cycle, objectives, unasked }: OfficeListFacts): Message {
  const { freezes } = cycleDeadlines(cycle);
  return {
    title: `Work list: ${count(objectives)} outstanding for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}`,
    blocks: [
      paragraph(
        `The papers freeze ${momentText(freezes, cycle.timeZone)}${exampleMark(cycle.example)}. What has not come in by then stands in the pack as “no return”.`,
      ),
      {
        kind: 'table',
        caption: 'Returns that have not come in',
        columns: [REF, { header: 'Rating' }, { header: 'Owner' }, { header: 'State' }],
        rows: objectives
          .slice(0, MAX_LISTED)
          .map((one) => [one.ref, ratingText(one), ownersText(one), stateText(one, unasked)]),
      },
      ...more(objectives),
      buttonRow([{ label: 'All that is outstanding', line: 'outstanding' }]),
    ],
    footer: inline(
      'Why am I getting this? You are the programme office. It comes once a cycle; “outstanding” has it at any time.',
    ),
  };
}

function stateText(objective: Objective, unasked: ReadonlySet<string>): string {
  if (isVacant(objective)) return 'vacant: nobody to ask';
  return unasked.has(objective.id) ? 'no request arrived' : 'asked, no answer';
}

/** On the day on which the returns open, to the programme office. */
export function vacantMessage(cycle: Cycle, objectives: readonly Objective[]): Message {
  return {
    title: `${objectives.length === 1 ? 'An objective has' : `${objectives.length} objectives have`} no owner to ask`,
    blocks: [
      paragraph(
        `Returns for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}${exampleMark(cycle.example)} are being asked for, and nobody can be asked about these:`,
      ),
      bullets(
        objectives
          .slice(0, MAX_LISTED)
          .map((one) =>
            inline(`${one.ref} ${one.title}${exampleMark(one.example)}: ${ownersText(one)}`),
          ),
      ),
      ...more(objectives),
      paragraph(
        'Name an owner, for example ',
        code(`/pap handover ${objectives[0]?.ref ?? '2B:2'} @sam`),
        ', or answer yourself with ',
        code('/pap update'),
        '.',
      ),
    ],
  };
}

/** An owner works on no day before the deadline and nobody covers; to the programme office. */
export function outAllAlongMessage({
  cycle,
  name,
  refs,
}: {
  readonly cycle: Cycle;
  readonly name: string;
  readonly refs: readonly string[];
}): Message {
  const { returnsDueOn } = cycleDeadlines(cycle);
  return {
    title: `${name} does not work before the returns are due`,
    blocks: [
      paragraph(
        `By their calendar ${name} works on no day on which they could be asked before ${dayText(returnsDueOn)}${exampleMark(cycle.example)}. Outstanding: ${refs.join(', ')}.`,
      ),
      paragraph('Record a cover with “away”, or answer yourself with “update”.'),
    ],
  };
}

function count(objectives: readonly Objective[]): string {
  return objectives.length === 1 ? '1 return' : `${objectives.length} returns`;
}

function more(objectives: readonly Objective[]): Block[] {
  const left = objectives.length - MAX_LISTED;
  return left > 0 ? [paragraph(`And ${left} more: “outstanding” lists them all.`)] : [];
}
