// `/pap admin families`: what families are told, in plain words that were agreed, and the page of it.

import {
  code,
  flag,
  line,
  number,
  numbers,
  unshown,
  word,
  words,
} from '../../src/core/message/domain/line-form.ts';
import { splitFirst } from '../../src/core/message/domain/text-ends.ts';
import type { Message } from '../../src/core/message/messages/message.ts';
import type { NoteNames } from '../../src/core/personal-data/app/typed-note.ts';
import {
  type Command,
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../src/core/request/app/command.ts';
import { shownInWords } from '../../src/core/request/app/in-words.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Commits, Reads, Uses } from '../../src/core/request/app/ports.ts';
import { parseNumbers, refuseSeveral } from '../../src/core/request/app/several-numbers.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import type { Result } from '../../src/core/request/domain/result.ts';
import {
  agreeWords,
  parseProposal,
  setTerm,
  withdrawWords,
} from '../../src/reports/families/app/families.ts';
import {
  type ApproveStoppedNeeds,
  approveStopped,
  familiesOverview,
  findStopped,
  makeFamiliesPage,
} from '../../src/reports/families/app/make-families-page.ts';
import { listQuotes, recordConsent } from '../../src/reports/families/app/quote-consent.ts';
import {
  agreedWordsMessage,
  consentMessage,
  familiesMessage,
  pageMadeMessage,
  proposalMessage,
  quotesMessage,
  termMessage,
  withdrawnWordsMessage,
} from '../../src/reports/families/messages/families.ts';
import {
  approvalMessage,
  approvedMessage,
} from '../../src/reports/families/messages/stopped-words.ts';

const VERB = 'admin families';

const own = {
  verb: 'admin families',
  forms: {
    overview: line(),
    page: line(word('page')),
    add: line(word('add'), words('words', '<ref|kpi 12|quote 3> <words>')),
    agree: line(word('agree'), words('words', '<ref|kpi 12|quote 3> <words>')),
    askTerm: line(word('ask'), word('term'), words('words', '<abbreviation> <meaning>')),
    ask: line(word('ask'), words('words', '<ref|kpi 12|quote 3> <words>')),
    approve: line(word('approve'), code('code', '<code>'), unshown(flag('confirm'))),
    withdraw: line(word('withdraw'), numbers()),
    consents: line(word('consent')),
    withdrawConsent: line(word('consent'), number(), word('withdrawn')),
    consent: line(word('consent'), number(), words('who', '<who gave it and how>')),
    term: line(word('term'), words('words', '<abbreviation> <meaning>[: <plain words>]')),
  },
  examples: [
    'admin families add 2B:2 Every child will have a named person to talk to',
    'admin families consent 3 parent, on a form',
    'admin families term EHCP Education, health and care plan: what help a child is to get',
  ],
} as const;

export const families = {
  ...own,
  name: 'families',
  summary: 'the page for families: what it says, and the page as a file',
  needs: {
    page: 'families',
    add: 'families',
    withdraw: 'families',
    consents: 'families-agree',
    withdrawConsent: 'families',
    consent: 'families',
    term: 'families',
    overview: 'families-agree',
    agree: 'families-agree',
    askTerm: 'families',
    ask: 'families-agree',
    approve: 'families-agree',
  },
  access: `to agree words and to see them: ${permissionTable['families-agree'].says}; all else: ${permissionTable.families.says}`,
  async run(rest, context) {
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    switch (line.form) {
      case 'overview':
        return await overview(context);
      case 'page':
        return await page(context);
      case 'add':
        return await add(line.rest, context);
      case 'agree':
        return answer(await agreeWords(line.rest, context), agreedWordsMessage);
      case 'askTerm':
        return answer(await setTerm(line.rest, context, { asked: true }), termMessage);
      case 'ask':
        return answer(await agreeWords(line.rest, context, { asked: true }), agreedWordsMessage);
      case 'approve':
        return await approve(line.said.code, line.said.confirm !== '', context);
      case 'withdraw':
        return await withdraw(line.said.numbers, context);
      case 'consents':
        return await consents(context);
      case 'withdrawConsent':
      case 'consent':
        // Which quotes, and who gave it, are one text with numbers in it.
        return answer(await recordConsent(splitFirst(rest).rest, context), consentMessage);
      case 'term':
        return answer(await setTerm(line.rest, context), termMessage);
      default:
        return line satisfies never;
    }
  },
} satisfies Command;

function answer<T>(result: Result<T>, receipt: (done: T) => Message): CommandResult {
  return result.ok ? recorded(receipt(result.value)) : refused(result.refusal);
}

async function add(
  words: string,
  context: Given<'actor' | 'today', Reads<NoteNames | 'audit' | 'objectives'> & Uses<'families'>>,
): Promise<CommandResult> {
  const allowed = permit(context.actor, 'families', VERB);
  if (!allowed.ok) return refused(allowed.refusal);
  const proposal = await parseProposal(words, context);
  return proposal.ok ? reply(proposalMessage(proposal.value)) : refused(proposal.refusal);
}

/** Nobody approves stopped words before they saw them and why they were stopped. */
async function approve(
  code: string,
  confirmed: boolean,
  context: ApproveStoppedNeeds,
): Promise<CommandResult> {
  if (!/^[0-9a-f]{8}$/i.test(code))
    return refused({
      ...{ code: 'usage', verb: VERB },
      problem: 'Say which words, by their code. “admin families” lists those that wait.',
    });
  if (confirmed) return answer(await approveStopped(code, context), approvedMessage);
  const stopped = await findStopped(code, context);
  return stopped.ok ? reply(approvalMessage(stopped.value)) : refused(stopped.refusal);
}

async function withdraw(
  words: string,
  context: Given<Doing, Commits<'audit' | 'families'>>,
): Promise<CommandResult> {
  const numbers = parseNumbers(words) ?? [];
  const several = refuseSeveral(numbers, (one) => `${VERB} withdraw ${one}`, null);
  if (several && !several.ok) return refused(several.refusal);
  return answer(await withdrawWords(numbers[0] ?? 0, context), withdrawnWordsMessage);
}

async function overview(context: Parameters<typeof familiesOverview>[0]): Promise<CommandResult> {
  const found = await familiesOverview(context);
  return found.ok ? reply(familiesMessage(found.value)) : refused(found.refusal);
}

async function consents(context: Parameters<typeof listQuotes>[0]): Promise<CommandResult> {
  const quotes = await listQuotes(context);
  return quotes.ok ? reply(quotesMessage(quotes.value)) : refused(quotes.refusal);
}

type PageNeeds = Given<
  'actor' | 'partnership' | 'now' | 'today' | 'files',
  Reads<NoteNames | 'audit' | 'cycles' | 'kpiFigures' | 'kpis' | 'objectives' | 'ragWordings'> &
    Uses<'families'>
>;

async function page(context: PageNeeds): Promise<CommandResult> {
  const made = await makeFamiliesPage(context);
  if (!made.ok) return refused(made.refusal);
  const { record, today, files } = context;
  const page = await shownInWords(made.value, record, today);
  const { promises, figures, voices } = page;
  const name = `families-${today}.html`;
  const bytes = await files.writeFamiliesPage(page);
  const file = { name, mediaType: 'text/html', bytes, line: 'admin families page' };
  const items = promises.length + figures.length + voices.length;
  return { kind: 'reply', message: pageMadeMessage(name, items), files: [file] };
}
