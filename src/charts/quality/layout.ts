import { keepResults } from '#charts/kit/keep-results.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { moreForName, nameLines } from '#charts/kit/text/name-lines.ts';
import type { QualityRow, QualitySeries } from './series.ts';

/** Below this width names are above the bars, and only the tooltip shows ages. */
const narrowest = 480;
const headHeight = 40;
const keyHeight = 26;

export interface QualityLayout {
  readonly height: number;
  readonly narrow: boolean;
  readonly bar: { readonly x: number; readonly width: number };
  readonly filledX: number;
  readonly missingX: number;
  readonly age: { readonly x: number; readonly width: number };
  readonly oldestX: number;
  readonly rows: readonly {
    readonly row: QualityRow;
    readonly name: readonly string[];
    readonly y: number;
    readonly nameY: number;
    readonly bottom: number;
  }[];
}

/** Places the bars, in logical px. `y` is the middle of a bar. */
export const layQuality = keepResults(
  ({ rows, words, hasAges }: QualitySeries, width: number): QualityLayout => {
    const narrow = width < narrowest;
    const pitch = narrow ? 44 : 27;
    const head = narrow ? 4 : headHeight;
    const names = rows.map(({ name }) => textWidth(name, 12));
    const left = narrow ? 0 : Math.min(width * 0.32, Math.max(60, ...names) + 14);
    const room = (texts: readonly string[], head: string, bold: boolean): number =>
      Math.max(textWidth(head, 12), ...texts.map((text) => textWidth(text, 12, bold)));
    const filledX =
      10 +
      Math.max(
        46,
        room(
          rows.map(({ filled }) => filled),
          words.filled,
          false,
        ),
      );
    const counts =
      filledX +
      14 +
      Math.max(
        34,
        room(
          rows.map(({ missing }) => missing),
          words.missing,
          true,
        ),
      );
    const oldest = hasAges ? 48 : 0;
    const free = width - left - counts - oldest - (hasAges ? 24 : 0);
    const barWidth = narrow ? width : hasAges ? free * 0.45 : free;
    const ageX = left + barWidth + counts + 12;
    const nameRoom = narrow ? width * 0.55 : left - 8;
    let bottom = head;
    const rowLayouts = rows.map((row) => {
      const top = bottom;
      const name = nameLines(row.name, nameRoom);
      const more = moreForName(name);
      bottom += pitch + more;
      const y = narrow ? top + 29 + more : top + pitch / 2;
      return { row, name, y, nameY: narrow ? top + 16 : y + 4, bottom };
    });
    return {
      height: bottom + (narrow || !hasAges ? 8 : keyHeight),
      narrow,
      bar: { x: left, width: barWidth },
      filledX: left + barWidth + filledX,
      missingX: left + barWidth + counts,
      age: { x: ageX, width: narrow || !hasAges ? 0 : width - oldest - ageX - 6 },
      oldestX: width,
      rows: rowLayouts,
    };
  },
);

/** The classes of age, in the order in which they are drawn. */
const ages = ['fresh', 'ageing', 'old'] as const;

/** The focus points of each row: the filled share, what is missing, and each age class. */
export const qualityFocusPoints = (series: QualitySeries, width: number): readonly FocusPoint[] => {
  const { rows, bar, age } = layQuality(series, width);
  const { words, ageNames } = series;
  return rows.flatMap(({ row, y }): FocusPoint[] => {
    const lines = [
      { label: words.filled, value: row.filled },
      { label: words.missing, value: row.missing },
      { label: words.age, value: row.ageTexts.join(' · ') },
      ...(row.oldest === undefined ? [] : [{ label: words.oldest, value: row.oldest }]),
    ].filter(({ value }) => value !== '');
    const mark = (from: number, to: number, title: string, figure: TableFigure): FocusPoint => ({
      x: (from + to) / 2,
      half: (to - from) / 2,
      y,
      title,
      lines,
      figure,
    });
    const end = bar.x + bar.width * row.share;
    let at = age.x;
    return [
      mark(bar.x, end, row.name, {
        measure: 'field_projects',
        of: { ...row.of, state: 'filled' },
      }),
      ...(row.isMissing
        ? [
            mark(end, bar.x + bar.width, `${row.name} · ${words.missing}`, {
              measure: 'field_projects',
              of: { ...row.of, state: 'missing' },
            }),
          ]
        : []),
      ...(row.ages ?? []).flatMap((share, place): FocusPoint[] => {
        const from = at;
        at += share * age.width;
        const id = ages[place];
        return share === 0 || age.width === 0 || id === undefined
          ? []
          : [
              mark(from, at, `${row.name} · ${ageNames[place]}`, {
                measure: 'update_age',
                of: { ...row.of, age: id },
              }),
            ];
      }),
    ];
  });
};
