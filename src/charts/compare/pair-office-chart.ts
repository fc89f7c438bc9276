import type { OfficeChart, OfficeSeries } from '#charts/kit/office-chart.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { readColumn } from '#charts/kit/table.ts';
import type { Language } from '#domain/values/language.ts';
import { compareWords } from './labels/index.ts';

interface OfficeSide {
  readonly name: string;
  readonly chart: OfficeChart | undefined;
  readonly table: ChartTable;
}
/** A chart for an office program with the rows that it draws. */
type PairChart = OfficeChart & { readonly table: ChartTable };

const valuesOf = (series: OfficeSeries | undefined, table: ChartTable) => {
  const column = series?.column;
  if (series?.values !== undefined) return series.values;
  return column === undefined || !table.columns.some(({ id }) => id === column)
    ? []
    : readColumn(table, column);
};

/** The bars of both sides by turns: a row of the first side, then the same row of the second. */
function pairBars(
  sides: readonly [OfficeSide, OfficeSide],
  like: Extract<OfficeChart, { kind: 'bar' }>,
  language: Language,
): PairChart {
  const { rowName } = compareWords[language];
  const names = sides.map(({ table, chart }) => {
    const all = readColumn(table, like.across);
    return all.slice(0, chart?.kind === 'bar' ? chart.first : 0);
  });
  const rows = [...new Set(names.flat())];
  const cells = rows.flatMap((row) =>
    sides.map(({ name, table, chart }, at) => {
      const place = names[at]?.indexOf(row) ?? -1;
      const values = like.series.map((_, one) =>
        place < 0 ? null : (valuesOf(chart?.series[one], table)[place] ?? null),
      );
      return [rowName(row ?? '', name), ...values];
    }),
  );
  const { table } = sides[0];
  const columns = like.series.map((series, at): TableColumn => {
    const own = table.columns.find(({ id }) => id === series.column);
    return { ...(own ?? { kind: 'number', measure: null }), id: `value_${at}`, label: series.name };
  });
  const { first: _, ...chart } = like;
  return {
    ...chart,
    series: like.series.map(({ values: _values, ...series }, at) => ({
      ...series,
      column: `value_${at}`,
    })),
    table: { columns: [{ id: like.across, label: '', kind: 'text' }, ...columns], rows: cells },
  };
}

/** The lines of both sides over the days of both; those of the second are broken. */
function pairLines(
  sides: readonly [OfficeSide, OfficeSide],
  like: Extract<OfficeChart, { kind: 'line' }>,
  language: Language,
): PairChart {
  const { rowName } = compareWords[language];
  const days = [...new Set(sides.flatMap(({ table }) => readColumn(table, like.across)))].toSorted(
    (a, b) => ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const lines = sides.flatMap(({ name, table, chart }, side) =>
    (chart?.series ?? []).map((series, at) => {
      const own = readColumn(table, like.across);
      const values = valuesOf(series, table);
      return {
        series: { ...series, name: rowName(series.name, name), column: `value_${side}_${at}` },
        column: {
          ...(table.columns.find(({ id }) => id === series.column) ?? {
            ...{ kind: 'number' as const, measure: null },
          }),
          id: `value_${side}_${at}`,
          label: rowName(series.name, name),
        },
        values: days.map((day) => {
          const place = own.indexOf(day);
          return place < 0 ? null : (values[place] ?? null);
        }),
        dashed: side === 1,
      };
    }),
  );
  const across = sides[0].table.columns.find(({ id }) => id === like.across);
  return {
    ...like,
    series: lines.map(({ series, dashed }) => (dashed ? { ...series, dashed } : series)),
    table: {
      columns: [
        across ?? { id: like.across, label: '', kind: 'date' },
        ...lines.map(({ column }) => column),
      ],
      rows: days.map((day, at) => [day, ...lines.map(({ values }) => values[at] ?? null)]),
    },
  };
}

/** Both sides as one chart of an office program; undefined where neither has anything to draw. */
export function pairOfficeChart(
  sides: readonly [OfficeSide, OfficeSide],
  language: Language,
): PairChart | undefined {
  const like = sides[0].chart ?? sides[1].chart;
  if (like?.kind === 'bar') return pairBars(sides, like, language);
  return like?.kind === 'line' ? pairLines(sides, like, language) : undefined;
}
