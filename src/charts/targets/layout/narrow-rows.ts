import { shareScale } from './axis.ts';
import { axisTexts, lowestShare } from './axis-text.ts';
import { emptyDrawing, joinDrawings, type LaidRows } from './drawing.ts';
import { drawLines, linesWidth } from './lines.ts';
import { axisLines, plotPx, rowPlot } from './row-plot.ts';
import {
  secondaryPieces,
  dayWriting,
  forecastPieces,
  gapPieces,
  linePx,
  markPx,
  namePieces,
  outcomePieces,
  sharePiece,
  valuePieces,
  verdictPieces,
} from './row-text.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { flow, type Line, piecesWidth, pieceWidth } from './text-flow.ts';

/** The gap between words at both sides of a line, in px. */
const between = 12;

interface RowWords {
  /** Name and target. */
  readonly above: readonly Line[];
  /** Whether verdict and share are on the line of the name. */
  readonly isBeside: boolean;
  readonly value: readonly Line[];
  /** Whether the gap is on the line of the value. */
  readonly gapBeside: boolean;
  readonly under: readonly Line[];
}

const judgedWidth = (row: BulletRow): number => {
  const pieces = verdictPieces(row);
  return (
    (pieces.length === 0 ? 0 : piecesWidth(pieces) + markPx + between) + pieceWidth(sharePiece(row))
  );
};

/** Arranges the words of a row for a width, on as many lines as they need. */
function arrangeWords(
  row: BulletRow,
  heads: TargetsSeries['heads'],
  width: number,
  day: 0 | 1,
): RowWords {
  const room =
    width -
    (row.targetBullet === undefined && verdictPieces(row).length === 0
      ? 0
      : judgedWidth(row) + between);
  const oneLine = flow(namePieces(row), room);
  const isBeside = oneLine.length === 1 || row.targetBullet === undefined;
  const value = flow(valuePieces(row, day), width);
  const gap = gapPieces(row);
  const gapBeside = value.length === 1 && linesWidth(value) + between + piecesWidth(gap) <= width;
  return {
    above: isBeside ? oneLine : flow(namePieces(row), width),
    isBeside,
    value,
    gapBeside,
    under: [
      ...(gapBeside ? [] : flow(gap, width)),
      ...flow(forecastPieces(row, heads), width),
      ...flow(outcomePieces(row), width),
      ...flow(secondaryPieces(row), width),
    ],
  };
}

/**
 * Makes the rows of a narrow drawing: name, verdict and share above the plot, value, gap and
 * forecast below it.
 */
export function narrowRows(series: TargetsSeries, width: number): LaidRows {
  const scale = shareScale(lowestShare(series), 4, width);
  const day = dayWriting(series.rows, width);
  return {
    headPx: 24,
    heads: axisTexts(series, scale, 15),
    rows: series.rows.map((row) => {
      const words = arrangeWords(row, series.heads, width, day);
      const plot = row.targetBullet === undefined ? 0 : plotPx + 4;
      const above = words.above.length + (words.isBeside ? 0 : 1);
      const lines = above + words.value.length + words.under.length;
      return {
        least: lines * linePx + plot + 14,
        draw: (top) => {
          const first = top + 18;
          const verdictLine = first + (above - 1) * linePx;
          const plotTop = verdictLine + 5;
          const below = verdictLine + plot + linePx;
          const verdict = verdictPieces(row);
          const nameRoom = width - judgedWidth(row);
          return joinDrawings([
            drawLines(words.above, 0, first),
            drawLines(flow(verdict, width), nameRoom + markPx, verdictLine),
            row.targetBullet === undefined
              ? emptyDrawing
              : drawLines(flow([sharePiece(row)], width), width, verdictLine, 'end'),
            {
              ...emptyDrawing,
              verdicts:
                verdict[0] === undefined
                  ? []
                  : [
                      {
                        x: nameRoom,
                        y: verdictLine - 10.5,
                        mark: row.verdict.mark,
                        colour: verdict[0].colour,
                      },
                    ],
            },
            row.targetBullet === undefined
              ? emptyDrawing
              : axisLines(scale, plotTop, plotTop + plotPx),
            rowPlot(row, scale, plotTop),
            drawLines(words.value, 0, below),
            words.gapBeside
              ? drawLines(flow(gapPieces(row), width), width, below, 'end')
              : emptyDrawing,
            drawLines(words.under, 0, below + words.value.length * linePx),
          ]);
        },
      };
    }),
  };
}
