// The one way in: every platform's request comes here, and every answer leaves from here. Faults are
// caught here, so that a person sees one plain sentence and a reference and the log has the cause.

import { MENTIONS_TERM } from '../../../core/dates/domain/term-forms.ts';
import { localDate } from '../../../core/dates/domain/working-days.ts';
import { asTyped } from '../../../core/message/domain/typed-text.ts';
import { noticeExamples } from '../../../core/message/messages/example-notice.ts';
import { ofPartnership } from '../../../core/message/messages/of-partnership.ts';
import { type Meters, noMeters } from '../../../core/outbox/app/meters.ts';
import type { AccountDirectory } from '../../../core/request/app/chat-ports.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  recorded,
  refused,
} from '../../../core/request/app/command.ts';
import { DuplicateRequest } from '../../../core/request/app/faults.ts';
import type { FileFormats } from '../../../core/request/app/file-ports.ts';
import { shownInWords } from '../../../core/request/app/in-words.ts';
import type { HandleInbound, Inbound, Reply } from '../../../core/request/app/inbound.ts';
import { withOwnExamples } from '../../../core/request/app/own-examples.ts';
import type { Clock, Log, RecordStore, Uses } from '../../../core/request/app/ports.ts';
import { requestMark, tracedRows, traceRequest } from '../../../core/request/app/trace.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { isChat } from '../../../core/request/domain/platform.ts';
import type { Refusal } from '../../../core/request/domain/refusal.ts';
import { nearestWord } from '../../../core/request/domain/similar.ts';
import {
  type LinkAsker,
  requestLink,
  requireLetIn,
} from '../../../people/accounts/app/request-link.ts';
import { resolveActor } from '../../../people/accounts/app/resolve-actor.ts';
import { withMentioned } from '../../../people/accounts/app/resolve-mentions.ts';
import { sayWhose } from '../../../people/accounts/messages/partnership.ts';
import type { Vocabulary } from '../../../plan/overview/app/vocabulary-ports.ts';
import { type OpenSuggestions, openSuggestions } from '../../questions/app/open-suggestions.ts';
import { faultMessage } from '../messages/fault.ts';
import { fieldFaults, saysAll } from '../messages/field-faults.ts';
import { refusalMessage } from '../messages/refusal-text.ts';
import { answerInWords, noteSuggestion } from './answer-in-words.ts';
import { greetNewcomer } from './greet-newcomer.ts';
import { offerLines } from './offer-lines.ts';
import { permissionFirst } from './permission-first.ts';
import { createRouter, type Routed } from './route-request.ts';
import { answerAsAt } from './run-as-at.ts';
import { withUnreached } from './say-unreached.ts';

/** Longest command line that is read at all; a note of the permitted length fits with room to spare. */
const MAX_INPUT_LENGTH = 12_000;

/** What is done with a file that came without words, or with a wish: it is shown what would be imported. */
const IMPORT_LINE = 'admin import';

export type DispatchParts = Pick<CommandContext, 'publicUrl'> & {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly commands: readonly Command[];
  readonly directories: readonly AccountDirectory[];
  readonly files: FileFormats;
  readonly meters?: Meters;
};

type Routing = DispatchParts & {
  readonly route: ReturnType<typeof createRouter>;
  readonly suggestions: OpenSuggestions;
};

/** Builds the handler that every platform calls. */
export function createDispatch(parts: DispatchParts): HandleInbound {
  // Repeats that arrive while the first is still being answered.
  const underWay = new Set<string>();
  const routing = { ...parts, route: createRouter(parts), suggestions: openSuggestions() };

  return async function handleInbound(inbound) {
    if (underWay.has(inbound.requestId)) return null;
    underWay.add(inbound.requestId);
    try {
      return await answerTraced(routing, { ...inbound, text: asTyped(inbound.text) });
    } finally {
      underWay.delete(inbound.requestId);
    }
  };
}

/** Answers under the request's mark, with one line in the log: what was asked for, and what it wrote. */
async function answerTraced(parts: Routing, inbound: Inbound): Promise<Reply | null> {
  const { log, meters = noMeters } = parts;
  const { platform } = inbound;
  const request = requestMark(inbound.requestId);
  const began = performance.now();
  return await traceRequest(request, async () => {
    const reply = await answerOrFault(parts, inbound, request);
    const ms = Math.round(performance.now() - began);
    const outcome = reply?.outcome ?? 'repeat';
    const verb = verbOf(parts.commands, tidy(inbound.text), reply);
    meters.command({ verb, platform, outcome, ms });
    const code = reply?.code && { code: reply.code };
    log.info(
      { request, verb, platform, outcome, ...code, ms, ...tracedRows() },
      'command answered',
    );
    return reply;
  });
}

