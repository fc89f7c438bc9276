import type { Overview } from '#domain/overview/overview.ts';
import { heldToPlanTerm } from '#domain/labels/targets/verdict.ts';
import { isHeldToPlan } from '#domain/targets/verdict.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { usePlanSentence } from '#web/features/overview/targets-table/targets-notes.tsx';
import { usePrinting } from '#web/figures/use-printing.ts';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * The definition of every term and figure of the page. Folded on screen unless `unfolded`; written
 * in full on paper.
 */
export function Definitions({
  overview,
  unfolded = false,
}: {
  readonly overview: Overview;
  readonly unfolded?: boolean;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const plan = usePlanSentence(overview);
  const printing = usePrinting();
  const { stage_mapping: mapping, thresholds } = overview;
  const stages = (ids: readonly string[]) =>
    ids.map((id) => stageWord(overview.zone.stage_words, id, language)).join(t('list'));
  const lines: readonly (readonly [string, string])[] = [
    [t('established'), t('counted_established', { stages: stages(mapping.established) })],
    [
      t('pipeline'),
      `${t('counted_pipeline', { stages: stages(mapping.pipeline) })} ${t('counted_note')}`,
    ],
    ...overview.targets.flatMap(({ name, definition }) =>
      definition[language] === '' ? [] : [[name[language], definition[language]] as const],
    ),
    ...((overview.projects_total ?? 0) === 0
      ? []
      : [[t('needs_action'), t('def_action_is')] as const]),
    ...(plan === undefined ? [] : [[t('how_plan'), plan] as const]),
    ...(overview.targets.length === 0
      ? []
      : [
          [t('def_forecast'), t('def_forecast_is')] as const,
          [
            t('how_rule'),
            [
              t('how_rule_is', {
                ahead: thresholds.ahead,
                on: thresholds.on,
                slightly: thresholds.slightly,
              }),
              ...(overview.targets.some(isHeldToPlan) ? [heldToPlanTerm[language]] : []),
            ].join(language === 'en' ? ' ' : ''),
          ] as const,
        ]),
  ];
  return (
    <details
      className={`${textStyles.section} ${listsStyles.definitions}`}
      open={printing || unfolded || undefined}
    >
      <summary>{t('definitions')}</summary>
      <dl>
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {overview.zone.definitions === undefined ? null : (
        <p className={textStyles.note}>{definitionsLine(overview.zone.definitions, language)}</p>
      )}
    </details>
  );
}
