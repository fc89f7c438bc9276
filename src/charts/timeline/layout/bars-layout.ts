import { keepResults } from '#charts/kit/keep-results.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { placeLists, type TimelineLayout } from './layout.ts';
import type { TimelineSeries } from '#charts/timeline/series.ts';

export interface BarsLayout {
  readonly height: number;
  readonly base: number;
  readonly bars: readonly {
    readonly x: number;
    readonly width: number;
    readonly middle: number;
    readonly parts: readonly { readonly y: number; readonly height: number }[];
    readonly top: number;
  }[];
  /** The years below the bars, each at the left of its first quarter. */
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly lists: TimelineLayout['lists'];
  readonly labelEach: boolean;
}

/** The years that do not touch the next one: the first may have one quarter only. */
const keepApart = (years: BarsLayout['years']): BarsLayout['years'] =>
  years.filter(({ x, text }, at) => {
    const next = years[at + 1];
    return next === undefined || x + textWidth(text, 12) + 4 <= next.x;
  });

/** Places the bars of the quarters. */
export const layBars = keepResults((series: TimelineSeries, width: number): BarsLayout => {
  const plot = { top: 24, height: 190 };
  const most = Math.max(1, ...series.bars.map(({ total }) => total));
  // the bars of all before and all after have longer names than a quarter, and so more room
  const names = series.bars.map(({ id, short }) =>
    id === 'before' || id === 'after' ? textWidth(short, 12) + 8 : 0,
  );
  const even = width / Math.max(1, series.bars.length);
  const wide = names.filter((room) => room > even);
  const step =
    (width - wide.reduce((sum, room) => sum + room, 0)) /
    Math.max(1, series.bars.length - wide.length);
  let left = 0;
  const base = plot.top + plot.height;
  const bars = series.bars.map(({ counts }, at) => {
    let y = base;
    const room = Math.max(step, names[at] ?? 0);
    const from = left;
    left += room;
    const parts = counts.map((count) => {
      const height = (count / most) * (plot.height - 18);
      y -= height;
      return { y, height };
    });
    return {
      x: from + room / 2 - step * 0.36,
      width: step * 0.72,
      middle: from + room / 2,
      parts,
      top: y,
    };
  });
  const { lists, bottom } = placeLists(series, width, base + 48);
  const years = bars.flatMap(({ x }, at) => {
    const text = series.bars[at]?.year;
    return text === undefined ? [] : [{ x, text }];
  });
  return { height: bottom, base, bars, years: keepApart(years), lists, labelEach: step >= 24 };
});
