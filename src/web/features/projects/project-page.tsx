import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { EvidenceSubject } from '#domain/projects/evidence.ts';
import { formatDate } from '#domain/values/format.ts';
import { missingFields } from '#domain/projects/stage-moves.ts';
import { projectName, statusTerms } from '#domain/labels/index.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useEvidence, useIssues } from '#web/features/projects/attachments/queries.ts';
import { useSeenProject, type SeenProject } from '#web/features/projects/edit/queries.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { attachmentsText } from '#web/features/projects/labels/attachments/index.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { EditForm } from '#web/features/projects/edit/edit-form.tsx';
import { EvidenceList } from '#web/features/projects/attachments/evidence-list.tsx';
import { fieldLabel } from '#web/features/projects/facts/fact-labels.ts';
import { MoveDialog } from '#web/features/projects/edit/move-dialog.tsx';
import { readDraft } from '#web/features/projects/edit/project-draft.ts';
import { ProjectHistory } from '#web/features/projects/detail/project-history.tsx';
import { ProjectIssues } from '#web/features/projects/attachments/project-issues.tsx';
import { ProjectLadder } from '#web/features/projects/detail/planned-and-actual.tsx';
import {
  ProjectFactsList,
  ProjectMilestones,
  ProjectStages,
} from '#web/features/projects/detail/project-sections.tsx';
import { ProjectSource } from '#web/features/projects/detail/project-source.tsx';
import { UndoFailure } from '#web/features/projects/edit/undo-conflicts.tsx';
import { StatusDialog } from '#web/features/projects/edit/status-dialog.tsx';
import type { SavedProject } from '#web/features/projects/edit/use-save-project.ts';
import './projects.css';
import '#web/features/projects/edit/project-forms.css';
import './project-page.css';

