import type { ReactNode } from 'react';
import { compact } from '#domain/values/compact.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { Language } from '#domain/values/language.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { Amount, NamedProject } from '#domain/projects/project.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { industryColour, moneyColumn } from '#web/features/projects/facts/project-labels.ts';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { ListedWords } from './listed-words.tsx';
import { TotalRow } from './total-row.tsx';
import * as establishedTableStyles from './established-table.module.css';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** A value that is not known. */
const none = <span className={establishedTableStyles.dash}>—</span>;

/** Formats a day as the table writes it: short in English. */
const dayLabels = (date: string, language: Language): string =>
  formatDate(date, language, language === 'en' ? 'short' : 'long');

/** The state of a project's next milestone: overdue, moved, operating or its schedule light. */
export function MilestoneStatus({
  row,
  example,
}: {
  readonly row: EstablishedProject;
  readonly example: boolean;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { slippage_days: slippage = 0, overdue } = row;
  const move =
    slippage === 0 ? undefined : t(slippage > 0 ? 'later' : 'sooner', { days: Math.abs(slippage) });
  if (overdue !== undefined)
    return (
      <>
        <span className={example ? undefined : listsStyles.late}>
          {t('overdue_since', { date: dayLabels(overdue.since, language), days: overdue.days })}
        </span>
        {move === undefined ? null : <small>{move}</small>}
      </>
    );
  if (move !== undefined) return move;
  if (row.operating_since !== undefined)
    return t('operating_since', { date: dayLabels(row.operating_since, language) });
  if (row.light === 'on_track' && row.slippage_days !== undefined) return t('on_base');
  return row.light === undefined ? (
    none
  ) : (
    <span
      className={`${textStyles.noWrap} ${row.light === 'not_known' ? establishedTableStyles.dash : ''}`}
    >
      {lightTerms[row.light][language]}
    </span>
  );
}

/** The original date of a milestone, or the first plan that is known. */
function OriginalDate({ next }: Pick<EstablishedProject, 'next'>) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const first = next?.first_plan;
  if (first === undefined)
    return (
      <span className={textStyles.number}>
        {next?.baseline === undefined ? none : dayLabels(next.baseline, language)}
      </span>
    );
  return (
    <>
      <span className={textStyles.number}>{dayLabels(first.date, language)}</span>
      <small>
        {first.known === undefined
          ? t('first_plan')
          : t('first_plan_known', { date: dayLabels(first.known, language) })}
      </small>
    </>
  );
}

/** Defines the columns of the next milestone. `declared` writes the declared status of a project. */
function useMilestoneColumns(
  example: boolean,
  declared: ((code: string) => ReactNode) | undefined,
): readonly Column<EstablishedProject>[] {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  return [
    {
      id: 'next',
      label: t('col_next'),
      cell: (row) => (row.next === undefined ? none : milestoneTerms[row.next.type][language]),
    },
    {
      id: 'base',
      label: t('col_base'),
      dim: true,
      cell: ({ next }) => <OriginalDate {...compact({ next })} />,
    },
    {
      id: 'plan',
      label: t('col_plan'),
      cell: ({ next }) => (
        <span className={textStyles.number}>
          {next?.plan === undefined ? none : dayLabels(next.plan, language)}
        </span>
      ),
    },
    {
      id: 'status',
      label: t('col_status'),
      cell: (row) => (
        <>
          <ExplainableFigure
            measure={row.overdue === undefined ? 'project_delay' : 'project_overdue'}
            of={`code=${encodeURIComponent(row.code)}&milestone=${row.next?.type ?? 'operation'}`}
          >
            <MilestoneStatus row={row} example={example} />
          </ExplainableFigure>
          {declared?.(row.code)}
        </>
      ),
    },
  ];
}

