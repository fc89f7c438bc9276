import type { ReactElement } from 'react';
import type { Mark } from '#charts/targets/data/rows.ts';

const strokes: Readonly<
  Record<Mark, { readonly d: string; readonly width: number; readonly dash?: string }>
> = {
  up: { d: 'M6 10.8V1.6M2.2 5.2 6 1.4l3.8 3.8', width: 1.8 },
  bars: { d: 'M1.2 4h9.6M1.2 8h9.6', width: 2 },
  down: { d: 'M6 1.2v9.2M2.2 6.8 6 10.6l3.8-3.8', width: 1.3 },
  'down-strong': { d: 'M6 1.2v9M2.2 6.6 6 10.4l3.8-3.8', width: 2.4 },
  check: { d: 'm1.8 6.4 2.9 3 5.5-6.6', width: 2 },
  cross: { d: 'm2.2 2.2 7.6 7.6m0-7.6-7.6 7.6', width: 1.8 },
  ring: { d: 'M10.6 6A4.6 4.6 0 1 1 6 1.4 4.6 4.6 0 0 1 10.6 6Z', width: 1.5, dash: '2.2 2' },
};

/**
 * The mark of a verdict: an arrow, bars, a tick or a ring in the colour of its text, never a
 * triangle.
 */
export function VerdictMark({
  mark,
  x,
  y,
  colour = 'currentColor',
  className,
}: {
  readonly mark: Mark;
  readonly x?: number;
  readonly y?: number;
  readonly colour?: string;
  readonly className?: string;
}): ReactElement {
  const stroke = strokes[mark];
  return (
    <svg
      className={className}
      x={x}
      y={y}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="none"
      aria-hidden="true"
    >
      <path
        d={stroke.d}
        stroke={colour}
        strokeWidth={stroke.width}
        strokeDasharray={stroke.dash}
        strokeLinecap={mark === 'bars' ? 'butt' : 'round'}
        strokeLinejoin="round"
      />
    </svg>
  );
}
