import { useState } from 'react';
import type { SharedPayload } from '#contract/links/endpoints.ts';
import { formatDate } from '#domain/values/format.ts';
import { drawable } from '#domain/redaction/shared-overview.ts';
import { embedText } from '#web/features/links/labels/embed/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { FigureCard } from '#web/figures/figure-card.tsx';
import './reader.css';
import { MeasureFigure, StagesFigure } from './shared-figures.tsx';

/** The one figure of a link that stands in another site, with its status and source, and whose it is. */
export function EmbeddedFigure({ payload }: { readonly payload: SharedPayload }) {
  const t = useText(embedText);
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const overview = drawable(payload.overview);
  const { embed, measure } = payload.view;
  const date = formatDate(overview.as_of, language, 'short');
  return (
    <>
      {embed?.figure === 'pipeline' ? <StagesFigure payload={payload} overview={overview} /> : null}
      {embed?.figure === 'progress' ? (
        <MeasureFigure
          payload={payload}
          overview={overview}
          measure={measure ?? overview.main_measure}
        />
      ) : null}
      {embed?.figure === 'targets' ? (
        <FigureCard id="targets" overview={overview} table={table} onTable={setTable} />
      ) : null}
      <p className="embedfoot">{t('foot', { zone: overview.zone.short_name[language], date })}</p>
    </>
  );
}
