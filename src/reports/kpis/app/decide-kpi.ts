// What people decide of a KPI: whether a rise is good, who answers for it, and what is said of it.

import type { Message } from '../../../core/message/messages/message.ts';
import { noticesTo } from '../../../core/outbox/app/notice.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { refuseSeveral } from '../../../core/request/app/several-numbers.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findPerson } from '../../../people/people/app/find-person.ts';
import { computeKpiFacts } from '../../figures/domain/compute-kpi-facts.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';
import type { Polarity } from '../../figures/domain/kpi-reading-aid.ts';
import { aidText, polarityWords, whoText } from '../../figures/messages/kpi-words.ts';
import { kpiOwnerNotice, kpiReceipt } from '../messages/kpi-receipts.ts';
import { holdKpi, parsePermittedLine } from './parse-kpi-line.ts';

const polarities = [
  'up-is-good',
  'up-is-bad',
  'neutral',
  'undecided',
] as const satisfies readonly Polarity[];

/** Refusals: `usage`, `unknown-kpi`, `not-permitted`, `nothing-to-change`, those of the note. */
export async function decidePolarity(
  line: string,
  context: Given<
    Doing | 'today',
    Reads<NoteNames | 'kpiFigures'> & Commits<'audit' | 'kpiFigures'>
  >,
): Promise<Result<Message>> {
  const read = await parsePermittedLine('kpi-polarity', line, 'kpi polarity 12 up-is-bad', context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const [typed = ''] = /^(?:up[ -]is[ -](?:good|bad)|neutral|undecided)(?=\s|$)/i.exec(words) ?? [];
  const polarity = polarities.find((one) => one === typed.toLowerCase().replace(/ /g, '-'));
  if (!polarity) {
    const problem = `Say whether a rise is good: “kpi polarity ${kpi.number} up-is-good”, “up-is-bad”, “neutral” or “undecided”, and why if you like.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const start = `kpi polarity ${kpi.number} ${polarity}`;
  const list = parseNumberList(words.slice(typed.length));
  const several =
    list?.words === ''
      ? refuseSeveral(
          [kpi.number, ...list.numbers],
          (one) => `kpi polarity ${one} ${polarity}`,
          null,
        )
      : null;
  if (several) return several;
  const reason = await parseTypedNote(
    words.slice(typed.length).replace(/^[\s:,]*(?:because\s+)?/i, ''),
    start,
    context,
  );
  if (!reason.ok) return reason;
  const { actor, now, today } = context;
  return await commitOnce(context, async (repositories) => {
    const held = await holdKpi(repositories, kpi);
    const before = computeKpiFacts(held, today);
    if (before.polarity === polarity && (before.polarityChoice?.reason ?? null) === reason.value)
      return refuse({
        ...{ code: 'nothing-to-change', what: `polarity of KPI ${kpi.number}` },
        is: polarityWords[polarity],
      });
    await repositories.kpiFigures.choosePolarity(
      kpi.id,
      { polarity, reason: reason.value },
      { personId: actor.personId, at: now },
    );
    await repositories.audit.append({
      ...{ kind: 'kpi-polarity', authorId: actor.personId, at: now },
      summary: `KPI ${kpi.number} was decided to be ${polarity}; before: ${before.polarity}`,
    });
    const after = computeKpiFacts(await holdKpi(repositories, kpi), today);
    return ok(
      kpiReceipt(kpi, 'polarity decided', [
        ['Now', polarityWords[polarity]],
        ['Before', polarityWords[before.polarity]],
        ...(reason.value === null ? [] : [['Why', reason.value] as const]),
        ['Reads as', aidText(after)],
      ]),
    );
  });
}

/** Refusals: `usage`, `unknown-kpi`, `not-permitted`, `unknown-person`, `ambiguous-person`, `nothing-to-change`. */
export async function setKpiOwner(
  line: string,
  context: Given<
    Doing | 'partnership' | 'today',
    Reads<'kpiFigures' | 'people'> & Commits<'audit' | 'kpiFigures' | 'notifications'>
  >,
): Promise<Result<Message>> {
  const read = await parsePermittedLine('kpi-owner', line, 'kpi owner 12 @sam', context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  if (words === '') {
    const problem = `Say who answers for it: “kpi owner ${kpi.number} @sam”, or “kpi owner ${kpi.number} nobody”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  const isNobody = /^(?:nobody|none)$/i.test(words);
  const person = isNobody ? ok(null) : await findPerson(words, context);
  if (!person.ok) return person;
  const { actor, now } = context;
  return await commitOnce(context, async (repositories) => {
    const { owner: before } = await holdKpi(repositories, kpi);
    const after = person.value;
    if (before?.id === after?.id)
      return refuse({
        ...{ code: 'nothing-to-change', what: `owner of KPI ${kpi.number}` },
        is: after?.name ?? 'nobody',
      });
    await repositories.kpiFigures.setOwner(kpi.id, after?.id ?? null);
    await repositories.audit.append({
      ...{ kind: 'kpi-owner', authorId: actor.personId, at: now },
      summary: `KPI ${kpi.number} is owned by ${after?.name ?? 'nobody'}; before: ${before?.name ?? 'nobody'}`,
    });
    await repositories.notifications.enqueue(
      noticesTo(
        [after?.id, before?.id],
        `kpi-owner:${kpi.id}:${after?.id ?? 'nobody'}:${now.epochMilliseconds}`,
        kpiOwnerNotice(kpi, after, context.actor),
        context,
      ),
    );
    return ok(
      kpiReceipt(kpi, 'owner set', [
        ['Now', after ? whoText(after) : 'nobody: the theme’s co-chairs answer for it'],
        ['Before', before ? whoText(before) : 'nobody'],
      ]),
    );
  });
}

/** Refusals: `usage`, `unknown-kpi`, `not-permitted`, those of the note. */
export async function commentOnKpi(
  line: string,
  context: Given<Doing | 'today', Reads<NoteNames | 'kpiFigures'> & Commits<'kpiFigures'>>,
): Promise<Result<Message>> {
  const example = 'kpi comment 12 two schools account for most of the rise';
  const read = await parsePermittedLine('kpi-figure', line, example, context);
  if (!read.ok) return read;
  const { kpi, words } = read.value;
  const note = await parseTypedNote(words, `kpi comment ${kpi.number}`, context);
  if (!note.ok) return note;
  const said = note.value;
  if (said === null) {
    const problem = `Say in a few words why it stands where it stands: “${example}”.`;
    return refuse({ code: 'usage', verb: 'kpi', problem });
  }
  return await commitOnce(context, async (repositories) => {
    const held = await holdKpi(repositories, kpi);
    if (held.comments.at(-1)?.words === said) return sameComment(held, said);
    const by = { personId: context.actor.personId, at: context.now };
    await repositories.kpiFigures.comment(kpi.id, said, by);
    return ok(
      kpiReceipt(kpi, 'commentary recorded', [
        ['Says', said],
        ['Latest figure', computeKpiFacts(held, context.today).latest?.raw ?? 'none'],
      ]),
    );
  });
}

function sameComment({ number }: KpiRecord, is: string): Result<never> {
  return refuse({ code: 'nothing-to-change', what: `commentary on KPI ${number}`, is });
}
