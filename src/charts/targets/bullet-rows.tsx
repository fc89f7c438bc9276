import type { ReactElement } from 'react';
import { ink } from '#charts/kit/style/tokens.ts';
import { planEnd, targetEnd } from '#charts/targets/layout/axis.ts';
import {
  Bar,
  barPx,
  barTop,
  Beyond,
  type HeadProps,
  type BulletProps,
  fitting,
  onTarget,
  part,
  pc,
  Rule,
  Words,
  wordsWidth,
  wordsY,
} from './bullet-parts.tsx';
import type { BulletRow } from '#charts/targets/data/rows.ts';

const between = 8;
/** The height of the heads, in px. */
const headPx = 46;
/** Attributes of all drawings of a row: as wide as their cell, less the room of the arrow. */
const whole = { className: 'bullet', width: '100%', overflow: 'visible' } as const;

/** The attributes of a bullet as an image with its text; one without a value has none. */
const asImage = (alt: string | undefined) =>
  alt === undefined
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': alt } as const);

/** Labels above the bullets of the plan: 0, plan and 200 %. */
export function PlanBulletHead({ heads, forms }: HeadProps): ReactElement {
  const free = (room: number): number => room / planEnd - wordsWidth(heads.plan, true) / 2;
  const endWidth = wordsWidth('200%') + 2;
  return (
    <svg {...whole} height={headPx} aria-hidden="true">
      <Words x="0" y={16} forms={forms} choose={() => heads.planBullet} colour="ink-3" />
      <Words
        x="0"
        y={37}
        forms={forms}
        choose={({ room }) => (free(room) < 14 ? '' : '0')}
        colour="ink-3"
      />
      <Words
        x="50%"
        y={37}
        forms={forms}
        choose={() => heads.plan}
        colour="ink"
        bold
        anchor="middle"
      />
      <Words
        x="100%"
        dx={6}
        y={37}
        forms={forms}
        choose={({ room }) => (free(room) < endWidth ? '' : '200%')}
        colour="ink-3"
        anchor="end"
      />
      <Rule x="50%" from={41} to={headPx} colour="ink" width={1.5} />
    </svg>
  );
}

/** The percentage left of the plan, and the gap right of it, above the plan where there is room. */
function PlanWords({ row, forms }: BulletProps): ReactElement | null {
  const { planBullet } = row;
  if (planBullet === undefined) return null;
  const { label, gap, plan } = planBullet;
  const atPlan = { x: '50%', dx: 6, forms };
  return (
    <g className="bullet-words">
      <Words
        x="0"
        y={wordsY}
        forms={forms}
        choose={({ room }) => fitting([label], room / 2 - 4, true)}
        colour="ink"
        bold
      />
      <Words {...atPlan} y={wordsY} choose={({ room }) => fitting([gap], room / 2 + 6)} />
      <Words
        {...atPlan}
        y={wordsY + 14}
        choose={({ room, isTall }) => (isTall ? fitting([plan], room / 2 + 16) : '')}
      />
    </g>
  );
}

/** Now as a share of plan to date: one line at 100 % for all rows. */
export function PlanBullet({ row, forms }: BulletProps): ReactElement {
  const { planBullet } = row;
  const ratio = planBullet?.ratio ?? 0;
  return (
    <svg {...whole} {...asImage(planBullet?.alt)}>
      <Rule x="0" colour="grid" />
      <Rule x="100%" colour="grid" />
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
      <Rule x="50%" colour="ink" width={1.5} />
      <PlanWords row={row} forms={forms} />
    </svg>
  );
}

/** Labels above the bullets of the target: shares and the target. */
export function TargetBulletHead({ heads, forms }: HeadProps): ReactElement {
  const half = wordsWidth(heads.target100, true) / 2;
  const isFree = (room: number): boolean => room / targetEnd - half > room / 2 / targetEnd + 22;
  return (
    <svg {...whole} height={headPx} aria-hidden="true">
      <Words
        x="0"
        y={16}
        forms={forms}
        choose={({ room }) => fitting([heads.targetBullet, heads.ofTarget], room + 12)}
        colour="ink-3"
      />
      <Words x="0" y={37} forms={forms} choose={() => '0'} colour="ink-3" />
      <Words
        x={onTarget(0.5)}
        y={37}
        forms={forms}
        choose={() => '50%'}
        colour="ink-3"
        anchor="middle"
      />
      <Words
        x={onTarget(1)}
        y={37}
        forms={forms}
        choose={({ room }) => (isFree(room) ? heads.target100 : heads.target)}
        colour="ink"
        bold
        anchor="middle"
      />
      <Rule x={onTarget(1)} from={41} to={headPx} colour="ink" width={1.5} />
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

/** The share of the target, and the forecast at the end of its scale. */
function TargetWords({ row, forms }: BulletProps): ReactElement | null {
  const { targetBullet } = row;
  if (targetBullet === undefined) return null;
  const { label, forecast } = targetBullet;
  const spare = (room: number): number => room - wordsWidth(fitting([label], room, true), true);
  const isForecast = forecast !== undefined;
  return (
    <g className="bullet-words">
      <Words
        x="0"
        y={wordsY}
        forms={forms}
        choose={({ room }) => fitting([label], room, true)}
        colour="ink"
        bold
      />
      <Words
        x="100%"
        dx={6}
        y={wordsY}
        forms={forms}
        choose={({ room }) => fitting(forecastTexts(targetBullet), spare(room) - between, true)}
        colour={isForecast ? 'accent' : 'ink-3'}
        bold={isForecast}
        anchor="end"
      />
    </g>
  );
}

/** The line of the target, which crosses no words. */
function TargetLine({ forms }: Pick<BulletProps, 'forms'>): ReactElement {
  const classes = forms.filter(({ isTall }) => !isTall).map((form) => form.hideClass);
  const line = { x: onTarget(1), colour: 'target', width: 1.5 } as const;
  return (
    <>
      <Rule {...line} to={wordsY - 12} />
      <g className={['bullet-words', ...classes].join(' ')}>
        <Rule {...line} from={wordsY + 5} />
      </g>
    </>
  );
}

/** Now as a share of the target, with the forecast at the deadline. */
export function TargetBullet({ row, forms }: BulletProps): ReactElement {
  const { targetBullet } = row;
  const { forecast, share = 0, start } = targetBullet ?? {};
  return (
    <svg {...whole} {...asImage(targetBullet?.alt)}>
      <Rule x="0" colour="grid" />
      <Rule x={onTarget(0.5)} to={wordsY - 12} colour="grid" />
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
      <TargetLine forms={forms} />
      {start === undefined || start > targetEnd ? null : (
        <Rule x={onTarget(start)} from={barTop - 3} to={barTop + barPx + 3} colour="accent" />
      )}
      {targetBullet === undefined ? null : <Middle bullet={targetBullet} />}
      <TargetWords row={row} forms={forms} />
    </svg>
  );
}
