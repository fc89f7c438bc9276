import { useLocation } from 'react-router-dom';
import { Link } from '#web/ui/controls/link.tsx';
import { useSeenProject } from '#web/features/projects/edit/queries.ts';
import { ProjectView } from '#web/features/projects/detail/project-view.tsx';
import { ProblemError } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import './projects.module.css';
import '#web/features/projects/project-forms.module.css';
import * as pageStyles from './project-page.module.css';

const readCode = (pathname: string): string => {
  const part = pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The page of one project: its facts, money, dates and changes, and the forms that change it. */
export function ProjectPage() {
  const t = useLabels(projectLabels);
  const list = useLabels(projectListLabels);
  const code = readCode(useLocation().pathname);
  const { view, hrefTo, change } = useViewState();
  const origin = useSession().data?.origin;
  const projectQuery = useSeenProject(code, view.as_of, view.known_at, origin !== undefined);
  const isMissing =
    projectQuery.failureReason instanceof ProblemError && projectQuery.failureReason.status === 404;
  return (
    <div className={pageStyles.page}>
      <Link to={hrefTo('/projects')}>{t('all')}</Link>
      {isMissing && projectQuery.data === undefined ? (
        <EmptyState title={list('not_found')}>
          {origin === 'own' && view.as_of === undefined && view.known_at === undefined ? (
            <Button onClick={() => change({ as_of: serverDay() })}>{t('latest')}</Button>
          ) : null}
        </EmptyState>
      ) : (
        <QueryView query={projectQuery} lines={10}>
          {(data) => <ProjectView key={code} seenProject={data} />}
        </QueryView>
      )}
    </div>
  );
}
