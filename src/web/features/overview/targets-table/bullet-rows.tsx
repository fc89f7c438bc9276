import { compact } from '#domain/values/compact.ts';
import type { ReactNode } from 'react';
import {
  PlanBullet,
  PlanBulletHead,
  TargetBullet,
  TargetBulletHead,
} from '#charts/targets/bullet-rows.tsx';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as bulletRowsStyles from './bullet-rows.module.css';
import * as targetsTableStyles from './targets-table.module.css';
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * The smallest widths of both bars without the room of their arrows, in px: on a wide page, on a
 * tablet, and on a phone or on paper.
 */
const rooms = {
  w: { plan: 208, target: 300 },
  m: { plan: 146, target: 260 },
  t: { plan: 98, target: 164 },
} as const;
const forms = ['w', 'm', 't'] as const;
const formClasses = {
  w: targetsTableStyles.wideOnly,
  m: targetsTableStyles.mediumOnly,
  t: targetsTableStyles.narrowOnly,
};
const [tightRowPx, narrowLanePx] = [46, 30];

const mostBoxes = 20;
/**
 * A checklist as boxes, one for each item; empty where it has too many items to count at a glance.
 */
export function Boxes({ done, total }: { readonly done: number; readonly total: number }) {
  if (total > mostBoxes) return null;
  return (
    <svg className={bulletRowsStyles.boxes} width={total * 14} height="12" aria-hidden="true">
      {Array.from({ length: total }, (_, at) => at * 14).map((x) => (
        <rect
          key={x}
          x={x + 0.5}
          y="0.5"
          width="10"
          height="11"
          className={x < done * 14 ? bulletRowsStyles.done : undefined}
        />
      ))}
    </svg>
  );
}

interface BulletsProps {
  readonly row: BulletRow;
  readonly heads: TargetsSeries['heads'];
}

/**
 * A bar on a phone: its name, its percentage, its marks. A percentage behind the marks would read
 * as that of the forecast, which ends there.
 */
function NarrowLane({
  name,
  share,
  children,
}: {
  readonly name: string;
  readonly share: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={bulletRowsStyles.narrow}>
      <span>{name}</span>
      <b className={textStyles.number}>{share}</b>
      {children}
    </div>
  );
}

/** A figure of a row. An empty one opens no explanation: its button would have no name. */
const RowFigure = ({
  row,
  measure,
  isEmpty = false,
  children,
}: Pick<BulletsProps, 'row'> & {
  readonly measure: MeasureId;
  readonly isEmpty?: boolean;
  readonly children: ReactNode;
}) =>
  isEmpty ? (
    children
  ) : (
    <ExplainableFigure measure={measure} of={`target=${row.indicator}`}>
      {children}
    </ExplainableFigure>
  );

/** Now against plan to date, for every width of the table. */
function PlanCell({ row, heads }: BulletsProps) {
  const t = useLabels(detailLabels);
  const { planBullet, verdict } = row;
  const pace = [planBullet?.plan, verdict.outcome?.long].filter((part) => part !== undefined);
  return (
    <div role="cell" className={bulletRowsStyles.planLane}>
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <RowFigure row={row} measure="plan_progress" isEmpty={planBullet === undefined}>
            <PlanBullet
              row={row}
              room={rooms[form].plan}
              {...compact({ height: form === 'w' ? undefined : tightRowPx })}
            />
          </RowFigure>
        </div>
      ))}
      <div className={`${bulletRowsStyles.pace} ${textStyles.number}`}>
        <RowFigure row={row} measure="plan_to_date" isEmpty={pace.length === 0}>
          {pace.join(t('list'))}
        </RowFigure>
      </div>
      {planBullet === undefined ? null : (
        <NarrowLane
          name={heads.ofPlan}
          share={
            <RowFigure row={row} measure="plan_progress">
              {planBullet.label}
            </RowFigure>
          }
        >
          <PlanBullet row={row} height={narrowLanePx} />
        </NarrowLane>
      )}
    </div>
  );
}

/** The forecast and its result, below the bars on a phone. */
function NarrowForecast({ row, heads }: BulletsProps) {
  const t = useLabels(detailLabels);
  const forecast = row.targetBullet?.forecast;
  return (
    <div className={`${bulletRowsStyles.forecast} ${textStyles.number}`}>
      {forecast === undefined ? (
        row.targetBullet?.refused
      ) : (
        <RowFigure row={row} measure="forecast">
          <span>
            {heads.forecast}
            {t('colon')}
            <b>{forecast.label}</b>
          </span>{' '}
          <span>{forecast.ofTarget}</span>
        </RowFigure>
      )}
      {row.verdict.outcome === undefined ? null : (
        <span className={verdictCellStyles.outcome}>
          <RowFigure row={row} measure="verdict">
            {row.verdict.outcome.long}
          </RowFigure>
        </span>
      )}
    </div>
  );
}

/** The share of the target with its forecast, for every width of the table. */
function TargetCell({ row, heads }: BulletsProps) {
  const { targetBullet } = row;
  return (
    <div role="cell">
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <RowFigure row={row} measure="target_share" isEmpty={targetBullet === undefined}>
            <TargetBullet
              row={row}
              room={rooms[form].target}
              {...compact({ height: form === 'w' ? undefined : tightRowPx })}
            />
          </RowFigure>
        </div>
      ))}
      {targetBullet === undefined ? null : (
        <NarrowLane
          name={heads.ofTarget}
          share={
            <RowFigure row={row} measure="target_share">
              {targetBullet.label}
            </RowFigure>
          }
        >
          <TargetBullet row={row} height={narrowLanePx} />
        </NarrowLane>
      )}
      <NarrowForecast row={row} heads={heads} />
    </div>
  );
}

/**
 * The two bars of a row, one cell each: beside each other, and on a phone below each other with
 * their names left and their percentages right.
 */
export const Bullets = (props: BulletsProps) => (
  <div className={bulletRowsStyles.bullets}>
    <PlanCell {...props} />
    <TargetCell {...props} />
  </div>
);

/** The labels above both bars. */
export const BulletHeads = ({ heads }: { readonly heads: TargetsSeries['heads'] }) => (
  <>
    <div role="columnheader">
      <span className={textStyles.visuallyHidden}>{heads.planBullet}</span>
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <PlanBulletHead heads={heads} room={rooms[form].plan} />
        </div>
      ))}
    </div>
    <div role="columnheader">
      <span className={textStyles.visuallyHidden}>{heads.targetBullet}</span>
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <TargetBulletHead heads={heads} room={rooms[form].target} />
        </div>
      ))}
    </div>
  </>
);
