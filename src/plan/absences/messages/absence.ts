// Absences and who covers: what was recorded, what the asked cover is asked, and who is told.
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
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

export type AbsenceFacts = {
  readonly number: number;
  readonly person: { readonly name: string };
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly cover: { readonly name: string } | null;
  readonly coverState: 'asked' | 'accepted' | 'declined' | 'withdrawn' | null;
};

/** `Mon 12 August 2024 to Fri 23 August 2024`, or the one day. */
export function periodText({
  startsOn,
  endsOn,
}: Pick<AbsenceFacts, 'startsOn' | 'endsOn'>): string {
  return startsOn.equals(endsOn) ? dayText(startsOn) : `${dayText(startsOn)} to ${dayText(endsOn)}`;
}

function inDays({ startsOn, endsOn }: Pick<AbsenceFacts, 'startsOn' | 'endsOn'>): string {
  return startsOn.equals(endsOn) ? 'on that day' : 'in those days';
}

/**
 * The answer to whoever recorded it.
 * @param reached whether PAP can write to the cover
 */
export function absenceRecordedMessage(
  absence: AbsenceFacts,
  own: boolean,
  reached: boolean,
): Message {
  const { number, person, cover } = absence;
  return {
    title: `${own ? 'You are' : `${person.name} is`} away ${periodText(absence)}`,
    tone: 'good',
    blocks: [
      paragraph(
        cover
          ? `Absence ${number}. ${reached ? `${cover.name} has been asked to cover and must accept first` : `${cover.name} must accept first`}; then they can update what ${own ? 'you answer' : `${person.name} answers`} for, and chases go to them.`
          : `Absence ${number}. Nobody covers, so the programme office has been told.`,
      ),
      paragraph(
        `No chase goes to ${own ? 'you' : person.name} ${inDays(absence)}. To call it off, type `,
        code(`/pap away cancel ${number}`),
        '.',
      ),
    ],
  };
}

/** To the cover. */
export function coverAskedMessage(absence: AbsenceFacts, refs: readonly string[]): Message {
  const { number, person } = absence;
  return {
    title: `Will you cover for ${person.name}?`,
    blocks: [
      paragraph(
        `${person.name} is away ${periodText(absence)}. Whoever covers can update ${refs.length > 0 ? refs.join(', ') : 'what they answer for'} ${inDays(absence)} and gets the chases. Nothing changes until you accept.`,
      ),
      buttonRow(coverAnswers(number)),
    ],
    footer: inline(`You are getting this because ${person.name} named you as cover.`),
  };
}

function coverAnswers(number: number): Action[] {
  return [
    { label: 'Accept', line: `away accept ${number}`, style: 'primary' },
    { label: 'Decline', line: `away decline ${number}` },
  ];
}

/** To the programme office, when nobody covers. */
export function coverMissingMessage(absence: AbsenceFacts, refs: readonly string[]): Message {
  const { person, cover, coverState } = absence;
  const why =
    cover === null
      ? 'named nobody to cover'
      : coverState === 'declined'
        ? `asked ${cover.name} to cover, who declined`
        : coverState === 'asked'
          ? `asked ${cover.name} to cover, who has not answered`
          : `was to be covered by ${cover.name}, who cannot any more`;
  return {
    title: `Nobody covers for ${person.name}`,
    tone: 'attention',
    blocks: [
      paragraph(`${person.name} is away ${periodText(absence)} and ${why}.`),
      paragraph(
        refs.length > 0
          ? `Nobody is chased for ${refs.join(', ')} ${inDays(absence)}.`
          : `${person.name} owns no objective.`,
      ),
    ],
  };
}

/** To the programme office: what somebody is asked waits, because they are away and nobody can answer for them. */
export function questionWaitsMessage(
  absence: Pick<AbsenceFacts, 'person' | 'startsOn' | 'endsOn'>,
  asked: string,
): Message {
  const { name } = absence.person;
  return {
    title: `${name} is away: a question waits`,
    tone: 'attention',
    blocks: [
      paragraph(`${name} is away ${periodText(absence)}, and nobody can answer in their place.`),
      paragraph(`“${asked}” goes to them when they are back.`),
    ],
    footer: inline('You are getting this because you are the programme office.'),
  };
}

