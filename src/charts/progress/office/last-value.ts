import { readColumn } from '#charts/kit/table.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import { type Cells, fillAhead, joinLines, type ProgressDrawing } from './drawing.ts';
import { type PlacedText, placeLabel } from './label-place.ts';

/** Writes the last value: its day, the value and its plan. */
export const writeLast = ({ last }: ProgressSeries, now: string): string =>
  joinLines(last?.date, last?.now === '' ? now : last?.now, last?.plan);

const toNumbers = (cells: Cells): readonly (number | null)[] =>
  cells.map((cell) => (cell === null ? null : Number(cell)));

/** Lists the values of the lines that the text of the last value must not touch. */
function listLines(drawing: ProgressDrawing): readonly (readonly (number | null)[])[] {
  const { series, table, values, scale } = drawing;
  const { forecast } = series;
  const edges =
    forecast === undefined
      ? []
      : [forecast.p10, forecast.p90].map((v) => fillAhead(drawing, v * 10 ** scale, forecast.day));
  const hasPlan = table.columns.some(({ id }) => id === 'plan');
  return [toNumbers(values), ...(hasPlan ? [toNumbers(readColumn(table, 'plan'))] : []), ...edges];
}

/**
 * Places the text of the last value where lines continue behind it.
 *
 * @returns undefined without a value, or if the plot has no room and the text of the target can
 *   include it
 */
export function placeLast(
  drawing: ProgressDrawing,
  top: number,
  now: string,
): PlacedText | undefined {
  const { series, values, last, days } = drawing;
  const { last: mark, target } = series;
  if (mark === undefined || last < 0) return undefined;
  const text = writeLast(series, now);
  const place = placeLabel(
    {
      text,
      day: days[last] ?? 0,
      value: Number(values[last]),
      prefersBelow: mark.planV !== undefined && mark.v < mark.planV,
    },
    listLines(drawing).map((own) => ({ days, values: own })),
    {
      from: days[0] ?? 0,
      to: days.at(-1) ?? 1,
      top,
      breaks: series.breaks,
    },
  );
  const hasTarget = target?.offScale === false;
  return place ?? (hasTarget ? undefined : { place: 't', text: `${text}\n\u00a0` });
}
