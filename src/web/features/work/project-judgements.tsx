import { lightTerms } from '#domain/labels/projects/light.ts';
import { projectLight } from '#domain/projects/light.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { DeclaredStatus } from './declared-status.tsx';
import { ProjectGates } from './project-gates.tsx';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useDeclareStatus, useJudgements, type ViewDay } from './queries.ts';

/**
 * The judgements of people about a project, apart from its facts: its status and its blocked gates.
 */
export function ProjectJudgements({
  project,
  view,
  day,
  editable,
}: {
  readonly project: ProjectDetail;
  readonly view: ViewDay;
  readonly day: string;
  readonly editable: boolean;
}) {
  const t = useLabels(judgementLabels);
  const language = useLanguage();
  const declare = useDeclareStatus(project.code);
  const judgements = useJudgements(project.code, view).data;
  return (
    <>
      <DeclaredStatus
        {...{ day, editable, declare }}
        computed={[t('computed'), lightTerms[projectLight(project, day)][language]]}
        declared={judgements?.status}
      />
      <ProjectGates {...{ project, day, editable }} blocked={judgements?.blocked ?? []} />
    </>
  );
}