/** To the cover's counterpart: what the cover said. */
export function coverAnsweredMessage(absence: AbsenceFacts): Message {
  const { person, cover, coverState } = absence;
  const accepted = coverState === 'accepted';
  return {
    title: `${cover?.name ?? 'The cover'} ${accepted ? 'covers' : 'cannot cover'} for ${person.name}`,
    tone: accepted ? 'good' : 'attention',
    blocks: [
      paragraph(
        accepted
          ? `${periodText(absence)}: chases go to ${cover?.name ?? 'them'}, who can update in place of ${person.name}.`
          : `${periodText(absence)}: nobody covers now. The programme office has been told.`,
      ),
    ],
    footer: inline('You are getting this because the absence is yours or was recorded by you.'),
  };
}

/** To the cover who answered. */
export function coverReplyMessage(absence: AbsenceFacts): Message {
  const { person, coverState } = absence;
  return coverState === 'accepted'
    ? {
        title: `You cover for ${person.name}`,
        tone: 'good',
        blocks: [
          paragraph(
            `${periodText(absence)}: you can update what ${person.name} answers for, and chases for it come to you. `,
            code('/pap mine'),
            ' lists it in those days.',
          ),
        ],
      }
    : {
        title: `You do not cover for ${person.name}`,
        blocks: [paragraph(`${person.name} and the programme office have been told.`)],
      };
}

/** To whoever called it off, and to those who knew of it. */
export function absenceOffMessage(absence: AbsenceFacts, today: Temporal.PlainDate): Message {
  const begun = absence.startsOn.until(today).days > 0;
  return {
    title: `Absence ${absence.number} of ${absence.person.name} is ${begun ? 'over' : 'called off'}`,
    blocks: [
      paragraph(
        begun
          ? `It was to last until ${dayText(absence.endsOn)} and ended yesterday. Chases go to ${absence.person.name} again.`
          : `It was to be ${periodText(absence)}. Chases go to ${absence.person.name} as always.`,
      ),
    ],
  };
}

export type AbsenceListFacts = {
  readonly own: readonly AbsenceFacts[];
  readonly covering: readonly AbsenceFacts[];
  /** Everybody else's; for the programme office only. */
  readonly others: readonly AbsenceFacts[];
};

/** Mine, and what I cover or am asked to. */
export function absenceListMessage({ own, covering, others }: AbsenceListFacts): Message {
  const asked = covering.filter(({ coverState }) => coverState === 'asked');
  const agreed = covering.filter(({ coverState }) => coverState === 'accepted');
  const nothing = own.length + asked.length + agreed.length + others.length === 0;
  return {
    title: 'Absences',
    blocks: [
      ...(nothing ? [paragraph('None is recorded for you, and you cover for nobody.')] : []),
      ...section('Yours', own),
      ...section('You cover', agreed),
      ...asked.flatMap((absence): Block[] => [
        paragraph(strong('Will you cover? '), absenceText(absence)),
        buttonRow(coverAnswers(absence.number)),
      ]),
      ...section('Everybody else’s', others),
    ],
    footer: inline('To record one: ', code('/pap away 12–23 Aug cover @name')),
  };
}

function section(title: string, absences: readonly AbsenceFacts[]): Block[] {
  if (absences.length === 0) return [];
  return [
    paragraph(strong(title)),
    bullets(absences.map((absence) => inline(absenceText(absence)))),
  ];
}

function absenceText(absence: AbsenceFacts): string {
  return `${absence.number}: ${absence.person.name}, ${periodText(absence)}; ${coverText(absence)}`;
}

/** Whether somebody covers. */
export function coverText({ cover, coverState }: AbsenceFacts): string {
  if (!cover) return 'nobody covers';
  switch (coverState) {
    case 'accepted':
      return `${cover.name} covers`;
    case 'asked':
      return `${cover.name} has not accepted yet`;
    case 'declined':
      return `nobody covers (${cover.name} declined)`;
    case 'withdrawn':
    case null:
      return `nobody covers (${cover.name} cannot any more)`;
  }
}
