import { pickNamed, type NamedProject } from '#domain/projects/project.ts';
import { stagesAndUnknown, type Stage } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal, type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { BreakdownFilters } from './breakdown.ts';
import { listUnits } from './cell.ts';
import { compareStages } from './headings.ts';

/** Facts of single projects whose sizes can be compared. */
export const distributionMeasures = [
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
  'output_plan',
  'output_actual',
  'jobs_plan',
  'jobs_actual',
] as const;
export type DistributionMeasure = (typeof distributionMeasures)[number];

/**
 * The lower edges of the bins of a power of ten: the preferred numbers R10 of ISO 3, about equally
 * wide on a log axis.
 */
export const binEdges = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800] as const;
/** The lower edge of a bin: bin 0 begins at 1, bin 10 at 10, bin −1 at 0.8. */
export const edgeOfBin = (bin: number): Decimal => {
  const power = Math.floor(bin / binEdges.length);
  return scaleByTen(String(binEdges[bin - power * binEdges.length] ?? 100), power - 2);
};

/** The largest number of projects of a line that are drawn one by one. */
export const mostDots = 60;
/** Fewer projects have no percentile but the median. */
const fewestForSpread = 5;

/** Projects of a bin. */
export interface SizeBin {
  readonly bin: number;
  readonly count: number;
}
export interface SizedProject extends NamedProject {
  readonly value: Decimal;
}
/**
 * The sizes of the projects of a stage in one unit. Values of 0 or less are counted in
 * `not_positive` only.
 */
export interface SizeLine {
  readonly unit: string;
  readonly count: number;
  readonly not_positive: number;
  /** Given from two projects on. */
  readonly median?: Decimal;
  /** 8 in 10 projects are between `p10` and `p90`; given from five projects on. */
  readonly p10?: Decimal;
  readonly p90?: Decimal;
  /** In ascending order, without empty ones. */
  readonly bins: readonly SizeBin[];
  /** Each project, smallest first. Omitted where there are more than `mostDots`. */
  readonly projects?: readonly SizedProject[];
}
export interface SizeRow {
  readonly stage: Stage | 'unknown';
  readonly count: number;
  readonly undisclosed: number;
  /** By unit, without units in which nothing is known. */
  readonly lines: readonly SizeLine[];
}
/** How large the projects of each stage are. Stages without a project have no row. */
export interface Distribution {
  readonly as_of: IsoDate;
  readonly measure: DistributionMeasure;
  readonly filters: BreakdownFilters;
  /** The zone's currency first. Two units are never drawn on one axis. */
  readonly units: readonly string[];
  /** The furthest stage first. */
  readonly rows: readonly SizeRow[];
  /** Projects that are not counted, by status. */
  readonly left_out: Readonly<Record<string, number>>;
}

interface StageUnit {
  readonly stage: string;
  readonly unit: string;
}
/** Projects of a stage, unit and bin, as a store counts them. */
export interface SizeCount {
  readonly stage: string;
  /** Null where the value is not known. */
  readonly unit: string | null;
  /** Null where the value is zero or less. */
  readonly bin: number | null;
  readonly count: number;
}
/** A value with its rank among those of its stage and unit, from 1. */
export interface RankedSize extends StageUnit {
  readonly rank: number;
  readonly value: Decimal;
}
export interface DistributionInput extends Omit<Distribution, 'units' | 'rows'> {
  readonly base_currency: string;
  readonly counts: readonly SizeCount[];
  /** Holds at least the ranks next to each percentile. */
  readonly ranked: readonly RankedSize[];
  /** Single projects of the lines that have few. */
  readonly projects: readonly (SizedProject & StageUnit)[];
}

const sumCounts = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

/**
 * The 10 %, 50 % or 90 % quantile (`tenths` 1, 5 or 9), interpolated linearly between two
 * neighbours; exact.
 */
function quantile(
  valuesByRank: ReadonlyMap<number, Decimal>,
  count: number,
  tenths: number,
): Decimal {
  const place = (count - 1) * tenths;
  const [low, part] = [Math.floor(place / 10) + 1, place % 10];
  const [a = '0', b = a] = [valuesByRank.get(low), valuesByRank.get(low + 1)];
  const [x, y] = [a, b].map((value) => scaleByTen(value, 8));
  const [first, second] = [BigInt(x ?? 0), BigInt(y ?? 0)];
  return scaleByTen(String(first * 10n + (second - first) * BigInt(part)), -9);
}

function makeLine(stage: string, unit: string, input: DistributionInput): SizeLine | undefined {
  const isOwn = (row: { readonly stage: string; readonly unit: string | null }): boolean =>
    row.stage === stage && row.unit === unit;
  const own = input.counts.filter(isOwn);
  if (own.length === 0) return undefined;
  const bins = own.flatMap(({ bin, count }) => (bin === null ? [] : [{ bin, count }]));
  const count = sumCounts(bins);
  const valuesByRank = new Map(input.ranked.filter(isOwn).map(({ rank, value }) => [rank, value]));
  const at = (tenths: number, fewest: number): Decimal | undefined =>
    count < fewest ? undefined : quantile(valuesByRank, count, tenths);
  const projects = input.projects
    .filter(isOwn)
    .map((row) => ({ ...pickNamed(row), value: row.value }))
    .toSorted((a, b) => compareDecimal(a.value, b.value) || (a.code < b.code ? -1 : 1));
  return {
    unit,
    count,
    not_positive: sumCounts(own) - count,
    ...compact({
      median: at(5, 2),
      p10: at(1, fewestForSpread),
      p90: at(9, fewestForSpread),
      projects: count > mostDots ? undefined : projects,
    }),
    bins: bins.toSorted((a, b) => a.bin - b.bin),
  };
}

/** Makes the sizes of the projects of each stage from what a store has counted. */
export function makeDistribution(input: DistributionInput): Distribution {
  const { as_of, measure, filters, left_out, base_currency, counts } = input;
  const sums = [...Map.groupBy(counts, ({ unit }) => unit)].flatMap(([unit, rows]) =>
    unit === null ? [] : [{ unit, count: sumCounts(rows), value: '0' }],
  );
  const units = listUnits({ count: 0, undisclosed: 0, sums }, base_currency);
  const rows = [...stagesAndUnknown].toSorted(compareStages).flatMap((stage): SizeRow[] => {
    const own = counts.filter((row) => row.stage === stage);
    if (own.length === 0) return [];
    return [
      {
        stage,
        count: sumCounts(own),
        undisclosed: sumCounts(own.filter(({ unit }) => unit === null)),
        lines: units.flatMap((unit) => makeLine(stage, unit, input) ?? []),
      },
    ];
  });
  return { as_of, measure, filters, units, rows, left_out };
}
