import { beforeSentence } from '#domain/values/sentence-start.ts';
import { authorWords } from '#domain/labels/general/author.ts';
import type { ReactNode } from 'react';
import { needsComparisonNote } from '#charts/kit/text/comparison-note.ts';
import { forecastNotes } from '#charts/kit/text/forecast-notes.ts';
import { formatDate, formatMonth, formatPercent, formatValue } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import { findPlanRoute } from '#domain/targets/plan.ts';
import { targetKey, type PlanPath } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { listTargetNotes } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import * as targetsNotesStyles from './targets-notes.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface PlanGroup {
  readonly plan: NonNullable<TargetRow['plan']>;
  readonly start: IsoDate | undefined;
  readonly day: IsoDate;
  readonly rows: readonly TargetRow[];
}

/** Groups the targets whose plan to date is the same share of the same path on the same day. */
function groupByPlan(targets: readonly TargetRow[]): readonly PlanGroup[] {
  const groups = new Map<string, PlanGroup>();
  for (const row of targets) {
    const { plan, now, baseline } = row;
    if (plan === undefined || now === undefined || findPlanRoute(row)?.in_months === true) continue;
    const key = [plan.path, plan.share, baseline?.date, now.date].join(' ');
    const rows = [...(groups.get(key)?.rows ?? []), row];
    groups.set(key, { plan, start: baseline?.date, day: now.date, rows });
  }
  return [...groups.values()];
}

/**
 * Writes how the plan to date is computed, with its numbers: a sentence for each group of targets,
 * which names them where it does not apply to all.
 * @returns undefined without targets that have a plan
 */
export function usePlanSentence(overview: Overview): string | undefined {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const describe = useDescribePlan(overview);
  const groups = groupByPlan(overview.targets);
  if (groups.length === 0) return undefined;
  const plannedRows = overview.targets.filter(({ plan }) => plan !== undefined);
  return groups
    .map((group) => {
      const names = group.rows.map(({ name }) => name[language]).join(t('list_of_names'));
      return group.rows.length === plannedRows.length
        ? describe(group)
        : `${names}${t('colon')}${describe(group)}`;
    })
    .join(language === 'en' ? ' ' : '');
}

function useDescribePlan({ plan: { checkpoints } }: Overview): (group: PlanGroup) => string {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const items = checkpoints
    .map((point) =>
      t('checkpoint', {
        date: point.date.endsWith('-12-31')
          ? t('year_end', { year: point.date.slice(0, 4) })
          : formatDate(point.date, language),
        share: formatPercent(point.share, language, 0),
      }),
    )
    .join(t('list'));
  const example = checkpoints.some((point) => point.data_status === 'illustrative');
  return ({ plan, start, day }) => {
    const values = {
      start: start === undefined ? '' : formatDate(start, language),
      day: formatDate(day, language),
      share: formatPercent(plan.share, language, 2),
    };
    return plan.path === 'straight'
      ? t('plan_straight', values)
      : t('plan_checkpoints', { ...values, items, example });
  };
}

/**
 * The notes below the targets table: how plan to date is computed, what the forecasts assume, and
 * what must not be compared.
 */
export function TargetsNotes({
  overview,
  onPlan,
  record,
}: {
  readonly overview: Overview;
  readonly onPlan?: (path: PlanPath) => void;
  /** A link to the results of past forecasts. */
  readonly record?: ReactNode;
}) {
  const t = useLabels(detailLabels);
  const forecasts = forecastNotes(overview.targets, useLanguage());
  const sentence = usePlanSentence(overview);
  const { path, checkpoints } = overview.plan;
  const investmentHasTarget = overview.targets.filter((row) => isCurrency(row.unit)).length > 1;
  const other = path === 'checkpoints' ? 'straight' : 'checkpoints';
  if (overview.targets.length === 0) return null;
  return (
    <div className={targetsNotesStyles.notes}>
      {sentence === undefined ? null : (
        <p className={textStyles.note} data-says="plan_progress">
          {sentence}{' '}
          {onPlan === undefined || checkpoints.length === 0 ? null : (
            <TextButton onClick={() => onPlan(other)}>
              {t(other === 'straight' ? 'show_straight' : 'show_checkpoints')}
            </TextButton>
          )}
        </p>
      )}
      {forecasts.length === 0 ? null : (
        <p className={textStyles.note} data-says="target_share">
          {forecasts.join(' ')} {record}
        </p>
      )}
      {needsComparisonNote(overview.targets) ? (
        <p className={textStyles.note}>
          {t(investmentHasTarget ? 'never_compared' : 'invest_note')}
        </p>
      ) : null}
      <ChangedSince overview={overview} />
    </div>
  );
}

/** Values of closed months that have changed since their closing, each with its former value. */
function ChangedSince({ overview }: { readonly overview: Overview }) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const changes = [...(overview.closed?.changed ?? []), ...(overview.reopened ?? [])];
  return changes.map(({ indicator, period, before, now }) => {
    const row = overview.targets.find((target) => target.indicator === indicator);
    const format = (value: string | undefined) =>
      value === undefined
        ? t('value_none')
        : row === undefined
          ? value
          : formatValue(value, row.unit, language).text;
    return (
      <p className={textStyles.note} key={`${indicator} ${period}`}>
        <b>
          {row?.name[language] ?? indicator}
          {t('colon')}
        </b>
        {t('changed_since_closed', {
          month: formatMonth(period, language, 'long'),
          from: format(before),
          to: format(now),
        })}
      </p>
    );
  });
}

/** The note on each target: cause and next step, one sentence each. */
export function Causes({ overview }: { readonly overview: Overview }) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const causes = listTargetNotes(overview.targets);
  if (causes.length === 0) return null;
  return (
    <section className={targetsNotesStyles.causes} aria-label={t('causes')}>
      {causes.map(({ row, cause }) => (
        <p key={targetKey(row)}>
          <b>
            {row.name[language]}
            {t('colon')}
          </b>
          <span>
            {cause.next_step === undefined
              ? cause.text
              : `${beforeSentence(cause.text)}${t('next_step_by', {
                  step: cause.next_step,
                  who: [
                    cause.owner,
                    cause.due === undefined ? undefined : formatDate(cause.due, language),
                  ]
                    .filter((part) => part !== undefined)
                    .join(t('list')),
                })}`}
          </span>{' '}
          <small>
            {t('cause_by', {
              author: authorWords(cause.author, language),
              month: formatMonth(cause.period, language),
            })}
          </small>
        </p>
      ))}
    </section>
  );
}
