import { Link } from '#web/ui/controls/link.tsx';
import { verdictTerms } from '#domain/labels/index.ts';
import { formatAttainment } from '#domain/targets/format-target.ts';
import { thresholdsOf } from '#domain/targets/verdict.ts';
import { formatDate } from '#domain/values/format.ts';
import type { TargetRow, Verdict } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { periodKey } from '#domain/zone/period-key.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

const late: readonly Verdict[] = ['missed', 'behind', 'slightly_behind'];
/** The targets that need action, the worst first: missed, behind plan, slightly behind. */
export const listLateTargets = (targets: readonly TargetRow[]): readonly TargetRow[] =>
  late.flatMap((verdict) =>
    targets
      .filter((row) => row.verdict === verdict)
      .toSorted((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1)),
  );

/** The progress of a target against its plan, as the overview writes it. */
function PlanProgress({ row }: { readonly row: TargetRow }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const thresholds = useOverviewOfView().data?.thresholds;
  if (row.attainment === undefined) return null;
  const limits = thresholds === undefined ? {} : thresholdsOf(row, thresholds);
  return (
    <ExplainableFigure measure="plan_progress" of={`target=${targetKey(row)}`}>
      {t('of_plan', { share: formatAttainment(row.attainment, limits, language) })}
    </ExplainableFigure>
  );
}

/** The targets behind plan, each with its owner and a link to its settings. */
export function LateTargets({ rows }: { readonly rows: readonly TargetRow[] }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{t('late_targets')}</h4>
      <ul className={`${listsStyles.list} ${listsStyles.actions}`}>
        {rows.map((row) => (
          <li key={targetKey(row)}>
            <span>
              <Link
                className={textStyles.plainLink}
                to={hrefTo('/settings/targets', {
                  indicator: row.indicator,
                  period: periodKey(row.period),
                })}
              >
                {row.name[language]}
              </Link>
              <small>{[row.owner, row.unit_in_charge].filter(Boolean).join(' · ')}</small>
            </span>
            <p>
              <span>{verdictTerms[row.verdict][language]}</span>
              <DeclaredLine declared={row.declared} />
              <span>{t('deadline', { day: formatDate(row.deadline, language, 'long') })}</span>
            </p>
            <b
              className={
                row.verdict_status === 'illustrative'
                  ? textStyles.number
                  : `${textStyles.number} ${listsStyles.late}`
              }
            >
              <PlanProgress row={row} />
            </b>
          </li>
        ))}
      </ul>
    </>
  );
}
