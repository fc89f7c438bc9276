import type { ReactElement } from 'react';
import { textWidth } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { bulletEnd, laneEnd, type TargetRow, type TargetsSeries } from './series.ts';

/**
 * Lanes of single ledger rows. All x are percentages of the lane's own width, so a lane fills its cell at any width,
 * its text keeps its size, and nothing is measured. `tight` leaves out what a cell under 220 px has no room for.
 */
interface LaneProps {
  readonly row: TargetRow;
  readonly height?: number;
  readonly tight?: boolean;
  /** Prefix of the hatch patterns in the document; PageHatches makes `page`. */
  readonly hatch?: string;
  /** Inside a larger drawing: where the lane stands. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number | string;
}
interface HeadProps {
  readonly heads: TargetsSeries['heads'];
  readonly tight?: boolean;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number | string;
}

const pc = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const onBullet = (ratio: number): string => pc(Math.min(ratio, bulletEnd) / bulletEnd);
const onLane = (share: number): string => pc(Math.min(share, laneEnd) / laneEnd);

function Rule({
  x,
  from = 0,
  to,
  colour,
  width = 1,
}: {
  readonly x: string;
  readonly from?: number;
  readonly to: number;
  readonly colour: Parameters<typeof ink>[0];
  readonly width?: number;
}): ReactElement {
  return <line x1={x} x2={x} y1={from} y2={to} stroke={ink(colour)} strokeWidth={width} />;
}

/** The bar of what is: hatched when its value is invented, and never thinner than can be seen. */
function Bar({
  share,
  y,
  height,
  fill,
  left = 0,
}: {
  readonly share: number;
  readonly y: number;
  readonly height: number;
  readonly fill: string;
  readonly left?: number;
}): ReactElement {
  return (
    <rect
      x={pc(left)}
      y={y + 0.5}
      width={pc(Math.max(share, 0.005))}
      height={height - 1}
      fill={fill}
      stroke={ink('accent')}
      strokeWidth="1"
    />
  );
}
const fillOf = (row: TargetRow, hatch: string): string => (row.hatched ? `url(#${hatch}-example)` : ink('accent'));

/** Two slanted strokes over the end of a bar that is longer than the lane. */
function CutMark({ y, height }: { readonly y: number; readonly height: number }): ReactElement {
  return (
    <svg x="100%" y={y - 3} width="1" height={height + 6} overflow="visible" aria-hidden="true">
      <path d={`M-13 ${height + 6}L-7 0M-8 ${height + 6}L-2 0`} stroke={ink('bg')} strokeWidth="2.5" />
    </svg>
  );
}

export function BulletHead({ heads, tight = false, x, y, width = '100%' }: HeadProps): ReactElement {
  return (
    <svg className="lane" x={x} y={y} width={width} height="46" overflow="visible" aria-hidden="true">
      <Label x="0" y={16} text={heads.bullet} colour="ink-3" />
      <Label x="0" y={37} text="0" colour="ink-3" />
      <Label x={onBullet(1)} y={37} text={heads.plan} colour="ink" bold anchor="middle" />
      {tight ? null : <Label x={onBullet(2)} y={37} text="200%" colour="ink-3" anchor="middle" />}
      <Rule x={onBullet(1)} from={41} to={46} colour="ink" width={1.5} />
    </svg>
  );
}

/** Now as a share of plan to date: one line at 100 % for all rows; past 275 % the bar is cut and its number says it. */
export function Bullet({ row, height = 60, tight = false, hatch = 'page', x, y, width = '100%' }: LaneProps): ReactElement {
  const { bullet } = row;
  const middle = Math.round(height / 3);
  const top = middle - 6;
  const ratio = bullet?.ratio ?? 0;
  const cut = ratio > bulletEnd;
  const inside = ratio > 2.2;
  return (
    <svg className="lane" x={x} y={y} width={width} height={height} overflow="visible" role="img" aria-label={row.alt}>
      <Rule x="0" to={height} colour="grid" />
      <Rule x={onBullet(2)} to={height} colour="grid" />
      {bullet !== undefined && ratio < 1 ? (
        <rect
          x={onBullet(ratio)}
          y={top + 0.5}
          width={onBullet(1 - Math.max(0, ratio))}
          height="11"
          fill={ink('bg')}
          stroke={ink(row.verdict.short ? 'behind' : 'ink-3')}
          strokeWidth="1"
        />
      ) : null}
      {bullet === undefined ? null : (
        <Bar share={Math.min(Math.max(0, ratio), bulletEnd) / bulletEnd} y={top} height={12} fill={fillOf(row, hatch)} />
      )}
      {cut ? <CutMark y={top} height={12} /> : null}
      <Rule x={onBullet(1)} to={height} colour="ink" width={1.5} />
      {bullet === undefined ? null : (
        <>
          {inside ? (
            <Label
              x={cut ? '100%' : onBullet(ratio)}
              dx={cut ? -18 : -6}
              y={middle + 4.5}
              text={bullet.label}
              colour="ink"
              bold
              anchor="end"
              halo
            />
          ) : (
            <Label x={onBullet(Math.max(1, ratio))} dx={7} y={middle + 4.5} text={bullet.label} colour="ink" bold />
          )}
          <Label x={onBullet(1)} dx={7} y={middle + 22} text={tight ? bullet.gap : bullet.line} halo />
        </>
      )}
    </svg>
  );
}

export function LaneHead({ heads, tight = false, x, y, width = '100%' }: HeadProps): ReactElement {
  return (
    <svg className="lane" x={x} y={y} width={width} height="46" overflow="visible" aria-hidden="true">
      <Label x="0" y={16} text={heads.lane} colour="ink-3" />
      {tight ? null : (
        <>
          <rect x={pc(0.475)} y={7} width="20" height="10" fill={ink('cone-80')} />
          <line x1={pc(0.475)} x2={pc(0.475)} y1={7} y2={17} stroke={ink('accent')} strokeWidth="2" transform="translate(10 0)" />
          <Label x={pc(0.475)} dx={26} y={16} text={heads.forecast} colour="ink-3" />
        </>
      )}
      <Label x="0" y={37} text="0" colour="ink-3" />
      {(tight ? [0.5] : [0.25, 0.5, 0.75]).map((share) => (
        <Label key={share} x={onLane(share)} y={37} text={`${share * 100}%`} colour="ink-3" anchor="middle" />
      ))}
      <Label x={onLane(1)} y={37} text={tight ? heads.target : heads.target100} colour="ink" bold anchor="middle" />
      <Rule x={onLane(1)} from={41} to={46} colour="ink" width={1.5} />
    </svg>
  );
}

function Forecast({
  forecast,
  y,
  height,
}: {
  readonly forecast: NonNullable<NonNullable<TargetRow['lane']>['forecast']>;
  readonly y: number;
  readonly height: number;
}): ReactElement {
  const low = Math.min(forecast.low, laneEnd);
  const high = Math.min(forecast.high, laneEnd);
  return (
    <>
      <rect x={onLane(low)} y={y} width={onLane(high - low)} height={height} fill={ink('cone-80')} />
      {forecast.middle > laneEnd ? null : <Rule x={onLane(forecast.middle)} from={y} to={y + height} colour="accent" width={2} />}
    </>
  );
}

/** Now as a share of the target, with the start of the way and the range of the forecast at the deadline. */
export function Lane({ row, height = 60, tight = false, hatch = 'page', x, y, width = '100%' }: LaneProps): ReactElement {
  const { lane } = row;
  const middle = Math.round(height / 3);
  const top = middle - 6;
  const { forecast } = lane ?? {};
  const label = tight ? forecast?.short : forecast?.label;
  const before = (forecast?.low ?? 0) > (tight ? 0.35 : 0.5);
  return (
    <svg className="lane" x={x} y={y} width={width} height={height} overflow="visible" role="img" aria-label={row.alt}>
      {[0, 0.25, 0.5, 0.75].map((share) => (
        <Rule key={share} x={onLane(share)} to={height} colour="grid" />
      ))}
      {forecast === undefined ? null : <Forecast forecast={forecast} y={top} height={12} />}
      <Rule x={onLane(1)} to={height} colour="target" width={1.5} />
      {forecast === undefined || label === undefined ? null : before ? (
        <Label x={onLane(forecast.low)} dx={-8} y={middle + 4.5} text={label} colour="accent" bold anchor="end" halo />
      ) : (
        <Label x={onLane(forecast.high)} dx={8} y={middle + 4.5} text={label} colour="accent" bold halo />
      )}
      {lane === undefined ? null : (
        <>
          <Bar share={Math.min(Math.max(0, lane.share), laneEnd) / laneEnd} y={top} height={12} fill={fillOf(row, hatch)} />
          {lane.share > 1 ? <Rule x={onLane(1)} from={top - 3} to={top + 15} colour="target" width={1.5} /> : null}
          {lane.start === undefined ? null : <Rule x={onLane(lane.start)} from={top - 3} to={top + 15} colour="accent" />}
          <Label x="0" y={middle + 22} text={lane.label} colour="ink" bold halo />
          {forecast === undefined && lane.refused !== undefined ? (
            <Label
              x={lane.share > 0.5 ? onLane(1) : onLane(Math.max(tight ? 0.14 : 0.2, lane.share + 0.04))}
              dx={lane.share > 0.5 ? -8 : 0}
              anchor={lane.share > 0.5 ? 'end' : 'start'}
              y={lane.share > 0.5 ? middle + 22 : middle + 4.5}
              text={tight ? (lane.refusedShort ?? '') : lane.refused}
              colour="ink-3"
              halo
            />
          ) : null}
        </>
      )}
    </svg>
  );
}

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
        <Label
          x={plan(bullet.ratio)}
          dx={bullet.ratio > bulletEnd ? -18 : -6}
          y={14.5}
          text={bullet.label}
          colour="ink"
          bold
          anchor="end"
          halo
        />
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
            <Label x={way(Math.min(1, lane.share))} dx={-7} y={36.5} text={lane.label} colour="ink" bold anchor="end" halo />
          ) : (
            <Label x={way(after)} dx={7} y={36.5} text={lane.label} colour="ink" bold halo />
          )}
        </>
      )}
    </svg>
  );
}
