import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Slide } from './slide.ts';

/** What a slide has room for, in rows of a table around a chart. */
const mostRows = 14;
const headRows = 2;
/** The height of a chart without rows: its columns or lines. */
const plotRows = 4;

const countRows = ({ kind, frame }: OfficeChart): number =>
  kind === 'bar' || kind === 'scatter' ? (frame?.rows.length ?? plotRows) + headRows : plotRows;
const listBelow = ({ below = [], currencies: _currencies, ...first }: OfficeChart) => [
  first,
  ...below,
];
const countAll = (chart: OfficeChart): number =>
  listBelow(chart).reduce((sum, one) => sum + countRows(one), 0);

/** The charts of several currencies below each other, each as high as its rows need. */
function stack(charts: readonly OfficeChart[]): OfficeChart | undefined {
  const [first, ...below] = charts
    .flatMap(listBelow)
    .map((chart) => ({ ...chart, share: chart.share ?? countRows(chart) }));
  return first === undefined || below.length === 0 ? first : { ...first, below };
}

/** Parts the charts of currencies into groups that a slide has room for, in their order. */
function groupCharts(charts: readonly OfficeChart[]): readonly (readonly OfficeChart[])[] {
  const groups: OfficeChart[][] = [];
  let rows = 0;
  for (const chart of charts) {
    const last = groups.at(-1);
    const own = countAll(chart);
    if (last === undefined || rows + own > mostRows) {
      groups.push([chart]);
      rows = own;
    } else {
      last.push(chart);
      rows += own;
    }
  }
  return groups;
}

/**
 * Spreads a slide whose chart has several currencies: they stand below each other where there is
 * room, else on slides of their own with the same title, source and notes.
 */
export function spreadCurrencies(slide: Slide): readonly Slide[] {
  const at = slide.parts.findIndex(
    (part) => part.kind === 'chart' && part.chart.native.currencies !== undefined,
  );
  const part = slide.parts[at];
  if (part?.kind !== 'chart') return [slide];
  const { native } = part.chart;
  return groupCharts([native, ...(native.currencies ?? [])]).flatMap((charts) => {
    const own = stack(charts);
    if (own === undefined) return [];
    const drawn = { kind: 'chart', chart: { ...part.chart, native: own } } as const;
    return [{ ...slide, parts: slide.parts.with(at, drawn) }];
  });
}
