// What a chat says of board packs: the one that was handed out, the list of them, and what a new version would do.
import type { Temporal } from 'temporal-polyfill';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import {
  buttonRow,
  code,
  fact,
  factTable,
  inline,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';

type Pack = {
  readonly number: number;
  readonly version: number;
  readonly meetingTitle: string;
  readonly heldOn: Temporal.PlainDate;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
};

export type HandedPack = {
  readonly pack: Pack;
  readonly isNew: boolean;
  /** As it is typed. */
  readonly forum: string;
  readonly timeZone: string;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
};

/** The answer that the files come with. */
export function packMessage({ pack, isNew, forum, timeZone, files }: HandedPack): Message {
  return {
    title: `${packName(pack)}${isNew ? ' is made' : ''}`,
    ...(isNew && { tone: 'good' as const }),
    blocks: [
      factTable([
        fact('Meeting', `${pack.meetingTitle}, ${dayText(pack.heldOn)}`),
        fact('Says what was so', momentText(pack.madeAt, timeZone)),
        fact('Made by', pack.madeBy),
        ...files.map(({ name, bytes, sha256 }) =>
          fact('File', strong(name), ` (${kilobytes(bytes)}, sha256 ${sha256.slice(0, 12)}…)`),
        ),
      ]),
      paragraph(
        isNew
          ? 'It is frozen: whoever asks for it again is handed the same files, whatever changes in the plan.'
          : 'These are the files as they were frozen, byte for byte.',
      ),
    ],
    footer: inline(
      'If it has to say something else, ',
      code(`/pap admin pack ${forum} ${pack.heldOn} new`),
      ' makes the next version; this one is kept.',
    ),
  };
}

/** What a new version would do. */
export function newPackQuestion({
  meeting,
  latest,
  next,
  line,
  timeZone,
}: {
  readonly meeting: { readonly title: string; readonly heldOn: Temporal.PlainDate };
  readonly latest: Pack | null;
  readonly next: number;
  readonly line: string;
  readonly timeZone: string;
}): Message {
  const last = latest
    ? `Version ${latest.version} says what was so on ${momentText(latest.madeAt, timeZone)}. It is kept, and may have been read by members already.`
    : 'There is no version of it yet.';
  return {
    title: `Make version ${next} of the pack for ${meeting.title}, ${dayText(meeting.heldOn)}?`,
    tone: 'attention',
    blocks: [
      paragraph(`Nothing was made yet. ${last}`),
      buttonRow([{ label: `Make version ${next}`, line, style: 'primary' }]),
    ],
  };
}

/** Every pack, the newest first. */
export function packsMessage(packs: readonly Pack[], timeZone: string): Message {
  if (packs.length === 0)
    return {
      title: 'No board pack was made yet',
      blocks: [paragraph(code('/pap admin pack'), ' makes the one for the next board meeting.')],
    };
  return {
    title: 'Board packs',
    blocks: [
      {
        kind: 'table',
        caption: 'The newest first',
        columns: [{ header: 'Pack' }, { header: 'Meeting' }, { header: 'Made' }],
        rows: packs.map(({ number, version, meetingTitle, heldOn, madeBy, madeAt }) => [
          `${number}, version ${version}`,
          `${meetingTitle}, ${dayText(heldOn)}`,
          `${momentText(madeAt, timeZone)}, ${madeBy}`,
        ]),
      },
    ],
    footer: inline(code('/pap admin pack siab 24 July 2024 v1'), ' hands one out again.'),
  };
}

function packName({ number, version }: Pack): string {
  return `Board pack ${number}, version ${version}`;
}

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;
}
