import { compact } from '#domain/values/compact.ts';
import {
  joinCurrencies,
  type OfficeAxis,
  type OfficeChart,
} from '#charts/kit/office/office-chart.ts';
import type { ChartTable } from '#charts/kit/table.ts';

interface OfficeSide {
  readonly name: string;
  readonly chart: OfficeChart | undefined;
  readonly table: ChartTable;
}
/** A chart for an office program with the rows that it draws. */
type PairChart = OfficeChart & { readonly table: ChartTable };

/** Joins two axes to one that includes both, with the step of the larger one. */
function joinAxes(a: OfficeAxis | undefined, b: OfficeAxis | undefined): OfficeAxis | undefined {
  if (a === undefined || b === undefined) return undefined;
  const larger = a.max >= b.max ? a : b;
  return {
    ...larger,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/**
 * Lists the charts of a side, one below the other, under its name, with the rows that they draw.
 */
function listCharts({ chart, name, table }: OfficeSide, several: boolean): readonly PairChart[] {
  if (chart === undefined) return [];
  const { below = [], currencies: _currencies, ...first } = chart;
  return [first, ...below].map((one, at): PairChart => {
    const own = { ...one, table: one.table ?? table };
    if (at > 0) return own;
    const { frame, heading } = one;
    if (frame === undefined)
      return { ...own, heading: heading === undefined ? name : `${name}   ${heading}` };
    const [head, ...others] = frame.before;
    if (head === undefined) return own;
    const text = several && head.head !== '' ? `${name}   ${head.head}` : name;
    return {
      ...own,
      frame: { ...frame, before: [{ ...head, head: text, bold: true }, ...others] },
    };
  });
}
const heightOf = ({ frame, share }: OfficeChart): number => share ?? (frame?.rows.length ?? 4) + 2;

/** Places both sides of one unit below each other on one scale. */
function pairUnit(
  sides: readonly [OfficeSide, OfficeSide],
  several: boolean,
): PairChart | undefined {
  const [a, b] = [listCharts(sides[0], several), listCharts(sides[1], several)];
  const same = (list: readonly PairChart[], others: readonly PairChart[]) =>
    list.map((chart, at) => {
      const axis = joinAxes(chart.axis, others[at]?.axis) ?? chart.axis;
      return { ...chart, share: heightOf(chart), ...compact({ axis }) };
    });
  const [first, ...below] = [
    ...same(a, b),
    ...same(b, a).map(({ key: _key, ...chart }) => chart as PairChart),
  ];
  return first === undefined || below.length === 0 ? first : { ...first, below };
}

const unitOf = ({ unit }: OfficeChart): string => (unit === 'share' ? unit : unit.id);
/** Maps the charts of a side to their units; those without a currency, as shares, are numbered. */
function keyUnits({ chart }: OfficeSide): ReadonlyMap<string, OfficeChart> {
  const all = chart === undefined ? [] : [chart, ...(chart.currencies ?? [])];
  const countBefore = (one: OfficeChart, at: number): number =>
    all.slice(0, at).filter((other) => unitOf(other) === unitOf(one)).length;
  return new Map(all.map((one, at) => [`${unitOf(one)} ${countBefore(one, at)}`, one]));
}

/**
 * Makes both sides as charts of an office program, one below the other on one scale, currency by
 * currency.
 * @returns undefined if neither side has anything to draw
 */
export function pairOfficeChart(sides: readonly [OfficeSide, OfficeSide]): OfficeChart | undefined {
  const [a, b] = [keyUnits(sides[0]), keyUnits(sides[1])];
  const units = [...new Set([...a.keys(), ...b.keys()])];
  return joinCurrencies(
    units.flatMap((unit) => {
      const own = [
        { ...sides[0], chart: a.get(unit) },
        { ...sides[1], chart: b.get(unit) },
      ] as const;
      return pairUnit(own, units.length > 1) ?? [];
    }),
  );
}
