import type { ChartContext } from '#charts/kit/definition.ts';
import { chooseAxis, drawnTable, type OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { breakdownWords } from '#charts/breakdown/labels/index.ts';
import { ladderSeries, ladderUnit } from './series.ts';

const colours = ['accent', 'stage-2', 'stage-4', 'ink'] as const;

/** Four bars a group below each other: an office program can not nest them. */
export function ladderOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { money_ladder: ladder } = overview;
  const series = ladderSeries(overview, language);
  const [block] = series.blocks;
  const [unit] = ladder?.units ?? [];
  if (ladder === undefined || block === undefined || unit === undefined) return undefined;
  const { rows, total } = block;
  const values = rows.flatMap(({ rungs }) => rungs.map(({ value = 0 }) => value));
  const line = ({ name, rungs }: typeof total, isTotal: boolean) => ({
    cells: [
      { text: name, bold: isTotal },
      ...rungs.map(({ text, bold }) => ({ text, bold: bold || isTotal })),
    ],
  });
  const heads = series.heads.slice(-4);
  return {
    kind: 'bar',
    across: 'row',
    gap: 40,
    overlap: 0,
    unit: { id: unit, like: String(ladderUnit(ladder, unit, language).like) },
    axis: chooseAxis(Math.max(0, ...values), Math.min(0, ...values)),
    frame: {
      before: [{ head: breakdownWords[language].keys[ladder.by], width: 165 }],
      after: heads.map((head) => ({ head, width: 76, right: true })),
      rows: [...rows.map((row) => line(row, false)), line(total, true)],
    },
    key: heads.map((label, at) => ({
      label,
      colour: colours[at] ?? 'accent',
      shape: at === 0 ? ('box' as const) : ('square' as const),
    })),
    table: drawnTable(breakdownWords[language].keys[ladder.by], [
      ...rows.map(({ name }) => name),
      total.name,
    ]),
    series: heads.map((name, at) => ({
      name,
      colour: colours[at] ?? 'accent',
      ...(at === 0 ? { hollow: true } : {}),
      values: rows.map(({ rungs }) => {
        const value = rungs[at]?.value;
        return value === undefined ? null : String(value);
      }),
    })),
  };
}
