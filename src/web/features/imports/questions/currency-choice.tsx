import { useId, useState } from 'react';
import type { ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import * as textStyles from '#web/ui/text.module.css';
import { ChoiceOption } from './choice-option.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

const maxLikelyCurrencies = 8;
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

interface Props {
  readonly question: ImportQuestion;
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** All currencies: the likely ones first, the others by a search for code or name. */
export function CurrencyChoice({ question, value, onChoose }: Props) {
  const t = useLabels(previewLabels);
  const [search, setSearch] = useState('');
  const id = useId();
  const words = fold(search.trim());
  const matches =
    words === '' ? [] : question.choices.filter(({ label }) => fold(label).includes(words));
  const likely = question.choices.slice(0, maxLikelyCurrencies);
  const selectedChoices = question.choices.filter(
    (choice) => choice.value === value && !likely.includes(choice),
  );
  const list = words === '' ? [...selectedChoices, ...likely] : matches;
  return (
    <div>
      <Field
        label={t('search_currency')}
        type="search"
        value={search}
        maxLength={60}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p role="status" className={importsStyles.note}>
        {words === ''
          ? t('likely')
          : matches.length === 0
            ? t('no_currency')
            : t('all_found', { n: matches.length })}
      </p>
      <fieldset className={`${previewStyles.choices} ${previewStyles.many}`} aria-describedby={id}>
        <legend className={textStyles.visuallyHidden} id={id}>
          {t('your_answer')}
        </legend>
        {list.map((choice) => (
          <ChoiceOption key={choice.value} {...{ question, choice, value, onChoose }}>
            <span className={previewStyles.answer}>{choice.label}</span>
          </ChoiceOption>
        ))}
      </fieldset>
    </div>
  );
}
