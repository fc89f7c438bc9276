import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import { type Currency, isCurrency } from '#domain/values/money.ts';
import type { Slide } from './slide.ts';

/** The most rows of tables around charts on one slide. */
const mostRows = 14;
const headRows = 2;
/** The height of a row with a second line in a cell, in rows. */
const tallRow = 1.6;
/** The height of a chart without a table, in rows. */
const plotRows = 4;

function countRows({ kind, frame }: OfficeChart): number {
  if (kind !== 'bar' && kind !== 'scatter') return plotRows;
  const isTall =
    frame?.rows.some(({ cells }) => cells.some(({ under = '' }) => under !== '')) === true;
  return (frame?.rows.length ?? plotRows) * (isTall ? tallRow : 1) + headRows;
}
const listBelow = ({ below = [], currencies: _currencies, ...first }: OfficeChart) => [
  first,
  ...below,
];
const countAll = (chart: OfficeChart): number =>
  listBelow(chart).reduce((sum, one) => sum + countRows(one), 0);

/** Stacks the charts of several currencies. Each is as high as its rows need. */
function stack(charts: readonly OfficeChart[]): OfficeChart | undefined {
  const [first, ...below] = charts
    .flatMap(listBelow)
    .map((chart) => ({ ...chart, share: chart.share ?? countRows(chart) }));
  return first === undefined || below.length === 0 ? first : { ...first, below };
}

/** Groups the charts of currencies so that each group fits on a slide. Their order stays. */
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

/** Lists the currencies of a chart and of those below it. */
export const listCurrencies = ({ unit, below = [] }: OfficeChart): readonly Currency[] => [
  ...(unit !== 'share' && isCurrency(unit.id) ? [unit.id] : []),
  ...below.flatMap(listCurrencies),
];

/** Drops the lines of a slide that state figures in a currency of another slide. */
function keepLines({ foot, notes, currency_lines = {} }: Slide, chart: OfficeChart) {
  const currencies = listCurrencies(chart);
  const isOwn = (line: string): boolean => {
    const currency = currency_lines[line];
    return currency === undefined || currencies.includes(currency);
  };
  return { foot: foot.filter(isOwn), notes: notes.filter(isOwn) };
}

/**
 * Spreads a chart with several currencies over slides. Charts share a slide as long as there is
 * room. Further slides have the same title and source, and the notes of their own currencies.
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
    const drawnPart = { kind: 'chart', chart: { ...part.chart, native: own } } as const;
    return [{ ...slide, ...keepLines(slide, own), parts: slide.parts.with(at, drawnPart) }];
  });
}
