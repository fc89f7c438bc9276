import { useState } from 'react';
import type { ImportPreview, ImportQuestion, QuestionKind } from '#contract/imports.ts';
import { importText } from '#web/i18n/import/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/field.tsx';
import { openQuestions, type Answer, type Importing } from './use-import.ts';

/** Asked where the columns, the words and the file itself are shown. */
const elsewhere: readonly QuestionKind[] = ['mapping', 'stage_words', 'sheet', 'table'];
const order: readonly QuestionKind[] = ['encoding', 'file_kind', 'zone_name', 'sample_data'];
const place = ({ kind }: ImportQuestion) => (order.includes(kind) ? order.indexOf(kind) : order.length);
/** What the file is comes first: the others follow from it. Answered questions keep their place, so that an answer can be changed. */
const inOrder = ({ questions, settled }: ImportPreview) =>
  [...questions, ...settled]
    .filter(({ kind }) => !elsewhere.includes(kind))
    .toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));

export function Questions({ importing, preview }: { readonly importing: Importing; readonly preview: ImportPreview }) {
  const t = useText(importText);
  const { answers } = importing;
  const asked = inOrder(preview);
  if (asked.length === 0) return null;
  const open = openQuestions(preview);
  return (
    <section className="iasks">
      <h3>
        {t('questions')} <small role="status">{open.length === 0 ? t('none_open') : t('open', { n: open.length })}</small>
      </h3>
      {asked.map((question) => (
        <Question
          key={question.id}
          question={question}
          answer={answers[question.id]}
          remembered={preview.remembered.includes(question.id)}
          onAnswer={(value) => void importing.answer(question.id, value)}
        />
      ))}
    </section>
  );
}

interface Props {
  /** Answered last time, for a file of this shape. */
  readonly remembered: boolean;
  readonly question: ImportQuestion;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}
function Question({ question, answer, remembered, onAnswer }: Props) {
  const t = useText(importText);
  if (question.choices.length === 0 || question.kind === 'as_of')
    return <Written question={question} answer={answer} onAnswer={onAnswer} />;
  const given = typeof answer === 'string' ? answer : (question.default ?? '');
  const text = question.default === undefined && given === '';
  if (question.choices.length <= 4) {
    return (
      <fieldset className={text ? 'iq open' : 'iq'}>
        <legend>
          {question.text} {remembered ? <small>{t('how_remembered')}</small> : null}
        </legend>
        {question.choices.map((choice) => (
          <label key={choice.value} className="ck">
            <input type="radio" name={question.id} checked={given === choice.value} onChange={() => onAnswer(choice.value)} />
            <span>
              {choice.label}
              {choice.examples === undefined ? null : <q className="iread-lines">{choice.examples.join('\n')}</q>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={text ? 'iq open' : 'iq'}>
      <SelectField
        label={question.text}
        value={given}
        {...(remembered ? { hint: t('how_remembered') } : {})}
        onChange={(event) => onAnswer(event.target.value)}
      >
        {given === '' ? (
          <option value="" disabled>
            {t('pick')}
          </option>
        ) : null}
        {question.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** A name or a day, in the reader's own words. */
function Written({ question, answer, onAnswer }: Omit<Props, 'remembered'>) {
  const given = typeof answer === 'string' ? answer : (question.default ?? '');
  const [text, setText] = useState(given);
  const give = () => {
    if (text.trim() !== '' && text.trim() !== given) onAnswer(text.trim());
  };
  return (
    <form
      className={given === '' ? 'iq open' : 'iq'}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <Field
        label={question.text}
        type={question.kind === 'as_of' ? 'date' : 'text'}
        maxLength={300}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={give}
      />
    </form>
  );
}
