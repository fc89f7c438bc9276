import type { ReactNode } from 'react';
import { absenceTerms, missingTerms, statusTerms } from '#domain/labels/index.ts';
import type { ExplainedProject, ExplainedValue } from '#domain/measures/explanation.ts';
import { formatCount, formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import * as explainStyles from './explain.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** How a page shows the projects behind a figure. */
export interface RowsOfPage {
  readonly name: (row: ExplainedProject) => ReactNode;
  readonly stageWord: (stage: string) => string;
  /** A link to the list with the same projects. */
  readonly toList?: ReactNode;
  /** Unlisted rows are withheld. */
  readonly isShared?: true;
}

/** The projects behind a figure, each with what it adds. */
export function ProjectRows({
  total,
  items,
  name,
  stageWord,
  toList = null,
}: RowsOfPage & {
  readonly total: number;
  readonly items: readonly ExplainedProject[];
}) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  const title = t('projects', { n: formatCount(total, language, 'projects') });
  const adds = ({ adds: additions, missing, is_withheld }: ExplainedProject): string => {
    if (additions !== undefined) return formatValue(additions.value, additions.unit, language).text;
    if (is_withheld === true) return t('withheld');
    return missing === undefined ? '' : missingTerms[missing][language];
  };
  const state = ({ stage, status }: ExplainedProject): string =>
    [
      stage === undefined ? '' : stageWord(stage),
      status === undefined || status === 'active' ? '' : statusTerms[status][language],
    ]
      .filter((word) => word !== '')
      .join(' · ');
  const all: readonly (Column<ExplainedProject> & { readonly isShown: boolean })[] = [
    {
      id: 'project',
      label: t('project'),
      head: true,
      isShown: true,
      cell: name,
    },
    {
      id: 'stage',
      label: t('stage'),
      cell: state,
      isShown: items.some((row) => state(row) !== ''),
    },
    {
      id: 'adds',
      label: t('adds'),
      right: true,
      cell: adds,
      isShown: items.some((row) => adds(row) !== ''),
    },
    {
      id: 'base',
      label: t('base'),
      right: true,
      cell: ({ base }) =>
        base === undefined ? '' : formatValue(base.value, base.unit, language).text,
      isShown: items.some(({ base }) => base !== undefined),
    },
    {
      id: 'date',
      label: t('date'),
      right: true,
      cell: ({ date }) => (date === undefined ? '' : formatDate(date, language)),
      isShown: items.some(({ date }) => date !== undefined),
    },
  ];
  return (
    <section className={explainStyles.rows}>
      <h3>{title}</h3>
      {items.length === 0 ? null : (
        <DataTable
          caption={title}
          dense
          rows={items}
          rowKey={({ code, stage, date }) => `${code} ${stage ?? ''} ${date ?? ''}`}
          columns={all.filter(({ isShown }) => isShown)}
        />
      )}
      {toList === null || items.length === 0 ? null : <p>{toList}</p>}
    </section>
  );
}

/** The values of the months behind a figure, newest first. */
export function ValueRows({
  total,
  items,
}: {
  readonly total: number;
  readonly items: readonly ExplainedValue[];
}) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  if (total === 0) return <p className={textStyles.note}>{t('no_rows')}</p>;
  const title = t('values', { n: formatCount(total, language) });
  return (
    <section className={explainStyles.rows}>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        dense
        rows={items}
        rowKey={({ period }) => period}
        columns={[
          {
            id: 'month',
            label: t('month'),
            head: true,
            cell: ({ period }) =>
              formatMonth(period, language, language === 'en' ? 'short' : 'long'),
          },
          {
            id: 'value',
            label: t('value'),
            right: true,
            cell: ({ value, missing, unit }) =>
              value === undefined
                ? absenceTerms[missing ?? 'not_reported'][language]
                : formatValue(value, unit, language).text,
          },
          {
            id: 'source',
            label: t('source'),
            cell: ({ source, data_status }) => (
              <>
                {source?.[language]} <WeakStatusChip status={data_status} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