async function answerOrFault(
  parts: Routing,
  inbound: Inbound,
  reference: string,
): Promise<Reply | null> {
  try {
    return await answer(parts, inbound);
  } catch (error) {
    // Another process was handed the same request and has done its work.
    if (error instanceof DuplicateRequest) return null;
    parts.log.error({ err: error, reference, platform: inbound.platform }, 'a command failed');
    const message = faultMessage(reference);
    return { message, audience: 'private', outcome: 'fault', code: reference };
  }
}

async function answer(parts: Routing, inbound: Inbound): Promise<Reply | null> {
  const { store, clock, route } = parts;
  const routed = await route({ ...inbound, text: tidy(inbound.text) });
  if (routed.kind === 'repeat') return null;
  if (routed.kind === 'refused') return toReply(refused(routed.refusal));
  const { partnership, partnerships } = routed;
  const record = store.open(partnership.id);
  const now = await clock.now();
  const today = localDate(now, partnership.timeZone);
  const letIn = await requireLetIn({ record, inbound });
  if (!letIn.ok) return toReply(refused(letIn.refusal));
  const heard = await record.requests.hear(inbound, today);
  if (heard.answered) return null;
  if (heard.switchedOff) return toReply(refused({ code: 'switched-off', name: partnership.name }));
  const greeted = heard.greeted || routed.greeted;
  if (inbound.isOpening && heard.actor && greeted) return null;
  const actor = await resolveActor(heard.actor, record, parts.directories, inbound, now, today);
  if (actor.ok && inbound.keepsPartnership) await record.people.choosePartnership(inbound, now);
  const result = actor.ok
    ? await runCommand(parts, {
        ...parts,
        actor: actor.value,
        ...{ partnership, partnerships, record, now, today },
        terms: await termsFor(inbound, record),
        inbound: {
          ...(await withMentioned(inbound, record, parts.directories, today)),
          text: tidy(inbound.text),
        },
      })
    : await answerUnlinked(parts, { record, partnership, inbound, now, today }, actor.refusal);
  const marked = result.kind === 'reply' && result.marked;
  if (!marked) await record.requests.markAnswered(inbound.requestId, now);
  const answered = toReply(await withUnreached(result, record, parts.log));
  const reply =
    actor.ok && !heard.greeted
      ? await greetNewcomer(answered, { ...inbound, record, now, greeted }, actor.value)
      : answered;
  const inExamples = await withOwnExamples(reply, inbound.text, record);
  return whose(await shownInWords(inExamples, record, today), routed, inbound);
}

/** The term calendars are asked for only where a line names a term or a holiday, or where a file may. */
async function termsFor(
  { text, file }: Inbound,
  { calendars }: Uses<'calendars'>,
): Promise<CommandContext['terms']> {
  if (!file && !MENTIONS_TERM.test(text)) return [];
  return (await calendars.listTerms()).map(({ periods }) => periods);
}

/** Whoever is not linked can say who they are, and nothing else. */
async function answerUnlinked(
  { directories }: DispatchParts,
  asker: Omit<LinkAsker, 'directories'>,
  notLinked: Refusal,
): Promise<CommandResult> {
  const inbound = { ...asker.inbound, text: tidy(asker.inbound.text) };
  const asked = await requestLink({ ...asker, inbound, directories }, notLinked);
  return asked.ok ? recorded(asked.value) : refused(asked.refusal);
}

async function runCommand(parts: Routing, context: CommandContext): Promise<CommandResult> {
  const line = context.inbound.text;
  if (line.length > MAX_INPUT_LENGTH) {
    return refused({ code: 'too-long', length: line.length, limit: MAX_INPUT_LENGTH });
  }
  const vocabulary = onlyOnce(() =>
    context.record.vocabulary.of(context.actor.personId, context.today),
  );
  const run = (typed: string, of: CommandContext) => runLine(parts, typed, of, vocabulary);
  // A file says by itself what it is for.
  const result = await run(line === '' && context.inbound.file ? IMPORT_LINE : line, context);
  const inWords = { suggestions: parts.suggestions, run, vocabulary };
  const answered = await answerInWords(line, context, inWords, result);
  const answer = await permissionFirst(answered, line, context);
  const shown = answer.kind === 'reply' ? answer.message : refusalMessage(answer.refusal);
  noteSuggestion(answer, shown, context, parts.suggestions);
  return answer;
}

