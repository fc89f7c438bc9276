import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { listReplans } from '#domain/projects/milestones.ts';
import { applyChanges, readField } from '#domain/projects/fields.ts';
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
import { attachmentsLabels, projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, FileField, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { acceptedFiles, fileFault } from '#web/features/projects/attachments/evidence-labels.ts';
import {
  asText,
  isAbroad,
  readTexts,
  type Texts,
  type Writing,
} from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import { ReasonField } from './reason-field.tsx';
import * as formStyles from '#web/features/projects/project-forms.module.css';

interface MoveProps {
  readonly project: ProjectDetail;
  readonly profile: ZoneProfile | undefined;
  readonly writing: Writing;
  readonly today: string;
  /** The proposed stage. Omitted for the next one. */
  readonly to?: Stage;
  readonly onClose: () => void;
  /** `fileLost` means that the move is stored and its file is not. */
  readonly onDone: (revision: number | null, to: Stage, fileLost: boolean) => void;
}

/** The draft of a move, and whether it may be stored. */
function useMoveDraft({ project, writing, today, to }: MoveProps) {
  const current = project.stage === 'unknown' ? -1 : stages.indexOf(project.stage);
  const [stage, setStage] = useState<Stage>(to ?? stages[current + 1] ?? 'operation');
  const [date, setDate] = useState(today);
  const [reasonCode, setReasonCode] = useState<ReasonCode>();
  const [file, setFile] = useState<File>();
  const words = useTypedFields(`move.${project.code}`);
  const facts = useTypedFields(`move.${project.code}.facts`);
  const { reason = '' } = words.texts;
  const { changes, wrong } = readTexts(facts.texts, project, writing, today);
  const next = applyChanges(project, changes);
  const move = moveStage({ ...project, facts: next }, stage, date, {
    reason,
    ...compact({ reason_code: reasonCode, abroad: isAbroad(writing) || undefined }),
  });
  const isBack = stages.indexOf(stage) < current;
  const isReplanned = listReplans(project.milestones, next.milestones).length > 0;
  const needsReason = isReplanned && reason.trim() === '';
  const isFileTooLarge = fileFault(file, undefined) !== undefined;
  return {
    stage,
    setStage,
    date,
    setDate,
    reasonCode,
    setReasonCode,
    file,
    setFile,
    reason,
    texts: facts.texts as Texts,
    move,
    isBack,
    isReplanned,
    needsReason,
    isFileTooLarge,
    /** Setting the stage to signed or later freezes the baseline of the milestones. */
    freezesBaseline: !isBack && stages.indexOf(stage) >= 2 && current < 2,
    isReady:
      !isFileTooLarge &&
      !needsReason &&
      move.kind === 'moved' &&
      Object.keys(wrong).length === 0 &&
      date <= today,
    body: {
      stage,
      date,
      ...compact({
        reason: reason.trim() || undefined,
        reason_code: isBack ? reasonCode : undefined,
        facts: Object.keys(changes).length === 0 ? undefined : changes,
      }),
    },
    setReason: (text: string) => words.type('reason', text),
    setFact: facts.type,
    forget: () => {
      words.forget();
      facts.forget();
    },
  };
}
type MoveDraft = ReturnType<typeof useMoveDraft>;

/**
 * Moves a project to another stage, with the day, the facts that the stage needs, and a reason when
 * it goes back.
 */
export function MoveDialog(props: MoveProps) {
  const { project, today, onClose, onDone } = props;
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const move = useMoveProject(project.code);
  const [isSending, setSending] = useState(false);
  const draft = useMoveDraft(props);
  const { stage, date, file, isReady } = draft;
  const send = () =>
    move.mutate(draft.body, {
      onSuccess: ({ revision }) => {
        draft.forget();
        if (file === undefined) return onDone(revision, stage, false);
        setSending(true);
        const subject = { of: 'stage', which: stage, date } as const;
        sendEvidence(project.code, { file, subject, note: '' }).then(
          () => onDone(revision, stage, false),
          () => onDone(revision, stage, true),
        );
      },
    });
  return (
    <Dialog title={`${t('move')}: ${projectName(project, language)}`} onClose={onClose}>
      <form
        className={formStyles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) send();
        }}
      >
        <StageField {...props} draft={draft} />
        <DateField
          label={t('date')}
          max={today}
          required
          value={date}
          onChange={(event) => draft.setDate(event.target.value)}
        />
        <MoveNotices draft={draft} />
        <NeededFacts {...props} draft={draft} />
        <ReasonAndFile draft={draft} />
        {move.isError ? <ErrorPanel failure={toProblem(move.error)} /> : null}
        <div className={formStyles.actions}>
          <Button primary type="submit" disabled={!isReady || move.isPending || isSending}>
            {t('do_move')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface DraftProps {
  readonly draft: MoveDraft;
}

function StageField({
  project,
  profile,
  draft,
}: DraftProps & Pick<MoveProps, 'project' | 'profile'>) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  return (
    <SelectField
      label={t('to_stage')}
      value={draft.stage}
      onChange={(event) => draft.setStage(event.target.value as Stage)}
    >
      {stages
        .filter((stage) => stage !== project.stage)
        .map((stage) => (
          <option key={stage} value={stage}>
            {stageWord(profile?.stage_words, stage, language)}
          </option>
        ))}
    </SelectField>
  );
}

/** The effects of the move on the project, and why it is not possible. */
function MoveNotices({ draft: { move, isBack, freezesBaseline } }: DraftProps) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  return (
    <>
      {isBack ? <Notice>{t('back')}</Notice> : null}
      {move.kind === 'moved' && move.notApplicable.length > 0 ? (
        <Notice>{t('not_applicable')}</Notice>
      ) : null}
      {move.kind === 'construction_skipped' ? (
        <Notice kind="bad">{t('construction_skipped')}</Notice>
      ) : null}
      {move.kind === 'before_last' ? (
        <Notice kind="bad">
          {t('before_last', { date: formatDate(move.last, language, 'long') })}
        </Notice>
      ) : null}
      {freezesBaseline ? <Notice>{t('freezes')}</Notice> : null}
    </>
  );
}

