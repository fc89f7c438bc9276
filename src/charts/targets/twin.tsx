import type { ReactElement } from 'react';
import { textWidth } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { Bar, CutMark, fillOf, type LaneProps, pc, Rule } from './lane-parts.tsx';
import { bulletEnd, laneEnd, type TargetsSeries } from './series.ts';

interface OnBarProps {
  readonly x: string;
  readonly dx: number;
  readonly y: number;
  readonly text: string;
}
/** A number that ends inside its bar, on a ground of its own: between digits an outline leaves hatching that reads as points. */
const OnBar = ({ x, dx, y, text }: OnBarProps): ReactElement => (
  <>
    <rect
      x={x}
      y={y - 10.5}
      width={textWidth(text, 12, true) + 6}
      height="13"
      fill={ink('bg')}
      transform={`translate(${dx - textWidth(text, 12, true) - 3} 0)`}
    />
    <Label x={x} dx={dx} y={y} text={text} colour="ink" bold anchor="end" />
  </>
);

/** Both lanes in one drawing, with their names at the left: for a phone. */
export function Twin({
  row,
  heads,
  hatch = 'page',
  x,
  y,
  width = '100%',
}: LaneProps & { readonly heads: TargetsSeries['heads'] }): ReactElement {
  const left = (Math.max(textWidth(heads.ofPlan, 12), textWidth(heads.ofTarget, 12)) + 12) / 340;
  const plan = (ratio: number): string => pc(left + (Math.min(Math.max(0, ratio), bulletEnd) / bulletEnd) * (1 - left));
  const way = (share: number): string => pc(left + (Math.min(Math.max(0, share), laneEnd) / laneEnd) * (1 - left));
  const span = (share: number, end: number): number => (Math.min(Math.max(0, share), end) / end) * (1 - left);
  const { bullet, lane } = row;
  const { forecast } = lane ?? {};
  // a number on a hatched bar is read on paper
  const after = forecast !== undefined && forecast.low < (lane?.share ?? 0) + 0.22 ? forecast.high : (lane?.share ?? 0);
  return (
    <svg className="lane" x={x} y={y} width={width} height="43" overflow="visible" role="img" aria-label={row.alt}>
      <Label x="0" y={14} text={heads.ofPlan} colour="ink-3" />
      <Label x="0" y={36} text={heads.ofTarget} colour="ink-3" />
      {bullet !== undefined && bullet.ratio < 1 ? (
        <rect
          x={plan(bullet.ratio)}
          y="5.5"
          width={pc(span(1, bulletEnd) - span(bullet.ratio, bulletEnd))}
          height="9"
          fill={ink('bg')}
          stroke={ink(row.verdict.short ? 'behind' : 'ink-3')}
          strokeWidth="1"
        />
      ) : null}
      {bullet === undefined ? null : <Bar share={span(bullet.ratio, bulletEnd)} left={left} y={5} height={10} fill={fillOf(row, hatch)} />}
      {bullet !== undefined && bullet.ratio > bulletEnd ? <CutMark y={5} height={10} /> : null}
      <Rule x={plan(1)} from={1} to={19} colour="ink" width={1.5} />
      {bullet === undefined ? null : bullet.ratio > 2.2 ? (
        <OnBar x={plan(bullet.ratio)} dx={bullet.ratio > bulletEnd ? -18 : -6} y={14.5} text={bullet.label} />
      ) : (
        <Label x={plan(Math.max(bullet.ratio, 1))} dx={7} y={14.5} text={bullet.label} colour="ink" bold />
      )}
      <line x1={pc(left)} x2={way(1)} y1={32} y2={32} stroke={ink('grid')} />
      {forecast === undefined ? null : (
        <>
          <rect
            x={way(forecast.low)}
            y="27"
            width={pc(span(forecast.high, laneEnd) - span(forecast.low, laneEnd))}
            height="10"
            fill={ink('cone-80')}
          />
          {forecast.middle > laneEnd ? null : <Rule x={way(forecast.middle)} from={27} to={37} colour="accent" width={2} />}
        </>
      )}
      <Rule x={way(1)} from={23} to={41} colour="ink" width={1.5} />
      {lane === undefined ? null : (
        <>
          <Bar share={span(lane.share, laneEnd)} left={left} y={27} height={10} fill={fillOf(row, hatch)} />
          {lane.share > 1 ? <Rule x={way(1)} from={23} to={41} colour="ink" width={1.5} /> : null}
          {lane.share > 0.85 ? (
            <OnBar x={way(Math.min(1, lane.share))} dx={-7} y={36.5} text={lane.label} />
          ) : (
            <Label x={way(after)} dx={7} y={36.5} text={lane.label} colour="ink" bold halo />
          )}
        </>
      )}
    </svg>
  );
}
