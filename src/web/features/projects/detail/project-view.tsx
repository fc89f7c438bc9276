import { lazy, Suspense, useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { statusTerms } from '#domain/labels/index.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useSeenProject, type SeenProject } from '#web/features/projects/edit/queries.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { MoveDialog as MoveDialogType } from '#web/features/projects/edit/move-dialog.tsx';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import { readDraft } from '#web/features/projects/edit/project-draft.ts';
import { UndoFailure } from '#web/features/projects/edit/undo-conflicts.tsx';
import type { SavedProject } from '#web/features/projects/edit/use-save-project.ts';
import { ProjectColumns } from './project-columns.tsx';
import { ProjectHistory } from './project-history.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as pageStyles from '#web/features/projects/project-page.module.css';
import { WorkOnProject } from './work-on-project.tsx';

const EditForm = lazy(async () => ({
  default: (await import('#web/features/projects/edit/edit-form.tsx')).EditForm,
}));
const MoveDialog = lazy(async () => ({
  default: (await import('#web/features/projects/edit/move-dialog.tsx')).MoveDialog,
}));
const StatusDialog = lazy(async () => ({
  default: (await import('#web/features/projects/edit/status-dialog.tsx')).StatusDialog,
}));

type Action = 'edit' | 'move' | 'status';

/**
 * Returns what the reader may do with the shown version of a project, and the version that a change
 * applies to.
 */
function useProjectAccess(seenProject: SeenProject) {
  const { view } = useViewState();
  const overview = useOverviewOfView().data;
  const may = useSession().data?.may ?? [];
  const today = serverDay();
  const project = seenProject.data;
  const day = view.as_of ?? overview?.as_of;
  const isPast = view.known_at !== undefined || (day !== undefined && day < today);
  const isOwn = project.origin === 'own';
  const mayEdit = may.includes('edit');
  const editable =
    mayEdit &&
    isOwn &&
    view.known_at === undefined &&
    (view.as_of === undefined || view.as_of >= today);
  // A change applies to the latest day, even when the page shows an earlier one.
  const latest = useSeenProject(project.code, today, undefined, editable && isPast).data;
  const hasLater =
    isPast &&
    (!editable ||
      (latest !== undefined && JSON.stringify(latest.data) !== JSON.stringify(project)));
  return {
    today,
    day,
    isPast,
    editable,
    isExample: mayEdit && !isOwn,
    hasLater: mayEdit && isOwn && hasLater,
    mayReadNotes: may.includes('view_notes'),
    edited: isPast ? latest : seenProject,
  };
}

/** One version of a project with its sections, and the dialogs that change it. */
export function ProjectView({ seenProject }: { readonly seenProject: SeenProject }) {
  const { change } = useViewState();
  const project = seenProject.data;
  const profile = useZone().data;
  const undo = useUndoRevision();
  const [action, setAction] = useState<Action>();
  const [savedProject, setSavedProject] = useState<SavedProject & { readonly byForm: boolean }>();
  const access = useProjectAccess(seenProject);
  const { today, day, editable, mayReadNotes } = access;
  const writing = { language: useLanguage(), currency: profile?.base_currency ?? 'CNY' };
  const editedProject = editable ? access.edited : undefined;
  const showLatest = () => change({ as_of: today, known_at: undefined });
  const finish = (result: SavedProject | undefined) => {
    setSavedProject(result && { ...result, byForm: action !== undefined });
    undo.reset();
    setAction(undefined);
    if (result !== undefined && access.isPast) showLatest();
  };
  const finishAt = (revision: number | null) => finish({ revision, merged: false });
  const mayStart = editable && action !== 'edit';
  const start = (next: Action) => {
    setSavedProject(undefined);
    setAction(next);
  };
  const undoRevision = (revision: number) => {
    const onSuccess = () => finish({ revision: null, merged: false, undone: true });
    undo.mutate({ revision }, { onSuccess });
  };
  return (
    <article className={projectsStyles.panel}>
      <ProjectHeader project={project} day={day} onStart={mayStart ? start : undefined} />
      <VersionNotice {...access} onShowLatest={showLatest} />
      {savedProject === undefined ? null : <SavedNotice saved={savedProject} undo={undo} />}
      <UndoFailure undo={undo} profile={profile} />
      {editable && action === undefined ? (
        <DraftNotice code={project.code} onEdit={() => start('edit')} />
      ) : null}
      {action === 'edit' && editedProject !== undefined ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <EditForm seenProject={editedProject} {...{ profile, writing, today }} onDone={finish} />
        </Suspense>
      ) : (
        <ProjectColumns
          project={project}
          day={day}
          editable={editable}
          mayReadNotes={mayReadNotes}
          onSaved={finishAt}
        />
      )}
      {mayReadNotes && action !== 'edit' ? (
        <WorkOnProject project={project} day={day ?? today} editable={editable} onDone={finishAt} />
      ) : null}
      {mayReadNotes ? (
        <ProjectHistory
          code={project.code}
          profile={profile}
          onUndo={editable && !undo.isPending ? undoRevision : undefined}
        />
      ) : null}
      {editedProject === undefined ? null : (
        <Suspense>
          <ActionDialog
            action={action}
            project={editedProject.data}
            profile={profile}
            writing={writing}
            onClose={() => setAction(undefined)}
            onDone={finish}
          />
        </Suspense>
      )}
    </article>
  );
}

