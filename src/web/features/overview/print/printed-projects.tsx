import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { projectName } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { MilestoneStatus } from '#web/features/overview/parts/established-table.tsx';
import { moneyColumn } from '#web/features/projects/facts/project-labels.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as printedOverviewStyles from './printed-overview.module.css';

/** The projects with the largest amounts of the currency of the zone first, then the others. */
function largest(overview: Overview, most: number): readonly EstablishedProject[] {
  const amount = ({ money }: EstablishedProject): bigint =>
    money?.currency === overview.zone.base_currency ? BigInt(money.minor) : -1n;
  return overview.established
    .toSorted((a, b) => (amount(a) === amount(b) ? 0 : amount(a) < amount(b) ? 1 : -1))
    .slice(0, most);
}

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
  const { strip, zone } = overview;
  const group = strip.groups.find((other) => other.group === 'established');
  const sums = (group?.amounts ?? []).map((money) => ({ money }));
  const rows = largest(overview, most);
  const column = moneyColumn([...sums, ...rows], language, pageUnits(overview));
  const count = group?.count ?? overview.established.length;
  if (rows.length === 0) return null;
  const day = (date: string) => formatDate(date, language, language === 'en' ? 'short' : 'long');
  return (
    <section className={printedOverviewStyles.part}>
      <h3>
        {t('established_table')} <i>{formatCount(count, language)}</i>
        {count > rows.length ? <i> · {t('not_all', { shown: rows.length, count })}</i> : null}
      </h3>
      <table>
        <thead>
          <tr>
            <th>{t('col_project')}</th>
            <th>{t('col_industry')}</th>
            <th>{t('col_stage')}</th>
            <th className={printedOverviewStyles.amount}>
              {t('col_money', { unit: column.unit ?? '' })}
            </th>
            <th>{t('col_next')}</th>
            <th>{t('col_status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{projectName(row, language)}</th>
              <td>
                {zone.industries.find(({ id }) => id === row.industry)?.short[language] ??
                  row.industry ??
                  '—'}
              </td>
              <td>{stageWord(zone.stage_words, row.stage, language)}</td>
              <td className={printedOverviewStyles.amount}>{column.cell(row)}</td>
              <td>
                {row.next === undefined
                  ? '—'
                  : `${milestoneTerms[row.next.type][language]}${row.next.plan === undefined ? '' : t('list') + day(row.next.plan)}`}
              </td>
              <td>
                <MilestoneStatus row={row} example={strip.data_status === 'illustrative'} />
              </td>
            </tr>
          ))}
        </tbody>
        {sums.length === 0 ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('total')}
              </th>
              <td className={printedOverviewStyles.amount}>
                {sums.map((sum) => (
                  <div key={sum.money.currency}>{column.cell(sum)}</div>
                ))}
              </td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
