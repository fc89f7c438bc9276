import { Link } from 'react-router-dom';
import { missingTerms, statusTerms } from '#domain/labels/index.ts';
import type { ExplainedProject, ExplainedValue } from '#domain/measures/explanation.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { formatCount, formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as explainStyles from './explain.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The filters of a list as the address holds them. */
const toFilters = (list: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(list).map(([name, words]) => [name, splitItems(words)]));

/** The projects behind a figure, each with what it adds, leading to its page. */
export function ProjectRows({
  total,
  items,
  list,
  onClose,
}: {
  readonly total: number;
  /** The filters of the list that has the same projects. */
  readonly list?: Readonly<Record<string, string>> | undefined;
  readonly items: readonly ExplainedProject[];
  readonly onClose: () => void;
}) {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { hrefTo } = useViewState();
  const title = t('projects', { n: formatCount(total, language, 'projects') });
  const adds = ({ adds: additions, missing }: ExplainedProject): string =>
    additions === undefined
      ? missing === undefined
        ? ''
        : missingTerms[missing][language]
      : formatValue(additions.value, additions.unit, language).text;
  const state = ({ stage, status }: ExplainedProject): string =>
    [
      stage === undefined ? '' : stageWord(stage),
      status === undefined || status === 'active' ? '' : statusTerms[status][language],
    ]
      .filter((word) => word !== '')
      .join(' · ');
  const all: readonly (Column<ExplainedProject> & { readonly shown: boolean })[] = [
    {
      id: 'project',
      label: t('project'),
      head: true,
      shown: true,
      cell: (row) => (
        <Link
          className={textStyles.plainLink}
          to={hrefTo('/projects', { sel: row.code })}
          onClick={onClose}
        >
          <ProjectName project={row} />
        </Link>
      ),
    },
    { id: 'stage', label: t('stage'), cell: state, shown: items.some((row) => state(row) !== '') },
    {
      id: 'adds',
      label: t('adds'),
      right: true,
      cell: adds,
      shown: items.some((row) => adds(row) !== ''),
    },
    {
      id: 'base',
      label: t('base'),
      right: true,
      cell: ({ base }) =>
        base === undefined ? '' : formatValue(base.value, base.unit, language).text,
      shown: items.some(({ base }) => base !== undefined),
    },
    {
      id: 'date',
      label: t('date'),
      right: true,
      cell: ({ date }) => (date === undefined ? '' : formatDate(date, language)),
      shown: items.some(({ date }) => date !== undefined),
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
          columns={all.filter(({ shown }) => shown)}
        />
      )}
      {list === undefined || items.length === 0 ? null : (
        <p>
          <Link to={hrefTo('/projects', toFilters(list))} onClick={onClose}>
            {t('all_in_list')}
          </Link>
        </p>
      )}
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
                ? missingTerms[missing ?? 'not_reported'][language]
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
