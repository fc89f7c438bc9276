import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import type { Project } from '#domain/projects/project.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { notKnownBefore, projectFieldTerms, term, undatedProjects } from '#domain/labels/index.ts';
import { useEarlyReads } from '#web/url/next-view.ts';
import {
  summaryRead,
  useEarlyProjects,
  useProjects,
  useSummary,
  useZone,
} from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useMayEdit, useOverviewOfView } from '#web/data/overview-of-view.ts';
import { NewerData } from '#web/features/filters/newer-data.tsx';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { FilterBar } from '#web/features/projects/list/filter-bar.tsx';
import { HandOverOfOwner } from '#web/features/projects/list/hand-over-of-owner.tsx';
import { useInvestorNames } from '#web/features/projects/list/use-investor-names.ts';
import { listQuery, sumsQuery, noFilters } from '#web/features/projects/list/list-query.ts';
import { ListSums, useListSums } from '#web/features/projects/list/list-totals.tsx';
import { ProjectPanel } from '#web/features/projects/detail/project-panel.tsx';
import { ProjectTable } from '#web/features/projects/list/project-table.tsx';
import { nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import * as projectsStyles from './projects.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';

const AddProject = lazy(async () => ({
  default: (await import('#web/features/projects/edit/add-project.tsx')).AddProject,
}));

/** The list of projects with its filters and sums. The chosen project opens beside the list. */
export function ProjectsPage() {
  const words = useLabels(projectLabels);
  const mayEdit = useMayEdit();
  const [isAdding, setAdding] = useState(false);
  const access = useViewState();
  const { view, change } = access;
  const projects = useProjects(listQuery(view));
  useEarlyProjects(listQuery);
  useEarlyReads((next) => [summaryRead(sumsQuery(listQuery(next)))]);
  const profile = useZone().data;
  const items = projects.data?.pages.flatMap((page) => page.items) ?? [];
  const sums = useListSums(listQuery(view), projects);
  const listedValues = {
    industry: items.flatMap(({ industry }) => industry ?? []),
    zone: items.flatMap(({ zone }) => zone ?? []),
  };
  const add = mayEdit ? <Button onClick={() => setAdding(true)}>{words('add')}</Button> : null;
  return (
    <div className="projects">
      {isAdding ? (
        <Suspense>
          <AddProject profile={profile} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
      <FilterBar access={access} profile={profile} listedValues={listedValues} />
      <NewerData overview={useOverviewOfView().data} path="/projects" />
      {mayEdit && view.owner.length === 1 && view.owner[0] !== undefined ? (
        <HandOverOfOwner key={view.owner[0]} owner={view.owner[0]} />
      ) : null}
      <QueryView query={projects} lines={10}>
        {({ pages: [page] }) =>
          page === undefined || page.items.length === 0 ? (
            <NoProjects firstKnownDay={page?.first_known_day} profile={profile}>
              {add}
            </NoProjects>
          ) : (
            <>
              <ListSums sums={sums} isOfStatus={view.status.length > 0} unrated={page.unrated}>
                {add}
              </ListSums>
              <ProjectTable projects={items} profile={profile} access={access} />
              <MoreProjects projects={projects} listed={sums.listed} rowCount={items.length} />
              <ExampleNote items={items} />
            </>
          )
        }
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

/**
 * Why the list is empty: the day is too early, no project matches the filters, none has a day of
 * entry, or there are none.
 */
function NoProjects({
  firstKnownDay,
  profile,
  children,
}: {
  readonly firstKnownDay: string | undefined;
  readonly profile: ZoneProfile | undefined;
  readonly children: ReactNode;
}) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const { view, change, hrefTo } = useViewState();
  const summary = useSummary(sumsQuery(listQuery(view)));
  const names = { ...profile, investors: useInvestorNames(view.investor) };
  if (firstKnownDay !== undefined)
    return <EmptyState title={notKnownBefore(firstKnownDay, language)}>{children}</EmptyState>;
  const filters = [
    ...(view.q === '' ? [] : [t('filter', { name: t('search'), value: view.q })]),
    ...projectFilterFields
      .filter((field) => view[field].length > 0)
      .map((field) =>
        t('filter', {
          name: term(projectFieldTerms, field, language),
          value: view[field].map((id) => nameFilterValue(field, id, names, language)).join(' · '),
        }),
      ),
  ];
  const writeUndated = (count: number): string => undatedProjects(count, language);
  if (filters.length > 0)
    return (
      <EmptyState title={t('no_match', { filters: filters.join(' · ') })}>
        {summary.data?.undated === undefined ? null : writeUndated(summary.data.undated)}
        <Button onClick={() => change(noFilters)}>{t('clear')}</Button>
      </EmptyState>
    );
  return (
    <QueryView query={summary}>
      {({ undated }) =>
        undated === undefined ? (
          <EmptyState title={t('none')}>
            {children}
            <Link className={controlsStyles.button} to={hrefTo('/import')}>
              {t('import')}
            </Link>
          </EmptyState>
        ) : (
          <EmptyState title={writeUndated(undated)}>{children}</EmptyState>
        )
      }
    </QueryView>
  );
}

function MoreProjects({
  projects,
  listed,
  rowCount,
}: {
  readonly projects: ReturnType<typeof useProjects>;
  /** The number of matching projects; undefined until they are counted. */
  readonly listed: number | undefined;
  readonly rowCount: number;
}) {
  const t = useLabels(projectListLabels);
  if (!projects.hasNextPage) return null;
  const more = listed === undefined ? t('more_projects') : t('more', { n: listed - rowCount });
  return (
    <Button disabled={projects.isFetchingNextPage} onClick={() => void projects.fetchNextPage()}>
      {projects.isFetchingNextPage ? t('loading_more') : more}
    </Button>
  );
}

function ExampleNote({ items }: { readonly items: readonly Project[] }) {
  const t = useLabels(projectListLabels);
  if (!items.some(({ data_status }) => data_status === 'illustrative')) return null;
  return (
    <p className={projectsStyles.source}>
      <StatusChip status="illustrative" /> {t('example')}
    </p>
  );
}
