import type { ReactElement } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { phaseLane, type ProgressLayout } from './layout.ts';
import type { ProgressSeries } from './series-types.ts';

interface MarksProps {
  readonly series: ProgressSeries;
  readonly layout: ProgressLayout;
}

function Diamond({
  x,
  y,
  colour,
  size = 3,
}: {
  readonly x: number;
  readonly y: number;
  readonly colour: 'plan' | 'target';
  readonly size?: number;
}): ReactElement {
  const half = size * Math.SQRT2;
  return (
    <path
      d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`}
      fill={ink('bg')}
      stroke={ink(colour)}
      strokeWidth="1.5"
    />
  );
}

/** Draws months as small rings while they do not touch, and hollow ends beside gaps. */
function Rings({ series: { points, last }, layout: { x, y } }: MarksProps) {
  const apart = points.length < 2 || x(points[1]?.day ?? 0) - x(points[0]?.day ?? 0) >= 14;
  const isEnd = (index: number): boolean =>
    (index > 0 && points[index - 1]?.v === null) ||
    (index < points.length - 1 && points[index + 1]?.v === null);
  return points.map((point, index) =>
    point.v !== null && point.day !== last?.day && (isEnd(index) || (point.hollow && apart)) ? (
      <circle
        key={point.day}
        cx={x(point.day)}
        cy={y(point.v)}
        r="2.6"
        fill={ink('bg')}
        stroke={ink('accent')}
        strokeWidth="1.6"
      />
    ) : null,
  );
}

/** Draws months, checkpoints, the target and the last value. */
export function Marks({ series, layout }: MarksProps): ReactElement {
  const { x, y, lineTop } = layout;
  const { points, last, target } = series;
  return (
    <g>
      {last === undefined || lineTop === undefined ? null : (
        <line x1={x(last.day)} x2={x(last.day)} y1={lineTop} y2={y(0)} stroke={ink('ink')} />
      )}
      {series.breaks.map((day) => (
        <line
          key={day}
          x1={x(day)}
          x2={x(day)}
          y1={layout.margin.top}
          y2={y(0)}
          stroke={ink('ink-3')}
        />
      ))}
      {series.earlier.map(({ from, to, v }) => (
        <line
          key={`${to} ${v}`}
          x1={x(from)}
          x2={x(to)}
          y1={y(v)}
          y2={y(v)}
          stroke={ink('ink-3')}
          strokeDasharray="2 4"
        />
      ))}
      {series.plan.map(({ day, v, checkpoint, target: end }) =>
        checkpoint && !end ? <Diamond key={day} x={x(day)} y={y(v)} colour="plan" /> : null,
      )}
      {target === undefined || target.offScale || target.day > series.time.to ? null : (
        <Diamond x={x(target.day)} y={y(target.v)} colour="target" size={3.6} />
      )}
      <Rings series={series} layout={layout} />
      {points.map((point) =>
        point.revised && point.v !== null ? (
          <line
            key={point.day}
            x1={x(point.day)}
            x2={x(point.day)}
            y1={y(point.v) - 7}
            y2={y(point.v) + 7}
            stroke={ink('ink-2')}
            strokeWidth="1.2"
          />
        ) : null,
      )}
      {last === undefined ? null : (
        <circle
          cx={x(last.day)}
          cy={y(last.v)}
          r="4.5"
          fill={ink('accent')}
          stroke={ink('bg')}
          strokeWidth="1.5"
        />
      )}
    </g>
  );
}

function OffScaleTarget({
  target,
  lines,
  x,
  top,
}: {
  readonly target: NonNullable<ProgressSeries['target']>;
  readonly lines: readonly string[];
  readonly x: number;
  readonly top: number;
}): ReactElement {
  return (
    <g>
      <path
        d={`M${x + 4} ${top - 8}v-12m-3.4 3.6 3.4-3.6 3.4 3.6`}
        fill="none"
        stroke={ink('ink')}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {lines.map((line, index) => (
        <Label key={line} x={x + 14} y={top - 9 + index * 15} text={line} colour="ink" bold />
      ))}
      <Label x={x + 14} y={top - 9 + lines.length * 15} text={target.by} colour="ink-3" />
    </g>
  );
}

function AsOfBlock({ series, layout }: MarksProps): ReactElement | null {
  const { block } = layout;
  const { last } = series;
  if (block === undefined || last === undefined) return null;
  const x = block.anchor === 'start' ? block.x + 8 : block.x - 8;
  return (
    <g>
      <Label x={x} y={block.y + 10} text={last.date} colour="ink-3" anchor={block.anchor} halo />
      <Label
        x={x}
        y={block.y + 27}
        text={last.now}
        colour="accent"
        bold
        anchor={block.anchor}
        halo
      />
      {last.plan === undefined ? null : (
        <Label x={x} y={block.y + 44} text={last.plan} anchor={block.anchor} halo />
      )}
    </g>
  );
}

function TimeLabels({
  series,
  layout,
  base,
  right,
}: MarksProps & { readonly base: number; readonly right: number }): ReactElement {
  const { time } = series;
  return (
    <g>
      <line x1={0} x2={right} y1={base} y2={base} stroke={ink('axis')} />
      {time.strokes.map((day) => (
        <line
          key={day}
          x1={layout.x(day)}
          x2={layout.x(day)}
          y1={base}
          y2={base + 5}
          stroke={ink('axis')}
        />
      ))}
      {layout.timeLabels.map(({ x, text }) => (
        <Label key={`${x}`} x={x} y={base + 18} text={text} colour="ink-3" anchor="middle" />
      ))}
      {layout.yearLabels.map(({ x, text }) => (
        <Label key={`${x}`} x={x} y={base + 34} text={text} colour="ink-3" anchor="middle" />
      ))}
      {time.phases.map((phase) => {
        const [from, to] = [layout.x(phase.from) + 2, layout.x(phase.to) - 2];
        const fits = textWidth(phase.name, 12, phase.current) <= to - from + 8;
        const top = base + phase.lane * phaseLane;
        return (
          <g key={`${phase.from} ${phase.lane}`}>
            <line
              x1={from}
              x2={to}
              y1={top + 25}
              y2={top + 25}
              stroke={ink(phase.current ? 'ink' : 'axis')}
              strokeWidth={phase.current ? 2 : 1}
            />
            {fits ? (
              <Label
                x={(from + to) / 2}
                y={top + 40}
                text={phase.name}
                colour={phase.current ? 'ink' : 'ink-3'}
                bold={phase.current}
                anchor="middle"
              />
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/**
 * Draws every text of the plot, above its marks: ticks inside the plot above their lines, names at
 * the right ends of the lines.
 */
export function Labels({
  series,
  layout,
  width,
  height,
}: MarksProps & { readonly width: number; readonly height: number }): ReactElement {
  const right = width - layout.margin.right;
  const base = height - layout.margin.bottom;
  return (
    <g>
      {series.yTicks.map(({ v, label }) => (
        <Label key={v} x={0} y={layout.y(v) - 5} text={label} colour="ink-3" halo />
      ))}
      {layout.gapLabels.map(({ x, y, text }) => (
        <Label key={text} x={x} y={y} text={text} colour="ink-3" anchor="middle" halo />
      ))}
      <TimeLabels series={series} layout={layout} base={base} right={right} />
      <AsOfBlock series={series} layout={layout} />
      {layout.ends.map((end) => (
        <g key={end.lines[0]?.text}>
          {end.leader === undefined ? null : (
            <path
              d={`M${right + 3} ${end.leader}L${right + 8} ${end.y - 4.5}`}
              stroke={ink('axis')}
              fill="none"
            />
          )}
          {end.lines.map((line, index) => (
            <Label
              key={line.text}
              x={right + 10}
              y={end.y + index * 16}
              text={line.text}
              colour={line.colour}
              bold={line.bold}
              halo
            />
          ))}
        </g>
      ))}
      {series.target?.offScale === true ? (
        <OffScaleTarget target={series.target} lines={layout.offScale} x={right + 10} top={30} />
      ) : null}
      {series.empty === undefined ? null : (
        <Label
          x={(width - layout.margin.right) / 2}
          y={height / 2}
          text={series.empty}
          size={13}
          colour="ink-3"
          anchor="middle"
          halo
        />
      )}
    </g>
  );
}
