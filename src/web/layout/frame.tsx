import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { formatDate, formatMonth } from '#domain/values/date-format.ts';
import { countPipeline } from '#domain/overview/stage-not-set.ts';
import { activeProjects } from '#domain/overview/active-projects.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { PageId } from '#contract/core/pages.ts';
import { useSession } from '#web/data/view-queries.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import type { Route } from '#web/url/page-list.ts';
import { useIsReading } from '#web/url/next-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Brand } from '#web/ui/display/brand.tsx';
import { Navigation } from '#web/layout/navigation/navigation.tsx';
import { useManaged } from '#web/layout/navigation/managed-pages.ts';
import { useMayEdit, useMayShare } from '#web/data/overview-of-view.ts';
import { StatusLine } from './status-line.tsx';
import { TopBar } from '#web/layout/bar/top-bar.tsx';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { ExplainProvider } from '#web/ui/display/explained.tsx';
import { usePageOverview } from './use-page-overview.ts';
import * as frameStyles from './frame.module.css';
import * as textStyles from '#web/ui/text.module.css';

const loadLater = () => import('./later.ts');
const RealPanel = lazy(async () => ({ default: await (await loadLater()).loadRealPanel() }));
const ShareDialog = lazy(async () => ({ default: await (await loadLater()).loadShareDialog() }));
const ShortcutsPanel = lazy(async () => ({
  default: await (await loadLater()).loadShortcutsPanel(),
}));
/** The shortcuts: they do nothing before the page can be used. */
const Keys = lazy(async () => ({ default: (await loadLater()).Keys }));
const loadEmpty = () => import('#web/features/overview/parts/no-data.tsx');
const NoData = lazy(async () => ({ default: (await loadEmpty()).NoData }));
const NothingRecorded = lazy(async () => ({ default: (await loadEmpty()).NothingRecorded }));

/** Pages that work before there is any data. */
const withoutData: ReadonlySet<PageId> = new Set([
  'overview',
  'import',
  'setup',
  'people',
  'audit',
  'account',
]);

/** The last day and month of the data, and the signed-in person. */
function Freshness({
  overview,
  who,
}: {
  readonly overview: Overview | undefined;
  readonly who: string | undefined;
}) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const session = useSession().data;
  const month = overview?.latest_month;
  return (
    <div className={frameStyles.freshness}>
      {overview === undefined ? null : (
        <p>{t('as_of', { date: formatDate(overview.as_of, language) })}</p>
      )}
      {month === undefined ? null : (
        <p>
          {t(month.data_status === 'illustrative' ? 'example_months' : 'reported_months', {
            month: formatMonth(month.period, language, language === 'en' ? 'short' : 'long'),
          })}
        </p>
      )}
      {session?.mode === 'local' ? <p>{t('local_mode')}</p> : null}
      {who === undefined ? null : <Link to={hrefTo('/account')}>{who}</Link>}
    </div>
  );
}

/** The rail: the zone, the navigation and the state of the data. */
function Rail({
  overview,
  zone,
  who,
  mayEdit,
  onApproach,
}: {
  readonly overview: Overview | undefined;
  readonly zone: ReturnType<typeof usePageOverview>['zone'];
  readonly who: string | undefined;
  readonly mayEdit: boolean;
  readonly onApproach: (id: PageId) => void;
}) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const managedPages = useManaged();
  return (
    <aside className={frameStyles.rail} aria-label={t('zone_shown')}>
      <Brand
        name={zone?.short_name[language] ?? t('product')}
        fullName={zone?.name[language] ?? t('product')}
        product={t('product')}
      />
      <Navigation
        projects={countAll(overview)}
        pipeline={overview && countPipeline(overview)}
        mayEdit={mayEdit}
        managed={managedPages}
        onApproach={onApproach}
      />
      <Freshness overview={overview} who={who} />
    </aside>
  );
}

type Panel = 'real' | 'keys' | 'share';

/** The open panel, and the shortcuts of every page. */
function Panels({
  panel,
  setPanel,
  overview,
  route,
  dated,
  mayEdit,
  onShare,
}: {
  readonly panel: Panel | undefined;
  readonly setPanel: (panel: Panel | undefined) => void;
  readonly overview: Overview | undefined;
  readonly route: Route | undefined;
  readonly dated: boolean;
  readonly mayEdit: boolean;
  readonly onShare: (() => void) | undefined;
}) {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const close = () => setPanel(undefined);
  return (
    <>
      <Suspense>
        {panel === 'real' && overview !== undefined ? (
          <RealPanel overview={overview} mayEdit={mayEdit} onClose={close} />
        ) : null}
        {panel === 'share' && overview !== undefined ? (
          <ShareDialog overview={overview} route={route?.id} onClose={close} />
        ) : null}
      </Suspense>
      <Suspense>
        {isMounted ? (
          <Keys
            overview={overview}
            dated={dated}
            onHelp={() => setPanel('keys')}
            onShare={onShare}
          />
        ) : null}
      </Suspense>
      <Suspense>{panel === 'keys' ? <ShortcutsPanel onClose={close} /> : null}</Suspense>
    </>
  );
}

