import type { ProjectDetail } from '#domain/projects/project.ts';
import { DeclaredStatus } from './declared-status.tsx';
import { ProjectGates } from './project-gates.tsx';
import { useJudgements } from './queries.ts';

/**
 * The judgements of people about a project, apart from its facts: its status and its blocked gates.
 */
export function ProjectJudgements({
  project,
  knownAt,
  day,
  editable,
}: {
  readonly project: ProjectDetail;
  readonly knownAt: string | undefined;
  readonly day: string;
  readonly editable: boolean;
}) {
  const judgements = useJudgements(project.code, knownAt).data;
  const parts = { project, day, editable };
  return (
    <>
      <DeclaredStatus {...parts} declared={judgements?.status} />
      <ProjectGates {...parts} blocked={judgements?.blocked ?? []} />
    </>
  );
}