/** Defines the columns of a project itself. `inUnit` writes an amount in the column's unit. */
function useProjectColumns(
  { zone }: Overview,
  link: (project: NamedProject) => ReactNode,
  unit: string,
  inUnit: (amount: Amount) => ReactNode,
): readonly Column<EstablishedProject>[] {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  return [
    { id: 'project', label: t('col_project'), head: true, cell: link },
    {
      id: 'industry',
      label: t('col_industry'),
      cell: (row) => {
        const industry = zone.industries.find((other) => other.id === row.industry);
        return (
          <span className={textStyles.noWrap}>
            <IndustryDot colour={industryColour(zone, row.industry)} />
            {industry?.short[language] ?? row.industry ?? '—'}
          </span>
        );
      },
    },
    {
      id: 'stage',
      label: t('col_stage'),
      cell: (row) => (
        <span className={textStyles.noWrap}>
          {stageWord(zone.stage_words, row.stage, language)}
        </span>
      ),
    },
    {
      id: 'money',
      label: t('col_money', { unit }),
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="project_amount" of={`code=${encodeURIComponent(row.code)}`}>
          {inUnit(row)}
        </ExplainableFigure>
      ),
    },
  ];
}

/**
 * The number of rows where there are more projects than a page lists. A list of some of them need
 * not be long, and keeps the page below 3,000 elements.
 */
const fewRows = 20;

/** The established projects with their next milestone against its original date. */
export function EstablishedTable({
  overview,
  link,
  declared,
  all,
}: {
  readonly overview: Overview;
  readonly link: (project: NamedProject) => ReactNode;
  /** The declared status of a project, beside the computed one. */
  readonly declared?: (code: string) => ReactNode;
  /** The address of the list of all established projects, for readers who may open it. */
  readonly all?: string;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { established, strip } = overview;
  const group = strip.groups.find((other) => other.group === 'established');
  const isWhole = group === undefined || group.count <= established.length;
  const rows = isWhole ? established : established.slice(0, fewRows);
  const sums = group?.amounts ?? [];
  /** One unit for every amount of a currency: that of single projects on the page. */
  const column = moneyColumn([...sums.map((money) => ({ money })), ...rows], language, {
    units: pageUnits(overview),
  });
  const inUnit = (amount: Amount, text = column.cell(amount)): ReactNode => {
    const { before, after } = column.around(amount);
    return (
      <>
        <span className={establishedTableStyles.unit}>{before}</span>
        <UnitText text={text} units={[amount.money?.currency]} />
        <span className={establishedTableStyles.unit}>{after}</span>
      </>
    );
  };
  const writeSum = (money: WireMoney): ReactNode => inUnit({ money }, column.sum(money));
  const isExample = strip.data_status === 'illustrative';
  const columns = [
    ...useProjectColumns(overview, link, column.unit ?? '', inUnit),
    ...useMilestoneColumns(isExample, declared),
  ];
  if (rows.length === 0)
    return (
      <section className={`${textStyles.section} ${establishedTableStyles.established}`}>
        <h3>{t('established_table')}</h3>
        <p className={textStyles.quiet}>
          {t(countNotSetOfStrip(strip) > 0 ? 'none_known_established' : 'none_established')}
        </p>
      </section>
    );
  return (
    <section className={`${textStyles.section} ${establishedTableStyles.established}`}>
      <h3>
        {t('established_table')}{' '}
        <i>
          <ExplainableFigure measure="stage_projects" of="stage=established">
            {formatCount(group?.count ?? rows.length, language)}
          </ExplainableFigure>
        </i>
      </h3>
      <DataTable
        caption={t('established_table')}
        columns={columns}
        rows={rows}
        // a filter fills the same rows with other projects: cheaper than new rows
        rowKey={(_, place) => String(place)}
        foot={
          sums.length === 0 && group?.held_back === undefined ? undefined : (
            <TotalRow overview={overview} writeSum={writeSum} />
          )
        }
      />
      <ListedWords overview={overview} rows={rows} all={all} />
      {isExample ? <p className={textStyles.note}>{t('table_note')}</p> : null}
    </section>
  );
}
