import { makePlanPreview } from '#domain/targets/setting/plan-preview.ts';
import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { isIsoDate, toMonth } from '#domain/values/date.ts';
import { fromNumber, roundHalfUp } from '#domain/values/decimal.ts';
import { formatMonth } from '#domain/values/format.ts';
import { sameWords } from '#domain/values/term.ts';
import { formatInPower, findPower } from '#domain/values/unit-power.ts';
import type { Observation, Target } from '#domain/zone/indicator.ts';
import { useLabels } from '#web/i18n/text.ts';
import type { DraftOf } from '#web/features/settings/indicators/draft/target-draft.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { noValueText } from '#web/features/settings/indicators/no-value-text.ts';
import { PointsText } from '#web/features/settings/indicators/points-text.tsx';
import { PlanChart } from './plan-chart.tsx';
import * as drawerStyles from './drawer.module.css';

interface PlanPartProps {
  readonly of: DraftOf;
  readonly target: Target;
  readonly observations: readonly Observation[];
  readonly overview: Overview;
}

/** The row that a target would have, from its draft. */
const makeDraftRow = ({ of, target, observations, overview }: PlanPartProps): TargetRow =>
  makeTargetRow(target, of.indicator, {
    as_of: overview.as_of,
    path: overview.plan.path,
    checkpoints: of.profile.checkpoints,
    thresholds: of.profile.thresholds,
    observations,
    notes: [],
    phases: of.profile.phases,
    sourceTitle: sameWords,
  });

/** The standing of the target against its plan, in words and as a small chart. */
export function PlanPart(props: PlanPartProps) {
  const t = useLabels(indicatorLabels);
  const { of, target, observations, overview } = props;
  const { indicator, profile, language } = of;
  if (
    !isIsoDate(target.deadline) ||
    !isIsoDate(target.baseline_date) ||
    target.baseline_date >= target.deadline
  )
    return null;
  const row = makeDraftRow(props);
  const preview = makePlanPreview({
    target,
    indicator,
    row,
    observations,
    zone: { path: overview.plan.path, checkpoints: profile.checkpoints },
  });
  const write = (value: string) => formatInPower(value, indicator, language);
  const planValue =
    row.plan === undefined
      ? undefined
      : roundHalfUp(fromNumber(row.plan.value), findPower(indicator, language) === 0 ? 0 : 10);
  const words =
    row.now === undefined
      ? target.value === undefined
        ? t('no_target_value')
        : noValueText(row, t, language)
      : planValue === undefined
        ? t('stands', {
            month: formatMonth(toMonth(row.now.date), language, 'long'),
            value: write(row.now.value),
          })
        : t('stands_of', {
            month: formatMonth(toMonth(row.now.date), language, 'long'),
            value: write(row.now.value),
            plan: formatPlan(planValue, of),
          });
  return (
    <div className={drawerStyles.plan}>
      <p>
        <b>
          {words}
          {pointsAhead(row) === undefined ? null : (
            <>
              {t('comma')}
              <PointsText row={row} />
            </>
          )}
        </b>
      </p>
      {preview.plan.length + preview.values.length === 0 ? null : (
        <PlanChart preview={preview} goal={target.value} unit={indicator} label={words} />
      )}
      {preview.values.map(({ date, break_reason }) =>
        break_reason === undefined ? null : (
          <p key={date} className={drawerStyles.quiet}>
            {t('break_at', {
              month: formatMonth(toMonth(date), language, 'long'),
              reason: break_reason,
            })}
          </p>
        ),
      )}
    </div>
  );
}

/** Writes a planned value with a readable number of digits. */
const formatPlan = (value: string, { indicator, language }: DraftOf): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(
    Number(value) / 10 ** findPower(indicator, language),
  );
