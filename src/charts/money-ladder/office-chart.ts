import type { ChartContext } from '#charts/kit/definition.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import {
  chooseAxis,
  drawnTable,
  joinCurrencies,
  type OfficeChart,
  type OfficeSeries,
} from '#charts/kit/office/office-chart.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { nameKey } from '#charts/breakdown/data/names.ts';
import { type LadderBlock, ladderSeries, ladderUnit } from './series.ts';

const colours = ['ink-3', 'stage-2', 'stage-4', 'ink'] as const;

/**
 * Up to four bars a group below each other in one currency: an office program can not nest them. An
 * amount that no group states takes no room.
 */
function drawBlock(
  ladder: MoneyLadder,
  { rows, total, axis, unit }: LadderBlock,
  heads: readonly string[],
  { language, several }: { language: Language; several: boolean },
): OfficeChart {
  const key = nameKey(ladder.by, language);
  const name = several ? `${key}${frameWords[language].brackets(unit)}` : key;
  const values = rows.flatMap(({ rungs }) => rungs.map(({ value = 0 }) => value));
  const line = ({ name: row, rungs }: typeof total, isTotal: boolean) => ({
    cells: [
      { text: row, bold: isTotal },
      ...rungs.map(({ text, bold }) => ({ text, bold: bold || isTotal })),
    ],
  });
  const ladderSeries = heads
    .map(
      (head, at): OfficeSeries => ({
        name: head,
        colour: colours[at] ?? 'accent',
        ...(at === 0 ? { hollow: true } : {}),
        values: rows.map(({ rungs }) => {
          const value = rungs[at]?.value;
          return value === undefined ? null : String(value);
        }),
      }),
    )
    .filter((series) => series.values?.some((value) => value !== null));
  return {
    kind: 'bar',
    across: 'row',
    gap: 40,
    overlap: 0,
    unit: { id: axis.unit, like: String(ladderUnit(ladder, axis.unit, language).like) },
    axis: chooseAxis(Math.max(0, ...values), Math.min(0, ...values)),
    frame: {
      before: [{ head: name, width: 165 }],
      after: heads.map((head) => ({ head, width: 76, right: true })),
      rows: [...rows.map((row) => line(row, false)), line(total, true)],
    },
    key: ladderSeries.map(({ name: label, colour, hollow = false }) => ({
      ...{ label, colour },
      shape: hollow ? ('box' as const) : ('square' as const),
    })),
    table: drawnTable(name, [...rows.map((row) => row.name), total.name]),
    series: ladderSeries,
  };
}

/** The four amounts of each group as bars: one chart for each currency. */
export function ladderOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const { money_ladder: ladder } = overview;
  if (ladder === undefined || ladder.units.length === 0) return undefined;
  const { blocks, heads } = ladderSeries(overview, language);
  const several = blocks.length > 1;
  return joinCurrencies(
    blocks.map((block) => drawBlock(ladder, block, heads.slice(-4), { language, several })),
  );
}
