import type { ReactElement } from 'react';
import { ink } from '#charts/kit/style/tokens.ts';
import type { ChartId } from '#charts/registry.ts';
import type { Stop } from './focus-points.ts';

/** The crosshair of the stop under the reader, in the drawing's own coordinates and scale. */
export function Crosshair({
  id,
  stop,
  width,
  height,
}: {
  readonly id: ChartId;
  readonly stop: Stop;
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
      {id === 'progress' ? (
        <line
          x1={stop.x}
          x2={stop.x}
          y1={0}
          y2={height - 40}
          stroke={ink('ink-3')}
          strokeWidth="1"
        />
      ) : null}
      {id === 'targets' ? null : (
        <circle cx={stop.x} cy={stop.y} r="8" fill="none" stroke={ink('ink')} strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** All values at one stop, beside it: right of it in the left half, left of it in the right half. `scale` is px per logical unit. */
export function Tooltip({
  stop,
  width,
  scale,
}: {
  readonly stop: Stop;
  readonly width: number;
  readonly scale: number;
}): ReactElement {
  const right = stop.x > width / 2;
  const place = right
    ? { right: (width - stop.x + 14) * scale, top: Math.max(0, stop.y * scale - 20) }
    : { left: (stop.x + 14) * scale, top: Math.max(0, stop.y * scale - 20) };
  return (
    <div className="chart-tip" style={place}>
      <b>{stop.title}</b>
      {stop.lines.map((line) => (
        <span key={line.label + line.value} className="chart-tip-line">
          {line.label === '' ? null : <i>{line.label}</i>}
          <span>{line.value}</span>
        </span>
      ))}
    </div>
  );
}
