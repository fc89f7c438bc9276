import { sameWords, stageGroupTerms, stageTerms, stageWord } from '#domain/labels/index.ts';
import { changeWordsOf } from '#domain/values/language.ts';
import type { Text } from '#domain/values/language.ts';
import { type Stage, type StageGroup, stageGroup, stages } from '#domain/projects/stage.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { TextFields } from '#web/features/zone/settings/form/text-fields.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';

const groups = ['established', 'pipeline', 'neither'] as const;

/** The group of each stage: established, pipeline or neither. */
export function StageGroupFields({ draft, change }: ZoneFieldsProps) {
  const language = useLanguage();
  const findGroup = (stage: Stage): StageGroup => stageGroup(stage, 'active', draft.stage_mapping);
  const put = (stage: Stage, group: string) => {
    const of = (target: StageGroup) =>
      stages.filter((one) => (one === stage ? group === target : findGroup(one) === target));
    change({ stage_mapping: { established: of('established'), pipeline: of('pipeline') } });
  };
  return (
    <div className={formStyles.columns}>
      {stages.map((stage) => (
        <SelectField
          key={stage}
          label={stageWord(draft.stage_words, stage, language)}
          value={findGroup(stage)}
          onChange={(event) => put(stage, event.target.value)}
        >
          {groups.map((group) => (
            <option key={group} value={group}>
              {stageGroupTerms[group][language]}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  );
}

/** The zone's own names of the stages. A stage without one has its usual name. */
export function StageWordFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const language = useLanguage();
  const words = draft.stage_words ?? {};
  const put = (stage: Stage, text: Text) => {
    const { [stage]: _before, ...others } = words;
    const isEmpty = Object.values(text).every((one) => one.trim() === '');
    // words in another language only: the page's language uses them too
    const filledText =
      text[language].trim() === '' ? changeWordsOf(text, language, language, '') : text;
    change({ stage_words: isEmpty ? others : { ...others, [stage]: filledText } });
  };
  return (
    <>
      <p>{t('stage_words_intro')}</p>
      {stages.map((stage) => (
        <TextFields
          key={stage}
          label={stageTerms[stage][language]}
          value={words[stage] ?? sameWords('')}
          placeholder={stageTerms[stage]}
          maxLength={60}
          onChange={(text) => put(stage, text)}
        />
      ))}
    </>
  );
}
