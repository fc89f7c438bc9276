import { useRef } from 'react';
import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import { stageWord } from '#domain/labels/index.ts';
import { stages } from '#domain/projects/stage.ts';
import { useZone } from '#web/data/queries.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { stageChoices, statusChoices } from './proposals.ts';
import { useRowKeys } from './use-question-keys.ts';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';
import * as stageStyles from './stage-choices.module.css';

type Item = NonNullable<ImportQuestion['items']>[number];
type Meanings = Readonly<Record<string, string>>;
interface Props {
  readonly preview: ImportPreview;
  readonly question: ImportQuestion;
  readonly value: Meanings;
  readonly onChoose: (value: Meanings) => void;
}

/** Finds the meaning of a word. A word that needs no answer stays without a stage at first. */
const meaningOf = ({ key, needs_answer }: Item, value: Meanings): string | undefined =>
  value[key] ?? (needs_answer === true ? undefined : 'keep');

/** Returns a function that describes what the meaning of a word does to the register. */
function useEffectText({ preview, question: { items = [] }, value }: Props) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const zone = useZone().data;
  const stageNow = ({ key }: Item): string | undefined =>
    preview.stages.find(({ word }) => word === key)?.stage;
  return (item: Item): string => {
    const meaning = meaningOf(item, value);
    const stage = stages.find((one) => one === meaning);
    if (stage === undefined)
      return meaning === 'keep' || meaning === 'unknown'
        ? t('stays_unset', { n: item.count })
        : t('projects_of', { n: item.count });
    // Words with the same stage add up.
    const addedCount = items
      .filter((one) => value[one.key] === stage && stageNow(one) !== stage)
      .reduce((sum, { count }) => sum + count, 0);
    const from = preview.register_totals.stages.find((one) => one.stage === stage)?.after ?? 0;
    const to = from + addedCount;
    return t('moves_to', {
      n: item.count,
      stage: stageWord(zone?.stage_words, stage, language),
      from,
      to,
    });
  };
}

/**
 * The stage words of a file, each with two examples, its stage or status, and the effect. One press
 * or one number key gives a word its stage; a number key also goes to the next word.
 */
export function StageChoices(props: Props) {
  const { question, value, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const effectOf = useEffectText(props);
  const inRow = stageChoices(question);
  const items = question.items ?? [];
  useRowKeys(list, (row, number) => {
    const [item, choice] = [items[row], inRow[number - 1]];
    if (item === undefined || choice === undefined) return false;
    onChoose({ ...value, [item.key]: choice.value });
    return true;
  });
  return (
    <div ref={list} className={stageStyles.words}>
      {items.map((item) => (
        <StageWord
          key={item.key}
          {...{ item, question }}
          meaning={meaningOf(item, value)}
          effect={effectOf(item)}
          onChoose={(meaning) => onChoose({ ...value, [item.key]: meaning })}
        />
      ))}
    </div>
  );
}

interface WordProps {
  readonly item: Item;
  readonly question: ImportQuestion;
  readonly meaning: string | undefined;
  readonly effect: string;
  readonly onChoose: (meaning: string) => void;
}
function StageWord({ item, question, meaning, effect, onChoose }: WordProps) {
  const t = useLabels(previewLabels);
  const { key, examples = [], proposal } = item;
  const mark =
    proposal === undefined ? null : (
      <small className={previewStyles.proposed}>{t('proposed')}</small>
    );
  const isStatus = statusChoices(question).some((choice) => choice.value === meaning);
  return (
    <fieldset className={stageStyles.word} data-missing={meaning === undefined}>
      <legend>
        <b>“{key}”</b>{' '}
        <small className={importsStyles.examples}>{examples.slice(0, 2).join(' · ')}</small>
      </legend>
      <div className={stageStyles.stages}>
        {stageChoices(question).map((choice, at) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={`${question.id} ${key}`}
              value={choice.value}
              aria-keyshortcuts={String(at + 1)}
              checked={choice.value === meaning}
              onChange={() => onChoose(choice.value)}
            />
            <span aria-hidden="true">{at + 1}</span>
            {choice.label}
            {choice.value === proposal ? mark : null}
          </label>
        ))}
        <label>
          {t('other_status')}
          <select
            value={isStatus ? meaning : ''}
            onChange={(event) => onChoose(event.target.value)}
          >
            {isStatus ? null : <option value="" />}
            {statusChoices(question).map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          {isStatus && proposal === meaning ? mark : null}
        </label>
      </div>
      <p className={previewStyles.effect}>{effect}</p>
    </fieldset>
  );
}
