import type { Token } from '#charts/kit/style/tokens.ts';
import { type OfficeSeries, rowPlace } from './office-chart.ts';

/** The ground of a part of a row of a scatter. */
export interface OfficeShade {
  readonly row: number;
  /** Its ends on the horizontal axis. */
  readonly from: number;
  readonly to: number;
}
/** A ground is this number of lines below each other. */
const lines = 8;
/** Lines overlap a little, so that no seam is between them. */
const overlap = 1.15;

/**
 * Shades parts of rows of a scatter. Each ground is several lines from end to end, since
 * LibreOffice makes the plot smaller for one line that is as thick as a row.
 *
 * @param height - the part of the height of a row that is shaded, 0 to 1
 */
export function shadeRows(
  { name, colour }: { readonly name: string; readonly colour: Token },
  shades: readonly OfficeShade[],
  { rows, height }: { readonly rows: number; readonly height: number },
): OfficeSeries {
  const each = height / lines;
  const shifts = Array.from({ length: lines }, (_, at) => (at + 0.5) * each - height / 2);
  const parts = shades.filter(({ from, to }) => to > from);
  return {
    name,
    colour,
    symbol: 'none',
    row_thickness: each * overlap,
    places: parts.flatMap(({ from, to }) => shifts.flatMap(() => [String(from), String(to), null])),
    values: parts.flatMap(({ row }) =>
      shifts.flatMap((shift) => {
        const place = rowPlace(rows, row, shift);
        return [place, place, null];
      }),
    ),
  };
}
