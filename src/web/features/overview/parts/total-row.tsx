import type { ReactNode } from 'react';
import { compact } from '#domain/values/compact.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { heldBackAmounts } from '#domain/labels/general/missing-figure.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The sums of all established projects, one line for each currency. */
export function TotalRow({
  overview,
  writeSum,
}: {
  readonly overview: Overview;
  readonly writeSum: (money: WireMoney) => ReactNode;
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
              {writeSum(money)}
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
