import { memo } from 'react';
import { recordText } from '#domain/zone/standard-texts.ts';
import { promiseText } from '#domain/labels/targets/earlier-target.ts';
import { formatDate } from '#domain/values/format.ts';
import type { TargetChange } from '#domain/zone/target-history.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { sourceWithDate } from '#web/figures/figure-source.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Targets that were changed since the first day, each with its new source, and the reason where the
 * reader may see it. Renders nothing without one.
 */
export const TargetTable = memo(function TargetTable({
  targets,
}: {
  readonly targets: readonly TargetChange[];
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  if (targets.length === 0) return null;
  const withReasons = targets.some(({ reason }) => reason !== undefined);
  return (
    <section className={textStyles.section}>
      <h3>{t('targets')}</h3>
      <DataTable<TargetChange>
        caption={t('targets')}
        rows={targets}
        rowKey={({ indicator, date, from }) => `${indicator} ${date} ${JSON.stringify(from)}`}
        stacks="labelled"
        columns={[
          { id: 'target', label: t('target'), head: true, cell: ({ name }) => name[language] },
          {
            id: 'from',
            label: t('target_was'),
            cell: ({ from, unit }) =>
              from === undefined ? (
                '—'
              ) : (
                <span data-says="target">{promiseText(from, unit, language)}</span>
              ),
          },
          {
            id: 'to',
            label: t('target_is'),
            cell: ({ to, unit, indicator }) =>
              to === undefined ? (
                t('target_removed')
              ) : (
                <ExplainableFigure measure="target" of={`target=${indicator}`}>
                  {promiseText(to, unit, language)}
                </ExplainableFigure>
              ),
          },
          {
            id: 'date',
            label: t('target_until'),
            cell: ({ date }) => formatDate(date, language, 'long'),
          },
          {
            id: 'source',
            label: t('target_source'),
            cell: ({ to }) =>
              to === undefined ? '—' : sourceWithDate(to.source, to.source_date, language),
          },
          ...(withReasons
            ? [
                {
                  id: 'reason',
                  label: t('target_reason'),
                  cell: ({ reason = '' }: TargetChange) => recordText(reason)[language],
                },
              ]
            : []),
        ]}
      />
    </section>
  );
});
