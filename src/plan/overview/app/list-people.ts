// Everybody on the plan with what the programme office needs to know of them.

import { dayText } from '../../../core/dates/messages/when.ts';
import type { Given } from '../../../core/request/app/command.ts';
import type { Reads } from '../../../core/request/app/ports.ts';
import type { ThemeView } from '../../../core/themes/app/theme-ports.ts';
import type { PersonRecord } from '../../../people/people/app/people-ports.ts';
import { platformName, roleText } from '../../../people/people/messages/identity.ts';
import type { PeopleFacts, PersonFacts } from '../../../people/people/messages/people.ts';
import { isOwner, isVacant, type Objective } from '../../objectives/domain/objective.ts';

/** Those who are there, those who have left, and what is to be done. */
export async function listPeople({
  record,
  today,
}: Given<
  'today',
  Reads<'kpis' | 'linkRequests' | 'objectives' | 'peopleAdmin'>
>): Promise<PeopleFacts> {
  const [people, themes, objectives, requests] = await Promise.all([
    record.peopleAdmin.list(today),
    record.kpis.themes(),
    record.objectives.list(today),
    record.linkRequests.listOpen(),
  ]);
  return {
    people: people
      .filter(({ active }) => active)
      .map((person) => personFacts(person, themes, objectives)),
    left: people.filter(({ active }) => !active).map(({ name, leftOn }) => ({ name, on: leftOn })),
    vacant: objectives.filter(isVacant),
    requests: requests.length,
  };
}

function personFacts(
  { id, name, organisation, email, furtherEmails, roles, accounts, example }: PersonRecord,
  themes: readonly ThemeView[],
  objectives: readonly Objective[],
): PersonFacts {
  return {
    ...{ id, name, organisation, email, furtherEmails, example },
    roles: roles.map(({ role, themeId, startsOn, endsOn }) => {
      const theme = themes.find((one) => one.id === themeId);
      const until = endsOn ? ` until ${dayText(endsOn)}` : '';
      return `${roleText(role, theme)} from ${dayText(startsOn)}${until}`;
    }),
    platforms: [...new Set(accounts.map(({ platform }) => platformName(platform)))],
    // One of several has to be named to be taken away or preferred.
    accounts: accounts.map(({ platform, userId }) =>
      accounts.length > 1 ? `${platformName(platform)} ${userId}` : platformName(platform),
    ),
    owns: objectives.filter((one) => isOwner(one, id)).map(({ ref }) => ref),
  };
}
