import type { NamedProject } from '#domain/projects/project.ts';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import { formatDate } from '#domain/values/format.ts';
import { readField } from '#domain/projects/fields.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { stages } from '#domain/projects/stage.ts';
import { authorWords, projectName } from '#domain/labels/index.ts';
import { fieldsToComplete } from '#domain/work/to-complete.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call, callTagged, idempotencyKey } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { asText, readTexts, type Texts } from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import { ReasonField } from '#web/features/projects/edit/reason-field.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { isBack, type BoardBarState, type BoardMoves } from './use-board-moves.ts';
import * as boardStyles from './board.module.css';

interface BarProps {
  readonly moves: BoardMoves;
  readonly profile: ZoneProfile | undefined;
}
type StoredState = Extract<BoardBarState, { readonly kind: 'moved' | 'complete' }>;

/** Stores the typed texts: facts with the version that was seen, or the reason of a move back. */
function useCompletion({ moves, profile }: BarProps, bar: StoredState) {
  const client = useQueryClient();
  const language = useLanguage();
  const writing = { language, currency: profile?.base_currency ?? 'CNY' };
  const today = serverDay();
  const [texts, setTexts] = useState<Texts>({});
  const [code, setCode] = useState<ReasonCode>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<ProblemError>();
  const needsReason = bar.kind === 'moved' && isBack(bar.move);
  const { changes, wrong } = readTexts(texts, bar.project, writing, today);
  const hasReason = needsReason && code !== undefined && reason.trim() !== '';
  const isEmpty = Object.keys(changes).length === 0 && !hasReason;
  const send = async () => {
    const params = { code: bar.project.code };
    let { etag } = bar;
    if (hasReason && bar.project.stage !== 'unknown') {
      const body = { stage: bar.project.stage, reason_code: code, reason: reason.trim() };
      const answer = await callTagged(endpoints.moveProject, {
        params,
        body: { ...body, complete_later: true },
        headers: { ...idempotencyKey(), ...compact({ 'if-match': etag }) },
      });
      etag = answer.etag;
    }
    if (Object.keys(changes).length > 0)
      await call(endpoints.changeProject, {
        params,
        body: { facts: changes },
        headers: { ...idempotencyKey(), ...compact({ 'if-match': etag }) },
      });
  };
  const save = async () => {
    setTried(true);
    if (isEmpty || Object.keys(wrong).length > 0) return;
    try {
      await send();
      await client.invalidateQueries();
      moves.show({ kind: 'completed', name: projectName(bar.project, language) });
    } catch (error) {
      setFailure(toProblem(error));
    }
  };
  return {
    texts,
    code,
    setCode,
    reason,
    setReason,
    failure,
    needsReason,
    writing,
    today,
    save,
    isMissing: isTried && isEmpty,
    type: (field: keyof Texts, text: string) => setTexts((now) => ({ ...now, [field]: text })),
  };
}

/** The fields that the stage requires, with Save and Later. */
function CompletionForm({ bar, ...props }: BarProps & { readonly bar: StoredState }) {
  const t = useLabels(pipelineLabels);
  const form = useCompletion(props, bar);
  const { moves, profile } = props;
  const { writing, today, texts } = form;
  const currency = profile?.base_currency ?? 'CNY';
  const { project } = bar;
  const fields = form.needsReason ? [] : fieldsToComplete(project, project.stage, currency);
  if (fields.length === 0 && !form.needsReason) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {form.needsReason ? (
        <>
          <ReasonField code={form.code} onChange={form.setCode} />
          <Field
            label={t('reason')}
            maxLength={500}
            value={form.reason}
            onChange={(event) => form.setReason(event.target.value)}
          />
        </>
      ) : null}
      {fields.map((field) => (
        <FactInput
          key={field}
          field={field}
          untouched={texts[field] === undefined}
          text={texts[field] ?? asText(readField(bar.project, field), writing)}
          onChange={(text) => form.type(field, text)}
          writing={writing}
          today={today}
          profile={profile}
        />
      ))}
      <Button primary type="submit">
        {t('save')}
      </Button>
      <Button onClick={moves.close}>{t('later')}</Button>
      {form.isMissing ? <p role="alert">{t('nothing_typed')}</p> : null}
      {form.failure === undefined ? null : <ErrorPanel failure={form.failure} />}
    </form>
  );
}

