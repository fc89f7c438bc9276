import { lazy, Suspense } from 'react';
import { findChart, isChartId } from '#charts/registry.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { embedLabels } from '#web/features/links/labels/embed/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as readerStyles from '#web/features/links/reader.module.css';
import { MeasureFigure, SharedFigure } from './shared-figures.tsx';

const SharedAnalysis = lazy(async () => ({
  default: (await import('./shared-analysis.tsx')).SharedAnalysis,
}));

/** The figure of a link that another site embeds, with its zone and day. */
export function EmbeddedFigure({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(embedLabels);
  const language = useLanguage();
  const overview = toDrawableOverview(payload.overview, payload.changes);
  const { embed, measure } = payload.view;
  const figure = embed?.figure ?? '';
  const date = formatDate(overview.as_of, language, 'short');
  return (
    <>
      {!isChartId(figure) ? (
        <Suspense>
          <SharedAnalysis payload={payload} />
        </Suspense>
      ) : findChart(figure).isPerMeasure ? (
        <MeasureFigure
          id={figure}
          payload={payload}
          overview={overview}
          measure={measure ?? overview.main_measure}
        />
      ) : (
        <SharedFigure id={figure} payload={payload} overview={overview} />
      )}
      <p className={readerStyles.embedFoot} data-foot>
        {t('foot', { zone: overview.zone.short_name[language], date })}
      </p>
    </>
  );
}