async function runLine(
  { commands }: DispatchParts,
  line: string,
  context: CommandContext,
  vocabulary: () => Promise<Pick<Vocabulary, 'plan'>>,
): Promise<CommandResult> {
  const [, typed = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = findCommand(commands, typed === '' ? 'mine' : typed);
  if (command) return await runPermitted(command, rest, context);
  // A reference alone asks to see it.
  const show = findCommand(commands, 'show');
  if (show && beginsWithRef(line, await vocabulary()))
    return await runPermitted(show, line, context);
  const suggestion = nearestWord(
    typed,
    commands.map(({ name }) => name),
  );
  return refused({ code: 'unknown-verb', typed, suggestion, rest });
}

/** Asks when it is first needed, and then says the same. */
function onlyOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** Whether a line begins as the plan's references do: a word alone may be one by chance, so it has to be one. */
function beginsWithRef(line: string, { plan }: Pick<Vocabulary, 'plan'>): boolean {
  const built = plan.strange(line);
  return plan.leading(line) !== null || (built !== null && /\d/.test(built.typed));
}

async function runPermitted(
  command: Command,
  rest: string,
  context: CommandContext,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'read-plan', command.name);
  return allowed.ok
    ? offerLines(await answerAsAt(command, rest, context), context.inbound.text)
    : refused(allowed.refusal);
}

/** The verb of a line as the registry spells it: what the log and the metrics call it. */
function verbOf(commands: readonly Command[], line: string, reply: Reply | null): string {
  const [first = '', second = ''] = line.split(/\s+/, 2);
  const command = findCommand(commands, first === '' ? 'mine' : first);
  // What no verb begins and is answered all the same began with a reference.
  if (!command) return reply && !NOT_SHOWN.has(reply.code ?? '') ? 'show' : 'unknown';
  const inner = findCommand(command.subcommands ?? [], second);
  return inner ? `${command.name} ${inner.name}` : command.name;
}

const NOT_SHOWN: ReadonlySet<string> = new Set(['unknown-verb', 'too-long', 'not-linked']);

function findCommand(commands: readonly Command[], typed: string): Command | undefined {
  const word = typed.toLowerCase();
  return commands.find(({ name, aliases }) => name === word || aliases?.includes(word));
}

/** A leading `/pap` that came along. All else stays as typed, for it may be part of a note. */
function tidy(line: string): string {
  return line
    .trim()
    .replace(/^\/?pap(?=\s|$)(?!\s+\d)\s*/i, '')
    .trim();
}

function toReply(result: CommandResult): Reply {
  if (result.kind === 'reply') {
    return {
      message: result.message,
      audience: result.audience ?? 'private',
      outcome: 'done',
      ...(result.files && { files: result.files }),
    };
  }
  const { refusal } = result;
  const faults = fieldFaults(refusal, refusalMessage);
  return {
    message: refusalMessage(refusal),
    ...{ audience: 'private', outcome: 'refused', code: refusal.code },
    ...(faults.length > 0 && { faults, faultsSayAll: saysAll(refusal, faults) }),
  };
}

/** The answer with what says whose it is: to the eye where a person has several, and to every press. */
function whose(
  reply: Reply,
  { partnership, partnerships }: Extract<Routed, { kind: 'routed' }>,
  { platform, conversation }: Inbound,
): Reply {
  const { message, files } = reply;
  const noticed = partnership.hasExamples ? noticeExamples(message) : message;
  const change = !isChat(platform) || conversation.kind === 'channel' ? null : '/pap partnership';
  const named = partnerships.length > 1 ? sayWhose(noticed, partnership, change) : noticed;
  // A terminal has nothing to press.
  if (platform === 'terminal') return { ...reply, message: named };
  const { id: partnershipId } = partnership;
  return {
    ...reply,
    message: ofPartnership(named, partnershipId),
    ...(files && { files: files.map((file) => ({ ...file, partnershipId })) }),
  };
}