/** The last move, with its undo. */
function MovedText({
  bar,
  moves,
  profile,
}: BarProps & { readonly bar: Extract<BoardBarState, { kind: 'moved' }> }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const undo = useUndoRevision();
  const name = projectName(bar.project, language);
  const { from, to } = bar.move;
  const currency = profile?.base_currency ?? 'CNY';
  const n = fieldsToComplete(bar.project, bar.project.stage, currency).length;
  return (
    <>
      <div role="status">
        <b>{t('moved', { name, stage: stageWord(to) })}</b>
        <p>
          {t('moved_from', {
            from: stageWord(from),
            day: formatDate(serverDay(), language, 'long'),
          })}{' '}
          {isBack(bar.move) ? t('asks_reason') : n > 0 ? t('asks', { n }) : null}
        </p>
      </div>
      <TextButton
        disabled={undo.isPending}
        onClick={() =>
          undo.mutate(
            { revision: bar.revision },
            { onSuccess: () => moves.show({ kind: 'undone', name }) },
          )
        }
      >
        {t('undo_move')}
      </TextButton>
      {undo.isError ? <ErrorPanel failure={toProblem(undo.error)} /> : null}
    </>
  );
}

/** The stages with their numbers. A key or a button chooses one. */
function StageChoice({
  bar,
  moves,
}: Pick<BarProps, 'moves'> & { readonly bar: Extract<BoardBarState, { kind: 'choose' }> }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { placed } = bar;
  return (
    <>
      <b role="status">{t('choose_stage', { name: projectName(placed.card, language) })}</b>
      <div className={boardStyles.choices}>
        {stages.map((stage, at) => (
          <Button
            key={stage}
            disabled={stage === placed.from}
            aria-keyshortcuts={String(at + 1)}
            onClick={() => void moves.move({ ...placed, to: stage })}
          >
            <kbd>{at + 1}</kbd> {stageWord(stage)}
          </Button>
        ))}
        <TextButton onClick={moves.close}>{t('cancel')}</TextButton>
      </div>
    </>
  );
}

/** Why the card returned, or what was stored. */
function BarText({ bar, moves, profile }: BarProps & { readonly bar: BoardBarState }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const line = (text: ReactNode) => <p role="status">{text}</p>;
  const writeName = (project: NamedProject) => projectName(project, language);
  switch (bar.kind) {
    case 'choose':
      return <StageChoice bar={bar} moves={moves} />;
    case 'moved':
      return <MovedText bar={bar} moves={moves} profile={profile} />;
    case 'saving':
      return line(t('saving', { name: writeName(bar.move.card), stage: stageWord(bar.move.to) }));
    case 'complete':
      return <b>{t('complete_of', { name: writeName(bar.project) })}</b>;
    case 'completed':
      return line(t('completed', { name: bar.name }));
    case 'undone':
      return line(t('undone_move', { name: bar.name }));
    case 'conflict':
      return line(
        t('conflict', {
          name: writeName(bar.move.card),
          by: bar.by === undefined ? t('someone') : authorWords(bar.by, language),
          stage: stageWord(bar.stage),
          mine: stageWord(bar.move.to),
        }),
      );
    case 'failed':
      return (
        <>
          <p role="alert">{t('not_saved', { name: writeName(bar.move.card) })}</p>
          {bar.failure.problem?.errors?.some(({ path }) => path === 'stage') === true ? (
            <p>{t('construction_first')}</p>
          ) : (
            <ErrorPanel failure={bar.failure} onRetry={() => void moves.move(bar.move)} />
          )}
        </>
      );
  }
}

/**
 * The bar at the bottom: it names the last move and stays until an answer or the next move.
 */
export function BoardBar({ moves, profile }: BarProps) {
  const t = useLabels(pipelineLabels);
  const { bar } = moves;
  if (bar === undefined) return null;
  const isForm = bar.kind === 'moved' || bar.kind === 'complete';
  return (
    <section className={boardStyles.bar} aria-label={t('last_move')}>
      <BarText bar={bar} moves={moves} profile={profile} />
      {isForm ? (
        <CompletionForm key={bar.project.revision} bar={bar} moves={moves} profile={profile} />
      ) : null}
      {bar.kind === 'choose' || bar.kind === 'saving' ? null : (
        <TextButton onClick={moves.close}>{t('close')}</TextButton>
      )}
    </section>
  );
}
