// A KPI's target on its way: proposed, agreed, signed off by a meeting. A new proposal begins anew.

import { Temporal } from 'temporal-polyfill';
import type { FuzzyDate } from '../../../core/dates/domain/fuzzy-date.ts';
import { parsePrintedPeriod } from '../../../core/dates/domain/printed-period.ts';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { dayText } from '../../../core/dates/messages/when.ts';
import type { Message } from '../../../core/message/messages/message.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { dateOrNone, someDay } from '../../../core/request/domain/date-result.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findForum } from '../../../cycle/meetings/app/find-meeting.ts';
import type { MeetingView } from '../../../cycle/meetings/app/meeting-ports.ts';
import { computeKpiFacts, latestOf } from '../../figures/domain/compute-kpi-facts.ts';
import type { KpiRecord, TargetFacts } from '../../figures/domain/kpi-facts.ts';
import { fits } from '../../figures/domain/kpi-target.ts';
import { type KpiFigure, type KpiValue, parseKpiValue } from '../../figures/domain/kpi-value.ts';
import { waysOut } from '../../figures/domain/kpi-ways-out.ts';
import { ragText, targetText, trajectoryText } from '../../figures/messages/kpi-words.ts';
import { mayBeSignedOff } from '../domain/kpi-sign-off.ts';
import { kpiReceipt } from '../messages/kpi-receipts.ts';
import { holdKpi, parsePermittedLine } from './parse-kpi-line.ts';

const SHOWN = 60;
const FORM =
  /^at[ -](least|most)\s+([\s\S]*?)(?:\s+tolerance\s+([\s\S]*?))?(?:\s+by\s+([\s\S]+))?$/i;
/** Behind a target: what is planned for periods on the way. */
const WAY = /(?<!\s)\s+via\s+([\s\S]*)$/i;
const POINT = /^([\s\S]*?)(?<!\s)\s+(?:in|by|for|period)\s+([\s\S]+)$/i;

type TypedTarget = {
  readonly sense: 'at-least' | 'at-most';
  readonly raw: string;
  readonly tolerance: string | null;
  readonly due: FuzzyDate | null;
  readonly way: readonly PlannedPoint[];
};

type PlannedPoint = { readonly raw: string; readonly period: string };

/**
 * Proposes a target, which is a draft until somebody agrees it.
 * Refusals: `usage`, `unknown-kpi`, `not-permitted`, `unreadable-figure`, `bad-date`, those of the note.
 */
