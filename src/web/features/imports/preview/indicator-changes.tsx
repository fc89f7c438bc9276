import type { ImportPreview, LastValue, GroupTotals } from '#contract/imports/preview-schemas.ts';
import { formatCount, formatMoney, formatMonth, formatValue } from '#domain/values/format.ts';
import { stageGroupTerms } from '#domain/labels/index.ts';
import { useIndicators } from '#web/data/queries.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import * as textStyles from '#web/ui/text.module.css';

interface Row {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Counts, sums and last values, before and after the import. An indicator that the import creates
 * says so.
 */
export function RegisterTotalsTable({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(importPageLabels);
  const language = useLanguage();
  const { created, choices } = preview;
  const indicators = [...(useIndicators().data?.items ?? []), ...created];
  const { groups, indicators: series } = preview.register_totals;
  const side = (of: GroupTotals | undefined) =>
    of === undefined
      ? t('no_before')
      : [
          t('projects_n', { n: of.count }),
          ...of.amounts.map((money) => formatMoney(money, language).text),
          ...(of.undisclosed === 0 ? [] : [t('without_n', { n: of.undisclosed })]),
        ].join(' · ');
  const value = (id: string, last: LastValue | undefined) => {
    if (last === undefined) return t('no_before');
    const unit = indicators.find((one) => one.id === id)?.unit;
    const text =
      unit === undefined
        ? formatCount(Number(last.value), language)
        : formatValue(last.value, unit, language).text;
    return `${text} · ${formatMonth(last.period, language, 'long')}`;
  };
  const writeName = (id: string): string =>
    choices.fields.find(({ value: of }) => of === id)?.label ??
    indicators.find((one) => one.id === id)?.name[language] ??
    id;
  const rows: readonly Row[] = [
    ...groups.map(({ group, before, after }) => ({
      name: stageGroupTerms[group][language],
      before: side(before),
      after: side(after),
    })),
    ...series.map(({ indicator, before, after }) => ({
      name: writeName(indicator),
      before: value(indicator, before),
      after: value(indicator, after),
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t('register_totals')}</h3>
      <DataTable
        caption={t('register_totals')}
        rows={rows}
        rowKey={(row) => row.name}
        dense
        columns={[
          {
            id: 'name',
            label: <span className={textStyles.visuallyHidden}>{t('measure')}</span>,
            head: true,
            cell: (row) => row.name,
          },
          { id: 'before', label: t('before'), cell: (row) => row.before },
          { id: 'after', label: t('after'), cell: (row) => row.after },
        ]}
      />
    </section>
  );
}
