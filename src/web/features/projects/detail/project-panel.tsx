import { Link } from '#web/ui/controls/link.tsx';
import { projectPath } from '#contract/core/pages.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProject } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { ProblemError } from '#web/data/problem-error.ts';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { projectName } from '#domain/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { ProjectAmounts, ProjectFactsList, ProjectStages } from './project-sections.tsx';
import { ProjectMilestones } from './project-milestones.tsx';
import { ProjectSource } from './project-source.tsx';
import * as projectsStyles from '#web/features/projects/projects.module.css';

/** One project in a panel at the right edge, or full screen on phones. Back and Escape close it. */
export function ProjectPanel({
  code,
  asOf,
  knownAt,
  profile,
  onClose,
}: {
  readonly code: string;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  readonly profile: ZoneProfile | undefined;
  readonly onClose: () => void;
}) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const page = useLabels(projectLabels);
  const { hrefTo } = useViewState();
  const project = useProject(code, asOf, knownAt);
  const isMissing =
    project.failureReason instanceof ProblemError && project.failureReason.status === 404;
  const sections = (data: ProjectDetail) => (
    <div className={projectsStyles.panel}>
      <p className={projectsStyles.code}>
        {data.code} <StatusChip status={data.data_status} />
      </p>
      <p>
        <Link to={hrefTo(projectPath(code))}>{page('open_page')}</Link>
      </p>
      <ProjectFactsList project={data} profile={profile} />
      <ProjectAmounts project={data} />
      <ProjectStages project={data} />
      <ProjectMilestones project={data} asOf={asOf} />
      <ProjectSource project={data} />
    </div>
  );
  return (
    <Dialog
      side
      title={projectName(project.data ?? { code, name: code }, language)}
      onClose={onClose}
    >
      {isMissing && project.data === undefined ? (
        <p>{t('not_found')}</p>
      ) : (
        <QueryView query={project}>{sections}</QueryView>
      )}
    </Dialog>
  );
}
