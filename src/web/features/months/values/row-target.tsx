import { formatMonth, formatPercent } from '#domain/values/format.ts';
import { pointsText } from '#domain/labels/targets/points.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Month } from '#domain/values/date.ts';
import { absentValue, writeMissingMonths } from '#domain/labels/targets/absent-value.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { verdictTerms } from '#domain/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as valuesStyles from '#web/features/months/values/values.module.css';

/** Whether a cause is due. A verdict that rests on invented values needs none. */
export const needsCause = (target: TargetRow): boolean =>
  isBehindPlan(target) && target.verdict_status !== 'illustrative';

/** The points of a target ahead of or behind its plan, else its verdict. */
export function PlanGap({ target }: { readonly target: TargetRow }) {
  const language = useLanguage();
  const points = pointsAhead(target);
  if (points === undefined)
    return (
      <span className={isBehindPlan(target) ? valuesStyles.behind : undefined}>
        {verdictTerms[target.verdict][language]}
      </span>
    );
  return (
    <ExplainableFigure measure="points_ahead" of={`target=${targetKey(target)}`}>
      <span className={points < 0 ? valuesStyles.behind : undefined}>
        {pointsText(points, language)}
      </span>
    </ExplainableFigure>
  );
}

interface OfMonthProps {
  readonly target: TargetRow;
  readonly month: Month;
}

/** The month of the value that a target is judged by, where it is not the month of the page. */
export function ValueMonth({ target: { now }, month }: OfMonthProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const of = now?.date.slice(0, 7);
  return of === undefined || of === month ? null : (
    <small>{t('value_month', { month: formatMonth(of, language) })}</small>
  );
}

/**
 * The target of a row by the stored values: share of target, and points to plan; else why they are
 * unknown.
 */
export function RowTarget({ target, month }: OfMonthProps) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  if (target.now === undefined)
    return (
      <span>
        {sentenceStart(absentValue(target, language))}
        <DeclaredLine declared={target.declared} />
      </span>
    );
  return (
    <span>
      {target.completion === undefined ? null : (
        <ExplainableFigure measure="target_share" of={`target=${targetKey(target)}`}>
          <b>{t('reached', { share: formatPercent(target.completion, language, 2) })}</b>
        </ExplainableFigure>
      )}{' '}
      <PlanGap target={target} /> <ValueMonth target={target} month={month} />
      {target.missing_months === undefined ? null : (
        <> {writeMissingMonths(target.missing_months, language)}</>
      )}
      <DeclaredLine declared={target.declared} />
    </span>
  );
}
