import type { ReactElement } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { planEnd, targetEnd } from '#charts/targets/layout/axis.ts';
import {
  Bar,
  barPx,
  barTop,
  Beyond,
  type HeadProps,
  type BulletProps,
  onTarget,
  part,
  pc,
  Rule,
  wordsY,
} from './bullet-parts.tsx';
import type { BulletRow } from '#charts/targets/data/rows.ts';

const [size, between] = [12, 8];
/** The height with room for the plan below the gap. */
const tallPx = 60;
/** The first text that fits, or nothing. */
const fitting = (texts: readonly string[], room: number, bold = false): string =>
  texts.find((text) => textWidth(text, size, bold) <= room) ?? '';

/** The attributes of a bullet as an image with its text; one without a value has none. */
const asImage = (alt: string | undefined) =>
  alt === undefined
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': alt } as const);

/** Labels above the bullets of the plan: 0, plan and 200 %. */
export function PlanBulletHead({ heads, room }: HeadProps): ReactElement {
  const half = room / planEnd;
  const free = half - textWidth(heads.plan, size, true) / 2;
  return (
    <svg className="bullet" width="100%" height="46" overflow="visible" aria-hidden="true">
      <Label x="0" y={16} text={heads.planBullet} colour="ink-3" />
      {free < 14 ? null : <Label x="0" y={37} text="0" colour="ink-3" />}
      <Label x="50%" y={37} text={heads.plan} colour="ink" bold anchor="middle" />
      {free < textWidth('200%', size) + 2 ? null : (
        <Label x="100%" dx={6} y={37} text="200%" colour="ink-3" anchor="end" />
      )}
      <Rule x="50%" from={41} to={46} colour="ink" width={1.5} />
    </svg>
  );
}

/**
 * Now as a share of plan to date: one line at 100 % for all rows, the percentage left of it, and the
 * gap right of it, above the plan where the bullet is tall.
 */
export function PlanBullet({ row, height = tallPx, room }: BulletProps): ReactElement {
  const { planBullet } = row;
  const ratio = planBullet?.ratio ?? 0;
  return (
    <svg
      className="bullet"
      width="100%"
      height={height}
      overflow="visible"
      {...asImage(planBullet?.alt)}
    >
      <Rule x="0" to={height} colour="grid" />
      <Rule x="100%" to={height} colour="grid" />
      {planBullet !== undefined && ratio < 1 ? (
        <rect
          x={pc(part(ratio, planEnd))}
          y={barTop + 0.5}
          width={pc(part(1, planEnd) - part(ratio, planEnd))}
          height={barPx - 1}
          fill={ink('bg')}
          stroke={ink(row.verdict.short ? 'behind' : 'ink-3')}
        />
      ) : null}
      {planBullet === undefined ? null : <Bar row={row} share={part(ratio, planEnd)} y={barTop} />}
      {ratio > planEnd ? <Beyond y={barTop} cut /> : null}
      <Rule x="50%" to={height} colour="ink" width={1.5} />
      {planBullet === undefined || room === undefined ? null : (
        <>
          <Label
            x="0"
            y={wordsY}
            text={fitting([planBullet.label], room / 2 - 4, true)}
            colour="ink"
            bold
          />
          <Label x="50%" dx={6} y={wordsY} text={fitting([planBullet.gap], room / 2 + 6)} />
          {height < tallPx ? null : (
            <Label
              x="50%"
              dx={6}
              y={wordsY + 14}
              text={fitting([planBullet.plan], room / 2 + 16)}
            />
          )}
        </>
      )}
    </svg>
  );
}

/** Labels above the bullets of the target: shares and the target. */
export function TargetBulletHead({ heads, room }: HeadProps): ReactElement {
  const at = (share: number): number => (room * share) / targetEnd;
  const target =
    at(1) - textWidth(heads.target100, size, true) / 2 > at(0.5) + 22
      ? heads.target100
      : heads.target;
  return (
    <svg className="bullet" width="100%" height="46" overflow="visible" aria-hidden="true">
      <Label
        x="0"
        y={16}
        text={fitting([heads.targetBullet, heads.ofTarget], room + 12)}
        colour="ink-3"
      />
      <Label x="0" y={37} text="0" colour="ink-3" />
      <Label x={onTarget(0.5)} y={37} text="50%" colour="ink-3" anchor="middle" />
      <Label x={onTarget(1)} y={37} text={target} colour="ink" bold anchor="middle" />
      <Rule x={onTarget(1)} from={41} to={46} colour="ink" width={1.5} />
    </svg>
  );
}