const codeOf = (pathname: string): string => {
  const part = pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** One project whole: its facts, money, dates and every change, and the place where it is changed. */
export function ProjectPage() {
  const t = useText(projectText);
  const list = useText(projectsText);
  const code = codeOf(useLocation().pathname);
  const { view, hrefTo, change } = useViewState();
  const origin = useSession().data?.origin;
  const seen = useSeenProject(code, view.as_of, view.known_at, origin !== undefined);
  const gone = seen.failureReason instanceof ProblemError && seen.failureReason.status === 404;
  return (
    <div className="ppage">
      <Link to={hrefTo('/projects')}>{t('all')}</Link>
      {gone && seen.data === undefined ? (
        <EmptyState title={list('not_found')}>
          {origin === 'own' && view.as_of === undefined && view.known_at === undefined ? (
            <Button onClick={() => change({ as_of: serverDay() })}>{t('latest')}</Button>
          ) : null}
        </EmptyState>
      ) : (
        <QueryView query={seen} lines={10}>
          {(data) => <Shown key={code} seen={data} />}
        </QueryView>
      )}
    </div>
  );
}

function Shown({ seen }: { readonly seen: SeenProject }) {
  const t = useText(projectText);
  const attached = useText(attachmentsText);
  const language = useLanguage();
  const { view, change } = useViewState();
  const project = seen.data;
  const profile = useZone().data;
  const session = useSession().data;
  const undo = useUndoRevision();
  const [open, setOpen] = useState<'edit' | 'move' | 'turn'>();
  const [saved, setSaved] = useState<SavedProject>();
  const today = serverDay();
  const writing = { language, currency: profile?.base_currency ?? 'CNY' };
  const mayEdit = session?.may.includes('edit') === true;
  const mayRead = session?.may.includes('view_notes') === true;
  // the day of every other page
  const shownDay = useOverviewOfView().data?.as_of;
  const day = view.as_of ?? shownDay;
  const isPast = view.known_at !== undefined || (day !== undefined && day < today);
  const editable =
    mayEdit &&
    project.origin === 'own' &&
    view.known_at === undefined &&
    (view.as_of === undefined || view.as_of >= today);
  // changes are made to the latest day, also where an earlier one is shown
  const latest = useSeenProject(project.code, today, undefined, editable && isPast).data;
  const edited = isPast ? latest : seen;
  const hasLater =
    isPast &&
    (!editable ||
      (latest !== undefined && JSON.stringify(latest.data) !== JSON.stringify(project)));
  const showLatest = () => change({ as_of: today, known_at: undefined });
  const close = () => setOpen(undefined);
  const done = (result: SavedProject | undefined) => {
    setSaved(result);
    undo.reset();
    close();
    if (result !== undefined && isPast) showLatest();
  };
  const moved = (revision: number | null) => done({ revision, merged: false });
  const shown = { code: project.code, asOf: view.as_of, knownAt: view.known_at };
  const evidence = useEvidence(shown, mayRead).data?.items ?? [];
  const issues = useIssues(shown, mayRead).data?.items ?? [];
  const files = (subject: EvidenceSubject) =>
    mayRead ? (
      <EvidenceList
        code={project.code}
        subject={subject}
        evidence={evidence}
        editable={editable}
        onDone={moved}
      />
    ) : null;
  // what this reader may not see would look missing
  const needed =
    !mayRead || project.stage === 'unknown' || project.status !== 'active'
      ? []
      : missingFields(project, project.stage);
  const start = (what: 'edit' | 'move' | 'turn') => () => {
    setSaved(undefined);
    setOpen(what);
  };
  return (
    <article className="ppanel">
      <header className="phead">
        <div>
          <h2>{projectName(project, language)}</h2>
          <p className="pcode">
            {project.code} <StatusChip status={project.data_status} />
            {project.status === 'active' ? null : <b> {statusTerms[project.status][language]}</b>}
            {day === undefined ? null : (
              <span> {t('state_of', { day: formatDate(day, language, 'long') })}</span>
            )}
          </p>
        </div>
        {editable && open !== 'edit' ? (
          <div className="row">
            <Button primary onClick={start('edit')}>
              {t('edit')}
            </Button>
            {project.status === 'active' ? (
              <Button onClick={start('move')}>{t('move')}</Button>
            ) : null}
            <Button onClick={start('turn')}>
              {t(project.status === 'active' ? 'turn' : 'resume')}
            </Button>
          </div>
        ) : null}
      </header>
      {mayEdit && project.origin !== 'own' ? <Notice kind="example">{t('example')}</Notice> : null}
      {mayEdit && project.origin === 'own' && hasLater ? (
        <Notice>
          {t('past')} <TextButton onClick={showLatest}>{t('latest')}</TextButton>
        </Notice>
      ) : null}
      {saved === undefined ? null : (
        <Notice live>
          {undo.isSuccess || saved.undone === true
            ? t('undo_done')
            : t(saved.revision === null ? 'unchanged' : 'saved')}{' '}
          {saved.merged ? t('merged') : null}{' '}
          {saved.fileLost === true ? attached('sent_not') : null}{' '}
          {saved.revision === null || undo.isSuccess ? null : (
            <TextButton
              disabled={undo.isPending}
              onClick={() => undo.mutate({ revision: saved.revision ?? 0 })}
            >
              {t('undo')}
            </TextButton>
          )}
        </Notice>
      )}
      <UndoFailure undo={undo} profile={profile} />
      {editable && open === undefined && readDraft(project.code) !== undefined ? (
        <Notice>
          {t('draft')} <TextButton onClick={start('edit')}>{t('edit')}</TextButton>
        </Notice>
      ) : null}
      {open === 'edit' && editable && edited !== undefined ? (
        <EditForm seen={edited} profile={profile} writing={writing} today={today} onDone={done} />
      ) : (
        <div className="pcols">
          <div>
            <ProjectFactsList project={project} profile={profile} />
            {needed.length === 0 ? null : (
              <section>
                <h3>{t('missing')}</h3>
                <p>
                  {needed
                    .map((m) => fieldLabel(m.field, language))
                    .join(language === 'en' ? ', ' : '、')}
                </p>
              </section>
            )}
            <ProjectSource project={project} />
          </div>
          <div>
            <ProjectLadder project={project} />
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
      )}
      {mayRead && open !== 'edit' ? (
        <ProjectIssues
          code={project.code}
          issues={issues}
          day={day ?? today}
          today={today}
          editable={editable}
          onDone={moved}
        />
      ) : null}
      {mayRead ? (
        <ProjectHistory
          code={project.code}
          profile={profile}
          onUndo={
            editable && !undo.isPending
              ? (revision) =>
                  undo.mutate(
                    { revision },
                    { onSuccess: () => done({ revision: null, merged: false, undone: true }) },
                  )
              : undefined
          }
        />
      ) : null}
      {open === 'move' && editable && edited !== undefined ? (
        <MoveDialog
          project={edited.data}
          profile={profile}
          writing={writing}
          today={today}
          onClose={close}
          onDone={(revision, _to, fileLost) => done({ revision, merged: false, fileLost })}
        />
      ) : null}
      {open === 'turn' && editable && edited !== undefined ? (
        <StatusDialog project={edited.data} today={today} onClose={close} onDone={moved} />
      ) : null}
    </article>
  );
}
