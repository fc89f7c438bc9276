import { lazy, Suspense, useEffect, useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { languageFromTags } from '#web/i18n/languages.ts';
import { readerLabels } from '#web/features/links/labels/index.ts';
import { LanguageProvider, useLanguage, useLabels } from '#web/i18n/text.ts';
import { Brand } from '#web/ui/display/brand.tsx';
import { LoadedBefore } from '#web/loading/stale-data-notice.tsx';
import { readAddressLanguage, readAddressView } from '#web/url/link-address.ts';
import { ErrorBoundary } from '#web/ui/feedback/error-boundary.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { wallReadsEveryMs } from '#web/features/wall/refresh-interval.ts';
import { ExplainedView } from '#web/features/links/explain/explained-view.tsx';
import { LinkSheets } from '#web/features/links/print/print-sheets.tsx';
import { PasswordGate, Busy, EndedLink, PasteCode, PausedLink } from './link-gates.tsx';
import * as readerStyles from '#web/features/links/reader.module.css';
import { useSharedLink, type SharedLinkAccess } from './use-shared-link.ts';

const SharedWall = lazy(async () => ({ default: (await import('./shared-wall.tsx')).SharedWall }));
const SharedView = lazy(async () => ({
  default: (await import('#web/features/links/view/shared-view.tsx')).SharedView,
}));

function Content({ reading, open, enter, again }: SharedLinkAccess) {
  const t = useLabels(readerLabels);
  if (reading.at === 'open')
    return (
      <>
        {reading.failedAt === undefined ? null : (
          <div className={readerStyles.stale}>
            <LoadedBefore at={reading.readAt} onAgain={again} />
          </div>
        )}
        <ExplainedView payload={reading.payload}>
          <SharedView payload={reading.payload} />
        </ExplainedView>
        <LinkSheets payload={reading.payload} />
      </>
    );
  if (reading.at === 'password') return <PasswordGate wrong={reading.wrong} onEnter={enter} />;
  if (reading.at === 'ended') return <EndedLink on={reading.on} />;
  if (reading.at === 'paused') return <PausedLink />;
  if (reading.at === 'busy') return <Busy onAgain={again} />;
  if (reading.at === 'unknown')
    return <PasteCode title={t('unknown_title')} text={t('unknown_text')} onOpen={open} />;
  if (reading.at === 'over')
    return <PasteCode title={t('over_title')} text={t('over_text')} onOpen={open} />;
  if (reading.at === 'paste')
    return <PasteCode title={t('paste_title')} text={t('paste_text')} onOpen={open} />;
  if (reading.at === 'failed')
    return (
      <div className={`${readerStyles.page} ${readerStyles.gate}`}>
        <ErrorPanel failure={reading.failure} onRetry={again} />
      </div>
    );
  return (
    <div className={readerStyles.page} aria-label={t('opening')} role="status">
      <Skeleton lines={8} />
    </div>
  );
}

function useTitle({ reading }: SharedLinkAccess): void {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title =
      reading.at === 'open'
        ? `${reading.payload.overview.zone.short_name[language]} · ${formatDate(reading.payload.overview.as_of, language)} · ${t('product')}`
        : `${t('page')} · ${t('product')}`;
  }, [reading, language, t]);
}

function Page({
  access,
  wall,
  onLanguage,
}: {
  readonly access: SharedLinkAccess;
  readonly wall: boolean;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { reading } = access;
  const zone = reading.at === 'open' ? reading.payload.overview.zone : undefined;
  useTitle(access);
  // Only the overview has a wall screen.
  if (wall && reading.at === 'open' && reading.payload.view.page === 'overview')
    return (
      <Suspense>
        <SharedWall payload={reading.payload} readAt={reading.readAt} failedAt={reading.failedAt} />
      </Suspense>
    );
  return (
    <>
      <header className={readerStyles.bar}>
        <Brand
          name={zone?.short_name[language] ?? t('page')}
          fullName={zone?.name[language] ?? t('page')}
          product={t('product')}
        />
        <LanguageSwitch tall label={t('language')} language={language} onChange={onLanguage} />
      </header>
      <main id="main" className={readerStyles.main}>
        <ErrorBoundary
          fallback={(retry, { reference }) => (
            <ErrorPanel failure={{ code: 'internal', problem: { reference } }} onRetry={retry} />
          )}
        >
          <Suspense fallback={<Skeleton lines={8} />}>
            <Content {...access} />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

/** The language of the page: of the reader's browser, unless the sender fixed that of the link. */
function pageLanguage({ reading }: SharedLinkAccess): Language {
  const { languages } = navigator;
  if (reading.at !== 'open') return languageFromTags(languages);
  const { language, fixed_language } = reading.payload.link;
  return fixed_language === true ? language : languageFromTags(languages, language);
}

/** The page of a shared link. What the reader chose takes precedence. */
export function SharedPage() {
  const [wall] = useState(() => readAddressView().view === 'wall');
  const access = useSharedLink(wall ? wallReadsEveryMs : undefined);
  const [ownLanguage, setOwnLanguage] = useState<Language | undefined>(readAddressLanguage);
  const language = ownLanguage ?? pageLanguage(access);
  return (
    <LanguageProvider value={language}>
      <Page access={access} wall={wall} onLanguage={setOwnLanguage} />
    </LanguageProvider>
  );
}