/** The facts that the new stage requires and the project lacks. */
function NeededFacts({ project, profile, writing, today, draft }: DraftProps & MoveProps) {
  const t = useLabels(projectLabels);
  if (draft.isBack) return null;
  const requiredFields = missingFields(project, draft.stage, isAbroad(writing)).filter(
    ({ level }) => level === 'required',
  );
  if (requiredFields.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('needs')}</legend>
      {requiredFields.map(({ field }) => (
        <FactInput
          key={field}
          field={field}
          required
          text={draft.texts[field] ?? asText(readField(project, field), writing)}
          onChange={(text) => draft.setFact(field, text)}
          writing={writing}
          today={today}
          profile={profile}
        />
      ))}
    </fieldset>
  );
}

function ReasonAndFile({ draft }: DraftProps) {
  const t = useLabels(projectLabels);
  const files = useLabels(attachmentsLabels);
  const language = useLanguage();
  const { isBack, isReplanned, isFileTooLarge } = draft;
  return (
    <>
      {isBack ? <ReasonField code={draft.reasonCode} onChange={draft.setReasonCode} /> : null}
      <Field
        label={t(isBack ? 'reason' : isReplanned ? 'reason_replan' : 'reason_optional')}
        hint={isBack ? t('reason_needed') : undefined}
        error={draft.needsReason ? t('replan_needs_reason') : undefined}
        required={isBack || isReplanned}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => draft.setReason(event.target.value)}
      />
      <FileField
        label={files('optional_file')}
        choose={files('choose_file')}
        fileName={draft.file?.name ?? files('no_file')}
        hint={files('proof', { proof: proofTerms[draft.stage][language] })}
        error={isFileTooLarge ? files('too_large') : undefined}
        accept={acceptedFiles}
        onChange={(event) => draft.setFile(event.target.files?.[0])}
      />
    </>
  );
}