function ActionDialog({
  action,
  project,
  onDone,
  ...props
}: Pick<Parameters<typeof MoveDialogType>[0], 'project' | 'profile' | 'writing' | 'onClose'> & {
  readonly action: Action | undefined;
  readonly onDone: (project: SavedProject) => void;
}) {
  const today = serverDay();
  if (action === 'move')
    return (
      <MoveDialog
        {...props}
        project={project}
        today={today}
        onDone={(revision, _to, fileLost) => onDone({ revision, merged: false, fileLost })}
      />
    );
  if (action !== 'status') return null;
  return (
    <StatusDialog
      project={project}
      today={today}
      onClose={props.onClose}
      onDone={(revision) => onDone({ revision, merged: false })}
    />
  );
}

/** The name, status and day of the project, and the buttons that change it. */
function ProjectHeader({
  project,
  day,
  onStart,
}: {
  readonly project: ProjectDetail;
  readonly day: string | undefined;
  /** Omitted when the reader can't change the project now. */
  readonly onStart: ((action: Action) => void) | undefined;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const isActive = project.status === 'active';
  return (
    <header className={pageStyles.head}>
      <div>
        <h2>
          <ProjectName project={project} isWhole />
        </h2>
        <p className={projectsStyles.code}>
          {project.code} <StatusChip status={project.data_status} />
          {isActive ? null : <b> {statusTerms[project.status][language]}</b>}
          {day === undefined ? null : (
            <span> {t('state_of', { day: formatDate(day, language, 'long') })}</span>
          )}
        </p>
      </div>
      {onStart === undefined ? null : (
        <div className={textStyles.row}>
          <Button primary onClick={() => onStart('edit')}>
            {t('edit')}
          </Button>
          {isActive ? <Button onClick={() => onStart('move')}>{t('move')}</Button> : null}
          <Button onClick={() => onStart('status')}>{t(isActive ? 'turn' : 'resume')}</Button>
        </div>
      )}
    </header>
  );
}

/** Tells an editor that the project is an example, or that a later version exists. */
function VersionNotice({
  isExample,
  hasLater,
  onShowLatest,
}: {
  readonly isExample: boolean;
  readonly hasLater: boolean;
  readonly onShowLatest: () => void;
}) {
  const t = useLabels(projectLabels);
  if (isExample) return <Notice kind="example">{t('example')}</Notice>;
  if (!hasLater) return null;
  return (
    <Notice>
      {t('past')} <TextButton onClick={onShowLatest}>{t('latest')}</TextButton>
    </Notice>
  );
}

function DraftNotice({ code, onEdit }: { readonly code: string; readonly onEdit: () => void }) {
  const t = useLabels(projectLabels);
  const isHydrated = useHydrated();
  if (!isHydrated || readDraft(code) === undefined) return null;
  return (
    <Notice>
      {t('draft')} <TextButton onClick={onEdit}>{t('edit')}</TextButton>
    </Notice>
  );
}
