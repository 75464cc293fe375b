// `… at 24 Jul 2024` behind any line that only asks: the same verb, on the record as it was when that day ended.
import { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../../core/dates/domain/parse-date.ts';
import { localInstant } from '../../../core/dates/domain/working-days.ts';
import { dayText, momentText } from '../../../core/dates/messages/when.ts';
import {
  type Block,
  type Message,
  paragraph,
  strong,
} from '../../../core/message/messages/message.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  refused,
} from '../../../core/request/app/command.ts';
import type { Partnership } from '../../../core/request/app/ports.ts';
import { badDate } from '../../../core/request/domain/date-result.ts';

/** Runs a verb, as at a date when its line ends with one. Refusals: `bad-date`, `usage`. */
export async function answerAsAt(
  command: Command,
  rest: string,
  context: CommandContext,
): Promise<CommandResult> {
  const { asAt, undated } = command;
  const split = asAt || undated ? splitDate(rest) : null;
  const why = split && undated?.(split.line.toLowerCase(), split.typed);
  const read = split && parseDate(split.typed, context.today, 'past', context);
  if (why && read?.kind === 'date')
    return refused({ code: 'usage', verb: helpWord(command, context), ...why });
  // A file that comes with a line is to be read, whatever the line says.
  const only =
    split && !context.inbound.file && ((await asAt?.lines?.(split.line, context)) ?? true);
  if (!split || !read || !asAt || !only) return await command.run(rest, context);
  const { now, today, partnership, record } = context;
  if (read.kind !== 'date') {
    // “2B:2 amber we look at progress” has no date in it: the verb knows better what was meant. One that also
    // writes may record it.
    const whole = await command.run(rest, context);
    if (asAt.lines) return whole;
    const meant =
      whole.kind === 'refused' && whole.refusal.code === 'usage' && whole.refusal.instead;
    if (meant) return whole;
    const bad = badDate(split.typed, read);
    return refused(bad.refusal);
  }
  const day = read.date.lastDay;
  const isToCome = Temporal.PlainDate.compare(day, today) > 0;
  const endOfDay = localInstant(day.add({ days: 1 }), '00:00', partnership.timeZone).subtract({
    milliseconds: 1,
  });
  const at = Temporal.Instant.compare(endOfDay, now) < 0 ? endOfDay : now;
  const result = await asAt.answer(split.line, {
    ...context,
    record: record.asAt(at),
    now: at,
    today: isToCome ? today : day,
    asAt: day,
  });
  const since = await record.keptSince();
  const unknownBefore = since && Temporal.Instant.compare(at, since) < 0 ? since : null;
  return result.kind === 'reply'
    ? { ...result, message: marked(result.message, day, isToCome, unknownBefore, partnership) }
    : refused(keepingDate(result, split.typed));
}

/** What to type behind `help`: an admin verb is found by both its words. */
function helpWord(command: Command, { commands }: CommandContext): string {
  const parent = commands.find(({ subcommands }) => subcommands?.includes(command));
  return parent ? `${parent.name} ${command.name}` : command.name;
}

/** The date at the end of a line; null: there is none. `at risk` is a rating. */
function splitDate(rest: string): { readonly line: string; readonly typed: string } | null {
  const [, line = '', typed = ''] = /^(?:(.*)\s)?at\s+(\S.*)$/is.exec(rest) ?? [];
  return typed === '' || /^risk\b/i.test(typed) ? null : { line: line.trim(), typed };
}

/** Says of when it is. What can be pressed belongs to today, so there is nothing to press. */
function marked(
  message: Message,
  day: Temporal.PlainDate,
  isToCome: boolean,
  unknownBefore: Temporal.Instant | null,
  { timeZone }: Partnership,
): Message {
  const says = isToCome
    ? 'That day is still to come: this is what has been recorded so far.'
    : 'This is what had been recorded by the end of that day.';
  return {
    ...message,
    blocks: [
      paragraph(strong(`As at ${dayText(day)}. `), says),
      ...(unknownBefore
        ? [
            paragraph(
              `People, roles, meetings, covers, channels and the wording of colours were not kept before ${momentText(unknownBefore, timeZone)}: they are shown as they were then.`,
            ),
          ]
        : []),
      ...message.blocks.filter((block: Block) => block.kind !== 'actions' && block.kind !== 'form'),
    ],
  };
}

/** A suggestion's button finishes the line that was typed, date and all. */
function keepingDate({ refusal }: Extract<CommandResult, { kind: 'refused' }>, typed: string) {
  if (refusal.code === 'usage' && refusal.instead !== undefined)
    return { ...refusal, instead: `${refusal.instead} at ${typed}` };
  return refusal.code === 'unknown-objective' || refusal.code === 'ambiguous-objective'
    ? { ...refusal, rest: `${refusal.rest} at ${typed}`.trim() }
    : refusal;
}
