import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { replansOf } from '#domain/projects/milestones.ts';
import { applyChanges, fieldOf, type FactField } from '#domain/projects/fields.ts';
import { missingFields, moveStage } from '#domain/projects/stage-moves.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { projectName, proofTerms, stageWord } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sendEvidence } from '#web/features/projects/attachments/queries.ts';
import { useMoveProject } from './queries.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { attachmentsText } from '#web/features/projects/labels/attachments/index.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, FileField, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { acceptedFiles, fileFault } from '#web/features/projects/attachments/evidence-labels.ts';
import {
  asText,
  readTexts,
  type Texts,
  type Writing,
} from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import { ReasonField } from './reason-field.tsx';
import './project-forms.css';

interface MoveProps {
  readonly project: ProjectDetail;
  readonly profile: ZoneProfile | undefined;
  readonly writing: Writing;
  readonly today: string;
  /** The stage that is proposed; absent: the next one. */
  readonly to?: Stage;
  readonly onClose: () => void;
  /** `fileLost`: the move is stored, the file that came with it is not. */
  readonly onDone: (revision: number | null, to: Stage, fileLost: boolean) => void;
}

/** Moves a project: the stage, the day, what the stage needs, and why when it goes back. */
export function MoveDialog({ project, profile, writing, today, to, onClose, onDone }: MoveProps) {
  const t = useText(projectText);
  const files = useText(attachmentsText);
  const language = useLanguage();
  const move = useMoveProject(project.code);
  const at = project.stage === 'unknown' ? -1 : stages.indexOf(project.stage);
  const [stage, setStage] = useState<Stage>(to ?? stages[at + 1] ?? 'operation');
  const [file, setFile] = useState<File>();
  const [sending, setSending] = useState(false);
  const tooLarge = fileFault(file, undefined) !== undefined;
  const [date, setDate] = useState(today);
  const words = useTypedFields(`move.${project.code}`);
  const { reason = '' } = words.typed;
  const facts = useTypedFields(`move.${project.code}.facts`);
  const [reason_code, setCode] = useState<ReasonCode>();
  const why = { reason, ...compact({ reason_code }) };
  const texts: Texts = facts.typed;
  const { changes, wrong } = readTexts(texts, project, writing, today);
  const record = {
    code: project.code,
    origin: project.origin,
    stage_events: project.stage_events,
    status_events: project.status_events,
  };
  const tried = moveStage({ ...record, facts: applyChanges(project, changes) }, stage, date, why);
  const back = stages.indexOf(stage) < at;
  const needed = back ? [] : missingFields(project, stage).filter((m) => m.level === 'required');
  const said =
    tried.kind === 'construction_skipped'
      ? t('construction_skipped')
      : tried.kind === 'before_last'
        ? t('before_last', { date: formatDate(tried.last, language, 'long') })
        : undefined;
  const replanned =
    replansOf(project.milestones, applyChanges(project, changes).milestones).length > 0;
  const unexplained = replanned && reason.trim() === '';
  const ready =
    !tooLarge &&
    !unexplained &&
    tried.kind === 'moved' &&
    Object.keys(wrong).length === 0 &&
    date <= today;
  const input = (field: FactField) => (
    <FactInput
      key={field}
      field={field}
      required
      text={texts[field] ?? asText(fieldOf(project, field), writing)}
      onChange={(text) => facts.type(field, text)}
      writing={writing}
      today={today}
      profile={profile}
    />
  );
  const send = () =>
    move.mutate(
      {
        stage,
        date,
        ...compact({
          reason: reason.trim() === '' ? undefined : reason.trim(),
          reason_code: back && reason_code !== undefined ? reason_code : undefined,
          facts: Object.keys(changes).length === 0 ? undefined : changes,
        }),
      },
      {
        onSuccess: ({ revision }) => {
          words.forget();
          facts.forget();
          if (file === undefined) return onDone(revision, stage, false);
          setSending(true);
          sendEvidence(project.code, {
            file,
            subject: { of: 'stage', which: stage, date },
            note: '',
          }).then(
            () => onDone(revision, stage, false),
            () => onDone(revision, stage, true),
          );
        },
      },
    );
  return (
    <Dialog title={`${t('move')}: ${projectName(project, language)}`} onClose={onClose}>
      <form
        className="pdialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send();
        }}
      >
        <SelectField
          label={t('to_stage')}
          value={stage}
          onChange={(event) => setStage(event.target.value as Stage)}
        >
          {stages
            .filter((s) => s !== project.stage)
            .map((s) => (
              <option key={s} value={s}>
                {stageWord(profile?.stage_words, s, language)}
              </option>
            ))}
        </SelectField>
        <Field
          label={t('date')}
          type="date"
          max={today}
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        {back ? <Notice>{t('back')}</Notice> : null}
        {tried.kind === 'moved' && tried.notApplicable.length > 0 ? (
          <Notice>{t('not_applicable')}</Notice>
        ) : null}
        {said === undefined ? null : <Notice kind="bad">{said}</Notice>}
        {!back && stages.indexOf(stage) >= 2 && at < 2 ? <Notice>{t('freezes')}</Notice> : null}
        {needed.length === 0 ? null : (
          <fieldset>
            <legend>{t('needs')}</legend>
            {needed.map((m) => input(m.field))}
          </fieldset>
        )}
        {back ? <ReasonField code={reason_code} onChange={setCode} /> : null}
        <Field
          label={t(back ? 'reason' : replanned ? 'reason_replan' : 'reason_optional')}
          {...(back ? { hint: t('reason_needed') } : {})}
          {...(unexplained ? { error: t('replan_needs_reason') } : {})}
          required={back || replanned}
          maxLength={500}
          value={reason}
          onChange={(event) => words.type('reason', event.target.value)}
        />
        <FileField
          label={files('optional_file')}
          choose={files('choose_file')}
          shown={file?.name ?? files('no_file')}
          hint={files('proof', { proof: proofTerms[stage][language] })}
          {...(tooLarge ? { error: files('too_large') } : {})}
          accept={acceptedFiles}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        {move.isError ? <ErrorPanel failure={toProblem(move.error)} /> : null}
        <div className="pdo">
          <Button primary type="submit" disabled={!ready || move.isPending || sending}>
            {t('do_move')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
