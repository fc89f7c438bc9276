import { useState } from 'react';
import type { ImportRecipe, RecipeField } from '#contract/imports/schemas.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { statusTerms, stageWord } from '#domain/labels/index.ts';
import { useZone } from '#web/data/queries.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { fieldName } from '#web/features/imports/parts/field-name.ts';
import { answerValueLabels } from './labels/index.ts';
import { questionName } from './recipe-section.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

/** Possible answers of questions with few of them. */
const closedChoices: Readonly<Record<string, readonly ValueWord[]>> = {
  several_rows: ['separate', 'first', 'last', 'sum'],
  equal_names: ['separate', 'first', 'last', 'sum'],
  unlisted: ['whole', 'without_completed', 'part'],
  replans: ['take', 'keep'],
  signings: ['none', 'each'],
  row_currency: ['heading', 'row', 'investment'],
  date_order: ['dmy', 'mdy'],
  fiscal_year: ['january', 'april_first', 'april_last', 'july_last', 'october_last'],
  decimal_sign: ['comma', 'point'],
  read_as: ['projects', 'observations'],
};
type ValueWord = keyof (typeof answerValueLabels)['en'];
/** Whether an answer has a label. The others are names of columns, sheets and currencies. */
const hasLabel = (word: string): word is ValueWord => Object.hasOwn(answerValueLabels.en, word);

/** One answer of a recipe, or one entry of a mapping. */
interface Line {
  readonly id: string;
  readonly key?: string;
  readonly value: string;
}
const listLines = (answers: ImportAnswers): Line[] =>
  Object.entries(answers).flatMap(([id, answer]): Line[] =>
    typeof answer === 'string'
      ? [{ id, value: answer }]
      : Object.entries(answer).map(([key, value]) => ({ id, key, value })),
  );
/** Joins lines to answers. A question without lines is asked at the next import. */
function toAnswers(lines: readonly Line[]): ImportAnswers {
  const out: Record<string, string | Record<string, string>> = {};
  for (const { id, key, value } of lines) {
    if (key === undefined) out[id] = value;
    else {
      const answer = out[id];
      out[id] = typeof answer === 'object' ? { ...answer, [key]: value } : { [key]: value };
    }
  }
  return out;
}

interface Props {
  readonly recipe: ImportRecipe;
  readonly fields: readonly RecipeField[];
  readonly isBusy: boolean;
  readonly onSave: (answers: ImportAnswers) => void;
}
/** Edits the answers of a recipe. The importer asks the question of a removed answer again. */
export function RecipeAnswers({ recipe, fields, isBusy, onSave }: Props) {
  const t = useLabels(previewLabels);
  const [lines, setLines] = useState(() => listLines(recipe.answers));
  const isSame = (a: Line, b: Line): boolean => a.id === b.id && a.key === b.key;
  const writeName = ({ id, key }: Line): string =>
    [questionName(id, t) ?? id, ...(key === undefined ? [] : [`“${key}”`])].join(': ');
  return (
    <form
      className={previewStyles.recipeForm}
      aria-label={t('recipe_answers')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(toAnswers(lines));
      }}
    >
      <DataTable
        caption={t('recipe_answers')}
        rows={lines}
        rowKey={(line) => `${line.id} ${line.key ?? ''}`}
        dense
        stacks="labelled"
        columns={[
          { id: 'question', label: t('question'), head: true, cell: writeName },
          {
            id: 'value',
            label: t('value'),
            cell: (line) => (
              <AnswerInput
                line={line}
                fields={fields}
                label={writeName(line)}
                onChange={(value) =>
                  setLines(lines.map((one) => (isSame(one, line) ? { ...one, value } : one)))
                }
              />
            ),
          },
          {
            id: 'remove',
            label: <span className={textStyles.visuallyHidden}>{t('ask_again')}</span>,
            right: true,
            cell: (line) => (
              <Button
                aria-label={`${t('ask_again')}: ${writeName(line)}`}
                onClick={() => setLines(lines.filter((one) => !isSame(one, line)))}
              >
                {t('ask_again')}
              </Button>
            ),
          },
        ]}
      />
      <Button type="submit" disabled={isBusy}>
        {t('save')}
      </Button>
    </form>
  );
}

interface InputProps {
  readonly line: Line;
  readonly fields: readonly RecipeField[];
  readonly label: string;
  readonly onChange: (value: string) => void;
}
function AnswerInput({ line: { id, value }, fields, label, onChange }: InputProps) {
  const t = useLabels(answerValueLabels);
  const own = useLabels(importPageLabels);
  const language = useLanguage();
  const zone = useZone().data;
  const writeWord = (word: string): string => (hasLabel(word) ? t(word) : word);
  const stageOptions = [
    ...stages.map((stage) => [stage, stageWord(zone?.stage_words, stage, language)] as const),
    ...statuses.map((status) => [status, statusTerms[status][language]] as const),
    ['keep', t('keep')] as const,
  ];
  const fieldOptions = [
    ...fields.map((field) => [field.id, field.name[language]] as const),
    ['extra', own('extra')] as const,
    ['ignore', own('how_ignored')] as const,
  ];
  const mapOptions: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    stage_words: stageOptions,
    mapping: fieldOptions,
  };
  const options = mapOptions[id] ?? closedChoices[id]?.map((word) => [word, t(word)] as const);
  // The field is an indicator and can't be changed.
  if (id === 'mapping' && !fieldOptions.some(([one]) => one === value))
    return <>{fieldName(value, language)}</>;
  if (options !== undefined)
    return (
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {[
          ...(options.some(([one]) => one === value) ? [] : [[value, writeWord(value)] as const]),
          ...options,
        ].map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    );
  if (id === 'currency' || id === 'unit')
    return (
      <input
        aria-label={label}
        value={value}
        maxLength={20}
        required
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return <>{writeWord(value)}</>;
}
