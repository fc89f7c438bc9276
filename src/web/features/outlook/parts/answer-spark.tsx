import { makeSpark, type Spark, type SparkPlace } from '#charts/outlook/spark.ts';
import { rowUnit, tableValueText } from '#charts/targets/data/row-unit.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { valueText } from '#charts/kit/text/units.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as answersStyles from './answers.module.css';

const path = (places: readonly SparkPlace[]): string =>
  places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');

/** The lines, in percent of the drawing. Strokes keep their width. */
function Lines({ spark: { target, runs, last, needed, forecast } }: { readonly spark: Spark }) {
  return (
    <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
      {forecast === undefined ? null : (
        <>
          <path data-line="band" d={`${path([last, forecast.p90, forecast.p10])}Z`} />
          <path data-line="forecast" d={path([last, forecast.p50])} />
        </>
      )}
      {needed === undefined ? null : <path data-line="needed" d={path(needed)} />}
      <path data-line="target" d={`M0 ${target.toFixed(2)}H100`} />
      {runs.map((run) => (
        <path key={`${run[0]?.x}`} data-line="actual" d={path(run)} />
      ))}
    </svg>
  );
}

/** The forecast at the deadline in numbers, or why there is none. */
function Forecast({ row }: { readonly row: TargetRow }) {
  const language = useLanguage();
  const unit = rowUnit(row, language);
  const { forecast } = row;
  if (forecast.kind === 'refused')
    return forecast.reason === 'met' || forecast.reason === 'deadline_passed' ? null : (
      <small data-says="forecast">{targetsChartLabels[language].refused[forecast.reason]}</small>
    );
  return (
    <ExplainableFigure measure="forecast" of={`target=${targetKey(row)}`}>
      <b>{valueText(forecast.p50, unit)}</b>
      <small>
        {valueText(forecast.p10, unit)}–{valueText(forecast.p90, unit)}
      </small>
    </ExplainableFigure>
  );
}

/**
 * The values of a target so far, its present pace and the needed one, up to the deadline. The words
 * beside it say the same, so the drawing is not read out.
 */
export function AnswerSpark({ row }: { readonly row: TargetRow }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const spark = makeSpark(row, language);
  if (spark === undefined || row.target === undefined) return '—';
  const value = tableValueText(row.target, rowUnit(row, language));
  return (
    <div className={`${answersStyles.spark} ${answersStyles.lines}`}>
      <b data-says="target">{t('target_line', { value })}</b>
      <svg width="100%" height="100%" aria-hidden="true">
        <Lines spark={spark} />
        <circle cx={`${spark.last.x}%`} cy={`${spark.last.y}%`} r="3.5" />
      </svg>
      <span>
        <Forecast row={row} />
      </span>
    </div>
  );
}
