import { compact } from '#domain/values/compact.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { layLines, type LineLayout, type PlacedLine, type PlacedLines } from './line-layout.ts';
import { findLook } from './line-looks.ts';
import type { ChartSeries } from './series-types.ts';

function Line({
  placed: { points, label, labelY },
  labelX,
  rank,
}: {
  readonly placed: PlacedLine;
  readonly labelX: number;
  readonly rank: number;
}) {
  const look = findLook(rank);
  const last = points.at(-1);
  const path = points
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke={ink(look.colour)}
        strokeWidth={look.width}
        {...compact({ strokeDasharray: look.dash })}
      />
      {last === undefined ? null : (
        <circle
          cx={last.x}
          cy={last.y}
          r="3.5"
          fill={ink(rank === 0 ? 'accent' : 'bg')}
          stroke={ink(look.colour)}
          strokeWidth="1.5"
        />
      )}
      <Label x={labelX} y={labelY} text={label} bold colour={rank === 0 ? 'accent' : 'ink'} />
    </>
  );
}

function Brackets({
  placed: { brackets, bracketX, under, bottom },
}: {
  readonly placed: PlacedLines;
}) {
  return (
    <>
      {brackets.map(({ text, y1, y2 }) => (
        <g key={text}>
          <path d={`M${bracketX - 8} ${y1}h6V${y2}h-6`} fill="none" stroke={ink('axis')} />
          <Label x={bracketX + 4} y={(y1 + y2) / 2 + 4} text={text} />
        </g>
      ))}
      {under.map((text, at) => (
        <Label key={text} x={0} y={bottom + 50 + at * 16} text={text} />
      ))}
    </>
  );
}

function Axes({ layout, placed }: { readonly layout: LineLayout; readonly placed: PlacedLines }) {
  const { x0, x1, years } = layout;
  const { ticks, bottom, heading, top } = placed;
  return (
    <>
      {heading === '' ? null : <Label x={0} y={top - 14} text={heading} colour="ink-3" />}
      {ticks.map(({ y, label }, at) => (
        <g key={label}>
          <line x1={x0} x2={x1} y1={y} y2={y} stroke={ink(at === 0 ? 'axis' : 'grid')} />
          <Label x={x0 - 6} y={y + 4} text={label} anchor="end" colour="ink-3" />
        </g>
      ))}
      {years.map(({ year, x1: from, x2: to }) => (
        <g key={year}>
          <line x1={from} x2={to} y1={bottom + 8} y2={bottom + 8} stroke={ink('axis')} />
          {to - from < 28 ? null : (
            <Label x={(from + to) / 2} y={bottom + 24} text={year} anchor="middle" colour="ink-3" />
          )}
        </g>
      ))}
    </>
  );
}

/**
 * Draws one line for each event from a common start. The distance between two lines is the number
 * that waits.
 */
export function Lines({ series, width }: { readonly series: ChartSeries; readonly width: number }) {
  const layout = layLines(series, width);
  return layout.blocks.map((block) => (
    <g key={block.key}>
      <Axes layout={layout} placed={block} />
      {block.lines.map((line, at) => (
        <Line
          key={line.row.key}
          placed={line}
          labelX={block.labelX}
          rank={block.lines.length - 1 - at}
        />
      ))}
      <Brackets placed={block} />
    </g>
  ));
}
