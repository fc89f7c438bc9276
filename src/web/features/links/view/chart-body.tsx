import type { SharedPayload } from '#contract/links/schemas.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { chartName } from '#web/features/links/chart-name.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SharedAnalysis } from './shared-analysis.tsx';
import { SharedTitle } from './shared-title.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** A shared analysis chart: its name and day, the chart, and the definitions. */
export function ChartBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(chartLinkLabels);
  const language = useLanguage();
  const name = chartName(payload.view, language);
  const date = formatDate(payload.overview.as_of, language, 'long');
  return (
    <>
      <SharedTitle payload={payload} heading={t('on', { name, date })} />
      <h2 className={textStyles.visuallyHidden}>{t('chart')}</h2>
      <SharedAnalysis payload={payload} />
      <Definitions overview={toDrawableOverview(payload.overview)} unfolded />
    </>
  );
}
