import { Fragment } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { projectPath } from '#contract/core/pages.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';

/** Links to the pages of projects, one a line. */
export function ProjectLinks({ projects }: { readonly projects: readonly NamedProject[] }) {
  const { hrefTo } = useViewState();
  return projects.map((project, at) => (
    <Fragment key={project.code}>
      {at === 0 ? null : <br />}
      <Link to={hrefTo(projectPath(project.code))}>
        {project.code} <ProjectName project={project} />
      </Link>
    </Fragment>
  ));
}
