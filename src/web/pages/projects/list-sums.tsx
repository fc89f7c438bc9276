import type { ReactNode } from 'react';
import type { ListQuery } from '#contract/query-keys.ts';
import { formatMoney } from '#domain/format.ts';
import { useSummary } from '#web/data/queries.ts';
import { projectsText } from '#web/i18n/projects/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';

/** How many projects the filters leave, and their total investment: summed by the server over all of them, one sum per currency. At its end what can be done. */
export function ListSums({ query, total, children }: { readonly query: ListQuery; readonly total: number; readonly children?: ReactNode }) {
  const t = useText(projectsText);
  const language = useLanguage();
  const { sort: _sort, limit: _limit, ...filters } = query;
  const summary = useSummary({ by: 'status', ...filters }).data?.total;
  return (
    <div className="psums">
      <b role="status">{t('shown', { n: total })}</b>
      {summary === undefined ? null : (
        <>
          <span>
            {t('total')}{' '}
            <b>
              {summary.amounts.length === 0 ? t('no_sum') : summary.amounts.map((money) => formatMoney(money, language).text).join(' + ')}
            </b>
          </span>
          <small>{t('sums_of', { n: summary.count - summary.undisclosed, missing: summary.undisclosed })}</small>
          {summary.amounts.length > 1 ? <small>{t('currencies')}</small> : null}
        </>
      )}
      {children}
    </div>
  );
}
