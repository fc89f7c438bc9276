import { textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import { shareScale } from './axis.ts';
import { axisTexts, lowestShare } from './axis-text.ts';
import { type DrawnText, emptyDrawing, joinDrawings, type LaidRows } from './drawing.ts';
import { drawLines, linesWidth } from './lines.ts';
import { axisLines, plotPx, rowPlot } from './row-plot.ts';
import {
  dayWriting,
  gapPieces,
  linePx,
  markPx,
  outcomePieces,
  sharePiece,
  verdictPieces,
  wordLines,
} from './row-text.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { flow, type Line, type Piece, pieceWidth } from './text-flow.ts';

/** Between two columns, and the least width of the plot, in px. */
const [gap, leastPlot] = [16, 130];
const headSize = 12;

interface Columns {
  readonly words: number;
  readonly plot: number;
  readonly share: number;
  readonly verdict: number;
}

const widest = (text: string): number =>
  Math.max(0, ...text.split(' ').map((word) => textWidth(word, headSize)));

/** Fonts of exported files have digits of one width, so a 1 needs as much room as a 0. */
const withEqualDigits = (piece: Piece): Piece => ({
  ...piece,
  text: piece.text.replaceAll('1', '0'),
});

/**
 * Finds the widths of the columns: share and verdict as wide as their words, the words of the row a
 * part of the rest, the plot the remainder.
 */
function placeColumns({ rows, heads }: TargetsSeries, width: number): Columns {
  const share = Math.max(
    textWidth(heads.ofTarget, headSize),
    ...rows.map((row) => pieceWidth(sharePiece(row))),
  );
  const measureRow = (row: BulletRow): number =>
    Math.max(
      0,
      ...verdictPieces(row).map((piece) => pieceWidth(piece) + markPx),
      ...gapPieces(row).map((piece) => pieceWidth(withEqualDigits(piece))),
    );
  const verdict = Math.min(width * 0.26, Math.max(widest(heads.verdict), ...rows.map(measureRow)));
  const rest = width - share - verdict - gap * 3;
  const long = Math.max(
    ...rows.map((row) => linesWidth(wordLines(row, heads, Number.POSITIVE_INFINITY, 0))),
    0,
  );
  const words = Math.min(rest - leastPlot, Math.max(rest * 0.4, Math.min(long, rest * 0.5)));
  return { words, share, verdict, plot: rest - words };
}

const headTexts = (
  text: string,
  right: number,
  room: number,
  bottom: number,
): readonly DrawnText[] =>
  wrapText(text, room, headSize)
    .slice(0, 2)
    .map((line, index, all) => ({
      x: right,
      y: bottom - (all.length - 1 - index) * 14,
      text: line,
      size: headSize,
      bold: false,
      colour: 'ink-3',
      anchor: 'end',
    }));

/**
 * Makes the rows of a wide drawing: words, plot, share and verdict in columns, so that only marks
 * are in the plot.
 */
export function wideRows(series: TargetsSeries, width: number): LaidRows {
  const { rows, heads } = series;
  const columns = placeColumns(series, width);
  const left = columns.words + gap;
  const scale = shareScale(lowestShare(series), left, left + columns.plot);
  const shareEnd = left + columns.plot + gap + columns.share;
  const verdictLeft = shareEnd + gap;
  const day = dayWriting(rows, columns.words);
  const headPx = 40;
  return {
    headPx,
    heads: [
      ...axisTexts(series, scale, headPx - 9),
      ...headTexts(heads.ofTarget, shareEnd, columns.share + 4, headPx - 9),
      ...headTexts(heads.verdict, width, columns.verdict + 4, headPx - 9),
    ],
    rows: rows.map((row) => {
      const words = wordLines(row, heads, columns.words, day);
      const pieces = flow(verdictPieces(row), columns.verdict - markPx);
      const under: readonly Line[] = [
        ...flow(gapPieces(row), columns.verdict),
        ...flow(outcomePieces(row), columns.verdict),
      ];
      const lines = Math.max(words.length, pieces.length + under.length);
      return {
        least: Math.max(plotPx + 12, lines * linePx + 14),
        draw: (top, height) => {
          const first = top + 19;
          const [piece] = verdictPieces(row);
          return joinDrawings([
            axisLines(scale, top, top + height),
            rowPlot(row, scale, top + 6),
            drawLines(words, 0, first),
            drawLines(flow([sharePiece(row)], columns.share), shareEnd, first, 'end'),
            drawLines(pieces, verdictLeft + markPx, first),
            drawLines(under, verdictLeft, first + pieces.length * linePx),
            {
              ...emptyDrawing,
              verdicts:
                piece === undefined
                  ? []
                  : [
                      {
                        x: verdictLeft,
                        y: first - 10.5,
                        mark: row.verdict.mark,
                        colour: piece.colour,
                      },
                    ],
            },
          ]);
        },
      };
    }),
  };
}
