// Proposed polarities: `kpi polarity` lists them, `kpi polarity confirm 3, 5, 12` decides them all at once.
import type { Message } from '../../../core/message/messages/message.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { parseNumberList } from '../../../core/request/domain/number-list.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type ProposedPolarity, proposedPolarity } from '../../figures/domain/known-polarity.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';
import {
  type PolarityProposal,
  polaritiesConfirmed,
  polarityProposals,
} from '../messages/kpi-receipts.ts';
import { holdKpi, permitKpi } from './parse-kpi-line.ts';

/** What is proposed for every KPI of which nobody has decided, and may be confirmed by whoever asks. */
export async function listProposals(
  context: Given<'actor', Reads<'kpiFigures'>>,
): Promise<Message> {
  const open = (await context.record.kpiFigures.list()).flatMap(proposalOf);
  const mayDecide = open.filter(
    ({ kpi }) => permitKpi('kpi-polarity', 'kpi polarity', kpi, context).ok,
  );
  return polarityProposals(open, mayDecide);
}

/**
 * Decides what was proposed for these KPIs, as it was proposed.
 * Refusals: `usage`, `unknown-kpi`, `not-permitted`, `nothing-to-change`.
 */
export async function confirmProposals(
  words: string,
  context: Given<Doing, Commits<'audit' | 'kpiFigures'>>,
): Promise<Result<Message>> {
  const list = parseNumberList(words) ?? parseNumberList(`${words},`);
  const single = /^#?(\d{1,4})$/.exec(words.trim())?.[1];
  const numbers = single ? [Number(single)] : [...(list?.numbers ?? []), ...(list?.unclear ?? [])];
  if (numbers.length === 0 || (list !== null && list.words !== ''))
    return refuse({
      ...{ code: 'usage', verb: 'kpi' },
      problem:
        'Say which, by number: “kpi polarity confirm 9, 12, 18”. “kpi polarity” lists what is proposed.',
    });
  const { actor, now: at } = context;
  return await commitOnce(context, async (repositories) => {
    const done: PolarityProposal[] = [];
    for (const number of numbers) {
      const [kpi] = await repositories.kpiFigures.list({ number });
      const last = kpi ? 0 : ((await repositories.kpiFigures.list()).at(-1)?.number ?? 0);
      if (!kpi) return refuse({ code: 'unknown-kpi', typed: String(number), last });
      const allowed = permitKpi('kpi-polarity', 'kpi polarity', kpi, context);
      if (!allowed.ok) return allowed;
      const [proposal] = proposalOf(await holdKpi(repositories, kpi));
      if (!proposal) continue;
      const { polarity, source } = proposal.proposed;
      await repositories.kpiFigures.choosePolarity(
        kpi.id,
        { polarity, reason: `as proposed: ${source}` },
        { personId: actor.personId, at },
      );
      const summary = `KPI ${number} was decided to be ${polarity}, as proposed; before: undecided`;
      await repositories.audit.append({
        kind: 'kpi-polarity',
        summary,
        authorId: actor.personId,
        at,
      });
      done.push(proposal);
    }
    if (done.length === 0)
      return refuse({
        code: 'nothing-to-change',
        what: 'polarity of these KPIs',
        is: 'decided, or not proposed',
      });
    return ok(polaritiesConfirmed(done));
  });
}

function proposalOf(kpi: KpiRecord): { kpi: KpiRecord; proposed: ProposedPolarity }[] {
  const decided = kpi.polarities.at(-1)?.polarity ?? kpi.planPolarity;
  const proposed = decided === 'undecided' ? proposedPolarity(kpi.name) : null;
  return proposed ? [{ kpi, proposed }] : [];
}
