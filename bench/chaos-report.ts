// The chaos as a table: a line a run, what it all comes to, and the story of whatever went wrong.
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import { FAULTS } from '../test/support/chaos/chaos-platforms.ts';
import type { ChaosResult } from '../test/support/chaos/chaos-run.ts';

const COUNTED = [
  ...(['acknowledged', 'notifications', 'sent', 'held', 'dead', 'cancelled'] as const),
  ...(['accepted', 'edits', 'duplicates', 'lost', 'kills', 'restarts'] as const),
] satisfies readonly (keyof ChaosResult)[];

export function printChaos(results: readonly ChaosResult[]): string {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
  const faultsOf = ({ faults }: ChaosResult) => total([...faults.values()]);
  const rows = results.map((result) => [
    ...[result.seed, ...COUNTED.map((name) => result[name])],
    ...[faultsOf(result), result.violations.length],
  ]);
  const totals = rows[0]?.slice(1).map((_, at) => total(rows.map((row) => row[at + 1] ?? 0))) ?? [];
  const kinds = FAULTS.map((kind) => [
    kind,
    total(results.map(({ faults }) => faults.get(kind) ?? 0)),
  ]);
  const runs = table([
    ['seed', ...COUNTED, 'faults', 'violations'],
    ...rows,
    [`all ${results.length}`, ...totals],
  ]);
  const shares = (['slack', 'teams'] as const).map((platform) => {
    const held = total(results.map(({ shares }) => shares[platform].held));
    const of = total(results.map(({ shares }) => shares[platform].of));
    return [platform, of, held, of === 0 ? '–' : `${((100 * held) / of).toFixed(1)} %`];
  });
  return [
    runs,
    table([['platform', 'tried', 'held', 'share'], ...shares]),
    `${table([['fault', 'times'], ...kinds])}\n`,
  ].join('\n\n');
}

export function printLine(result: ChaosResult, which: string): string {
  const { seed, notifications, sent, shares, accepted, violations } = result;
  const held = `${shares.slack.held} held in Slack, ${shares.teams.held} in Teams`;
  const counts = `${notifications} notifications, ${sent} sent, ${held}, ${accepted} accepted`;
  return `${which}, seed ${seed}: ${counts}, ${violations.length} violations\n`;
}

/** Empty where all is well. */
export function printStories({ violations, logged, seed }: ChaosResult): string {
  if (violations.length === 0) return '';
  const lines = [`Seed ${seed}:`, ...violations, 'What the replicas logged last:', ...logged];
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  return markdownTable(texts, { stringLength: stringWidth });
}
