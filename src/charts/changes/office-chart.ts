import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart } from '#charts/kit/office-chart.ts';
import { readColumn, type ChartTable } from '#charts/kit/table.ts';
import { bridgeCurrency } from './series.ts';
import { changesWords } from './labels/index.ts';

/**
 * Bars of each step in the drawn currency, one series a group; what came in other currencies stands
 * in the rows alone.
 */
export function changesOfficeChart(
  overview: Overview,
  context: ChartContext,
  table: ChartTable,
): OfficeChart | undefined {
  const { bridge } = overview;
  if (bridge === undefined) return undefined;
  const text = changesWords[context.language];
  const { drawn } = bridgeCurrency(overview);
  const [groups, amounts, currencies] = (['group', 'total_investment', 'currency'] as const).map(
    (id) => readColumn(table, id),
  );
  const largest = (amounts ?? []).reduce(
    (most, amount) => Math.max(most, Math.abs(Number(amount ?? 0))),
    0,
  );
  const hatched = overview.strip.data_status === 'illustrative';
  return {
    kind: 'bar',
    across: 'step',
    unit: { id: drawn, like: String(largest) },
    series: bridge.groups.map(({ group }) => ({
      name: text.groups[group],
      colour: group === 'established' ? 'accent' : 'plan',
      hatched,
      values: (amounts ?? []).map((amount, row) =>
        groups?.[row] === text.groups[group] && currencies?.[row] === drawn ? amount : null,
      ),
    })),
  };
}
