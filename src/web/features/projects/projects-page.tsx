import { useState } from 'react';
import { Link } from 'react-router-dom';
import { notKnownBefore, projectFieldTerms, term } from '#domain/labels/index.ts';
import { useProjects, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { AddProject } from '#web/features/projects/edit/add-project.tsx';
import { FilterBar } from '#web/features/projects/list/filter-bar.tsx';
import { filterFields, listQuery } from '#web/features/projects/list/list-query.ts';
import { ListSums } from '#web/features/projects/list/list-totals.tsx';
import { ProjectPanel } from '#web/features/projects/detail/project-panel.tsx';
import { ProjectTable } from '#web/features/projects/list/project-table.tsx';
import { filterWord } from '#web/features/projects/facts/project-labels.ts';
import './projects.css';

/** Every project: found, sorted, summed, and one of them opened beside the list. */
export function ProjectsPage() {
  const t = useText(projectsText);
  const words = useText(projectText);
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const [adding, setAdding] = useState(false);
  const access = useViewState();
  const { view, change, hrefTo } = access;
  const projects = useProjects(listQuery(view));
  const profile = useZone().data;
  const items = projects.data?.pages.flatMap((page) => page.items) ?? [];
  const seen = {
    industry: items.flatMap((item) => item.industry ?? []),
    zone: items.flatMap((item) => item.zone ?? []),
  };
  const add = mayEdit ? <Button onClick={() => setAdding(true)}>{words('add')}</Button> : null;
  const chosen = [
    ...(view.q === '' ? [] : [t('filter', { name: t('search'), value: view.q })]),
    ...filterFields.flatMap((field) =>
      view[field].length === 0
        ? []
        : [
            t('filter', {
              name: term(projectFieldTerms, field, language),
              value: view[field].map((id) => filterWord(field, id, profile, language)).join(' · '),
            }),
          ],
    ),
  ];
  return (
    <div className="projects">
      {adding ? <AddProject profile={profile} onClose={() => setAdding(false)} /> : null}
      <FilterBar access={access} profile={profile} seen={seen} />
      <QueryView query={projects} lines={10}>
        {(data) => {
          const first = data.pages[0]?.first_known_day;
          if (first !== undefined)
            return <EmptyState title={notKnownBefore(first, language)}>{add}</EmptyState>;
          const total = data.pages[0]?.total ?? 0;
          const left = total - items.length;
          if (total === 0) {
            return chosen.length > 0 ? (
              <EmptyState title={t('no_match', { filters: chosen.join(' · ') })}>
                <Button
                  onClick={() => change({ q: '', stage: [], status: [], industry: [], zone: [] })}
                >
                  {t('clear')}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('none')}>
                {add}
                <Link className="btn" to={hrefTo('/import')}>
                  {t('import')}
                </Link>
              </EmptyState>
            );
          }
          return (
            <>
              <ListSums query={listQuery(view)} total={total}>
                {add}
              </ListSums>
              <ProjectTable projects={items} profile={profile} access={access} />
              {left > 0 && projects.hasNextPage ? (
                <Button
                  disabled={projects.isFetchingNextPage}
                  onClick={() => void projects.fetchNextPage()}
                >
                  {projects.isFetchingNextPage ? t('loading_more') : t('more', { n: left })}
                </Button>
              ) : null}
              {items.some((item) => item.data_status === 'illustrative') ? (
                <p className="psource">
                  <StatusChip status="illustrative" /> {t('example')}
                </p>
              ) : null}
            </>
          );
        }}
      </QueryView>
      {view.sel === undefined ? null : (
        <ProjectPanel
          key={view.sel}
          code={view.sel}
          asOf={view.as_of}
          knownAt={view.known_at}
          profile={profile}
          onClose={() => change({ sel: undefined })}
        />
      )}
    </div>
  );
}
