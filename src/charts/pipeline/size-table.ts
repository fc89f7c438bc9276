import { compact } from '#domain/values/compact.ts';
import { type SizeClass, sizesBetween } from '#domain/projects/amount-spread.ts';
import type { Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { ChartTable, NumberColumn } from '#charts/kit/table.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { chartCurrency } from './amounts.ts';
import { sizeRange } from './spread.ts';
import { pipelineChartLabels } from './labels/index.ts';

/**
 * Whether some stage has more projects than are listed one by one. Its table then counts them by
 * size.
 */
export const isCounted = ({ strip }: Overview): boolean =>
  strip.groups.some(({ rows }) =>
    rows.some(({ spread, dots, count }) => spread !== undefined && dots.length < count),
  );

/**
 * Lists the classes of a stage: those of its distribution, or those that hold its single projects.
 */
function listClasses({ spread, dots }: StageTotals, currency: string): readonly SizeClass[] {
  if (spread !== undefined) return spread.classes;
  const counts = new Map<string, SizeClass>();
  for (const { money } of dots) {
    const minor = money?.currency === currency ? BigInt(money.minor) : 0n;
    if (minor <= 0n) continue;
    const [from = 0n, to = 0n] = sizesBetween(minor, minor);
    counts.set(String(from), {
      from: String(from),
      to: String(to),
      count: (counts.get(String(from))?.count ?? 0) + 1,
    });
  }
  return [...counts.values()];
}

const inCurrency = ({ dots }: StageTotals, currency: string): number =>
  dots.filter(({ money }) => money?.currency === currency).length;

/** Lists the different classes, the smallest first. */
const listSizes = (classes: readonly SizeClass[]): readonly Omit<SizeClass, 'count'>[] =>
  [...new Map(classes.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()].sort(
    (a, b) => {
      const [least, most] = [BigInt(a.from) - BigInt(b.from), BigInt(a.to) - BigInt(b.to)];
      return Number(least === 0n ? (most > 0n ? 1 : -1) : least > 0n ? 1 : -1);
    },
  );

/** The bound of a class, which names the row. */
const boundColumn = (
  id: string,
  label: string,
  currency: string,
  language: Language,
): NumberColumn => ({
  id,
  label: label + kitLabels[language].brackets(currency),
  kind: 'number',
  measure: null,
  currency,
});

/**
 * Counts the projects of each stage with an amount of each size: a row for each class, a column for
 * each stage. All projects are counted.
 */
export function sizeTable(overview: Overview, language: Language): ChartTable {
  const words = pipelineChartLabels[language];
  const currency = chartCurrency(overview);
  const inOther = compact({ in: overview.strip.currency });
  const stages = overview.strip.groups.flatMap(({ rows }) => rows);
  const units = pageUnits(overview);
  const classes = stages.map((row) => listClasses(row, currency));
  const sizes = listSizes(classes.flat());
  const sumCounts = (all: readonly SizeClass[]): number =>
    all.reduce((sum, { count }) => sum + count, 0);
  const zero = stages.map(
    (row, at) =>
      row.spread?.not_above_zero ?? inCurrency(row, currency) - sumCounts(classes[at] ?? []),
  );
  const others = stages.map(
    (row, at) => row.count - row.undisclosed - sumCounts(classes[at] ?? []) - (zero[at] ?? 0),
  );
  const rest = [
    { size: 'zero', label: words.zeroOrLess, counts: zero },
    { size: 'other', label: words.otherCurrency, counts: others },
    {
      size: 'none',
      label: words.undisclosed,
      counts: stages.map(({ undisclosed }) => undisclosed),
    },
  ].filter(({ counts }) => counts.some((count) => count > 0));
  const major = (minor: string): string => toMajor(fromWire({ minor, currency }));
  return {
    columns: [
      { id: 'size', label: words.size, kind: 'text' },
      boundColumn('size_from', words.sizeFrom, currency, language),
      boundColumn('size_to', words.sizeTo, currency, language),
      ...stages.map(({ stage }) => ({
        id: stage,
        label: stageWord(overview.zone.stage_words, stage, language),
        kind: 'number' as const,
        measure: 'size_projects' as const,
        of: { key: stage },
        digits: 0,
      })),
    ],
    rows: [
      ...sizes.map(({ from, to }) => [
        sizeRange([from, to], currency, units, language),
        major(from),
        major(to),
        ...classes.map((all) =>
          String(all.find((one) => one.from === from && one.to === to)?.count ?? 0),
        ),
      ]),
      ...rest.map(({ label, counts }) => [label, null, null, ...counts.map(String)]),
    ],
    row_of: [
      ...sizes.map(({ from, to }) => ({ size: `${from}-${to}`, ...inOther })),
      ...rest.map(({ size }) => ({ size, ...inOther })),
    ],
  };
}
