import { useLocation } from 'react-router-dom';
import { Link } from '#web/ui/controls/link.tsx';
import type { PageId } from '#contract/core/pages.ts';
import { groupDigits } from '#domain/values/digit-groups.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { findRoute, routes, type Route } from '#web/url/page-list.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as navigationStyles from './navigation.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';

const short = {
  overview: 'overview',
  outlook: 'outlook',
  projects: 'projects',
  project: 'project',
  pipeline: 'pipeline',
  changes: 'changes_short',
  charts: 'charts',
  month: 'month_short',
  months: 'months',
  requests: 'requests',
  settings: 'settings',
  zone: 'zone_short',
  import: 'import',
  setup: 'setup',
  links: 'links',
  people: 'people',
  audit: 'audit',
  account: 'account',
  copy: 'copy',
  exports: 'exports',
  figures: 'figures',
  forecasts: 'forecasts',
  report: 'report',
} as const;
/** Number of pages in the bar of a phone; its last button opens the others. */
const onPhone = 4;
const main: readonly PageId[] = [
  'overview',
  'outlook',
  'projects',
  'pipeline',
  'changes',
  'charts',
  'month',
  'zone',
  'exports',
];

interface PageLinkProps {
  readonly route: Route;
  /** The page in view. */
  readonly current: PageId | undefined;
}

/** The link to a page in the navigation, with the number of its projects. */
function PageLink({
  route,
  current,
  count,
  onApproach,
}: PageLinkProps & Pick<NavigationProps, 'onApproach'> & { readonly count: number | undefined }) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  return (
    <li>
      <Link
        to={hrefTo(route.path)}
        aria-current={route.id === current ? 'page' : undefined}
        onPointerEnter={() => onApproach(route.id)}
      >
        <span className={navigationStyles.long}>{t(route.id)}</span>
        <span className={navigationStyles.short}>{t(short[route.id])}</span>
        {count === undefined ? null : <i>{groupDigits(String(count), language)}</i>}
      </Link>
    </li>
  );
}

/** The pages for which the bar of a phone has no room, in a menu. */
function MorePages({
  pages,
  current,
}: Pick<PageLinkProps, 'current'> & { readonly pages: readonly Route[] }) {
  const t = useLabels(frameLabels);
  const { hrefTo } = useViewState();
  const isActive = pages.some(({ id }) => id === current);
  return (
    <div
      className={
        isActive ? `${navigationStyles.more} ${navigationStyles.active}` : navigationStyles.more
      }
    >
      <Popover
        label={t('more')}
        trigger={(button) => (
          <button {...button} type="button">
            {t('more')}
          </button>
        )}
      >
        {(close) =>
          pages.map((route) => (
            <Link
              key={route.id}
              className={overlaysStyles.item}
              to={hrefTo(route.path)}
              onClick={close}
              aria-current={route.id === current ? 'page' : undefined}
            >
              <span />
              <span>{t(route.id)}</span>
              <small />
            </Link>
          ))
        }
      </Popover>
    </div>
  );
}

interface NavigationProps {
  readonly projects: number | undefined;
  readonly pipeline: number | undefined;
  readonly mayEdit: boolean;
  /** Pages that require a right. */
  readonly managed: readonly Route[];
  /** Runs when the pointer reaches a page's link. */
  readonly onApproach: (id: PageId) => void;
}

/** The navigation: a rail, tabs or a bar at the bottom, by the width of the window. */
export function Navigation({ projects, pipeline, mayEdit, managed, onApproach }: NavigationProps) {
  const counts: { readonly [K in PageId]?: number | undefined } = { projects, pipeline };
  const t = useLabels(frameLabels);
  const current = findRoute(useLocation().pathname)?.id;
  const link = (route: Route) => (
    <PageLink
      key={route.id}
      route={route}
      current={current}
      count={counts[route.id]}
      onApproach={onApproach}
    />
  );
  const pages = routes.filter(({ id }) => main.includes(id) && (mayEdit || id !== 'month'));
  return (
    <nav className={navigationStyles.navigation} aria-label={t('nav_label')}>
      <ul>{pages.map(link)}</ul>
      <MorePages pages={[...pages.slice(onPhone), ...managed]} current={current} />
      {managed.length === 0 ? null : (
        <>
          <p className={navigationStyles.heading}>{t('manage')}</p>
          <ul className={navigationStyles.managed}>{managed.map(link)}</ul>
        </>
      )}
    </nav>
  );
}
