// The lines of `admin people` that name one account: `link @ella slack U0ELLA001`, `unlink @ella slack`, `prefer @ella teams`.

import { confirmMessage } from '../../../core/message/messages/confirm.ts';
import { buttonRow, paragraph } from '../../../core/message/messages/message.ts';
import {
  type CommandResult,
  type Doing,
  type Given,
  recorded,
  refused,
  reply,
} from '../../../core/request/app/command.ts';
import type { Inbound } from '../../../core/request/app/inbound.ts';
import type { Commits, Reads, Uses } from '../../../core/request/app/ports.ts';
import { findAnybody } from '../../people/app/find-person.ts';
import type { Party } from '../../people/app/people-ports.ts';
import { foldWords } from '../../people/domain/fold-name.ts';
import { platformName } from '../../people/messages/identity.ts';
import { accountMessage } from '../../people/messages/people.ts';
import { linkAccount, preferAccount, unlinkAccounts } from './one-account.ts';
import { vouchForAccount } from './vouch-for-account.ts';

type LineNeeds = Given<
  Doing | 'directories' | 'partnership' | 'today',
  Reads<'people' | 'peopleAdmin'> &
    Uses<'accountSearches' | 'allowedOrganisations'> &
    Commits<'accountSearches' | 'audit' | 'notifications' | 'peopleAdmin'>
>;

type Named = {
  readonly person: Party;
  readonly platform: 'slack' | 'teams';
  /** Null: none was named. */
  readonly userId: string | null;
  /** The workspace or tenant, where it was said. */
  readonly tenantId: string | null;
};

const FORM = /^(.*\S)\s+(slack|teams)(?:\s+(\S.*?))?(?:\s+in\s+(\S+))?$/is;

/** Whether the words behind `link` name an account, and no request. */
export function namesAccount(words: string): boolean {
  return FORM.test(words);
}

/** `link @ella slack U0ELLA001`; asks once. */
export async function linkAccountLine(
  words: string,
  confirmed: boolean,
  context: LineNeeds,
): Promise<CommandResult> {
  const named = await readNamed(words, context);
  if ('kind' in named) return named;
  const { person, platform, userId } = named;
  if (userId === null) return usage(HOW_TO_LINK);
  if (!person.active) return usage(`${person.name} has left.`);
  const places = (await context.record.accountSearches.workspaces()).filter(
    (one) =>
      one.platform === platform && (named.tenantId === null || one.tenantId === named.tenantId),
  );
  const [place, another] = places;
  const name = platformName(platform);
  if (!place) return usage(`No such workspace of ${name} stands for this partnership.`);
  if (another) {
    const all = places.map(({ tenantId }) => tenantId).join(', ');
    return usage(
      `Several workspaces of ${name} stand for this partnership: ${all}. Say which at the end, such as “in ${another.tenantId}”.`,
    );
  }
  const vouched = await vouchForAccount({ ...place, platform, userId }, context);
  if (!vouched.ok) return refused(vouched.refusal);
  if (!confirmed)
    return reply(
      confirmMessage(
        `Does the account ${userId} in ${name} speak for ${person.name}?`,
        `Whoever uses it then sees and changes what ${person.name} may, and messages for ${person.name} may go there. Make sure that it is theirs.`,
        `admin people link confirm ${words}`,
      ),
    );
  const result = await linkAccount(person, vouched.value, context);
  return result.ok
    ? recorded(
        accountMessage(
          `An account in ${name} is linked to ${person.name}`,
          `${person.name} is told of it.`,
        ),
      )
    : refused(result.refusal);
}

