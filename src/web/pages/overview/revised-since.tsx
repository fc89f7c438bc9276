import { formatDate, formatValue } from '#domain/format.ts';
import type { Overview } from '#domain/overview.ts';
import { missingTerms } from '#domain/terms/data.ts';
import type { RevisedFigure } from '#domain/revised-since.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/data-table.tsx';

const headline = ['established', 'established_investment', 'pipeline'] as const;

/** Of a day as it was known then: each figure that says something else of the same day now. */
export function RevisedSince({ overview, knownAt }: { readonly overview: Overview; readonly knownAt: string }) {
  const t = useText(detailText);
  const language = useLanguage();
  const title = t('revised_since', { date: formatDate(knownAt.slice(0, 10), language, 'long') });
  const name = ({ figure }: RevisedFigure): string => {
    const known = headline.find((one) => one === figure);
    return known === undefined
      ? (overview.targets.find(({ indicator }) => indicator === figure)?.name[language] ?? figure)
      : t(`revised_${known}`);
  };
  const value = (text: string | undefined, unit: string): string =>
    text === undefined ? missingTerms.not_reported[language] : formatValue(text, unit, language).text;
  const rows = overview.revised_since ?? [];
  return (
    <section className="sec revised">
      <h3>
        {title} <i>{rows.length}</i>
      </h3>
      {rows.length === 0 ? (
        <p className="quiet">{t('revised_none')}</p>
      ) : (
        <DataTable<RevisedFigure>
          caption={title}
          rows={rows}
          rowKey={({ figure }) => figure}
          columns={[
            { id: 'figure', label: t('revised_figure'), head: true, cell: name },
            { id: 'before', label: t('revised_then'), right: true, cell: (row) => value(row.before, row.unit) },
            { id: 'now', label: t('revised_now'), right: true, cell: (row) => value(row.now, row.unit) },
          ]}
        />
      )}
    </section>
  );
}
