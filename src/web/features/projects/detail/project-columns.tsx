import { listMark } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import type { EvidenceSubject } from '#domain/projects/evidence.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { missingFields } from '#domain/projects/stage-moves.ts';
import { isInChina, type ZoneProfile } from '#domain/zone/zone.ts';
import { useZone } from '#web/data/queries.ts';
import { EvidenceList } from '#web/features/projects/attachments/evidence-list.tsx';
import { useEvidence } from '#web/features/projects/attachments/queries.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { fieldLabel } from '#web/features/projects/facts/fact-labels.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { ProjectLadder } from './planned-and-actual.tsx';
import { ProjectFactsList, ProjectStages } from './project-sections.tsx';
import { ProjectMilestones } from './project-milestones.tsx';
import { ProjectSource } from './project-source.tsx';
import * as pageStyles from '#web/features/projects/project-page.module.css';

/** Facts on the left, money and dates with their evidence on the right. */
export function ProjectColumns({
  project,
  day,
  editable,
  mayReadNotes,
  onSaved,
}: {
  readonly project: ProjectDetail;
  readonly editable: boolean;
  readonly day: string | undefined;
  readonly mayReadNotes: boolean;
  readonly onSaved: (revision: number | null) => void;
}) {
  const t = useLabels(projectLabels);
  const { view } = useViewState();
  const { code } = project;
  const profile = useZone().data;
  const version = { code, asOf: view.as_of, knownAt: view.known_at };
  const evidence = useEvidence(version, mayReadNotes);
  const files = (subject: EvidenceSubject) =>
    mayReadNotes ? (
      <EvidenceList
        code={code}
        subject={subject}
        evidence={evidence.data?.items ?? []}
        editable={editable}
        onDone={onSaved}
      />
    ) : null;
  return (
    <div className={pageStyles.columns}>
      <div>
        <ProjectFactsList project={project} profile={profile} />
        {/* A fact that this reader may not see would look missing. */}
        {mayReadNotes && profile !== undefined ? (
          <MissingFacts project={project} profile={profile} />
        ) : null}
        <ProjectSource project={project} />
      </div>
      <div>
        <ProjectLadder project={project} />
        {evidence.failureReason === null ? null : (
          <section>
            <h3>{t('evidence')}</h3>
            <ReadFailure query={evidence} />
          </section>
        )}
        <ProjectMilestones
          project={project}
          asOf={day}
          below={({ type }) => files({ of: 'milestone', which: type })}
        />
        <ProjectStages
          project={project}
          below={({ stage, date, by }) =>
            files({ of: 'stage', which: stage, ...compact({ date: by ? undefined : date }) })
          }
        />
      </div>
    </div>
  );
}

/** The missing facts that the project's stage requires. */
function MissingFacts({
  project,
  profile,
}: {
  readonly project: ProjectDetail;
  readonly profile: ZoneProfile;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  if (project.stage === 'unknown' || project.status !== 'active') return null;
  const missing = missingFields(project, project.stage, !isInChina(profile));
  if (missing.length === 0) return null;
  return (
    <section>
      <h3>{t('missing')}</h3>
      <p>{missing.map(({ field }) => fieldLabel(field, language)).join(listMark(language))}</p>
    </section>
  );
}
