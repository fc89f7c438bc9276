import type { ReactElement } from 'react';
import { ink } from '#charts/kit/style/tokens.ts';
import type { ChartFocus, FocusPoint } from '#charts/kit/focus.ts';

/** Marks the point in focus, in the coordinates and the scale of the drawing. */
export function Crosshair({
  mark,
  point,
  width,
  height,
}: {
  readonly mark: ChartFocus<unknown>['mark'];
  readonly point: FocusPoint;
  readonly width: number;
  readonly height: number;
}): ReactElement {
  return (
    <svg
      className={`chart-cross chart-${width}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {mark === 'line' ? (
        <line
          x1={point.x}
          x2={point.x}
          y1={0}
          y2={height - 40}
          stroke={ink('ink-3')}
          strokeWidth="1"
        />
      ) : null}
      {mark === 'none' ? null : (
        <circle cx={point.x} cy={point.y} r="8" fill="none" stroke={ink('ink')} strokeWidth="1.5" />
      )}
    </svg>
  );
}

/**
 * Shows all values at the point in focus: right of it in the left half, left of it in the right
 * half. `scale` is px per logical unit.
 */
export function Tooltip({
  point,
  width,
  scale,
  hint,
}: {
  readonly point: FocusPoint;
  readonly width: number;
  readonly scale: number;
  /** The effect of a press. */
  readonly hint: string | undefined;
}): ReactElement {
  const right = point.x > width / 2;
  const place = right
    ? { right: (width - point.x + 14) * scale, top: Math.max(0, point.y * scale - 20) }
    : { left: (point.x + 14) * scale, top: Math.max(0, point.y * scale - 20) };
  return (
    <div className="chart-tip" style={place}>
      <b>{point.title}</b>
      {point.lines.map((line) => (
        <span key={line.label + line.value} className="chart-tip-line">
          {line.label === '' ? null : <i>{line.label}</i>}
          <span>{line.value}</span>
        </span>
      ))}
      {hint === undefined ? null : <small>{hint}</small>}
    </div>
  );
}
