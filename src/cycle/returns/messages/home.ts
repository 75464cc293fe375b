// A person's own page: their cycle, what they owe, whom they stand in for, and their objectives.

import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  type Block,
  code,
  type Fact,
  fact,
  factTable,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import {
  answersAlone,
  isOwner,
  type Objective,
} from '../../../plan/objectives/domain/objective.ts';
import { cycleDeadlines } from '../../cycles/domain/cycle.ts';
import {
  awayBlocks,
  cycleText,
  frozenText,
  MAX_LISTED,
  type MineFacts,
  notListed,
  owedFirst,
  ownObjective,
  returnAll,
} from './objective-list.ts';

/** The page. */
export function homeMessage(facts: MineFacts): Message {
  const { objectives, frozen } = facts;
  const sorted = owedFirst(facts);
  return {
    title: 'Your part of the plan',
    blocks: [
      ...standing(facts),
      ...awayBlocks(facts),
      ...(frozen ? [paragraph(frozenText(frozen))] : returnAll(objectives)),
      ...sorted.slice(0, MAX_LISTED).flatMap((objective) => ownObjective(objective, facts)),
      ...notListed(sorted.slice(MAX_LISTED)),
      { kind: 'divider' },
      paragraph(
        'Type ',
        code('/pap update 2B:2 amber 14 of 20 trained'),
        ' anywhere, or ',
        code('/pap help'),
        ' to see all that you can type.',
      ),
    ],
  };
}

function standing(facts: MineFacts): Block[] {
  const { cycle, objectives, personId, outstanding, now } = facts;
  const own = objectives.filter((one) => answersAlone(one, personId));
  const others = objectives.filter((one) => !isOwner(one, personId));
  const owed = own.filter(({ id }) => outstanding.has(id)).map(({ ref }) => ref);
  const lines: Fact[] = [
    fact('Outstanding', owed.length > 0 ? owed.join(', ') : 'nothing of yours'),
    ...(others.length > 0 ? [fact('You stand in for', others.map(standInFor).join('; '))] : []),
  ];
  if (!cycle) return [paragraph('No meeting that collects returns lies ahead.'), factTable(lines)];
  const { returnsDue, freezes } = cycleDeadlines(cycle);
  const meeting = `${cycle.meetingTitle}, ${dayText(cycle.meetingDate)}${exampleMark(cycle.example)}`;
  return [
    paragraph(cycleText(cycle, now)),
    factTable([
      fact('Meeting', meeting),
      fact('Returns due', momentText(returnsDue, cycle.timeZone)),
      fact('Papers freeze', momentText(freezes, cycle.timeZone)),
      ...lines,
    ]),
  ];
}

function standInFor({ ref, assignees }: Objective): string {
  const owners = assignees.flatMap(({ role, name }) => (role === 'owner' && name ? [name] : []));
  return owners.length > 0 ? `${ref} (${owners.join(', ')})` : ref;
}
