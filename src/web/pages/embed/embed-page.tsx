import { useEffect, useState } from 'react';
import type { SharedPayload } from '#contract/links.ts';
import { formatDate } from '#domain/format.ts';
import { drawable } from '#domain/redaction/shared-overview.ts';
import { embedText } from '#web/i18n/embed/text.ts';
import { languageFromTags } from '#web/i18n/languages.ts';
import { LanguageProvider, useLanguage, useText } from '#web/i18n/text.ts';
import { MeasureFigure, StagesFigure } from '#web/reader/shared-figures.tsx';
import { FigureCard } from '#web/shell/figure-card.tsx';
import { Button } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { askedLanguage } from '#web/url/link-address.ts';
import './embed.css';
import { useFigure, usePostedHeight } from './use-figure.ts';

/** One figure with its status and source, and whose it is. */
function Shown({ payload }: { readonly payload: SharedPayload }) {
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
        <MeasureFigure payload={payload} overview={overview} measure={measure ?? overview.main_measure} />
      ) : null}
      {embed?.figure === 'targets' ? <FigureCard id="targets" overview={overview} table={table} onTable={setTable} /> : null}
      <p className="embedfoot">{t('foot', { zone: overview.zone.short_name[language], date })}</p>
    </>
  );
}

function Content({ figure, again }: ReturnType<typeof useFigure>) {
  const t = useText(embedText);
  const language = useLanguage();
  usePostedHeight();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className="embed">
      {figure.at === 'shown' ? <Shown payload={figure.payload} /> : null}
      {figure.at === 'gone' ? <p className="quiet">{t('gone')}</p> : null}
      {figure.at === 'failed' ? (
        <p className="quiet">
          {t('failed')} <Button onClick={again}>{t('retry')}</Button>
        </p>
      ) : null}
      {figure.at === 'opening' ? (
        <div role="status" aria-label={t('opening')}>
          <Skeleton lines={6} />
        </div>
      ) : null}
    </main>
  );
}

/** A figure inside a page of another site: in the language of the address, else of the link. */
export function EmbedPage() {
  const access = useFigure();
  const { figure } = access;
  const own = figure.at === 'shown' ? figure.payload.link.language : languageFromTags(navigator.languages);
  return (
    <LanguageProvider value={askedLanguage() ?? own}>
      <Content {...access} />
    </LanguageProvider>
  );
}
