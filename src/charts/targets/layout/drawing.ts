import { roundCoordinate } from '#charts/kit/style/coordinate.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Mark } from '#charts/targets/data/rows.ts';

export interface DrawnText {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: Token;
  readonly anchor: 'start' | 'middle' | 'end';
}
export interface DrawnBar {
  readonly kind: 'value' | 'shortfall' | 'range';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** For a bar of invented values. */
  readonly hatched?: boolean;
  /** For a shortfall, in the ink of values short of plan. */
  readonly short?: boolean;
}
export interface DrawnLine {
  readonly kind: 'rule' | 'grid' | 'target' | 'plan' | 'middle';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
/** An arrow from `x` to the right: its value is beyond the axis. */
export interface DrawnArrow {
  readonly x: number;
  readonly y: number;
  /** Whether two slashes cut the bar before it. */
  readonly cut: boolean;
}
export interface DrawnVerdict {
  readonly x: number;
  readonly y: number;
  readonly mark: Mark;
  readonly colour: Token;
}
/**
 * The whole targets chart with positions in px: the view draws it, and tests measure it.
 */
export interface TargetsDrawing {
  readonly height: number;
  readonly texts: readonly DrawnText[];
  readonly bars: readonly DrawnBar[];
  readonly lines: readonly DrawnLine[];
  readonly arrows: readonly DrawnArrow[];
  readonly verdicts: readonly DrawnVerdict[];
}
export const emptyDrawing: TargetsDrawing = {
  height: 0,
  texts: [],
  bars: [],
  lines: [],
  arrows: [],
  verdicts: [],
};

/** Joins the parts of a drawing; `height` is the largest. */
export const joinDrawings = (parts: readonly TargetsDrawing[]): TargetsDrawing => ({
  height: Math.max(0, ...parts.map(({ height }) => height)),
  texts: parts.flatMap(({ texts }) => texts),
  bars: parts.flatMap(({ bars }) => bars),
  lines: parts.flatMap(({ lines }) => lines),
  arrows: parts.flatMap(({ arrows }) => arrows),
  verdicts: parts.flatMap(({ verdicts }) => verdicts),
});

/** Rounds the positions of a part to hundredths of a px. */
const roundPart = <Part extends object>(part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'number' ? roundCoordinate(value) : value,
    ]),
  ) as Part;
/** Rounds all positions of a drawing, so that equal drawings have equal markup. */
export const roundDrawing = (drawing: TargetsDrawing): TargetsDrawing => ({
  ...drawing,
  texts: drawing.texts.map(roundPart),
  bars: drawing.bars.map(roundPart),
  lines: drawing.lines.map(roundPart),
  arrows: drawing.arrows.map(roundPart),
  verdicts: drawing.verdicts.map(roundPart),
});

/** A row of either form: the height that its words need, and its parts for a place and a height. */
interface LaidRow {
  readonly least: number;
  readonly draw: (top: number, height: number) => TargetsDrawing;
}
/** The rows of a form with the labels above them, which take `headPx`. */
export interface LaidRows {
  readonly heads: readonly DrawnText[];
  readonly headPx: number;
  readonly rows: readonly LaidRow[];
}
