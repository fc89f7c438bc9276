import { formatDate } from '#domain/values/format.ts';
import { authorWords, projectName } from '#domain/labels/index.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { fieldLabel } from '#web/features/projects/facts/fact-labels.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import type { Rejection } from './send-move.ts';
import type { PendingMoves } from './use-pending-moves.ts';
import * as pendingMovesStyles from './pending-moves.module.css';

/** The later changes of the project, or the reason why the server refuses the move. */
function RejectionText({ rejection }: { readonly rejection: Rejection }) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  if (rejection.kind === 'failed')
    return rejection.failure.problem?.errors?.some(({ path }) => path === 'stage') === true ? (
      <p>{t('construction_first')}</p>
    ) : (
      <ErrorPanel failure={rejection.failure} />
    );
  const { by, stage, fields } = rejection;
  return (
    <p role="alert">
      {t('kept_conflict', {
        by: by === undefined ? t('someone') : authorWords(by, language),
        stage: stageWord(stage),
      })}{' '}
      {fields.length === 0
        ? null
        : t('kept_fields', {
            fields: fields.map((field) => fieldLabel(field, language)).join(t('list')),
          })}
    </p>
  );
}

/** An unsaved move, with the actions that are possible. */
function PendingMoveRow({
  pendingMoves,
  move,
}: {
  readonly pendingMoves: PendingMoves;
  readonly move: PendingMove;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const name = projectName(move.card, language);
  const rejection = pendingMoves.rejections[move.key];
  const words = { name, from: stageWord(move.from), to: stageWord(move.to) };
  return (
    <li>
      <div>
        <b>{t('kept_move', words)}</b>
        {move.on === serverDay() ? null : ` · ${formatDate(move.on, language)}`}
        {rejection === undefined ? null : <RejectionText rejection={rejection} />}
      </div>
      {rejection?.kind === 'conflict' ? (
        <Button onClick={() => pendingMoves.moveAgain(move, rejection)}>
          {t('kept_again', { to: words.to })}
        </Button>
      ) : null}
      <TextButton
        aria-label={t('kept_discard_of', { name })}
        onClick={() => pendingMoves.discard(move.key)}
      >
        {t('kept_discard')}
      </TextButton>
    </li>
  );
}

/** The moves that this device stores until the server has stored them. */
export function PendingMovesPanel({ pendingMoves }: { readonly pendingMoves: PendingMoves }) {
  const t = useLabels(pipelineLabels);
  const { moves, storedCount } = pendingMoves;
  if (moves.length === 0)
    return storedCount === 0 ? null : <p role="status">{t('kept_stored', { n: storedCount })}</p>;
  return (
    <section className={pendingMovesStyles.moves} aria-label={t('kept_title', { n: moves.length })}>
      <p role="status">
        <b>{t('kept_title', { n: moves.length })}</b> {t('kept_text')}
      </p>
      <Button onClick={pendingMoves.sendNow}>{t('kept_send')}</Button>
      <ul>
        {moves.map((move) => (
          <PendingMoveRow key={move.key} pendingMoves={pendingMoves} move={move} />
        ))}
      </ul>
    </section>
  );
}
