// Versions of the plan as people read them.
import type { Temporal } from 'temporal-polyfill';
import { momentText } from '../../../core/dates/messages/when.ts';
import { exampleMark } from '../../../core/message/messages/example-notice.ts';
import {
  buttonRow,
  type Column,
  code,
  inline,
  type Message,
  paragraph,
} from '../../../core/message/messages/message.ts';
import type { PlanDiff } from '../domain/plan-diff.ts';
import { diffMessage } from './plan-diff.ts';

export type VersionFacts = {
  readonly number: number;
  readonly label: string;
  readonly status: 'draft' | 'current' | 'superseded';
  readonly publishedAt: Temporal.Instant | null;
  readonly publishedBy: string | null;
  readonly frozen: boolean;
  readonly changes: number;
  readonly example: boolean;
};

/** `version 1, “Plan as reported to the stocktake”`, or `the plan now`. */
export function versionName(
  version: Pick<VersionFacts, 'number' | 'label' | 'example'> | 'now',
): string {
  if (version === 'now') return 'the plan now';
  return `version ${version.number}, “${version.label}”${exampleMark(version.example)}`;
}

const columns: readonly Column[] = [
  { header: 'No.', align: 'right' },
  { header: 'Name' },
  { header: 'State' },
  { header: 'Published' },
  { header: 'Changes', align: 'right' },
  { header: 'Kept' },
];

/** Every version, the first one first. */
export function versionListMessage(versions: readonly VersionFacts[], timeZone: string): Message {
  return {
    title: 'Versions of the plan',
    blocks: [
      {
        kind: 'table',
        caption:
          'Approved changes count to the draft while one is open, else to the current version.',
        columns,
        rows: versions.map((version) => [
          String(version.number),
          `${version.label}${exampleMark(version.example)}`,
          version.status,
          version.publishedAt
            ? `${momentText(version.publishedAt, timeZone)}${version.publishedBy ? `, ${version.publishedBy}` : ''}`
            : '–',
          String(version.changes),
          version.frozen ? 'yes' : 'not yet',
        ]),
      },
      paragraph(
        'Type ',
        code('/pap admin change diff 1 now'),
        ' to see what has changed since version 1 was kept.',
      ),
    ],
  };
}

/** What the current version says is kept now, or was before. */
export function baselineMessage({
  version,
  done,
}: {
  readonly version: VersionFacts;
  readonly done: boolean;
}): Message {
  const name = versionName(version);
  const compare = paragraph(
    code(`/pap admin change diff ${version.number} now`),
    ' shows what has changed since.',
  );
  return done
    ? { title: `Kept: what ${name} says`, tone: 'good', blocks: [compare] }
    : {
        title: `What ${name} said is kept already`,
        blocks: [paragraph('A baseline is kept once, so nothing was changed.'), compare],
      };
}

/** A revision was opened. */
export function revisionMessage({
  number,
  label,
  from,
}: {
  readonly number: number;
  readonly label: string;
  readonly from: VersionFacts;
}): Message {
  return {
    title: `Version ${number}, “${label}”, is open as a draft`,
    tone: 'good',
    blocks: [
      paragraph(
        `What ${versionName(from)} says is kept. Changes that are approved from now on count to version ${number}; they take effect at once, as before.`,
      ),
      paragraph(
        code(`/pap admin change diff ${from.number} now`),
        ' shows what it changes, ',
        code('/pap admin change publish'),
        ' makes it the current version.',
      ),
    ],
  };
}

/** What publishing would do; the one confirmation. */
export function publishQuestion({
  draft,
  diff,
}: {
  readonly draft: VersionFacts;
  readonly diff: PlanDiff;
}): Message {
  const name = versionName(draft);
  const changes = diffMessage({
    diff,
    from: 'the current version',
    to: name,
    words: `${draft.number - 1} now`,
  });
  return {
    title: `Publish ${name}?`,
    blocks: [
      paragraph(
        'Nothing has been published yet. It becomes the current version, and the one so far is kept as it was. Returns that are under way go on.',
      ),
      ...changes.blocks,
      buttonRow([
        {
          label: `Publish version ${draft.number}`,
          line: `admin change publish ${draft.number} confirm`,
          style: 'primary',
        },
      ]),
    ],
  };
}

/** It is the current version now. */
export function publishedMessage(version: VersionFacts): Message {
  return {
    title: `Published: ${versionName(version)}`,
    tone: 'good',
    blocks: [
      paragraph(
        `It is the current plan now, with ${version.changes} approved ${version.changes === 1 ? 'change' : 'changes'}.`,
      ),
    ],
    footer: inline(
      'The version before is kept: ',
      code('/pap admin change versions'),
      ' lists them.',
    ),
  };
}
