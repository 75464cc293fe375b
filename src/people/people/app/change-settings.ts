// A person's own settings: read, and changed one at a time.

import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import type { SettingsFacts } from '../messages/settings.ts';
import type { Preferences } from './people-ports.ts';

/** What the person chose, and what they can choose. */
export async function loadSettings(
  { preferences, people }: Reads<'people' | 'preferences'>,
  personId: string,
): Promise<SettingsFacts> {
  const chosen = await preferences.get(personId);
  const details = await people.details(personId);
  const accounts = (details?.accounts ?? []).map(({ platform }) => platform);
  return { ...chosen, accounts: [...new Set(accounts)] };
}

/** Changes a setting of whoever asks; what they then are. */
export async function changeSettings(
  change: Partial<Preferences>,
  context: Given<Doing, Commits<'people' | 'preferences'>>,
): Promise<SettingsFacts> {
  const { personId } = context.actor;
  return await commitOnce(context, async (repositories) => {
    await repositories.preferences.set(personId, change);
    return await loadSettings(repositories, personId);
  });
}
