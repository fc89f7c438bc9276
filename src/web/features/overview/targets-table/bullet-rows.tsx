import {
  PlanBullet,
  PlanBulletHead,
  TargetBullet,
  TargetBulletHead,
} from '#charts/targets/bullet-rows.tsx';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Explained } from '#web/ui/display/explained.tsx';
import * as bulletRowsStyles from './bullet-rows.module.css';
import * as targetsTableStyles from './targets-table.module.css';
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * The least widths of both lanes without the room of their arrows, in px: on a wide page,
 * on a tablet, and upright or on paper.
 */
const rooms = {
  w: { plan: 180, target: 300 },
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
 * A checklist as boxes, one for each item; nothing where it has more items than can be counted at a
 * glance.
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

/** The two bullets of a row, for a wide and for a narrow table. */
export function Lanes({ row }: { readonly row: BulletRow }) {
  const t = useLabels(detailLabels);
  const { planBullet, verdict } = row;
  const { outcome } = verdict;
  return (
    <>
      <div className={bulletRowsStyles.planLane}>
        {forms.map((form) => (
          <div className={formClasses[form]} key={form}>
            <Explained measure="plan_progress" of={`target=${row.indicator}`}>
              <PlanBullet
                row={row}
                room={rooms[form].plan}
                {...(form === 'w' ? {} : { height: tightRowPx })}
              />
            </Explained>
          </div>
        ))}
      </div>
      <div className={bulletRowsStyles.forecastLane}>
        {forms.map((form) => (
          <div className={formClasses[form]} key={form}>
            <Explained measure="target_share" of={`target=${row.indicator}`}>
              <TargetBullet
                row={row}
                room={rooms[form].target}
                {...(form === 'w' ? {} : { height: tightRowPx })}
              />
            </Explained>
          </div>
        ))}
      </div>
      <div className={`${bulletRowsStyles.pace} ${textStyles.number}`}>
        <Explained measure="plan_to_date" of={`target=${row.indicator}`}>
          {[planBullet?.plan, outcome?.long].filter((part) => part !== undefined).join(t('list'))}
        </Explained>
      </div>
    </>
  );
}

/**
 * Both lanes of a row under each other, with their names left and their percentages right: for a
 * phone.
 */
export function NarrowLanes({
  row,
  heads,
}: {
  readonly row: BulletRow;
  readonly heads: TargetsSeries['heads'];
}) {
  const t = useLabels(detailLabels);
  const { planBullet, targetBullet } = row;
  const forecast = targetBullet?.forecast;
  return (
    <>
      <div className={bulletRowsStyles.rows}>
        {planBullet === undefined ? null : (
          <>
            <span>{heads.ofPlan}</span>
            <PlanBullet row={row} height={narrowLanePx} />
            <b className={textStyles.number}>
              <Explained measure="plan_progress" of={`target=${row.indicator}`}>
                {planBullet.label}
              </Explained>
            </b>
          </>
        )}
        {targetBullet === undefined ? null : (
          <>
            <span>{heads.ofTarget}</span>
            <TargetBullet row={row} height={narrowLanePx} />
            <b className={textStyles.number}>
              <Explained measure="target_share" of={`target=${row.indicator}`}>
                {targetBullet.label}
              </Explained>
            </b>
          </>
        )}
      </div>
      <div className={`${bulletRowsStyles.forecast} ${textStyles.number}`}>
        {forecast === undefined ? (
          targetBullet?.refused
        ) : (
          <Explained measure="forecast" of={`target=${row.indicator}`}>
            <span>
              {heads.forecast}
              {t('colon')}
              <b>{forecast.label}</b>
            </span>{' '}
            <span>{forecast.ofTarget}</span>
          </Explained>
        )}
        {row.verdict.outcome === undefined ? null : (
          <span className={verdictCellStyles.outcome}>
            <Explained measure="verdict" of={`target=${row.indicator}`}>
              {row.verdict.outcome.long}
            </Explained>
          </span>
        )}
      </div>
    </>
  );
}

/** The labels over both lanes. */
export const LaneHeads = ({ heads }: { readonly heads: TargetsSeries['heads'] }) => (
  <>
    <div>
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <PlanBulletHead heads={heads} room={rooms[form].plan} />
        </div>
      ))}
    </div>
    <div>
      {forms.map((form) => (
        <div className={formClasses[form]} key={form}>
          <TargetBulletHead heads={heads} room={rooms[form].target} />
        </div>
      ))}
    </div>
  </>
);
