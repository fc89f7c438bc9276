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
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * The forms of a bar by the width of the table: on a wide page, on a tablet, and on a small tablet
 * or paper. On a phone it has no words.
 *
 * @param rooms - its smallest widths in these forms without the room of its arrow, in px
 */
const makeForms = ([wide, medium, tight]: readonly [number, number, number]) =>
  [
    { room: wide, isTall: true, hideClass: bulletRowsStyles.notWide },
    { room: medium, isTall: false, hideClass: bulletRowsStyles.notMedium },
    { room: tight, isTall: false, hideClass: bulletRowsStyles.notTight },
  ] as const;
const planForms = makeForms([208, 146, 98]);
const targetForms = makeForms([300, 260, 164]);

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

/**
 * A bar. On a phone its name and its percentage stand before it: a percentage behind the marks would
 * read as that of the forecast, which ends there.
 */
function Lane({
  name,
  share,
  row,
  measure,
  children,
}: Pick<BulletsProps, 'row'> & {
  readonly name: string;
  /** Undefined without a value: the bar then has its scale only, and a phone has none. */
  readonly share: string | undefined;
  readonly measure: MeasureId;
  readonly children: ReactNode;
}) {
  if (share === undefined) return <div className={bulletRowsStyles.bare}>{children}</div>;
  return (
    <div className={bulletRowsStyles.lane}>
      <span className={bulletRowsStyles.barName}>{name}</span>
      <RowFigure row={row} measure={measure}>
        <b className={textStyles.number} aria-hidden="true">
          {share}
        </b>
        {children}
      </RowFigure>
    </div>
  );
}

/** Now against plan to date, for every width of the table. */
function PlanCell({ row, heads }: BulletsProps) {
  const t = useLabels(detailLabels);
  const { planBullet, verdict } = row;
  const pace = [planBullet?.plan, verdict.outcome?.long].filter((part) => part !== undefined);
  return (
    <div role="cell" className={bulletRowsStyles.planLane}>
      <Lane name={heads.ofPlan} share={planBullet?.label} row={row} measure="plan_progress">
        <PlanBullet row={row} forms={planForms} />
      </Lane>
      <div className={`${bulletRowsStyles.pace} ${textStyles.number}`}>
        <RowFigure row={row} measure="plan_to_date" isEmpty={pace.length === 0}>
          {pace.join(t('list'))}
        </RowFigure>
      </div>
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
const TargetCell = ({ row, heads }: BulletsProps) => (
  <div role="cell">
    <Lane name={heads.ofTarget} share={row.targetBullet?.label} row={row} measure="target_share">
      <TargetBullet row={row} forms={targetForms} />
    </Lane>
    <NarrowForecast row={row} heads={heads} />
  </div>
);

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
      <PlanBulletHead heads={heads} forms={planForms} />
    </div>
    <div role="columnheader">
      <span className={textStyles.visuallyHidden}>{heads.targetBullet}</span>
      <TargetBulletHead heads={heads} forms={targetForms} />
    </div>
  </>
);
