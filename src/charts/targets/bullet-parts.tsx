import type { ReactElement } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { targetEnd } from '#charts/targets/layout/axis.ts';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';

/**
 * A range of widths of the table. A bar is drawn once for all of them: its x are percentages of its
 * own width and its height comes from the stylesheet, so that it fills its cell at any width, its
 * text keeps its size, and nothing is measured. Marks are above, words below; 12 px at its right are
 * for the arrow.
 */
export interface BulletForm {
  /** The smallest width of a bar in this range, in px. Longer words are shortened. */
  readonly room: number;
  /** Whether a bar is high enough for a second line of words. */
  readonly isTall: boolean;
  /** The class of what this range does not show. */
  readonly hideClass: string;
}
export interface BulletProps {
  readonly row: BulletRow;
  readonly forms: readonly BulletForm[];
}
export interface HeadProps {
  readonly heads: TargetsSeries['heads'];
  readonly forms: readonly BulletForm[];
}

/** Distances from the top, in px: of the bar, its height, and the baseline of its words. */
export const [barTop, barPx, wordsY] = [9, 12, 39];

/** Writes a share as a percentage for an attribute, with at most three decimals. */
export const pc = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
/** Cuts a share of the width at its edges. @returns a share of the width from 0 to 1 */
export const part = (value: number, end: number): number => Math.min(Math.max(0, value), end) / end;
/** The position of a share of the target on the scale of the target, as a percentage. */
export const onTarget = (share: number): string => pc(part(share, targetEnd));

/** Size of the words in px. */
const size = 12;
/** Measures a text of a bullet. @returns its width in px */
export const wordsWidth = (text: string, bold = false): number => textWidth(text, size, bold);
/** Chooses the first text that fits. @returns nothing if none does */
export const fitting = (texts: readonly string[], room: number, bold = false): string =>
  texts.find((text) => wordsWidth(text, bold) <= room) ?? '';

type Look = Omit<Parameters<typeof Label>[0], 'text'>;
/** A text of a bullet: the one of each range of widths, drawn once for all ranges that have it. */
export function Words({
  forms,
  choose,
  ...look
}: Look & {
  readonly forms: readonly BulletForm[];
  /** Chooses the text of a range. */
  readonly choose: (form: BulletForm) => string;
}): readonly ReactElement[] {
  const texts = new Set(forms.map(choose));
  texts.delete('');
  return [...texts].map((text) => {
    const classes = forms.filter((form) => choose(form) !== text).map((form) => form.hideClass);
    const label = <Label key={text} {...look} text={text} />;
    return classes.length === 0 ? (
      label
    ) : (
      <g key={text} className={classes.join(' ')}>
        {label}
      </g>
    );
  });
}

/** A vertical line of a bullet row, between two heights in pixels or the whole height. */
export function Rule({
  x,
  from = 0,
  to,
  colour,
  width = 1,
}: {
  readonly x: string;
  readonly from?: number;
  readonly to?: number;
  readonly colour: Parameters<typeof ink>[0];
  readonly width?: number;
}): ReactElement {
  return (
    <line x1={x} x2={x} y1={from} y2={to ?? '100%'} stroke={ink(colour)} strokeWidth={width} />
  );
}

/** Draws the bar of the value: hatched where it is invented; 2 px where it is 0. */
export function Bar({
  row,
  share,
  y,
}: {
  readonly row: BulletRow;
  readonly share: number;
  readonly y: number;
}): ReactElement {
  const fill = row.hatched ? 'url(#page-example)' : ink('accent');
  const box = { x: 0, y: y + 0.5, height: barPx - 1, fill, stroke: ink('accent'), strokeWidth: 1 };
  return share <= 0 ? <rect {...box} width="1" /> : <rect {...box} width={pc(share)} />;
}

/** Draws the arrow at the right, and above the end of a bar the slashes that cut it. */
export function Beyond({ y, cut }: { readonly y: number; readonly cut: boolean }): ReactElement {
  return (
    <svg x="100%" y={y} width="1" height={barPx} overflow="visible" aria-hidden="true">
      {cut ? <path d="M-12 15l6 -18M-6 15l6 -18" stroke={ink('bg')} strokeWidth="2.5" /> : null}
      <path d="M2 6H11M7 2l4 4l-4 4" fill="none" stroke={ink('accent')} strokeWidth="1.8" />
    </svg>
  );
}
