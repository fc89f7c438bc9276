import type { ReactNode } from 'react';
import { measureTerms } from '#domain/labels/index.ts';
import type { SharedProjects } from '#domain/redaction/shared-projects.ts';
import { formatCount } from '#domain/values/format.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { sumColumn } from '#web/features/pipeline/tables/sum-column.tsx';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

type Sums = SharedProjects['total'];
/** Projects that one row sums up. */
interface Group {
  /** The subject of its figures; omitted for groups without a measure of their own. */
  readonly of?: string;
  readonly key: string;
  readonly name: string;
  readonly sums: Sums;
}

/** The figure of a stage of the list; the figures of other groups are in their charts. */
const figureOf = (
  measure: 'stage_projects' | 'stage_investment',
  { of }: Pick<Group, 'of'>,
  text: ReactNode,
): ReactNode =>
  of === undefined ? (
    text
  ) : (
    <ExplainableFigure measure={measure} of={of}>
      {text}
    </ExplainableFigure>
  );

/** Totals by group, with the sum of all groups in the last row. */
export function Totals({
  caption,
  head,
  groups,
  total,
}: {
  readonly caption: string;
  readonly head: string;
  readonly groups: readonly Group[];
  readonly total: Sums;
}) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const column = sumColumn([total, ...groups.map(({ sums }) => sums)], language);
  const amountHead = column.head(measureTerms.total_investment[language]);
  const columns: readonly Column<Group>[] = [
    { id: 'name', label: head, head: true, cell: ({ name }) => name },
    {
      id: 'count',
      label: t('col_count'),
      right: true,
      cell: (group) => figureOf('stage_projects', group, formatCount(group.sums.count, language)),
    },
    {
      id: 'undisclosed',
      label: t('col_undisclosed'),
      right: true,
      dim: true,
      cell: ({ sums }) => formatCount(sums.undisclosed, language),
    },
    {
      id: 'amounts',
      label: amountHead,
      right: true,
      cell: (group) => figureOf('stage_investment', group, column.cells(group.sums)),
    },
  ];
  return (
    <section className={textStyles.section}>
      <h3>{caption}</h3>
      <DataTable
        caption={caption}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key}
        stacks="labelled"
        foot={
          <tr>
            <th scope="row">{t('all_of_list')}</th>
            <td
              className={`${dataTableStyles.right} ${textStyles.number}`}
              data-label={t('col_count')}
            >
              {formatCount(total.count, language)}
            </td>
            <td
              className={`${dataTableStyles.right} ${textStyles.number}`}
              data-label={t('col_undisclosed')}
            >
              {formatCount(total.undisclosed, language)}
            </td>
            <td className={`${dataTableStyles.right} ${textStyles.number}`} data-label={amountHead}>
              {column.cells(total)}
            </td>
          </tr>
        }
      />
    </section>
  );
}
