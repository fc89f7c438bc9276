import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { isJudged } from '#charts/targets/data/series.ts';
import { flow, type Line, type Piece, piecesWidth } from './text-flow.ts';

const lineSize = 12;
const nameSize = 13;
/** The distance between two lines of words, in px. */
export const linePx = 16;
/** Width of the mark before the words of a verdict, in px. */
export const markPx = 18;

const ink3 = (text: string): Piece => ({ text, size: lineSize, colour: 'ink-3' });

/** Name and target. */
export const namePieces = ({ name, target }: BulletRow): readonly Piece[] => [
  { text: name, size: nameSize, bold: true, colour: 'ink' },
  { text: target, size: nameSize, colour: 'ink-2' },
];

/** The value with its day and cover, or why there is none. */
export function valuePieces(
  { now, absent = '', basis = '', under }: BulletRow,
  day: 0 | 1,
): readonly Piece[] {
  if (now === undefined) return [{ text: absent, size: lineSize, colour: 'ink-2' }, ink3(under)];
  const text = `${now.prefix}${now.number}${now.suffix}`;
  return [{ text, size: nameSize, bold: true, colour: 'ink' }, ink3(now.dates[day]), ink3(basis)];
}

/** The forecast with its range and its share of the target, or why there is none. */
export function forecastPieces(
  { targetBullet }: BulletRow,
  { forecastWord }: TargetsSeries['heads'],
): readonly Piece[] {
  const { forecast, refused = '' } = targetBullet ?? {};
  if (forecast === undefined) return [ink3(refused)];
  const accent = (text: string): Piece => ({ text, size: lineSize, colour: 'accent' });
  return [
    accent(`${forecastWord} ${forecast.short}`),
    accent(forecast.range),
    accent(forecast.shareText),
  ];
}

/** The earlier target. */
const wasPieces = ({ was }: BulletRow): readonly Piece[] => (was === undefined ? [] : [ink3(was)]);

/** Value and target in the second currency. */
export const secondaryPieces = ({ secondary = '' }: BulletRow): readonly Piece[] => [
  ink3(secondary),
];

/** The verdict in words, without its mark; empty where there is none. */
export function verdictPieces(row: BulletRow): readonly Piece[] {
  if (!isJudged(row)) return [];
  const { example, words, short, mark } = row.verdict;
  const colour = short
    ? 'behind'
    : !example && (mark === 'up' || mark === 'check')
      ? 'accent'
      : 'ink';
  return [{ text: words, size: lineSize, bold: true, colour }];
}

/** The gap to the plan to date, in points and in units. */
export const gapPieces = ({ planBullet, verdict }: BulletRow): readonly Piece[] =>
  [verdict.points, planBullet?.line].flatMap((text) =>
    text === undefined ? [] : [{ text, size: lineSize, colour: 'ink-2' as const }],
  );

/** The result at the present pace. */
export const outcomePieces = ({ verdict }: BulletRow): readonly Piece[] =>
  verdict.outcome === undefined ? [] : [ink3(verdict.outcome.short)];

/** Makes the text of the share of a target that a row reached; a dash where unknown. */
export const sharePiece = ({ targetBullet }: BulletRow): Piece => ({
  text: targetBullet?.label ?? '—',
  size: nameSize,
  bold: true,
  colour: 'ink',
});

/**
 * Chooses the form of the days: 0 where all days of a picture have room in their long form, else 1,
 * so that all have the same form.
 */
export const dayWriting = (rows: readonly BulletRow[], room: number): 0 | 1 =>
  rows.every((row) => row.now === undefined || piecesWidth(valuePieces(row, 0).slice(0, 2)) <= room)
    ? 0
    : 1;

/** Breaks the words left of a row's plot into lines. */
export const wordLines = (
  row: BulletRow,
  heads: TargetsSeries['heads'],
  room: number,
  day: 0 | 1,
): readonly Line[] => [
  ...flow(namePieces(row), room),
  ...flow(wasPieces(row), room),
  ...flow(valuePieces(row, day), room),
  ...flow(forecastPieces(row, heads), room),
  ...flow(secondaryPieces(row), room),
];
