import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { findSettingsEntry } from '#contract/core/settings-entry.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { useGo } from '#web/url/use-go.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { settingsLabels } from './labels/index.ts';
import { findSection, type SectionId, sectionIds, sectionPath } from './section.ts';
import { openSections, sections } from './sections.ts';
import * as settingsStyles from './settings.module.css';

function SectionList({ current }: { readonly current: SectionId }) {
  const t = useLabels(settingsLabels);
  const { hrefTo } = useViewState();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    // the page itself does not scroll: a field of the section may have the focus
    const link = list.current?.querySelector(`a[href*="${sectionPath(current)}"]`);
    if (list.current === null || link === undefined || link === null) return;
    const [box, place] = [list.current.getBoundingClientRect(), link.getBoundingClientRect()];
    list.current.scrollLeft += (place.left + place.right - box.left - box.right) / 2;
  }, [current]);
  return (
    <nav className={settingsStyles.list} aria-label={t('sections')}>
      <ul ref={list}>
        {sectionIds
          .filter((id) => sections[id] !== undefined)
          .map((id) => (
            <li key={id}>
              <Link to={hrefTo(sectionPath(id))} aria-current={id === current ? 'page' : undefined}>
                {t(`section_${id}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Section({ id }: { readonly id: SectionId }) {
  const t = useLabels(settingsLabels);
  const session = useSession();
  const zone = useZone();
  const section = sections[id];
  if (section === undefined) return <EmptyState title={t('unknown_section')} />;
  return (
    <QueryView query={session}>
      {(who) => {
        const mayChange = who.may.includes('set_targets');
        return mayChange || openSections.includes(id) ? (
          <QueryView query={zone} lines={8}>
            {(profile) => (
              <Suspense fallback={<Skeleton lines={8} />}>
                {mayChange && profile.origin !== 'own' && id !== 'reminders' ? (
                  <Notice kind="example">
                    {t(profile.fictional ? 'fictional_leaves' : 'example_leaves')}
                  </Notice>
                ) : null}
                <section.Component profile={profile} mayChange={mayChange} />
              </Suspense>
            )}
          </QueryView>
        ) : (
          <Notice>{t('viewer')}</Notice>
        );
      }}
    </QueryView>
  );
}

/**
 * Leads to the first section, as the server does. The query is that of the address bar, since the
 * location of the router does not have a language yet that the reader chose while its labels load.
 */
function Redirect() {
  const go = useGo();
  const { view } = useViewState();
  const pathname = findSettingsEntry(view.month !== undefined);
  useEffect(() => {
    go({ pathname, search: window.location.search }, { replace: true });
  }, [go, pathname]);
  return null;
}

/** The settings of the zone: a list of sections, each with an address of its own. */
export function SettingsPage() {
  const t = useLabels(settingsLabels);
  const { pathname } = useLocation();
  const id = findSection(pathname);
  if (id === undefined) return <Redirect />;
  return (
    <div className={settingsStyles.page}>
      <SectionList current={id} />
      <div className={settingsStyles.section} key={id}>
        <h2 className={settingsStyles.title}>{t(`section_${id}`)}</h2>
        <Section id={id} />
      </div>
    </div>
  );
}
