// Other organisations whose people may write to PAP, as the programme office sees them.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  buttonRow,
  code,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import type { ChatPlatform } from '../../../core/request/domain/platform.ts';
import { placeName } from './refusal-allowed.ts';

type Facts = {
  readonly platform: ChatPlatform;
  readonly tenantId: string;
  readonly name: string;
  readonly reason: string;
  readonly allowedBy: string;
  readonly allowedAt: Temporal.Instant;
  readonly linked: number;
};

const EXAMPLE =
  '/pap admin people allow teams 7b0c2a54-3f61-4c0e-9d55-0a4f6a1e2c11 "Borset NHS Trust" because their therapists own 1.3';

/** Each with its reason, and a button that takes it back. */
export function allowedMessage(all: readonly Facts[], timeZone: string): Message {
  const one = ({
    platform,
    tenantId,
    name,
    reason,
    allowedBy,
    allowedAt,
    linked,
  }: Facts): Block[] => [
    paragraph(strong(name), ` · ${placeName(platform)} ${tenantId} · accounts linked: ${linked}`),
    paragraph(`${allowedBy}, ${momentText(allowedAt, timeZone)}: ${reason}`),
    buttonRow([{ label: 'Take it back', line: `admin people disallow ${platform} ${tenantId}` }]),
  ];
  return {
    title: `Other organisations that may write to PAP: ${all.length}`,
    blocks: [
      ...all.flatMap(one),
      paragraph(
        all.length === 0 ? 'None is allowed. To allow one: ' : 'Another one: ',
        code(EXAMPLE),
      ),
    ],
  };
}

/** The receipt. */
export function organisationAllowedMessage(name: string): Message {
  return {
    title: `${name} is allowed`,
    tone: 'good',
    blocks: [
      paragraph(
        'Nobody is linked by that alone. When one of their people writes to PAP for the first time, you get a card and decide.',
      ),
    ],
  };
}

/** @param unlinked how many accounts lost their person */
export function organisationDisallowedMessage(name: string, unlinked: number): Message {
  return {
    title: `${name} is not allowed any more`,
    blocks: [
      paragraph(
        `Accounts unlinked: ${unlinked}. Their people are told so when they write, and nothing is sent to them there.`,
      ),
    ],
  };
}