/**
 * Makes the label of the link to the account: the person's name, or the invitation to add people.
 */
function useAccountLabel(): string | undefined {
  const t = useLabels(frameLabels);
  const session = useSession().data;
  if (session?.may.includes('own_account')) return session.name;
  return session?.may.includes('set_up') ? t('let_in') : undefined;
}

/** The active projects of the zone; undefined for an overview with a filter. */
const countAll = (overview: Overview | undefined): number | undefined =>
  overview === undefined || overview.filtered !== undefined ? undefined : activeProjects(overview);

/** The classes of the frame. `withDay`: the day can be chosen in the bar. */
const frameClass = (route: Route | undefined, withDay: boolean): string =>
  [
    frameStyles.app,
    ...(route?.id === 'overview' ? [] : [frameStyles.inner]),
    ...(withDay ? [frameStyles.dated] : []),
  ].join(' ');

/** The page, or why it has no data. */
function PageContent({
  route,
  momentBeforeRecords,
  children,
}: {
  readonly route: Route | undefined;
  readonly momentBeforeRecords: string | undefined;
  readonly children: ReactNode;
}) {
  const session = useSession().data;
  if (session?.origin === null && route !== undefined && !withoutData.has(route.id))
    return (
      <Suspense>
        <NoData />
      </Suspense>
    );
  return momentBeforeRecords === undefined ? (
    <ExplainProvider value>{children}</ExplainProvider>
  ) : (
    <Suspense>
      <NothingRecorded knownAt={momentBeforeRecords} />
    </Suspense>
  );
}

/** Says while the figures of a choice are read that those of the former one are shown. */
function ReadingNotice() {
  const t = useLabels(frameLabels);
  const isReading = useIsReading();
  return (
    <p className={isReading ? frameStyles.reading : textStyles.visuallyHidden} aria-live="polite">
      {isReading ? t('reading_choice') : ''}
    </p>
  );
}

/** The frame around every page: navigation, the day, the one status line. */
export function Frame({
  route,
  onApproach,
  children,
}: {
  readonly route: Route | undefined;
  /** Runs when the pointer reaches a page's link in the navigation. */
  readonly onApproach: (id: PageId) => void;
  readonly children: ReactNode;
}) {
  const t = useLabels(frameLabels);
  const { overview, zone, isDated, momentBeforeRecords, unanswered } = usePageOverview(route);
  const mayEdit = useMayEdit();
  const mayShare = useMayShare();
  const who = useAccountLabel();
  const { view, change, refusedNames, hrefTo } = useViewState();
  const [panel, setPanel] = useState<Panel>();
  const title = route === undefined ? t('unknown_page') : t(route.id);
  useDocumentTitle(title, overview);
  // a link can't show the knowledge of another moment
  const share =
    mayShare &&
    overview !== undefined &&
    view.known_at === undefined &&
    view.known_from === undefined
      ? () => setPanel('share')
      : undefined;
  return (
    <div className={frameClass(route, isDated && overview !== undefined)}>
      <a className={frameStyles.skip} href="#main">
        {t('skip')}
      </a>
      <Rail overview={overview} zone={zone} who={who} mayEdit={mayEdit} onApproach={onApproach} />
      <div className={frameStyles.page}>
        <TopBar
          title={title}
          overview={overview}
          dated={isDated}
          who={who}
          onShare={share}
          onShortcuts={() => setPanel('keys')}
        />
        <StatusLine
          overview={overview}
          unanswered={unanswered}
          refused={refusedNames}
          knownAt={view.known_at}
          onKnownNow={() => change({ known_at: undefined, known_from: undefined })}
          enterHref={hrefTo('/setup')}
          monthHref={hrefTo('/month')}
          mayEdit={mayEdit}
          onReal={() => setPanel('real')}
        />
        <ReadingNotice />
        <main id="main" tabIndex={-1}>
          <PageContent route={route} momentBeforeRecords={momentBeforeRecords}>
            {children}
          </PageContent>
        </main>
      </div>
      <Panels
        panel={panel}
        setPanel={setPanel}
        overview={overview}
        route={route}
        dated={isDated}
        mayEdit={mayEdit}
        onShare={share}
      />
    </div>
  );
}
