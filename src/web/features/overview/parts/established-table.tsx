import type { ReactNode } from 'react';
import { compact } from '#domain/values/compact.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Amount, NamedProject } from '#domain/projects/project.ts';
import { heldBackAmounts } from '#domain/labels/general/missing-figure.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { moneyColumn } from '#web/features/projects/facts/project-labels.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { Link } from '#web/ui/controls/link.tsx';
import { useListedWords } from './use-listed-words.ts';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as establishedTableStyles from './established-table.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { useColumns } from './established-columns.tsx';

/** The sums of all established projects, one line for each currency. */
function TotalRow({
  overview,
  inUnit,
}: {
  readonly overview: Overview;
  readonly inUnit: (amount: Amount) => ReactNode;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { strip, headline } = overview;
  const group = strip.groups.find((other) => other.group === 'established');
  const publishedFigure = headline.established_investment;
  const undisclosedCount = group?.undisclosed ?? 0;
  const isPartial = undisclosedCount > 0 && (group?.amounts ?? []).length > 0;
  return (
    <tr>
      <th scope="row" colSpan={3} data-says="established_investment">
        {publishedFigure?.data_status === 'reported' && strip.data_status === 'illustrative'
          ? t('total_reported', {
              value: formatValue(
                publishedFigure.value,
                publishedFigure.unit,
                language,
                compact({ qualifier: publishedFigure.qualifier }),
              ).text,
            })
          : isPartial
            ? t('total_stated', {
                stated: formatCount((group?.count ?? 0) - undisclosedCount, language),
                all: formatCount(group?.count ?? 0, language),
              })
            : t('total')}
      </th>
      <td className={`${dataTableStyles.right} ${textStyles.number}`}>
        {(group?.amounts ?? []).map((money) => (
          <span key={money.currency} className={dataTableStyles.sum}>
            <ExplainableFigure measure="stage_investment" of="stage=established">
              {inUnit({ money })}
            </ExplainableFigure>
          </span>
        ))}
        {group?.held_back === undefined ? null : (
          <span className={dataTableStyles.sum}>{heldBackAmounts(group.held_back, language)}</span>
        )}
      </td>
      <td colSpan={4} />
    </tr>
  );
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
  const columns = useColumns(overview, link, column.unit ?? '', inUnit, declared);
  const listedWords = useListedWords()(rows, group?.count, sums.length);
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
            <TotalRow overview={overview} inUnit={inUnit} />
          )
        }
      />
      {listedWords === undefined ? null : (
        <p className={textStyles.note} data-says="stage_projects">
          {listedWords} {all === undefined ? null : <Link to={all}>{t('all_established')}</Link>}
        </p>
      )}
      {strip.data_status === 'illustrative' ? (
        <p className={textStyles.note}>{t('table_note')}</p>
      ) : null}
    </section>
  );
}
