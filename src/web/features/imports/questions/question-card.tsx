import { useRef, useState, type RefObject } from 'react';
import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ChoiceList } from './choice-list.tsx';
import { CurrencyChoice } from './currency-choice.tsx';
import { Examples } from './row-examples.tsx';
import { findOpenWord, findProposal, proposeWords } from './proposals.ts';
import { useEffects } from './use-answer-effects.ts';
import { useQuestionKeys } from './use-question-keys.ts';
import type { Answer, Importing } from '#web/features/imports/use-import.ts';
import { ColumnChoices } from './column-choices.tsx';
import { StageChoices } from './stage-choices.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ValueEvent } from '#web/ui/dates/use-typed-date.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

/** A text field for a name or a day. */
function WrittenAnswer({
  question,
  value,
  onChoose,
}: {
  readonly question: ImportQuestion;
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
}) {
  const t = useLabels(previewLabels);
  const field = {
    label: t('your_answer'),
    value: value ?? '',
    onChange: (event: ValueEvent) => onChoose(event.target.value),
  };
  return question.kind === 'as_of' ? (
    <DateField {...field} />
  ) : (
    <Field {...field} maxLength={200} />
  );
}

/** Key caps, the same in all languages. */
const keyNames = { first: '1', last: '9', answer: 'Enter', back: 'Backspace' } as const;

interface CardProps {
  readonly importing: Importing;
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
  /** Number of the question, from 1. Omitted when an answer is changed. */
  readonly at?: number;
  readonly of: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAnswered: () => void;
  readonly onBack: (() => void) | undefined;
}

const isGiven = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && (typeof answer !== 'string' || answer.trim() !== '');

/** Joins the given answer with the proposal; in a map, the proposal fills the open entries. */
const joinAnswers = (proposal: Answer | undefined, answer: Answer | undefined) =>
  typeof answer === 'object' && typeof proposal === 'object'
    ? { ...proposal, ...answer }
    : (answer ?? proposal);

/** Words for stages of which none has a proposal: what their fields show. */
const shownWords = ({ id, items = [] }: ImportQuestion): Answer | undefined =>
  id === 'stage_words' ? proposeWords(items) : undefined;

/** Finds the first field without an answer, else the first field. */
const findFirstField = (card: HTMLElement | null): HTMLElement | null | undefined =>
  card?.querySelector<HTMLElement>('[data-missing=true] input') ??
  card?.querySelector<HTMLElement>('input, select');

/** One question with two examples of the file, a proposed answer, and what each answer does. */
export function QuestionCard(props: CardProps) {
  const { importing, preview, question, at, of, onAnswered, onBack } = props;
  const t = useLabels(previewLabels);
  const proposal = findProposal(question, preview);
  const [ownChoice, setChoice] = useState<Answer>();
  // a proposal may come later than its question
  const choice =
    ownChoice ?? joinAnswers(proposal ?? shownWords(question), importing.answers[question.id]);
  const [missing, setMissing] = useState<string>();
  const card = useRef<HTMLDivElement>(null);
  const choose = (answer: Answer) => {
    setChoice(answer);
    setMissing(undefined);
  };
  const give = () => {
    const word = isGiven(choice) ? findOpenWord(question, choice) : undefined;
    if (!isGiven(choice) || word !== undefined) {
      setMissing(word === undefined ? question.text : `“${word}”`);
      findFirstField(card.current)?.focus();
      return;
    }
    const answer = typeof choice === 'string' ? choice.trim() : choice;
    importing.give({ [question.id]: answer }, onAnswered);
  };
  const keyChoices = question.items === undefined ? question.choices : [];
  useQuestionKeys({
    choices: keyChoices,
    card,
    onChoose: choose,
    onAnswer: give,
    onBack,
  });
  const isLast = at === undefined || at >= of;
  return (
    <div className={previewStyles.card} ref={card}>
      <QuestionText {...props} />
      <Examples preview={preview} question={question} />
      <AnswerField {...{ importing, preview, question, choice, proposal }} onChoose={choose} />
      {missing === undefined ? null : (
        <p className={previewStyles.missing} role="alert">
          {t('choose_first', { what: missing })}
        </p>
      )}
      <div className={`${textStyles.row} ${importsStyles.actions}`}>
        <Button aria-busy={importing.waitingAnswers?.[question.id] !== undefined} onClick={give}>
          {isLast ? t('answer') : t('answer_next', { n: at + 1 })}
        </Button>
        {onBack === undefined ? null : (
          <Button quiet onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <KeyHints hasChoices={keyChoices.length > 0 || question.id === 'stage_words'} />
      </div>
    </div>
  );
}

/** The number of the question, its text and its reasons. */
function QuestionText({
  question: { id, text, items, reasons },
  at,
  of,
  heading,
}: Pick<CardProps, 'question' | 'at' | 'of' | 'heading'>) {
  const t = useLabels(previewLabels);
  return (
    <>
      <p className={previewStyles.cardHead}>
        {at === undefined ? t('change_answer') : <b>{t('question_of', { at, n: of })}</b>}
        {items === undefined ? null : (
          <span>
            {' '}
            ·{' '}
            {t(id === 'mapping' ? 'changes_of' : 'projects_of', {
              n: items.reduce((sum, { count }) => sum + count, 0),
            })}
          </span>
        )}
      </p>
      <h4 ref={heading} tabIndex={-1}>
        {text}
      </h4>
      {reasons === undefined ? null : (
        <ul className={previewStyles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function KeyHints({ hasChoices }: { readonly hasChoices: boolean }) {
  const t = useLabels(previewLabels);
  return (
    <span className={previewStyles.keys} aria-hidden="true">
      {hasChoices ? (
        <>
          <kbd>{keyNames.first}</kbd>–<kbd>{keyNames.last}</kbd> {t('key_choose')} ·{' '}
        </>
      ) : null}
      <kbd>{keyNames.answer}</kbd> {t('key_answer')} · <kbd>{keyNames.back}</kbd> {t('key_back')}
    </span>
  );
}

interface AnswerFieldProps extends Pick<CardProps, 'importing' | 'preview' | 'question'> {
  readonly choice: Answer | undefined;
  readonly proposal: Answer | undefined;
  readonly onChoose: (answer: Answer) => void;
}
function AnswerField({
  importing,
  preview,
  question,
  choice,
  proposal,
  onChoose,
}: AnswerFieldProps) {
  const effects = useEffects(preview, question, importing.answers);
  const text = typeof choice === 'string' ? choice : undefined;
  if (question.items !== undefined) {
    const Choices = question.id === 'stage_words' ? StageChoices : ColumnChoices;
    return (
      <Choices
        {...{ preview, question, onChoose }}
        value={typeof choice === 'object' ? choice : {}}
      />
    );
  }
  if (question.kind === 'currency' || question.kind === 'zone_currency')
    return <CurrencyChoice {...{ question, onChoose }} value={text} />;
  if (question.choices.length === 0 || question.kind === 'as_of')
    return <WrittenAnswer {...{ question, onChoose }} value={text} />;
  return (
    <ChoiceList
      {...{ preview, question, effects, onChoose }}
      value={text}
      proposal={typeof proposal === 'string' ? proposal : undefined}
    />
  );
}
