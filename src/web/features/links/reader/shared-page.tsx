import { Suspense, useCallback, useEffect, useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { languageFromTags } from '#web/i18n/languages.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { LanguageProvider, makeTranslate, useLanguage, useLabels } from '#web/i18n/text.ts';
import { laterComponent } from '#web/loading/later-component.tsx';
import { Brand } from '#web/ui/display/brand.tsx';
import { LoadedBefore } from '#web/loading/stale-data-notice.tsx';
import { leaveWallAddress, readAddressView } from '#web/url/link-address.ts';
import { ErrorBoundary } from '#web/ui/feedback/error-boundary.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { wallReadsEveryMs } from '#web/features/wall/refresh-interval.ts';
import { ExplainedView } from '#web/features/links/explain/explained-view.tsx';
import { LinkSheets } from '#web/features/links/print/print-sheets.tsx';
import { PasswordGate, Busy, EndedLink, PasteCode, PausedLink } from './link-gates.tsx';
import * as readerStyles from '#web/features/links/reader.module.css';
import type { ReaderStart } from './reader-start.ts';
import { useSharedLink, type SharedLinkAccess } from './use-shared-link.ts';

const sharedWall = laterComponent(async () => (await import('./shared-wall.tsx')).SharedWall);
const sharedView = laterComponent(
  async () => (await import('#web/features/links/view/shared-view.tsx')).SharedView,
);
const isWall = ({ view }: ReaderStart['view'], { view: { page } }: SharedPayload): boolean =>
  // only the overview has a wall screen
  view === 'wall' && page === 'overview';

/** Loads the code of the page of a link, so that it renders without Suspense. */
export async function preloadShared(
  view: ReaderStart['view'],
  payload: SharedPayload,
): Promise<void> {
  if (isWall(view, payload)) return sharedWall.preload();
  await sharedView.preload();
  const { preloadBody } = await import('#web/features/links/view/shared-view.tsx');
  await preloadBody(payload.view.page);
}

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
          <sharedView.Component payload={reading.payload} />
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

/** Writes the title of the page of a link in the browser. */
export const writeLinkTitle = ({ overview }: SharedPayload, language: Language): string =>
  [
    overview.zone.short_name[language],
    formatDate(overview.as_of, language),
    makeTranslate(readerLabels, language)('product'),
  ].join(' · ');

function useTitle({ reading }: SharedLinkAccess): void {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title =
      reading.at === 'open'
        ? writeLinkTitle(reading.payload, language)
        : `${t('page')} · ${t('product')}`;
  }, [reading, language, t]);
}

function Page({
  access,
  view,
  onLeaveWall,
  onLanguage,
}: {
  readonly access: SharedLinkAccess;
  readonly view: ReaderStart['view'];
  readonly onLeaveWall: () => void;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { reading } = access;
  const zone = reading.at === 'open' ? reading.payload.overview.zone : undefined;
  useTitle(access);
  if (reading.at === 'open' && isWall(view, reading.payload)) {
    const { payload, readAt, failedAt } = reading;
    return (
      <Suspense>
        <sharedWall.Component {...{ payload, view, readAt, failedAt, onLeave: onLeaveWall }} />
      </Suspense>
    );
  }
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

/**
 * The language of the page: of the reader's browser, unless the sender fixed that of the link. The
 * page keeps the language in which the server drew it, until another link is opened.
 */
function pageLanguage({ reading }: SharedLinkAccess, { drawnLink }: ReaderStart): Language {
  const payload = reading.at === 'open' ? reading.payload : drawnLink?.payload;
  if (drawnLink !== undefined && payload?.link.id === drawnLink.payload.link.id)
    return drawnLink.language;
  const { languages } = navigator;
  if (payload === undefined) return languageFromTags(languages);
  const { language, fixed_language } = payload.link;
  return fixed_language === true ? language : languageFromTags(languages, language);
}

const startOfAddress = (): ReaderStart => ({ view: readAddressView() });

/**
 * The page of a shared link. What the reader chose takes precedence.
 *
 * @param start - what the page starts from; omitted to read the address
 */
export function SharedPage({ start: given }: { readonly start?: ReaderStart }) {
  const [start] = useState(given ?? startOfAddress);
  const [view, setView] = useState(start.view);
  const leaveWall = useCallback(() => {
    leaveWallAddress();
    setView(({ view: _wall, ...options }) => options);
  }, []);
  const access = useSharedLink(start, view.view === 'wall' ? wallReadsEveryMs : undefined);
  const [ownLanguage, setOwnLanguage] = useState(view.lang);
  const language = ownLanguage ?? pageLanguage(access, start);
  return (
    <LanguageProvider value={language}>
      <Page access={access} view={view} onLeaveWall={leaveWall} onLanguage={setOwnLanguage} />
    </LanguageProvider>
  );
}
