import type { ReactNode } from 'react';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import type { Amount } from '#domain/projects/project.ts';
import { heldBackAmounts } from '#domain/labels/general/data.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { detailText } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { industryColour, moneyColumn } from '#web/features/projects/facts/project-labels.ts';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as establishedTableStyles from './established-table.module.css';
import * as listsStyles from './lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The established projects with their next milestone against its frozen date. */
export function EstablishedTable({
  overview,
  link,
}: {
  readonly overview: Overview;
  readonly link: (code: string, name: string) => ReactNode;
}) {
  const t = useText(detailText);
  const language = useLanguage();
  const { established: rows, zone, strip } = overview;
  const example = strip.data_status === 'illustrative';
  const group = strip.groups.find((other) => other.group === 'established');
  const sums = group?.amounts ?? [];
  /** One unit for every amount of a currency: that of single projects on the page. */
  const column = moneyColumn(
    [...sums.map((money) => ({ money })), ...rows],
    language,
    pageUnits(overview),
  );
  const none = <span className={establishedTableStyles.dash}>—</span>;
  const day = (date: string): string =>
    formatDate(date, language, language === 'en' ? 'short' : 'long');
  const date = (given: string | undefined): ReactNode => (given === undefined ? none : day(given));
  const inUnit = (amount: Amount): ReactNode => {
    const { before, after } = column.around(amount);
    return (
      <>
        <span className={establishedTableStyles.unit}>{before}</span>
        {column.cell(amount)}
        <span className={establishedTableStyles.unit}>{after}</span>
      </>
    );
  };
  const status = (row: EstablishedProject): ReactNode => {
    const { slippage_days: slippage = 0, overdue } = row;
    const later =
      slippage === 0
        ? undefined
        : t(slippage > 0 ? 'later' : 'sooner', { days: Math.abs(slippage) });
    if (overdue !== undefined)
      return (
        <>
          <span className={example ? undefined : listsStyles.late}>
            {t('overdue_since', { date: day(overdue.since), days: overdue.days })}
          </span>
          {later === undefined ? null : <small>{later}</small>}
        </>
      );
    if (later !== undefined) return later;
    if (row.operating_since !== undefined)
      return t('operating_since', { date: day(row.operating_since) });
    if (row.light === 'on_track' && row.slippage_days !== undefined) return t('on_base');
    return row.light === undefined ? (
      none
    ) : (
      <span className={row.light === 'not_known' ? establishedTableStyles.dash : undefined}>
        {lightTerms[row.light][language]}
      </span>
    );
  };
  const original = ({ next }: EstablishedProject): ReactNode => {
    const first = next?.first_plan;
    if (first === undefined)
      return <span className={textStyles.number}>{date(next?.baseline)}</span>;
    return (
      <>
        <span className={textStyles.number}>{day(first.date)}</span>
        <small>
          {first.known === undefined
            ? t('first_plan')
            : t('first_plan_known', { date: day(first.known) })}
        </small>
      </>
    );
  };
  const columns: readonly Column<EstablishedProject>[] = [
    { id: 'project', label: t('col_project'), head: true, cell: (row) => link(row.code, row.name) },
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
      label: t('col_money', { unit: column.unit ?? '' }),
      right: true,
      cell: inUnit,
    },
    {
      id: 'next',
      label: t('col_next'),
      cell: (row) => (row.next === undefined ? none : milestoneTerms[row.next.type][language]),
    },
    { id: 'base', label: t('col_base'), dim: true, cell: original },
    {
      id: 'plan',
      label: t('col_plan'),
      cell: (row) => <span className={textStyles.number}>{date(row.next?.plan)}</span>,
    },
    { id: 'status', label: t('col_status'), cell: status },
  ];
  const published = overview.headline.established_investment;
  if (rows.length === 0)
    return (
      <section className={`${textStyles.section} ${establishedTableStyles.established}`}>
        <h3>{t('established_table')}</h3>
        <p className={textStyles.quiet}>{t('none_established')}</p>
      </section>
    );
  return (
    <section className={`${textStyles.section} ${establishedTableStyles.established}`}>
      <h3>
        {t('established_table')} <i>{formatCount(group?.count ?? rows.length, language)}</i>
      </h3>
      <DataTable
        caption={t('established_table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        foot={
          sums.length === 0 && group?.held_back === undefined ? undefined : (
            <tr>
              <th scope="row" colSpan={3}>
                {published?.data_status === 'reported' && example
                  ? t('total_reported', {
                      value: formatValue(
                        published.value,
                        published.unit,
                        language,
                        published.qualifier === undefined ? {} : { qualifier: published.qualifier },
                      ).text,
                    })
                  : t('total')}
              </th>
              <td className={`${dataTableStyles.right} ${textStyles.number}`}>
                {sums.map((money) => (
                  <span key={money.currency} className={dataTableStyles.sum}>
                    {inUnit({ money })}
                  </span>
                ))}
                {group?.held_back === undefined ? null : (
                  <span className={dataTableStyles.sum}>
                    {heldBackAmounts(group.held_back, language)}
                  </span>
                )}
              </td>
              <td colSpan={4} />
            </tr>
          )
        }
      />
      {(group?.count ?? 0) > rows.length ? (
        <p className={textStyles.note}>
          {t('not_all', { shown: rows.length, count: group?.count ?? 0 })}
        </p>
      ) : null}
      {example ? <p className={textStyles.note}>{t('table_note')}</p> : null}
    </section>
  );
}
