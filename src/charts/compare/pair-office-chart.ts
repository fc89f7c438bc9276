import type { OfficeAxis, OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { ChartTable } from '#charts/kit/table.ts';

interface OfficeSide {
  readonly name: string;
  readonly chart: OfficeChart | undefined;
  readonly table: ChartTable;
}
/** A chart for an office program with the rows that it draws. */
type PairChart = OfficeChart & { readonly table: ChartTable };

/** The axis that holds both: a step of the larger one. */
function joinAxes(a: OfficeAxis | undefined, b: OfficeAxis | undefined): OfficeAxis | undefined {
  if (a === undefined || b === undefined) return undefined;
  return {
    ...(a.max >= b.max ? a : b),
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** The charts of a side below each other, under its name, with the rows that they draw. */
function listCharts({ chart, name, table }: OfficeSide): readonly PairChart[] {
  if (chart === undefined) return [];
  const { below = [], ...first } = chart;
  return [first, ...below].map((one, at): PairChart => {
    const own = { ...one, table: one.table ?? table };
    if (at > 0) return own;
    const { frame, heading } = one;
    if (frame === undefined)
      return { ...own, heading: heading === undefined ? name : `${name}   ${heading}` };
    const [head, ...others] = frame.before;
    return head === undefined
      ? own
      : { ...own, frame: { ...frame, before: [{ ...head, head: name, bold: true }, ...others] } };
  });
}
const heightOf = ({ frame, share }: OfficeChart): number => share ?? (frame?.rows.length ?? 4) + 2;

/**
 * Both sides as charts of an office program below each other on one scale; undefined where neither
 * has anything to draw.
 */
export function pairOfficeChart(sides: readonly [OfficeSide, OfficeSide]): PairChart | undefined {
  const [a, b] = [listCharts(sides[0]), listCharts(sides[1])];
  const same = (list: readonly PairChart[], others: readonly PairChart[]) =>
    list.map((chart, at) => {
      const axis = joinAxes(chart.axis, others[at]?.axis) ?? chart.axis;
      return { ...chart, share: heightOf(chart), ...(axis === undefined ? {} : { axis }) };
    });
  const [first, ...below] = [
    ...same(a, b),
    ...same(b, a).map(({ key: _key, ...chart }) => chart as PairChart),
  ];
  return first === undefined || below.length === 0 ? first : { ...first, below };
}
