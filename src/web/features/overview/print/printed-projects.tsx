import type { ReactElement } from 'react';
import type { WireMoney } from '#domain/values/money.ts';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { MilestoneStatus } from '#web/features/overview/parts/established-table.tsx';
import { useListedWords } from '#web/features/overview/parts/use-listed-words.ts';
import { moneyColumn } from '#web/features/projects/facts/project-labels.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import type { Column } from '#web/ui/display/data-table.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as printedOverviewStyles from './printed-overview.module.css';

/** The columns that have values; a link leaves some out. */
function useProjectColumns(
  { strip, zone }: Overview,
  rows: readonly EstablishedProject[],
  money: ReturnType<typeof moneyColumn>,
): readonly Column<EstablishedProject>[] {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const day = (date: string) => formatDate(date, language, language === 'en' ? 'short' : 'long');
  const withFields = (
    fields: readonly (keyof EstablishedProject)[],
    one: Column<EstablishedProject>,
  ) => (rows.some((row) => fields.some((field) => row[field] !== undefined)) ? [one] : []);
  return [
    {
      id: 'project',
      label: t('col_project'),
      head: true,
      cell: (row) => <ProjectName project={row} />,
    },
    ...withFields(['industry'], {
      id: 'industry',
      label: t('col_industry'),
      cell: ({ industry }) =>
        zone.industries.find(({ id }) => id === industry)?.short[language] ?? industry ?? '—',
    }),
    {
      id: 'stage',
      label: t('col_stage'),
      cell: ({ stage }) => stageWord(zone.stage_words, stage, language),
    },
    ...withFields(['money', 'missing'], {
      id: 'money',
      label: t('col_money', { unit: money.unit ?? '' }),
      right: true,
      cell: (row) => <UnitText text={money.cell(row)} units={[row.money?.currency]} />,
    }),
    ...withFields(['next'], {
      id: 'next',
      label: t('col_next'),
      cell: ({ next }) =>
        next === undefined
          ? '—'
          : `${milestoneTerms[next.type][language]}${next.plan === undefined ? '' : t('list') + day(next.plan)}`,
    }),
    ...withFields(['next', 'light', 'operating_since', 'overdue'], {
      id: 'status',
      label: t('col_status'),
      cell: (row) => <MilestoneStatus row={row} example={strip.data_status === 'illustrative'} />,
    }),
  ];
}

/** One line for each currency. */
const Sums = ({
  sums,
  write,
}: {
  readonly sums: readonly WireMoney[];
  readonly write: (money: WireMoney) => string;
}): ReactElement[] =>
  sums.map((money) => (
    <div key={money.currency}>
      <UnitText text={write(money)} units={[money.currency]} />
    </div>
  ));

/** The largest established projects with their next milestone. */
export function PrintedProjects({
  overview,
  most,
}: {
  readonly overview: Overview;
  readonly most: number;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { strip } = overview;
  const group = strip.groups.find((other) => other.group === 'established');
  const sums = (group?.amounts ?? []).map((money) => ({ money }));
  const rows = overview.established.slice(0, most);
  const column = moneyColumn([...sums, ...rows], language, {
    units: pageUnits(overview),
  });
  const count = group?.count ?? overview.established.length;
  const listedWords = useListedWords()(rows, count, sums.length);
  const columns = useProjectColumns(overview, rows, column);
  const beforeSum = columns.findIndex(({ id }) => id === 'money');
  if (rows.length === 0) return null;
  return (
    <section className={printedOverviewStyles.part}>
      <h3>
        {t('established_table')} <i>{formatCount(count, language)}</i>
        {listedWords === undefined ? null : <i> · {listedWords}</i>}
      </h3>
      <table className={printedOverviewStyles.projects}>
        <thead>
          <tr>
            {columns.map(({ id, label, right }) => (
              <th
                key={id}
                className={right === true ? printedOverviewStyles.amount : undefined}
                data-column={id}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              {columns.map(({ id, right, head, cell }) =>
                head === true ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={id}
                    className={right === true ? printedOverviewStyles.amount : undefined}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {sums.length === 0 || beforeSum < 0 ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={beforeSum}>
                {t('total')}
              </th>
              <td className={printedOverviewStyles.amount}>
                <Sums sums={sums.map(({ money }) => money)} write={column.sum} />
              </td>
              {beforeSum + 1 === columns.length ? null : (
                <td colSpan={columns.length - beforeSum - 1} />
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
