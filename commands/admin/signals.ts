// `/pap admin signals`: what was seen that may speak against a rating, for the programme office alone.

import { hidden, line, theme, words } from '../../src/core/message/domain/line-form.ts';
import { type Command, type Given, refused, reply } from '../../src/core/request/app/command.ts';
import { parseWords } from '../../src/core/request/app/parse-words.ts';
import type { Reads } from '../../src/core/request/app/ports.ts';
import { permissionTable, permit } from '../../src/core/request/domain/permissions.ts';
import { findTheme } from '../../src/core/themes/app/find-theme.ts';
import { loadKpis } from '../../src/reports/kpis/app/kpi-readings.ts';
import { loadSignals } from '../../src/reports/signals/app/load-signals.ts';
import { signalsMessage } from '../../src/reports/signals/messages/watermelon.ts';

const VERB = 'admin signals';

const own = {
  verb: 'admin signals',
  forms: {
    all: line(),
    theme: line(theme()),
    named: hidden(line(words('theme', '<theme>'))),
  },
  examples: ['admin signals', 'admin signals theme 1', 'help admin signals'],
} as const;

export const signals = {
  ...own,
  name: 'signals',
  aliases: ['signal'],
  summary: 'lists what was seen that may speak against a rating',
  access: permissionTable.signals.says,
  async run(rest, context) {
    const { actor, record, partnership, now } = context;
    const allowed = permit(actor, 'signals', VERB);
    if (!allowed.ok) return refused(allowed.refusal);
    const read = parseWords(own, rest);
    if (!read.ok) return refused(read.refusal);
    const line = read.value;
    const seen = await loadSignals(record, partnership, now);
    if (line.form === 'all')
      return reply(signalsMessage(seen, await undecidedKpis('all', context)));
    const theme = await findTheme(line.said.theme, record);
    if (!theme.ok) return refused(theme.refusal);
    const { id } = theme.value;
    return reply(
      signalsMessage(
        seen.filter(({ objective }) => objective.themes.some((one) => one.id === id)),
        await undecidedKpis(id, context),
      ),
    );
  },
} satisfies Command;

async function undecidedKpis(
  theme: string,
  context: Given<'now' | 'today', Reads<'kpiFigures'>>,
): Promise<number> {
  const kpis = await loadKpis(context.record, theme, context);
  return kpis.filter(({ polarity }) => polarity === 'undecided').length;
}
