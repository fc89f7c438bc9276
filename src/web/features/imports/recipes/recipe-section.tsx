import { answersOfOneFile } from '#contract/imports/constants.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { answeredQuestions, answerWords } from '#web/features/imports/questions/proposals.ts';
import type { Importing } from '#web/features/imports/use-import.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

/** The answers that apply to the next file with the same columns. */
export function RecipePart({
  importing,
  preview,
}: {
  readonly importing: Importing;
  readonly preview: ImportPreview;
}) {
  const t = useLabels(previewLabels);
  const questions = answeredQuestions(preview).filter(
    ({ id }) => !answersOfOneFile.has(id) && importing.answers[id] !== undefined,
  );
  const old = questions.filter(({ id }) => preview.remembered.includes(id)).length;
  return (
    <section>
      <h3>{t('recipe')}</h3>
      {questions.length === 0 ? (
        <p className={importsStyles.note}>{t('recipe_none')}</p>
      ) : (
        <>
          <p>
            <b>{t('recipe_lead')}</b> {t('recipe_more', { old, new: questions.length - old })}
          </p>
          <dl className={previewStyles.recipe}>
            {questions.map((question) => (
              <div key={question.id}>
                <dt>{questionName(question.id, t) ?? question.text}</dt>
                <dd>{answerWords(question, importing.answers[question.id])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p>
        <a href="#import-recipes">{t('recipe_see')}</a>
      </p>
    </section>
  );
}

const names = {
  encoding: 'q_encoding',
  sheet: 'q_sheet',
  table: 'q_table',
  currency: 'q_currency',
  unit: 'q_unit',
  decimal_sign: 'q_decimal_sign',
  date_order: 'q_date_order',
  fiscal_year: 'q_fiscal_year',
  mapping: 'q_mapping',
  stage_words: 'q_stage_words',
  several_rows: 'q_several_rows',
  equal_names: 'q_equal_names',
  same_project: 'q_same_project',
  unlisted: 'q_unlisted',
  replans: 'q_replans',
  signings: 'q_signings',
  row_currency: 'q_row_currency',
  amount_column: 'q_amount_column',
  stage_column: 'q_stage_column',
  code_names: 'q_code_names',
  read_as: 'q_read_as',
  magnitude: 'q_magnitude',
} as const;
/** Finds the short name of a question. @returns undefined for a question without one */
export const questionName = (
  id: string,
  t: ReturnType<typeof useLabels<(typeof previewLabels)['en']>>,
): string | undefined =>
  Object.hasOwn(names, id) ? t(names[id as keyof typeof names]) : undefined;
