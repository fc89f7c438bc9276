import type { ProjectDetail } from '#domain/projects/project.ts';
import { useIssues } from '#web/features/projects/attachments/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { ProjectJudgements } from '#web/features/work/project-judgements.tsx';
import { Decisions } from '#web/features/work/decisions.tsx';
import { attachmentsLabels } from '#web/features/projects/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { ProjectIssues } from '#web/features/projects/attachments/project-issues.tsx';
import * as pageStyles from '#web/features/projects/project-page.module.css';

/** The judgements and decisions of people about a project, and its issues. */
export function WorkOnProject(props: Parameters<typeof IssuesOfProject>[0]) {
  const { project, day, editable } = props;
  const { view } = useViewState();
  const { code, name } = project;
  return (
    <>
      <ProjectJudgements project={project} view={view} day={day} editable={editable} />
      <Decisions
        query={{
          subject: 'project',
          subject_id: code,
          as_of: view.as_of,
          known_at: view.known_at,
        }}
        day={day}
        editable={editable}
        subject="project"
        subjects={[[code, name]]}
      />
      <IssuesOfProject {...props} />
    </>
  );
}

function IssuesOfProject({
  project,
  ...rest
}: {
  readonly project: ProjectDetail;
  readonly editable: boolean;
  readonly day: string;
  readonly onDone: (revision: number | null) => void;
}) {
  const { view } = useViewState();
  const { code } = project;
  const version = { code, asOf: view.as_of, knownAt: view.known_at };
  const t = useLabels(attachmentsLabels);
  const issues = useIssues(version, true);
  if (issues.data === undefined)
    return (
      <section className={pageStyles.issues}>
        <h3>{t('issues')}</h3>
        <QueryView query={issues} lines={2}>
          {() => null}
        </QueryView>
      </section>
    );
  const { items } = issues.data;
  return <ProjectIssues code={code} issues={items} today={serverDay()} {...rest} />;
}
