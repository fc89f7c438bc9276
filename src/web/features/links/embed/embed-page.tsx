import { useEffect } from 'react';
import { embedLabels } from '#web/features/links/labels/embed/index.ts';
import { languageFromTags } from '#web/i18n/languages.ts';
import { LanguageProvider, useLanguage, useLabels } from '#web/i18n/text.ts';
import { EmbeddedFigure } from '#web/features/links/view/embedded-figure.tsx';
import { LoadedBefore } from '#web/loading/stale-data-notice.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { readAddressLanguage } from '#web/url/link-address.ts';
import * as embedStyles from './embed.module.css';
import { useFigure, usePostedHeight } from './use-embedded-figure.ts';
import * as textStyles from '#web/ui/text.module.css';

function Content({ figure, again }: ReturnType<typeof useFigure>) {
  const t = useLabels(embedLabels);
  const language = useLanguage();
  usePostedHeight();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className={embedStyles.page}>
      {figure.at === 'shown' ? (
        <>
          {figure.stale ? <LoadedBefore at={figure.readAt} onAgain={again} /> : null}
          <EmbeddedFigure payload={figure.payload} />
        </>
      ) : null}
      {figure.at === 'gone' ? <p className={textStyles.quiet}>{t('gone')}</p> : null}
      {figure.at === 'failed' ? (
        <p className={textStyles.quiet}>
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

/** An embedded figure, in the language of the address or of the link. */
export function EmbedPage() {
  const access = useFigure();
  const { figure } = access;
  const own =
    figure.at === 'shown' ? figure.payload.link.language : languageFromTags(navigator.languages);
  return (
    <LanguageProvider value={readAddressLanguage() ?? own}>
      <Content {...access} />
    </LanguageProvider>
  );
}
