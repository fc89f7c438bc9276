import type { SharedPayload } from '#contract/links/schemas.ts';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { chartName } from '#web/features/links/chart-name.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { TargetOfLink } from '#web/features/links/view/outlook-body.tsx';
import { ChartNotice, useSharedChart } from '#web/features/links/view/shared-analysis.tsx';
import { AnswerTable } from '#web/features/outlook/parts/answer-table.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PrintedFigure } from './printed-figure.tsx';
import { PrintedHead } from './printed-head.tsx';
import { PrintedPages } from './printed-pages.tsx';
import * as printedLinkStyles from './printed-link.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface LinkProps {
  readonly payload: SharedPayload;
}

/** The chart of a link, or why it is not shown. */
function PrintedChart({ payload }: LinkProps) {
  const figure = useSharedChart(payload, useLanguage());
  return (
    <>
      <ChartNotice payload={payload} />
      {figure === undefined ? null : <PrintedFigure {...figure} />}
    </>
  );
}

/** A shared analysis chart on paper. */
export function PrintedAnalysis({ payload }: LinkProps) {
  const t = useLabels(chartLinkLabels);
  const language = useLanguage();
  const date = formatDate(payload.overview.as_of, language, 'long');
  const heading = t('on', { name: chartName(payload.view, language), date });
  return (
    <PrintedPages
      overview={toDrawableOverview(payload.overview)}
      head={<PrintedHead payload={payload} heading={heading} />}
      first={() => <PrintedChart payload={payload} />}
      rest={() => null}
    />
  );
}

/** The shared outlook on paper: the answers and the chart, and then each target. */
export function PrintedOutlook({ payload }: LinkProps) {
  const t = useLabels(chartLinkLabels);
  const language = useLanguage();
  const date = formatDate(payload.overview.as_of, language, 'long');
  const outlook = payload.analysis?.outlook;
  const { scenario, targets = [] } = outlook ?? {};
  return (
    <PrintedPages
      overview={toDrawableOverview(payload.overview)}
      head={<PrintedHead payload={payload} heading={t('on', { name: t('outlook'), date })} />}
      first={(most) => (
        <>
          {scenario === undefined ? null : (
            <p className={textStyles.note}>{scenarioSentence(scenario, language)}</p>
          )}
          {targets.length === 0 ? null : <AnswerTable targets={targets.slice(0, most)} unlinked />}
          <PrintedChart payload={payload} />
        </>
      )}
      rest={(most) => (
        <div className={printedLinkStyles.blocks}>
          {targets.slice(0, most).map((target) => (
            <TargetOfLink
              key={targetKey(target.row)}
              as_of={payload.overview.as_of}
              outlook={target}
            />
          ))}
        </div>
      )}
    />
  );
}
