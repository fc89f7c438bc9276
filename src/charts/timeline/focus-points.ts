import type { FocusPoint } from '#charts/kit/focus.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { quarterParts } from '#domain/analysis/project-timeline.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { layBars } from './layout/bars-layout.ts';
import { layRows, type PlacedRow, type TimelineLayout } from './layout/layout.ts';
import { layLines } from './layout/lines-layout.ts';
import type { TimelineMark, TimelineSeries } from './series.ts';

const markTitle = ({ heads }: TimelineSeries, { type }: TimelineMark): string =>
  type === 'gate' ? '' : heads[type];

/** The focus points of each mark of a row, in the order of time. */
const rowPoints = (series: TimelineSeries, { row, y, marks }: PlacedRow): readonly FocusPoint[] =>
  marks
    .toSorted((a, b) => a.x - b.x)
    .map(({ mark, x }) => ({
      x,
      y,
      title: row.name,
      lines: [
        { label: markTitle(series, mark), value: mark.text },
        { label: series.against, value: row.verdict },
      ],
      open: row.code,
    }));

/** The focus point of a project that is drawn as a line only. */
function linePoint(series: TimelineSeries, { row, y, marks }: PlacedRow): FocusPoint {
  const next =
    marks.find(({ mark }) => mark.x === row.next && mark.type !== 'gate') ?? marks.at(-1);
  return {
    x: next?.x ?? 0,
    y,
    title: row.name,
    lines: [
      { label: row.stage, value: '' },
      ...marks.map(({ mark }) => ({ label: markTitle(series, mark), value: mark.text })),
      { label: series.against, value: row.verdict },
    ],
    open: row.code,
  };
}

/** The focus points of the lists below the plot: each opens all of its dates. */
const listPoints = (
  { lists }: TimelineSeries,
  layout: Pick<TimelineLayout, 'lists'>,
): readonly FocusPoint[] =>
  layout.lists.flatMap(({ head }, at): FocusPoint[] => {
    const all = lists[at]?.all;
    const { x, y, text: title } = head;
    if (all === undefined) return [];
    const lines = [{ label: '', value: all.text }];
    return [{ x, y: y - 4, title, lines, figure: all.figure }];
  });

/** The focus points of a timeline in reading order. */
export function timelineFocusPoints(
  series: TimelineSeries | undefined,
  width: number,
): readonly FocusPoint[] {
  if (series === undefined) return [];
  if (series.form === 'quarters') return barPoints(series, width);
  const isDetailed = series.form === 'rows';
  const layout = (isDetailed ? layRows : layLines)(series, width);
  return [
    ...layout.rows.flatMap((row) =>
      isDetailed ? rowPoints(series, row) : [linePoint(series, row)],
    ),
    ...listPoints(series, layout),
  ];
}

/** The focus points of the bars of quarters, and of the lists below them. */
function barPoints(series: TimelineSeries, width: number): readonly FocusPoint[] {
  const layout = layBars(series, width);
  const points = layout.bars.flatMap(({ middle, parts }, at) => {
    const bar = series.bars[at];
    if (bar === undefined) return [];
    const lines = bar.counts.map((count, part) => ({
      label: series.parts[part] ?? '',
      value: numberText(count, 0),
    }));
    return parts.flatMap(({ y, height }, place): FocusPoint[] => {
      const part = quarterParts[place];
      if (height === 0 || part === undefined) return [];
      const figure: TableFigure = {
        measure: 'quarter_milestones',
        of: { by: series.by, quarter: bar.quarters, part },
      };
      return [{ x: middle, y: y + height / 2, title: bar.label, lines, figure }];
    });
  });
  return [...points, ...listPoints(series, layout)];
}
