import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Hatches, Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { Curve } from './Curve.tsx';
import { layFunnel, type FunnelLayout, type PlacedPart, type PlacedRow } from './layout.ts';
import type { FunnelSeries } from './series.ts';

const barHeight = 16;

/** A part of a cohort: filled, outlined, grey, or dashed. */
function Part({
  part: { end, x, width, short, isNamed },
  y,
  height,
}: {
  readonly part: PlacedPart;
  readonly y: number;
  readonly height: number;
}) {
  const isOutline = end === 'open' || end === 'unlisted';
  const inner = Math.max(1, width - 1);
  return (
    <>
      <rect
        x={isOutline ? x + 0.5 : x}
        y={isOutline ? y + 0.5 : y}
        width={isOutline ? Math.max(0.5, inner - 1) : inner}
        height={isOutline ? height - 1 : height}
        fill={isOutline ? 'none' : ink(end === 'moved' ? 'accent' : 'axis')}
        stroke={isOutline ? ink(end === 'open' ? 'accent' : 'ink-3') : undefined}
        strokeDasharray={end === 'unlisted' ? '3 2' : undefined}
      />
      {isNamed ? (
        <Label
          x={end === 'moved' ? x + 5 : x + width / 2}
          y={y + height - 4}
          text={short}
          bold={end === 'moved'}
          colour={end === 'moved' ? 'on-accent' : 'ink-2'}
          anchor={end === 'moved' ? 'start' : 'middle'}
        />
      ) : null}
    </>
  );
}

function Row({
  placed,
  layout,
  id,
}: {
  readonly placed: PlacedRow;
  readonly layout: FunnelLayout;
  readonly id: string;
}) {
  const { row, barY, parts, leftText } = placed;
  const { isPhone, barX, barEnd } = layout;
  const isSquares = row.kind === 'squares';
  const height = isSquares ? 10 : barHeight;
  const textX = isSquares ? (parts.at(-1)?.x ?? barX) + 20 : barX;
  return (
    <>
      <Label x={placed.nameX} y={placed.nameY} text={row.name} colour="ink" />
      <Label x={placed.nX} y={placed.nameY} text={row.n} anchor={isPhone ? 'start' : 'end'} />
      {row.kind === 'unknown' ? (
        <rect
          x={barX}
          y={barY}
          width={barEnd - barX}
          height={barHeight}
          fill={`url(#${id}-missing)`}
        />
      ) : null}
      {parts.map((part) => (
        <Part key={part.x} part={part} y={isSquares ? barY + 3 : barY} height={height} />
      ))}
      {leftText === undefined ? null : (
        <Label x={barEnd + 6} y={barY + barHeight - 4} text={leftText} />
      )}
      {row.text === undefined ? null : (
        <Label x={textX} y={barY + barHeight - 4} text={row.text} halo={row.kind === 'unknown'} />
      )}
    </>
  );
}

/** The heads over the columns: what each part of a bar means. */
function Heads({
  series: { heads, rows },
  layout,
}: {
  readonly series: FunnelSeries;
  readonly layout: FunnelLayout;
}) {
  const { isPhone, barX, barEnd, headY, rows: placed } = layout;
  if (rows.length === 0) return null;
  return (
    <>
      {isPhone ? null : (
        <Label x={placed[0]?.nX ?? 0} y={headY} text={heads.n} anchor="end" colour="ink-3" />
      )}
      <Label x={barX} y={headY - (isPhone ? 14 : 0)} text={heads.moved} bold colour="accent" />
      <Label x={barEnd - 42} y={headY - (isPhone ? 14 : 0)} text={heads.open} anchor="end" />
      <Label x={barEnd + 40} y={headY - (isPhone ? 14 : 0)} text={heads.left} anchor="end" />
    </>
  );
}

/**
 * Draws the cohorts, and the cumulative incidence below them, as plain SVG from computed places.
 */
export function View({ series, width, height, id }: ViewProps<FunnelSeries>): ReactElement {
  const layout = layFunnel(series, width);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Hatches id={id} />
      <Heads series={series} layout={layout} />
      {layout.rows.map((rowLayout) => (
        <Row key={rowLayout.row.key} placed={rowLayout} layout={layout} id={id} />
      ))}
      {layout.curve === undefined ? null : <Curve placed={layout.curve} isPhone={layout.isPhone} />}
    </svg>
  );
}