export async function proposeTarget(
  line: string,
  context: Given<
    Doing | 'today' | 'terms',
    Reads<NoteNames | 'kpiFigures'> & Commits<'audit' | 'kpiFigures'>
  >,
): Promise<Result<Message>> {
  const read = await parsePermittedLine('kpi-target', line, 'kpi target 12 at most 5%', context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const note = await parseTypedNote(words, `kpi target ${kpi.number}`, context);
  if (!note.ok) return note;
  const target = readTarget(note.value ?? '', kpi, context);
  if (!target.ok) return target;
  const by = { personId: context.actor.personId, at: context.now };
  return await commitOnce(context, async (repositories) => {
    const held = await holdKpi(repositories, kpi);
    const before = held.targets.at(-1);
    if (before && isSame(before, held.trajectory, target.value))
      return refuse({
        ...{ code: 'nothing-to-change', what: `target of KPI ${kpi.number}` },
        is: targetText(before),
      });
    await repositories.kpiFigures.proposeTarget(kpi.id, target.value, by);
    await repositories.kpiFigures.planTrajectory(kpi.id, target.value.way, by);
    await audit('kpi-target', `a target of KPI ${kpi.number} was proposed`, repositories, context);
    const next = `It colours nothing until its theme’s co-chair, the board or the office agrees it: kpi agree ${kpi.number}`;
    return ok(await receipt('target proposed', held, repositories, context, [['Next', next]]));
  });
}

/** Refusals: `usage`, `unknown-kpi`, `not-permitted`, `target-not-there`. */
export async function agreeTarget(
  line: string,
  context: Given<Doing | 'today', Reads<'kpiFigures'> & Commits<'audit' | 'kpiFigures'>>,
): Promise<Result<Message>> {
  const read = await parsePermittedLine('kpi-agree', line, 'kpi agree 12', context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  if (words !== '') return unread(`Say only the number: “kpi agree ${kpi.number}”.`);
  const by = { personId: context.actor.personId, at: context.now };
  return await commitOnce(context, async (repositories) => {
    const held = await holdKpi(repositories, kpi);
    const target = held.targets.at(-1);
    if (target?.state !== 'draft') return notThere(held, target, 'agree');
    await repositories.kpiFigures.agreeTarget(target.id, by);
    await audit('kpi-agree', `the target of KPI ${kpi.number} was agreed`, repositories, context);
    return ok(await receipt('target agreed', held, repositories, context));
  });
}

/**
 * Records that a meeting signed the target off: one that was held, whose minutes are still open, and that can have had
 * the target before it.
 * Refusals: `usage`, `unknown-kpi`, `not-permitted`, `unknown-forum`, `bad-date`, `unknown-meeting`, `meeting-called-off`,
 * `target-not-there`, those of `mayBeSignedOff`.
 */
export async function signOffTarget(
  line: string,
  context: Given<
    Doing | 'partnership' | 'today' | 'terms',
    Reads<'kpiFigures'> & Commits<'audit' | 'kpiFigures' | 'meetings'>
  >,
): Promise<Result<Message>> {
  const example = 'kpi sign-off 12 siab 2024-09-25';
  const read = await parsePermittedLine('kpi-sign-off', line, example, context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const [, forum = '', day = ''] = /^(\S+)\s+(\S[\s\S]*)$/.exec(words) ?? [];
  if (day === '') return unread(`Say which meeting signed it off: “${example}”.`);
  const by = { personId: context.actor.personId, at: context.now };
  return await commitOnce(context, async (repositories) => {
    const meeting = await findAnyMeeting(forum, day, repositories, context);
    if (!meeting.ok) return meeting;
    const held = await holdKpi(repositories, kpi);
    const target = held.targets.at(-1);
    if (target?.state !== 'agreed') return notThere(held, target, 'sign-off');
    const proposedOn = localDate(target.proposedAt, context.partnership.timeZone);
    const may = mayBeSignedOff(kpi.number, { proposedOn }, meeting.value, context.today);
    if (!may.ok) return may;
    await repositories.kpiFigures.signOffTarget(target.id, meeting.value.id, by);
    const on = dayText(meeting.value.heldOn);
    const summary = `the target of KPI ${kpi.number} was signed off by the meeting of ${on}`;
    await audit('kpi-sign-off', summary, repositories, context);
    return ok(await receipt('target signed off', held, repositories, context));
  });
}

function readTarget(
  words: string,
  kpi: KpiRecord,
  calendar: Given<'today' | 'terms'>,
): Result<TypedTarget> {
  const [typedWay, via] = WAY.exec(words) ?? [''];
  const [, sense = '', raw = '', tolerance, by] =
    FORM.exec(words.slice(0, words.length - typedWay.length)) ?? [];
  if (raw.trim() === '')
    return unread(
      `Say what it is to reach: “kpi target ${kpi.number} at most 5% tolerance 1 by July 2025”. The last two may be left out. Behind them can stand the way there: “via 7% in March 2025, 6% in May 2025”.`,
    );
  const aim = parseKpiValue(raw);
  if (aim.kind !== 'figure' || aim.upTo !== null) {
    const unread = aim.kind === 'unreadable' ? aim.problem : 'no-figure';
    const problem = aim.kind === 'figure' ? 'range' : unread;
    const line = (words: string) => `kpi target ${kpi.number} at ${sense.toLowerCase()} ${words}`;
    return refuse({
      ...{ code: 'unreadable-figure', number: kpi.number, typed: raw.slice(0, SHOWN), problem },
      ways: waysOut(raw, problem)
        .filter((way) => isAim(parseKpiValue(way)))
        .map((way) => ({ value: way, line: line(way) })),
      asText: null,
    });
  }
  const latest = parseKpiValue(latestOf(kpi)?.raw ?? '');
  if (latest.kind === 'figure' && !fits(aim, latest))
    return unread(
      `The latest figure is “${latestOf(kpi)?.raw}”, and a target has to be in the same unit.`,
    );
  const margin = tolerance === undefined ? null : parseKpiValue(tolerance);
  if (margin && (margin.kind !== 'figure' || margin.value < 0 || aim.denominator))
    return unread(
      `I cannot read “${(tolerance ?? '').slice(0, SHOWN)}” as a tolerance: say how far it may be missed in the figure’s own unit, for example “tolerance 1”.`,
    );
  const due = by === undefined ? ok(null) : dateOrNone(by, 'future', calendar);
  if (!due.ok) return due;
  const way = via === undefined ? ok([]) : readWay(via, kpi, aim, due.value);
  if (!way.ok) return way;
  return ok({
    sense: sense.toLowerCase() === 'least' ? 'at-least' : 'at-most',
    ...{ raw, tolerance: tolerance ?? null, due: due.value, way: way.value },
  });
}

/** `60% in June 2025, 80% in December 2025`: each of a period that ends before the target's date. */
function readWay(
  via: string,
  { number }: KpiRecord,
  aim: KpiFigure,
  due: FuzzyDate | null,
): Result<PlannedPoint[]> {
  const example = `kpi target ${number} at most 5% by March 2026 via 7% in June 2025, 6% in December 2025`;
  if (!due) return unread(`A way leads to a date: say by when as well, “${example}”.`);
  const points: PlannedPoint[] = [];
  // A comma inside a number has a digit behind it.
  for (const part of via.split(/[;\n]|,(?!\d)|\s+and\s+/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, raw = '', words = ''] = POINT.exec(part) ?? [];
    const value = parseKpiValue(raw);
    const period = parsePrintedPeriod(words);
    const shown = part.slice(0, SHOWN);
    if (!isAim(value) || !period)
      return unread(`I cannot read “${shown}” as a point on the way. Say it like “${example}”.`);
    if (value.kind === 'figure' && !fits(aim, value))
      return unread(`“${shown}” is not in the target’s unit.`);
    if (Temporal.PlainDate.compare(period.lastDay, due.lastDay) >= 0)
      return unread(`“${shown}” is not before the target’s date. Say only what comes before it.`);
    points.push({ raw, period: words });
  }
  return ok(points);
}

/** One figure, and nothing beside it that a target cannot have. */
function isAim(value: KpiValue): boolean {
  return value.kind === 'figure' && value.upTo === null && value.against.length === 0;
}

/** A meeting of a day, held or planned. */
async function findAnyMeeting(
  typedForum: string,
  words: string,
  { meetings }: Uses<'meetings'>,
  calendar: Given<'today' | 'terms'>,
): Promise<Result<MeetingView>> {
  const forum = await findForum(typedForum, { meetings });
  if (!forum.ok) return forum;
  const read = someDay(words, 'past', calendar);
  if (!read.ok) return read;
  const day = read.value;
  const own = (await meetings.listFrom(day.subtract({ years: 1 }), calendar.today)).filter(
    ({ forumId }) => forumId === forum.value.id,
  );
  const found = own.find(({ heldOn }) => heldOn.equals(day));
  if (found) return ok(found);
  const calledOff = await meetings.calledOffOn(forum.value.id, day);
  if (calledOff !== null)
    return refuse({ code: 'meeting-called-off', meeting: calledOff, on: day.toString() });
  return refuse({
    ...{ code: 'unknown-meeting', forum: forum.value.name, on: day.toString() },
    meetings: own.map(({ heldOn }) => heldOn.toString()),
  });
}

function isSame(
  before: TargetFacts,
  trajectory: KpiRecord['trajectory'],
  { sense, raw, tolerance, due, way }: TypedTarget,
): boolean {
  const told = (points: readonly Pick<KpiRecord['trajectory'][number], 'raw' | 'period'>[]) =>
    points.map((one) => `${one.raw} ${one.period}`).join('\n');
  return (
    told(trajectory) === told(way) &&
    before.sense === sense &&
    before.raw === raw &&
    before.tolerance === tolerance &&
    before.dueText === (due?.text ?? null)
  );
}

async function receipt(
  what: string,
  kpi: KpiRecord,
  repositories: Uses<'kpiFigures'>,
  { today }: Given<'today'>,
  more: readonly (readonly [string, string])[] = [],
): Promise<Message> {
  const held = await holdKpi(repositories, kpi);
  const { target, rag, latest, trajectory } = computeKpiFacts(held, today);
  return kpiReceipt(kpi, what, [
    ['Target', target ? targetText(target) : 'none'],
    ...(trajectory.length > 0 ? [['The way there', trajectoryText(trajectory)] as const] : []),
    ['Latest figure', latest?.raw ?? 'none'],
    ['Against the target', ragText(rag)],
    ...more,
  ]);
}

async function audit(
  kind: string,
  summary: string,
  { audit: log }: Uses<'audit'>,
  { actor, now }: Given<'actor' | 'now'>,
): Promise<void> {
  await log.append({ kind, summary, authorId: actor.personId, at: now });
}

function notThere(
  { number }: KpiRecord,
  target: TargetFacts | undefined,
  doing: 'agree' | 'sign-off',
): Result<never> {
  return refuse({ code: 'target-not-there', number, state: target?.state ?? null, doing });
}

function unread(problem: string): Result<never> {
  return refuse({ code: 'usage', verb: 'kpi', problem });
}
