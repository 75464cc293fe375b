// How a person is reached: what they chose, what they can choose, and what nobody can switch off.

import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { Platform } from '../../../core/request/domain/platform.ts';
import { platformInText } from './identity.ts';

export type SettingsFacts = {
  readonly platform: Platform | null;
  readonly chaseHour: number | null;
  readonly digestOn: boolean;
  /** Platforms on which they have an account. */
  readonly accounts: readonly Platform[];
};

const ALWAYS =
  'The request for a return itself cannot be switched off: it is how the plan is kept. It stops when you answer.';

/** All of them, with buttons for the other choices. */
export function settingsMessage(facts: SettingsFacts, changed?: string): Message {
  const { platform, chaseHour, digestOn, accounts } = facts;
  const others = (['slack', 'teams'] as const).filter(
    (one) => accounts.length > 1 && accounts.includes(one) && one !== platform,
  );
  return {
    title: changed ?? 'How you are reached',
    ...(changed ? { tone: 'good' as const } : {}),
    blocks: [
      factTable([
        fact('Messages come in', platformText(facts)),
        fact(
          'Chases',
          chaseHour === null
            ? 'as soon as they are due, from 10:00'
            : `from ${chaseHour}:00 on, except where that would be after the deadline`,
        ),
        fact('Digests', digestOn ? 'on' : 'off'),
      ]),
      buttonRow([
        ...others.map((one) => ({
          label: `Use ${platformInText(one)}`,
          line: `settings ${one}`,
        })),
        digestOn
          ? { label: 'Digests off', line: 'settings digest off' }
          : { label: 'Digests on', line: 'settings digest on' },
      ]),
      paragraph(ALWAYS),
    ],
    footer: inline('To choose the hour: ', code('/pap settings hour 14')),
  };
}

function platformText({ platform, accounts }: SettingsFacts): string {
  if (platform && accounts.includes(platform)) return platformInText(platform);
  const [first] = accounts;
  if (!first) return 'nothing: no account is linked yet';
  return accounts.length > 1
    ? `${platformInText(first)}, which you linked first`
    : platformInText(first);
}

/** Whoever wants no chases at all. */
export function cannotSwitchOffText(): string {
  return `${ALWAYS} “settings hour 14” chooses the time of day, “snooze” puts it off once, and “away” sends it to whoever covers.`;
}

/** Chases put off. */
export function snoozedMessage(
  until: Temporal.PlainDate,
  cycle: { readonly meetingTitle: string; readonly meetingDate: Temporal.PlainDate },
): Message {
  return {
    title: `No chase before ${dayText(until)}`,
    tone: 'good',
    blocks: [
      paragraph(
        `This is for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}, once. The returns stay due when they are.`,
      ),
      buttonRow([{ label: 'Undo', line: 'snooze off' }]),
    ],
  };
}

/** They come again when they are due. */
export function unsnoozedMessage(cycle: {
  readonly meetingTitle: string;
  readonly meetingDate: Temporal.PlainDate;
}): Message {
  return {
    title: 'Taken back: chases come when they are due',
    tone: 'good',
    blocks: [
      paragraph(`This is for ${cycle.meetingTitle} on ${dayText(cycle.meetingDate)}.`),
      buttonRow([{ label: 'My objectives', line: 'mine' }]),
    ],
  };
}

/** Nobody asks them for anything. */
export function nothingToSnoozeMessage(): Message {
  return {
    title: 'There is nothing to put off',
    blocks: [paragraph('No return is asked of you now.')],
  };
}
