import type { ReactElement } from 'react';
import { findMarkShape, markPaint, markPath, markToken } from '#charts/kit/style/industry-marks.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import type { Dot } from './series-types.ts';

/**
 * A project's mark: that of its industry; a dashed ring where the amount is not disclosed; a square
 * where it is in another currency.
 */
export function DotMark({
  dot,
  x,
  y,
  radius,
}: {
  readonly dot: Dot;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}): ReactElement {
  const colour = ink(markToken(dot.mark));
  const side = radius * 2 - 2.4;
  if (dot.other === true)
    return (
      <rect
        x={x - side / 2}
        y={y - side / 2}
        width={side}
        height={side}
        fill={ink('bg')}
        stroke={colour}
        strokeWidth="1.8"
      />
    );
  if (dot.v === null)
    return (
      <circle
        cx={x}
        cy={y}
        r={radius - 0.8}
        fill={ink('bg')}
        stroke={colour}
        strokeWidth="1.8"
        strokeDasharray="2.4 1.8"
      />
    );
  const shape = findMarkShape(dot.mark);
  const path = markPath(shape, x, y, radius);
  // background around a solid mark separates two that touch
  return shape === 'circle' || shape === 'diamond' ? (
    <path d={path} fill={colour} stroke={ink('bg')} strokeWidth="1" />
  ) : (
    <path d={path} {...markPaint(shape, colour)} />
  );
}
