// The lines of `admin pack`: the next board meeting's pack or that of a day, a version of it, one of its forms.

import type { DocumentFormat } from '../../../core/message/domain/document-format.ts';
import {
  type CommandResult,
  type Given,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import { mediaTypes } from '../../../core/request/app/file-ports.ts';
import type { MadeFile } from '../../../core/request/app/inbound.ts';
import type { Reads, Uses } from '../../../core/request/app/ports.ts';
import { someDay } from '../../../core/request/domain/date-result.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { splitForum } from '../../../cycle/meetings/app/find-meeting.ts';
import type { ForumView, MeetingView } from '../../../cycle/meetings/app/meeting-ports.ts';
import { newPackQuestion, packMessage, packsMessage } from '../messages/pack-receipt.ts';
import { handOut, type MadePack, type MakePackNeeds, makePack } from './make-pack.ts';
import type { PackView } from './pack-ports.ts';

const VERB = 'admin pack';
const LOOK_BACK_DAYS = 366;

type PackMeeting = { readonly forum: ForumView; readonly meeting: MeetingView };

/** `list`. */
export async function listPacks(
  context: Given<'partnership', Uses<'packs'>>,
): Promise<CommandResult> {
  return reply(packsMessage(await context.record.packs.list(), context.partnership.timeZone));
}

type AnswerPackNeeds = MakePackNeeds & Given<'terms', Reads<'meetings'>>;

/** Empty, `siab 2024-07-24`, `new`, `siab 2024-07-24 v1 docx`. */
export async function answerPack(
  typed: Readonly<Record<'meeting' | 'version' | 'format' | 'new' | 'confirm', string>>,
  context: AnswerPackNeeds,
): Promise<CommandResult> {
  const said: PackLine = {
    version: typed.version === '' ? null : Number(typed.version.replace(/^\D+/, '')),
    format: typed.format === '' ? null : typed.format === 'docx' ? 'docx' : 'html',
    isNew: typed.new !== '',
    confirm: typed.confirm !== '',
  };
  const found = await findPackMeeting(typed.meeting, context);
  if (!found.ok) return refused(found.refusal);
  const { forum, meeting } = found.value;
  const own = (await context.record.packs.list()).filter((one) => one.meetingId === meeting.id);
  const latest = own[0];
  if (said.isNew) return await newVersion(found.value, latest, said, context);
  if (said.version !== null) {
    const pack = own.find(({ version }) => version === said.version);
    if (pack) return handed(await handOut(pack, context), forum, said.format, context);
    const { version } = said;
    return refused({ code: 'unknown-pack', version, latest: latest?.version ?? 0 });
  }
  if (latest) return handed(await handOut(latest, context), forum, said.format, context);
  const ahead = mayStillBeMade(meeting, forum, context);
  if (!ahead.ok) return refused(ahead.refusal);
  const made = await makePack(found.value, context);
  return made.ok ? handed(made.value, forum, said.format, context) : refused(made.refusal);
}

async function newVersion(
  { forum, meeting }: PackMeeting,
  latest: PackView | undefined,
  { confirm, format, version }: PackLine,
  context: MakePackNeeds,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'pack', `${VERB} new`);
  if (!allowed.ok) return refused(allowed.refusal);
  const ahead = mayStillBeMade(meeting, forum, context);
  if (!ahead.ok) return refused(ahead.refusal);
  const next = (latest?.version ?? 0) + 1;
  // The button names the version that was on screen: pressed twice, or late, it makes no further one.
  if (!confirm || version === null)
    return reply(
      newPackQuestion({
        ...{ meeting, latest: latest ?? null, next, timeZone: context.partnership.timeZone },
        line: `${VERB} ${forum.key} ${meeting.heldOn} v${next} new confirm`,
      }),
    );
  const made = await makePack({ forum, meeting }, context, version === 1 ? undefined : version - 1);
  return made.ok ? handed(made.value, forum, format, context) : refused(made.refusal);
}

/** What was frozen is not made anew after the meeting. Refusal: `no-pack`. */
function mayStillBeMade(
  { heldOn }: MeetingView,
  { name }: ForumView,
  { today }: Given<'today'>,
): Result<true> {
  return heldOn.until(today).days > 0
    ? refuse({ code: 'no-pack', forum: name, on: heldOn.toString() })
    : ok(true);
}

type PackLine = {
  readonly version: number | null;
  readonly format: DocumentFormat | null;
  readonly isNew: boolean;
  readonly confirm: boolean;
};

/** The meeting of a line. Refusals: `unknown-forum`, `bad-date`, `unknown-meeting`, `no-pack`. */
async function findPackMeeting(
  words: string,
  { record, today, terms }: Given<'today' | 'terms', Reads<'meetings'>>,
): Promise<Result<PackMeeting>> {
  const forums = await record.meetings.forums();
  const list = await record.meetings.listFrom(today.subtract({ days: LOOK_BACK_DAYS }), today);
  if (words.trim() === '') {
    const collecting = new Map(
      forums.filter(({ collectsReturns }) => collectsReturns).map((forum) => [forum.id, forum]),
    );
    const next = list.find(
      ({ forumId, heldOn }) => collecting.has(forumId) && heldOn.until(today).days <= 0,
    );
    const forum = next && collecting.get(next.forumId);
    const [any] = collecting.values();
    return forum
      ? ok({ forum, meeting: next })
      : refuse({ code: 'no-pack', forum: any?.name ?? 'the board', on: null });
  }
  const { forum, rest: day } = await splitForum(words, record);
  if (!forum.ok) return forum;
  const own = list.filter(({ forumId }) => forumId === forum.value.id);
  if (day === '') {
    const next = own.find(({ heldOn }) => heldOn.until(today).days <= 0) ?? own.at(-1);
    return next
      ? ok({ forum: forum.value, meeting: next })
      : refuse({ code: 'no-pack', forum: forum.value.name, on: null });
  }
  const days = (['future', 'past'] as const).map((way) => someDay(day, way, { today, terms }));
  const exact = days.flatMap((one) => (one.ok ? [one.value] : []));
  const [read] = exact;
  const unread = days.find((one) => !one.ok);
  if (!read) return unread ?? refuse({ code: 'no-pack', forum: forum.value.name, on: null });
  const meeting = own.find(({ heldOn }) => exact.some((one) => one.equals(heldOn)));
  if (meeting) return ok({ forum: forum.value, meeting });
  return refuse({
    code: 'unknown-meeting',
    ...{ forum: forum.value.name, on: read.toString() },
    meetings: own.map(({ heldOn }) => heldOn.toString()),
  });
}

/** The answer with its files; each one's line hands out the very same version. */
function handed(
  { pack, files, isNew }: MadePack,
  forum: ForumView,
  format: DocumentFormat | null,
  { partnership }: Given<'partnership'>,
): CommandResult {
  const { number, version, heldOn } = pack;
  const chosen = files.filter((file) => format === null || file.format === format);
  const made = chosen.map(
    (file): MadeFile => ({
      name: `${partnership.key}-board-pack-${number}-v${version}.${file.format}`,
      mediaType: mediaTypes[file.format],
      bytes: file.bytes,
      line: `${VERB} ${forum.key} ${heldOn} v${version} ${file.format}`,
    }),
  );
  const message = packMessage({
    ...{ pack, isNew, timeZone: partnership.timeZone, forum: forum.key },
    files: made.map(({ name, bytes }, index) => ({
      ...{ name, bytes: bytes.length, sha256: chosen[index]?.sha256 ?? '' },
    })),
  });
  return { kind: 'reply', message, ...(isNew && { marked: true as const }), files: made };
}
