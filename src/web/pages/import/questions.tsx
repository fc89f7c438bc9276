import { useState } from 'react';
import type { ImportQuestion } from '#contract/imports.ts';
import { importText } from '#web/i18n/import/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Field, SelectField } from '#web/ui/field.tsx';
import { openQuestions, type Answer, type Importing } from './use-import.ts';

/** The question of what the file is comes first: the others follow from it. */
const inOrder = (questions: readonly ImportQuestion[]) =>
  questions.toSorted((a, b) => Number(b.kind === 'file_kind') - Number(a.kind === 'file_kind'));

export function Questions({ importing }: { readonly importing: Importing }) {
  const t = useText(importText);
  const { asked, answers } = importing;
  if (asked.length === 0) return null;
  const open = openQuestions(asked, answers);
  return (
    <section className="iasks">
      <h3>
        {t('questions')} <small role="status">{open.length === 0 ? t('none_open') : t('open', { n: open.length })}</small>
      </h3>
      {inOrder(asked).map((question) => (
        <Question
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(value) => void importing.answer(question.id, value)}
        />
      ))}
    </section>
  );
}

interface Props {
  readonly question: ImportQuestion;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}
function Question({ question, answer, onAnswer }: Props) {
  const t = useText(importText);
  if (question.items !== undefined && question.items.length > 0) return <Mapping question={question} answer={answer} onAnswer={onAnswer} />;
  if (question.choices.length === 0) return <Written question={question} answer={answer} onAnswer={onAnswer} />;
  const given = typeof answer === 'string' ? answer : (question.default ?? '');
  const text = question.default === undefined && given === '';
  if (question.choices.length <= 4) {
    return (
      <fieldset className={text ? 'iq open' : 'iq'}>
        <legend>{question.text}</legend>
        {question.choices.map((choice) => (
          <label key={choice.value} className="ck">
            <input type="radio" name={question.id} checked={given === choice.value} onChange={() => onAnswer(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={text ? 'iq open' : 'iq'}>
      <SelectField label={question.text} value={given} onChange={(event) => onAnswer(event.target.value)}>
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
function Written({ question, answer, onAnswer }: Props) {
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

/** Many small answers at once: columns to fields, words to stages. What is not touched stays as proposed. */
function Mapping({ question, answer, onAnswer }: Props) {
  const t = useText(importText);
  const items = question.items ?? [];
  const given: Readonly<Record<string, string>> = typeof answer === 'object' ? answer : {};
  const proposals = Object.fromEntries(items.flatMap((item) => (item.proposal === undefined ? [] : [[item.key, item.proposal]])));
  return (
    <fieldset className={question.default === undefined && answer === undefined ? 'iq open' : 'iq'}>
      <legend>{question.text}</legend>
      <div className="imap">
        {items.map((item) => (
          <SelectField
            key={item.key}
            label={item.key}
            value={given[item.key] ?? proposals[item.key] ?? ''}
            {...(item.examples === undefined || item.examples.length === 0
              ? { hint: `${item.count}×` }
              : { hint: t('seen', { n: item.count, examples: item.examples.join(' · ') }) })}
            onChange={(event) => onAnswer({ ...proposals, ...given, [item.key]: event.target.value })}
          >
            {(given[item.key] ?? proposals[item.key]) === undefined ? <option value="">{t('pick')}</option> : null}
            {question.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      {question.default === undefined && answer === undefined && Object.keys(proposals).length === items.length ? (
        <button type="button" className="btn" onClick={() => onAnswer(proposals)}>
          {t('as_proposed')}
        </button>
      ) : null}
    </fieldset>
  );
}
