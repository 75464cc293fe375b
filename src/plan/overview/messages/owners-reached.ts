// How many owners can be reached, as the programme office reads it before they are asked for anything.
import {
  type Block,
  bullets,
  code,
  inline,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { OwnersReached } from '../../objectives/domain/owners-reached.ts';

/** More than this many stand in the list of `admin people reach`. */
const MAX_NAMED = 10;

/** `31 of 34 owners can be reached`. */
export function ownersReachedText({ all, silent }: OwnersReached): string {
  return `${all - silent.length} of ${all} ${all === 1 ? 'owner' : 'owners'} can be reached`;
}

/** The count, who cannot be reached with what they own, and where to read what to do. Nothing where nobody owns anything. */
export function ownersReachedBlocks(reached: OwnersReached): Block[] {
  const { all, silent } = reached;
  if (all === 0) return [];
  if (silent.length === 0) return [paragraph(`${ownersReachedText(reached)}.`)];
  const left = silent.length - MAX_NAMED;
  return [
    paragraph(strong(ownersReachedText(reached)), '. PAP can\u2019t write to:'),
    bullets([
      ...silent
        .slice(0, MAX_NAMED)
        .map(({ name, refs }) => inline(`${name} \u00b7 ${refs.join(', ')}`)),
      ...(left > 0 ? [inline(`and ${left} more`)] : []),
    ]),
    paragraph(code('/pap admin people reach'), ' says what to do about each.'),
  ];
}
