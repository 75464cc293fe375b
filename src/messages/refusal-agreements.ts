// The wording of what is refused between people: absences, handovers, chases put off, and who is who.
import type { PeopleRefusal } from '../domain/refusal-people.ts';
import { code, inline, type Message, paragraph } from './message.ts';
import { say } from './refusal-parts.ts';
import { dayText } from './when.ts';

/** What was wrong, and what helps. */
export function peopleRefusal(refusal: PeopleRefusal): Message {
  switch (refusal.code) {
    case 'nothing-to-do':
      return say('There is nothing to do', [
        paragraph(
          `${refusal.problem} Nothing was changed. To look, type `,
          code(`/pap ${refusal.look}`),
          '.',
        ),
      ]);
    case 'no-such-number':
      return say(`There is no ${refusal.kind} ${refusal.number}`, [
        paragraph('Nothing was changed. ', code(`/pap ${refusal.list}`), ' lists them.'),
      ]);
    case 'agreement-over':
      return say(`${capital(refusal.kind)} ${refusal.number} is settled`, [
        paragraph(`Nothing was changed: it was ${refusal.state} before.`),
      ]);
    case 'absence-overlaps':
      return say(`${refusal.who} away then already`, [
        paragraph(
          `Nothing was changed. Absence ${refusal.number} is from ${dayText(refusal.startsOn)} to ${dayText(refusal.endsOn)}. To put another in its place, type `,
          code(`/pap away cancel ${refusal.number}`),
          ' first.',
        ),
      ]);
    case 'bad-period':
      return badPeriod(refusal);
    case 'same-person':
      return say(
        refusal.what === 'cover'
          ? `${refusal.name} cannot cover for themselves`
          : `${refusal.name} cannot hand over to themselves`,
        [paragraph('Nothing was changed. Name somebody else.')],
      );
    case 'cover-away':
      return say(`${refusal.name} is away then too`, [
        paragraph(
          `Nothing was changed: absence ${refusal.number} is at the same time. Name somebody else, or nobody; then the programme office is told.`,
        ),
      ]);
    case 'not-the-owner':
      return say(`${refusal.name} does not own ${refusal.ref}`, [
        paragraph('Nothing was changed. ', code(`/pap show ${refusal.ref}`), ' says who does.'),
      ]);
    case 'asker-may-not-now':
      return say(`Handover ${refusal.number} can’t be accepted any more`, [
        paragraph(
          `Nothing was changed: ${refusal.by} asked you as the programme office and is no longer part of it. If you should take ${refusal.ref} over, ask the programme office or its owner to hand it over again.`,
        ),
      ]);
    case 'owns-it-already':
      return say(`${refusal.name} owns ${refusal.ref} already`, [
        paragraph('Nothing was changed.'),
      ]);
    case 'asked-already':
      return say(`${refusal.ref} is being handed over already`, [
        paragraph(
          `Nothing was changed: handover ${refusal.number} waits for ${refusal.to}. To ask somebody else, type `,
          code(`/pap handover withdraw ${refusal.number}`),
          ' first.',
        ),
      ]);
    case 'snoozed-already':
      return say('You have put this off once already', [
        paragraph(
          `Nothing was changed: chases come again on ${dayText(refusal.until)}. They can be put off once for each meeting.`,
        ),
      ]);
    case 'snooze-too-late':
      return say('It cannot be put off that long', [
        paragraph(
          `Nothing was changed. For ${refusal.meeting}, chases can be put off until ${dayText(refusal.lastDay)}, the working day before the returns are due, and not beyond.`,
        ),
      ]);
    case 'no-account':
      return say(`You have no ${refusal.platform} account linked`, [
        paragraph(
          'Nothing was changed. Type ',
          code('/pap link'),
          ` once in ${refusal.platform}; then choose it again.`,
        ),
      ]);
    case 'last-office':
      return say('Somebody has to be the programme office', [
        paragraph(
          `Nothing was changed: ${refusal.name} is the last. Give the role to somebody else first, for example `,
          code('/pap admin people role @ella programme office'),
          '.',
        ),
      ]);
    case 'on-the-plan-already':
      return say(`${refusal.email} is on the plan already`, [
        paragraph(
          refusal.left
            ? `Nothing was changed: it is ${refusal.name}, who has left. If they are back, type `
            : `Nothing was changed: it is ${refusal.name}. To see them, type `,
          code(refusal.left ? `/pap admin people return ${refusal.email}` : `/pap admin people`),
          '.',
        ),
      ]);
    case 'unknown-organisation':
      return say(`There is no organisation “${refusal.typed}”`, [
        paragraph('Nothing was changed. The organisations are:'),
        { kind: 'list', items: refusal.organisations.map((name) => inline(name)) },
      ]);
    case 'holds-role-already':
      return say(`${refusal.name} is ${refusal.role} then already`, [
        paragraph('Nothing was changed.'),
      ]);
    case 'holds-no-such-role':
      return say(`${refusal.name} is not ${refusal.role}`, [
        paragraph('Nothing was changed. ', code('/pap admin people'), ' lists who is what.'),
      ]);
    case 'account-taken':
      return say('That account speaks for somebody else by now', [
        paragraph(
          `Nothing was changed. Refuse request ${refusal.number}, or unlink the account first.`,
        ),
      ]);
    default:
      return refusal satisfies never;
  }
}

function badPeriod({ problem, typed }: Extract<PeopleRefusal, { code: 'bad-period' }>): Message {
  const titles = {
    unread: `“${typed}” is not a time that can be read`,
    past: 'That is over already',
    backwards: 'That ends before it begins',
    'too-long': 'That is too long for one absence',
  } as const;
  return say(titles[problem], [
    paragraph(
      'Nothing was changed. Write ',
      code('12–23 Aug'),
      ', ',
      code('12 Aug to 23 Aug 2024'),
      ', ',
      code('until 23 Aug'),
      ' or ',
      code('today'),
      problem === 'too-long' ? '; 92 days at most, and for longer hand the objectives over.' : '.',
    ),
  ]);
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
