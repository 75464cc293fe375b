// `/pap kpi theme 3`: a theme's KPI table, cell for cell as published.
import { type Command, refused, reply } from '../src/app/command.ts';
import { findTheme } from '../src/app/find-theme.ts';
import { permissionTable } from '../src/domain/permissions.ts';
import { themeName } from '../src/domain/theme-name.ts';
import { kpiTableBlocks } from '../src/messages/kpi-table.ts';
import { paragraph } from '../src/messages/message.ts';

export const kpi = {
  name: 'kpi',
  aliases: ['kpis'],
  summary: 'shows a theme’s KPIs as published',
  usage: 'kpi theme <n> [at <date>]',
  examples: ['kpi theme 3', 'kpi 1', 'kpi right plan'],
  asAt: true,
  access: permissionTable['read-plan'].says,
  async run(rest, { record }) {
    if (rest === '')
      return refused({
        code: 'usage',
        verb: 'kpi',
        problem: 'Say which theme, for example “kpi theme 1” or “kpi right plan”.',
      });
    const theme = await findTheme(rest, record);
    if (!theme.ok) return refused(theme.refusal);
    const table = await record.kpis.table(theme.value.id);
    const title = `KPIs of ${themeName(theme.value)}`;
    return reply({
      title,
      blocks: table ? kpiTableBlocks(table) : [paragraph('The documents state no KPIs for it.')],
    });
  },
} satisfies Command;