type TargetBulletData = NonNullable<BulletRow['targetBullet']>;

/**
 * Lists the texts of the forecast, the longest first. Beyond the scale they include the share of
 * the target.
 */
function forecastTexts({
  forecast,
  refused = '',
  refusedShort = '',
}: TargetBulletData): readonly string[] {
  if (forecast === undefined) return [refused, refusedShort];
  const share = forecast.middle > targetEnd ? `, ${forecast.shareText}` : '';
  return [`${forecast.label}${share}`, `${forecast.short}${share}`, forecast.short];
}

/**
 * Draws the middle of the forecast: in the accent on the background, in the colour of the
 * background inside a bar.
 */
function Middle({ bullet }: { readonly bullet: TargetBulletData }): ReactElement | null {
  const { forecast, share } = bullet;
  if (forecast === undefined || forecast.middle > targetEnd) return null;
  const inside = forecast.middle < share;
  return (
    <Rule
      x={onTarget(forecast.middle)}
      from={barTop}
      to={barTop + barPx}
      colour={inside ? 'bg' : 'accent'}
      width={2.5}
    />
  );
}

/**
 * Now as a share of the target, with the forecast at the deadline. No words cross the line of the
 * target.
 */
export function TargetBullet({ row, height = 60, room }: BulletProps): ReactElement {
  const { targetBullet } = row;
  const { forecast, share = 0 } = targetBullet ?? {};
  const label = targetBullet === undefined ? '' : fitting([targetBullet.label], room ?? 0, true);
  const spareRoom = (room ?? 0) - textWidth(label, size, true) - between;
  return (
    <svg
      className="bullet"
      width="100%"
      height={height}
      overflow="visible"
      {...asImage(targetBullet?.alt)}
    >
      {[0, 0.5].map((at) => (
        <Rule
          key={at}
          x={onTarget(at)}
          to={at === 0 || room === undefined ? height : wordsY - 12}
          colour="grid"
        />
      ))}
      {forecast === undefined || forecast.low > targetEnd ? null : (
        <rect
          x={onTarget(forecast.low)}
          y={barTop}
          width={pc(part(forecast.high, targetEnd) - part(forecast.low, targetEnd))}
          height={barPx}
          fill={ink('cone-80')}
        />
      )}
      {targetBullet === undefined ? null : (
        <Bar row={row} share={part(share, targetEnd)} y={barTop} />
      )}
      {share > targetEnd || (forecast?.high ?? 0) > targetEnd ? (
        <Beyond y={barTop} cut={share > targetEnd} />
      ) : null}
      <Rule
        x={onTarget(1)}
        to={room === undefined ? height : wordsY - 12}
        colour="target"
        width={1.5}
      />
      {room === undefined || height < wordsY + 8 ? null : (
        <Rule x={onTarget(1)} from={wordsY + 5} to={height} colour="target" width={1.5} />
      )}
      {targetBullet?.start === undefined || targetBullet.start > targetEnd ? null : (
        <Rule
          x={onTarget(targetBullet.start)}
          from={barTop - 3}
          to={barTop + barPx + 3}
          colour="accent"
        />
      )}
      {targetBullet === undefined ? null : <Middle bullet={targetBullet} />}
      {targetBullet === undefined || room === undefined ? null : (
        <>
          <Label x="0" y={wordsY} text={label} colour="ink" bold />
          <Label
            x="100%"
            dx={6}
            y={wordsY}
            text={fitting(forecastTexts(targetBullet), spareRoom, true)}
            colour={forecast === undefined ? 'ink-3' : 'accent'}
            bold={forecast !== undefined}
            anchor="end"
          />
        </>
      )}
    </svg>
  );
}