/** `unlink @ella slack`, and which one where there are several. */
export async function unlinkLine(words: string, context: LineNeeds): Promise<CommandResult> {
  const named = await readNamed(words, context);
  if ('kind' in named) return named;
  const { person, platform, userId } = named;
  const name = platformName(platform);
  const choices = userId === null ? await accountsOf(person, platform, context) : [];
  if (choices.length > 1) return askWhich('unlink', named, choices);
  const result = await unlinkAccounts(person, platform, userId, context);
  if (!result.ok) return refused(result.refusal);
  return recorded(
    accountMessage(
      `${person.name} is unlinked in ${name}`,
      'PAP does not look for it again. An account with their e-mail address is linked again if it writes here. If they are to have no access, type “admin people leave”.',
    ),
  );
}

/** `prefer @ella teams`, and which one where there are several. */
export async function preferLine(words: string, context: LineNeeds): Promise<CommandResult> {
  const named = await readNamed(words, context);
  if ('kind' in named) return named;
  const { person, platform, userId } = named;
  const choices = userId === null ? await accountsOf(person, platform, context) : [];
  if (choices.length > 1) return askWhich('prefer', named, choices);
  const result = await preferAccount(person, platform, userId, context);
  if (!result.ok) return refused(result.refusal);
  const text = `Messages go there as long as ${platformName(platform)} takes them; else to another account of theirs. ${person.name} is told of it, and can choose otherwise with “settings”.`;
  return recorded(
    accountMessage(`Messages to ${person.name} go to ${platformName(platform)}`, text),
  );
}

const HOW_TO_LINK =
  'Say whose account and which one, for example “admin people link @ella slack U0ELLA001”. In Slack the number is behind ⋮ in the profile, “Copy member ID”; in Teams it is the object id in Entra. A request is linked by its number: “admin people link 3 @ella”.';

async function readNamed(words: string, context: LineNeeds): Promise<Named | CommandResult> {
  const [, who, platform = '', account, tenant] = FORM.exec(words) ?? [];
  if (who === undefined)
    return usage('Say whose account and where, for example “admin people unlink @ella slack”.');
  const person = await findAnybody(who, context);
  if (!person.ok) return refused(person.refusal);
  const on = platform.toLowerCase() === 'slack' ? 'slack' : 'teams';
  const userId = account === undefined ? null : accountIn(account, on, context.inbound);
  if (userId === undefined) return usage(`“${account}” is no account. ${HOW_TO_LINK}`);
  return { person: person.value, platform: on, userId, tenantId: tenant ?? null };
}

const shapes = {
  slack: /^<?@?(?<id>[UW][A-Z0-9]{5,20})(?:\|[^>]*)?>?$/,
  teams: /^(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
} as const;

/** The platform's id of an account that was typed, or mentioned; undefined: it is none. */
function accountIn(
  words: string,
  platform: 'slack' | 'teams',
  { mentions = [], ...inbound }: Inbound,
): string | undefined {
  const key = foldWords(words).join(' ');
  const said = mentions.filter((one) => foldWords(one.said).join(' ') === key);
  const [mentioned, another] = said;
  if (mentioned && !another && inbound.platform === platform) return mentioned.userId;
  return shapes[platform].exec(words)?.groups?.id;
}

async function accountsOf(
  { id }: Party,
  platform: 'slack' | 'teams',
  { record, today }: LineNeeds,
): Promise<string[]> {
  const person = (await record.peopleAdmin.list(today)).find((one) => one.id === id);
  return (person?.accounts ?? [])
    .filter((one) => one.platform === platform)
    .map(({ userId }) => userId);
}

function askWhich(
  verb: 'unlink' | 'prefer',
  { person, platform }: Named,
  accounts: readonly string[],
): CommandResult {
  const name = platformName(platform);
  return reply({
    title: `Which account of ${person.name} in ${name}?`,
    blocks: [
      paragraph(`Nothing was changed yet. ${person.name} has ${accounts.length} there.`),
      buttonRow(
        accounts.map((account) => ({
          label: account,
          line: `admin people ${verb} ${person.name} ${platform} ${account}`,
        })),
      ),
    ],
  });
}

function usage(problem: string): CommandResult {
  return refused({ code: 'usage', verb: 'admin people', problem });
}
