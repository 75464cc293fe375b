import type { Message } from '../../../core/message/messages/message.ts';
import { type NoteNames, parseTypedNote } from '../../../core/personal-data/app/typed-note.ts';
import type { Doing, Given } from '../../../core/request/app/command.ts';
import { commitOnce } from '../../../core/request/app/commit-once.ts';
import type { Commits, Reads } from '../../../core/request/app/ports.ts';
import { permit } from '../../../core/request/domain/permissions.ts';
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { findTheme } from '../../../core/themes/app/find-theme.ts';
import { themeName } from '../../../core/themes/domain/theme-name.ts';
import type { KpiRecord } from '../../figures/domain/kpi-facts.ts';
import { kpiReceipt } from '../messages/kpi-receipts.ts';

/** The longest name of a KPI. */
export const MAX_NAME = 200;
const VERB = 'kpi add';

/** `theme 2 Permanent exclusions`. Refusals: `not-permitted`, `usage`, `unknown-theme`, `nothing-to-change`, those of the note. */
export async function addKpi(
  line: string,
  context: Given<Doing | 'today', Reads<NoteNames | 'kpis'> & Commits<'audit' | 'kpiFigures'>>,
): Promise<Result<Message>> {
  const allowed = permit(context.actor, 'kpi-add', VERB);
  if (!allowed.ok) return allowed;
  const [, typed = '', words = ''] =
    /^((?:theme\s+|t)?\d+)[\s:,]+([\s\S]+)$/i.exec(line.trim()) ?? [];
  if (words === '')
    return usage('Say the theme and what is measured: “kpi add theme 2 Permanent exclusions”.');
  const theme = await findTheme(typed, context.record);
  if (!theme.ok) return theme;
  const name = await parseTypedNote(words, `${VERB} ${typed}`, context);
  if (!name.ok) return name;
  if (name.value === null || name.value.length > MAX_NAME)
    return usage(`Say what is measured in up to ${MAX_NAME} characters.`);
  const called = name.value.replace(/\s+/g, ' ');
  const { actor, now } = context;
  return await commitOnce(context, async (repositories) => {
    const same = (await repositories.kpiFigures.list()).find((one) => isCalled(one, called));
    if (same)
      return refuse({
        ...{ code: 'nothing-to-change', what: `KPI ${same.number} of theme ${same.theme.number}` },
        is: same.name,
      });
    const number = await repositories.kpiFigures.create(theme.value.id, called);
    const summary = `KPI ${number} was added to theme ${theme.value.number}`;
    await repositories.audit.append({
      kind: 'kpi-add',
      summary,
      authorId: actor.personId,
      at: now,
    });
    return ok(
      kpiReceipt({ number, name: called }, 'added', [
        ['Theme', themeName(theme.value)],
        ['Next', `its first figure: kpi set ${number} 45% period 2023/24`],
      ]),
    );
  });
}

/** Whether a KPI has that name, however it is spaced and marked. */
export function isCalled({ name }: KpiRecord, typed: string): boolean {
  const plain = (words: string) =>
    words
      .replace(/[*†‡\s]+$/, '')
      .replace(/\s+/g, ' ')
      .toLowerCase();
  return plain(name) === plain(typed);
}

function usage(problem: string): Result<never> {
  return refuse({ code: 'usage', verb: 'kpi', problem });
}
