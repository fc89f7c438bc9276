import { compact } from '#domain/values/compact.ts';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { answeredQuestions, answerWords, openQuestions, findProposal } from './proposals.ts';
import { QuestionCard } from './question-card.tsx';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as previewStyles from '#web/features/imports/preview.module.css';

interface Props {
  readonly importing: Importing;
  readonly preview: ImportPreview;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/**
 * Asks one question at a time. The next ones and the answered ones are lines; an answer can be
 * changed.
 */
export function OpenQuestions({ importing, preview, heading }: Props) {
  const t = useLabels(previewLabels);
  const [changedId, setChangedId] = useState<string>();
  const open = openQuestions(preview);
  const answeredList = answeredQuestions(preview);
  const again = answeredList.find(({ id }) => id === changedId);
  const current = again ?? open[0];
  const isOpen = again === undefined;
  const lastAnswer = answeredList.findLast(
    ({ id }) =>
      importing.answers[id] !== undefined && !preview.remembered.includes(id) && id !== changedId,
  );
  const answers = answeredList.filter(({ id }) => id !== again?.id);
  // Keyboard and screen reader continue with the next question.
  const lastFocus = useRef(current?.id);
  useEffect(() => {
    if (lastFocus.current === current?.id) return;
    lastFocus.current = current?.id;
    heading.current?.focus();
  });
  return (
    <section>
      <h3>
        {t('questions')}{' '}
        <small role="status">{open.length === 0 ? t('none_open') : open.length}</small>
      </h3>
      {current === undefined ? null : (
        <QuestionCard
          key={current.id}
          {...{ importing, preview, heading }}
          question={current}
          {...compact({ at: isOpen ? 1 : undefined })}
          of={open.length}
          onAnswered={() => setChangedId(undefined)}
          onBack={lastAnswer === undefined ? undefined : () => setChangedId(lastAnswer.id)}
        />
      )}
      {open.slice(isOpen ? 1 : 0).map((question, at) => (
        <p key={question.id} className={previewStyles.line}>
          <span>
            <b>{t('later', { at: at + (isOpen ? 2 : 1) })}</b> {question.text}
          </span>
          <small>{proposalText(question, preview, t)}</small>
        </p>
      ))}
      {answers.length === 0 ? null : (
        <>
          <h4 className={previewStyles.answered}>{t('answered')}</h4>
          {answers.map((question) => (
            <AnsweredLine
              key={question.id}
              {...{ importing, preview, question }}
              onChange={() => setChangedId(question.id)}
            />
          ))}
        </>
      )}
    </section>
  );
}

function proposalText(
  question: ImportQuestion,
  preview: ImportPreview,
  t: ReturnType<typeof useLabels<(typeof previewLabels)['en']>>,
): string {
  const proposal = findProposal(question, preview);
  return proposal === undefined
    ? t('no_proposal')
    : t('opens_after', { answer: answerWords(question, proposal) });
}

interface LineProps extends Omit<Props, 'heading'> {
  readonly question: ImportQuestion;
  readonly onChange: () => void;
}
function AnsweredLine({ importing, preview, question, onChange }: LineProps) {
  const t = useLabels(previewLabels);
  const own = useLabels(importPageLabels);
  const answer = importing.answers[question.id] ?? findProposal(question, preview);
  const words =
    typeof answer === 'string' && question.id === 'mapping'
      ? own('as_proposed')
      : answerWords(question, answer);
  return (
    <p className={previewStyles.line}>
      <span>
        {question.text} <b>{words}</b>
        {preview.remembered.includes(question.id) ? <small> {t('from_recipe')}</small> : null}
      </span>
      <TextButton aria-label={`${t('change_answer')}: ${question.text}`} onClick={onChange}>
        {t('change_answer')}
      </TextButton>
    </p>
  );
}
