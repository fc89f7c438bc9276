import type { ReactElement } from 'react';
import { fitText, textWidth } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { sentenceStart } from '#domain/sentence-start.ts';
import { Bar, CutMark, fillOf, type HeadProps, type LaneProps, onBullet, onLane, pc, Rule } from './lane-parts.tsx';
import { bulletEnd, laneEnd, type TargetRow } from './series.ts';

export function BulletHead({ heads, tight = false, x, y, width = '100%' }: HeadProps): ReactElement {
  const room = typeof width === 'number' ? width + 16 : Number.POSITIVE_INFINITY;
  const beforePlan = typeof width === 'number' ? width / bulletEnd - textWidth(heads.plan, 12, true) / 2 : Number.POSITIVE_INFINITY;
  return (
    <svg className="lane" x={x} y={y} width={width} height="46" overflow="visible" aria-hidden="true">
      <Label
        x="0"
        y={16}
        text={textWidth(heads.bullet, 12) <= room ? heads.bullet : fitText(sentenceStart(heads.ofPlan), room, 12)}
        colour="ink-3"
      />
      {beforePlan < 12 ? null : <Label x="0" y={37} text="0" colour="ink-3" />}
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
  const [low, high] = [forecast.low, forecast.high].map((share) => Math.min(Math.max(0, share), laneEnd)) as [number, number];
  return (
    <>
      <rect x={onLane(low)} y={y} width={onLane(high - low)} height={height} fill={ink('cone-80')} />
      {forecast.middle > laneEnd ? null : <Rule x={onLane(forecast.middle)} from={y} to={y + height} colour="accent" width={2} />}
    </>
  );
}

/** The narrowest a lane gets, in px. */
const [widePx, narrowPx] = [300, 150];

/** Now as a share of the target, with the start of the way and the range of the forecast at the deadline. */
export function Lane({ row, height = 60, tight = false, hatch = 'page', x, y, width = '100%' }: LaneProps): ReactElement {
  const { lane } = row;
  const middle = Math.round(height / 3);
  const top = middle - 6;
  const { forecast } = lane ?? {};
  const label = tight ? forecast?.short : forecast?.label;
  const before = (forecast?.low ?? 0) > (tight ? 0.35 : 0.5);
  // beside the bar where there is room for it, else on the line below
  const room = ((textWidth(label ?? '', 12, true) + 20) / (tight ? narrowPx : widePx)) * laneEnd;
  const crowded = before && (forecast?.low ?? 0) - (lane?.share ?? 0) < room;
  return (
    <svg className="lane" x={x} y={y} width={width} height={height} overflow="visible" role="img" aria-label={row.alt}>
      {[0, 0.25, 0.5, 0.75].map((share) => (
        <Rule key={share} x={onLane(share)} to={height} colour="grid" />
      ))}
      {forecast === undefined ? null : <Forecast forecast={forecast} y={top} height={12} />}
      <Rule x={onLane(1)} to={height} colour="target" width={1.5} />
      {forecast === undefined || label === undefined ? null : before ? (
        <Label
          x={onLane(crowded ? Math.max(forecast.high, lane?.share ?? 0) : forecast.low)}
          dx={crowded ? 0 : -8}
          y={crowded ? middle + 22 : middle + 4.5}
          text={label}
          colour="accent"
          bold
          anchor="end"
          halo
        />
      ) : (
        <Label x={onLane(Math.max(forecast.high, lane?.share ?? 0))} dx={8} y={middle + 4.5} text={label} colour="accent" bold halo />
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
              dx={lane.share > 0.5 ? -5 : 0}
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
