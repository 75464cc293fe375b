// `/pap admin families`: what families are told, in plain words that were agreed, and the page of it.

import {
  fewWords,
  flag,
  line,
  number,
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
    approve: line(word('approve'), fewWords('code', '<code>'), flag('confirm')),
    withdraw: line(word('withdraw'), number()),
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
  access: `to agree words and to see them: ${permissionTable['families-agree'].says}; all else: ${permissionTable.families.says}`,
  async run(rest, context) {
    const { word, rest: words } = splitFirst(rest);
    switch (word.toLowerCase()) {
      case '': {
        const overview = await familiesOverview(context);
        return overview.ok ? reply(familiesMessage(overview.value)) : refused(overview.refusal);
      }
      case 'add':
        return await add(words, context);
      case 'agree':
        return answer(await agreeWords(words, context), agreedWordsMessage);
      case 'ask':
        return await ask(words, context);
      case 'approve':
        return await approve(words, context);
      case 'withdraw':
        return await withdraw(words, context);
      case 'consent':
        return await consent(words, context);
      case 'term':
        return answer(await setTerm(words, context), termMessage);
      case 'page':
        return await page(context);
      default:
        return refused({
          ...{ code: 'usage', verb: VERB },
          problem:
            'After “admin families” I understand “add”, “agree”, “ask”, “approve”, “withdraw”, “consent”, “term” and “page”.',
        });
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

/** Words that may tell a small number, to be approved by two people: about something, or of a term. */
async function ask(
  words: string,
  context: Given<
    Doing | 'today',
    Reads<NoteNames | 'audit' | 'objectives'> & Uses<'families'> & Commits<'audit' | 'families'>
  >,
): Promise<CommandResult> {
  const read = parseWords(own, `ask ${words}`);
  const term = read.ok && read.value.form === 'askTerm' ? read.value.rest : null;
  return term === null
    ? answer(await agreeWords(words, context, { asked: true }), agreedWordsMessage)
    : answer(await setTerm(term, context, { asked: true }), termMessage);
}

/** Nobody approves stopped words before they saw them and why they were stopped. */
async function approve(words: string, context: ApproveStoppedNeeds): Promise<CommandResult> {
  const read = parseWords(own, `approve ${words}`);
  const said = read.ok && read.value.form === 'approve' ? read.value.said : null;
  if (!said || !/^[0-9a-f]{8}$/i.test(said.code))
    return refused({
      ...{ code: 'usage', verb: VERB },
      problem: 'Say which words, by their code. “admin families” lists those that wait.',
    });
  const { code, confirm } = said;
  if (confirm) return answer(await approveStopped(code, context), approvedMessage);
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
  const [number] = numbers;
  if (number === undefined)
    return refused({
      ...{ code: 'usage', verb: VERB },
      problem: 'Say which item, for example “admin families withdraw 4”.',
    });
  return answer(await withdrawWords(number, context), withdrawnWordsMessage);
}

async function consent(
  words: string,
  context: Given<
    Doing | 'today',
    Reads<NoteNames> & Uses<'families'> & Commits<'audit' | 'families'>
  >,
): Promise<CommandResult> {
  if (words !== '') return answer(await recordConsent(words, context), consentMessage);
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
