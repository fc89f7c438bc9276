import { formatDate } from '#domain/values/format.ts';
import { originalDay } from '#domain/projects/milestones.ts';
import { moneyText, pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { missingTerms } from '#domain/labels/general/data.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { measureTerms, projectName } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { sharedText } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';

/** Established projects as far as the link names them, with the columns that it shows and no others. */
export function EstablishedNames({
  rows,
  overview,
}: {
  readonly rows: readonly EstablishedProject[];
  readonly overview: Overview;
}) {
  const t = useText(sharedText);
  const language = useLanguage();
  const all = overview.strip.groups.find(({ group }) => group === 'established')?.count;
  const has = (field: keyof EstablishedProject): boolean =>
    rows.some((row) => row[field] !== undefined);
  const date = (day: string | undefined) =>
    day === undefined ? '—' : formatDate(day, language, language === 'en' ? 'short' : 'long');
  const industry = (row: EstablishedProject) =>
    overview.zone.industries.find(({ id }) => id === row.industry)?.short[language] ??
    row.industry ??
    '—';
  const money = (row: EstablishedProject) =>
    row.money === undefined
      ? row.missing === undefined
        ? '—'
        : missingTerms[row.missing][language]
      : moneyText(row.money, pageUnits(overview), language);
  const columns: readonly Column<EstablishedProject>[] = [
    {
      id: 'project',
      label: t('col_project'),
      head: true,
      cell: (row) => projectName(row, language),
    },
    {
      id: 'stage',
      label: t('col_stage'),
      cell: (row) => stageWord(overview.zone.stage_words, row.stage, language),
    },
    ...(has('industry') ? [{ id: 'industry', label: t('col_industry'), cell: industry }] : []),
    ...(has('money')
      ? [{ id: 'money', label: measureTerms.total_investment[language], right: true, cell: money }]
      : []),
    ...(has('next')
      ? [
          {
            id: 'next',
            label: t('col_next'),
            cell: (row: EstablishedProject) =>
              row.next === undefined ? '—' : milestoneTerms[row.next.type][language],
          },
          {
            id: 'base',
            label: t('col_base'),
            dim: true,
            cell: (row: EstablishedProject) => (
              <span className="num">
                {date(row.next === undefined ? undefined : originalDay(row.next))}
              </span>
            ),
          },
          {
            id: 'plan',
            label: t('col_plan'),
            cell: (row: EstablishedProject) => <span className="num">{date(row.next?.plan)}</span>,
          },
        ]
      : []),
  ];
  return (
    <section className="sec established">
      <h3>
        {t('established_named')} <i>{rows.length}</i>{' '}
        {overview.strip.data_status === 'illustrative' ? (
          <StatusChip status="illustrative" />
        ) : null}
      </h3>
      <DataTable
        caption={t('established_named')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
      />
      {all === undefined || all === rows.length ? null : (
        <p className="lnote">{t('of', { shown: rows.length, all })}</p>
      )}
    </section>
  );
}
