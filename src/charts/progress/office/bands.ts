import type { OfficeSeries } from '#charts/kit/office/office-chart.ts';
import { fillAhead, type ProgressDrawing, toText } from './drawing.ts';

/**
 * Makes the bands of the forecast: a base that is not drawn, and the steps between its quantiles.
 */
export function makeBands(
  drawing: ProgressDrawing,
  names: readonly [string, string],
): readonly OfficeSeries[] {
  const { forecast } = drawing.series;
  if (forecast === undefined) return [];
  const { day, p10, p25, p75, p90 } = forecast;
  const { last, values } = drawing;
  // some programs draw an area at zero in rows without a value, and a line up from there: so it
  // has no height along the values
  const along = values.map((_, at) =>
    Number(values.slice(0, at + 1).findLast((value) => value !== null) ?? values[last]),
  );
  const begin = (cells: readonly (number | null)[]): readonly (number | null)[] =>
    cells.map((cell, at) => (at < last ? (along[at] ?? null) : cell));
  const lines = [p10, p25, p75, p90].map((v) =>
    begin(fillAhead(drawing, v * 10 ** drawing.scale, day)),
  );
  const step = (upper: number, lower: number) =>
    drawing.days.map((_, at) => {
      const [a, b] = [lines[upper]?.[at], lines[lower]?.[at]];
      return a === null || b === null || a === undefined || b === undefined ? null : toText(a - b);
    });
  const [outer, inner] = names;
  return [
    {
      name: '·',
      colour: 'surface',
      as: 'area',
      hidden: true,
      values: (lines[0] ?? []).map(toText),
    },
    // some programs draw the months without a forecast at zero, where an outline would be seen
    { name: outer, colour: 'cone-80', as: 'area', edgeless: true, values: step(1, 0) },
    { name: inner, colour: 'cone-50', as: 'area', edgeless: true, values: step(2, 1) },
    { name: outer, colour: 'cone-80', as: 'area', edgeless: true, values: step(3, 2) },
  ];
}
