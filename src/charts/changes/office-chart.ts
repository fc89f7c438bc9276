import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { cellsOf, type NativeChart } from '#charts/kit/office-chart.ts';
import { changes } from './definition.ts';
import { bridgeCurrency } from './series.ts';
import { changesWords } from './text.ts';

/** Bars of each step in the drawn currency, one series a group; what came in other currencies stands in the rows alone. */
export function changesNative(overview: Overview, context: ChartContext): NativeChart | undefined {
  const { bridge } = overview;
  if (bridge === undefined) return undefined;
  const text = changesWords[context.language];
  const { drawn } = bridgeCurrency(overview);
  const table = changes.toTable(overview, context);
  const [groups, amounts, currencies] = (['group', 'total_investment', 'currency'] as const).map(
    (id) => cellsOf(table, id),
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
