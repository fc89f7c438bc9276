import { stageWord } from '#domain/labels/projects/stage.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as listsStyles from '#web/features/overview/lists.module.css';

/** The stages that the headline counts, and the former terms of its source. */
export function CountedHow({ overview }: { readonly overview: Overview }) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  const { headline, stage_mapping: mapping } = overview;
  const { before } = headline;
  const stages = (ids: readonly string[]) =>
    ids.map((id) => stageWord(overview.zone.stage_words, id, language)).join(t('list'));
  const earlierWords = (
    [
      [t('established'), before.established],
      [t('their_investment'), before.established_investment],
      [t('pipeline'), before.pipeline],
    ] as const
  ).filter((pair): pair is readonly [string, Figure] => pair[1]?.note !== undefined);
  return (
    <div className={listsStyles.explanation}>
      <p>{t('counted_established', { stages: stages(mapping.established) })}</p>
      <p>{t('counted_pipeline', { stages: stages(mapping.pipeline) })}</p>
      <p>{t('counted_note')}</p>
      {headline.classes === undefined ? null : <p>{t('classes_note')}</p>}
      {earlierWords.map(([name, { date, note }]) => (
        <p key={name}>
          {t('earlier_word', {
            name,
            date: formatDate(date, language),
            words: note?.[language] ?? '',
          })}
        </p>
      ))}
    </div>
  );
}
