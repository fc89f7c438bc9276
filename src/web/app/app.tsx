import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { Link } from '#web/ui/controls/link.tsx';
import type { PageId } from '#contract/core/pages.ts';
import type { Right } from '#contract/core/rights.ts';
import type { Language } from '#domain/values/language.ts';
import { chosenLanguage } from '#web/i18n/languages.ts';
import { useSession } from '#web/data/view-queries.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { LanguageProvider, useLabels } from '#web/i18n/text.ts';
import { findRoute } from '#web/url/page-list.ts';
import { pageCode, WallPage } from './page-code.tsx';
import { Frame } from '#web/layout/frame.tsx';
import { isLostCode, LostPage } from '#web/loading/missing-code.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorBoundary } from '#web/ui/feedback/error-boundary.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { useViewState } from '#web/url/use-view-state.ts';

const NoAccess = lazy(async () => ({ default: (await import('./no-access.tsx')).NoAccess }));

/** The page. A drawn page that waits for its reader must not be rendered again without a change. */
const Page = memo(function Page({
  id,
  missingRight,
}: {
  readonly id: PageId | undefined;
  readonly missingRight: Right | undefined;
}) {
  const t = useLabels(frameLabels);
  const parts = useLabels(uiLabels);
  const Content = id === undefined ? undefined : pageCode[id].Component;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      {Content === undefined ? (
        <EmptyState title={t('unknown_page')}>
          <Link to="/">{parts('back_to_overview')}</Link>
        </EmptyState>
      ) : missingRight !== undefined ? (
        <NoAccess needs={missingRight} />
      ) : (
        <Content />
      )}
    </Suspense>
  );
});

/** The page of the address, inside the frame. */
function Pages() {
  const { pathname } = useLocation();
  const route = findRoute(pathname);
  const session = useSession().data;
  const { view } = useViewState();
  const missingRight =
    route?.needs !== undefined && session !== undefined && !session.may.includes(route.needs)
      ? route.needs
      : undefined;
  if (route?.id === 'overview' && view.view === 'wall')
    return (
      <Suspense>
        <WallPage />
      </Suspense>
    );
  return (
    <Frame route={route} onApproach={(id) => void pageCode[id].preload()}>
      <ErrorBoundary
        key={pathname}
        fallback={(again, { error, reference }) =>
          isLostCode(error) ? (
            <LostPage />
          ) : (
            <ErrorPanel failure={{ code: 'internal', problem: { reference } }} onRetry={again} />
          )
        }
      >
        <Page id={route?.id} missingRight={missingRight} />
      </ErrorBoundary>
    </Frame>
  );
}

/**
 * The product for one reader. It starts in `language`, whose labels are loaded. Then the language
 * of the address applies, else the one chosen earlier.
 */
export function App({
  client,
  language,
}: {
  readonly client: QueryClient;
  readonly language: Language;
}) {
  const { view } = useViewState();
  const [fallback, setFallback] = useState(language);
  useEffect(() => {
    const ownLanguage = chosenLanguage();
    if (ownLanguage !== undefined) setFallback(ownLanguage);
  }, []);
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider value={view.lang ?? fallback} start={language}>
        <Pages />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
