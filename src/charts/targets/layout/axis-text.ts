import { textWidth } from '#charts/kit/style/font-advances.ts';
import { arrowRoom, type ShareScale } from './axis.ts';
import type { DrawnText } from './drawing.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';

/**
 * Finds the lowest share of the target among the values. Below 0 the axis begins left of zero.
 * @returns a share of the target, at most 0
 */
export const lowestShare = ({ rows }: TargetsSeries): number =>
  Math.min(0, ...rows.map(({ targetBullet }) => targetBullet?.share ?? 0));

/**
 * Places the labels of the axis on their baseline. A label without room is left out, and that of
 * the target is shortened.
 */
export function axisTexts(
  { heads }: TargetsSeries,
  { x, right }: ShareScale,
  y: number,
): readonly DrawnText[] {
  const at = { y, size: 12, anchor: 'middle' as const };
  const reach = (text: string): number => textWidth(text, 12, true) / 2;
  const half = textWidth('50%', 12) / 2;
  const hasRoom = (text: string): boolean =>
    x(1) - reach(text) > x(0.5) + half + 8 && x(1) + reach(text) <= right + arrowRoom + 12;
  const label = hasRoom(heads.target100) ? heads.target100 : heads.target;
  return [
    { ...at, x: x(0), text: '0', bold: false, colour: 'ink-3' },
    ...(x(0.5) - half > x(0) + 12 && hasRoom(label)
      ? [{ ...at, x: x(0.5), text: '50%', bold: false, colour: 'ink-3' as const }]
      : []),
    { ...at, x: x(1), text: label, bold: true, colour: 'ink' },
  ];
}
