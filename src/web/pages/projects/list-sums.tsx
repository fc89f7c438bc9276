import type { ReactNode } from 'react';
import type { ListQuery } from '#contract/query-keys.ts';
import { formatMoney } from '#domain/format.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/money.ts';
import type { SummaryGroup } from '#domain/project.ts';
import { statusTerms, term } from '#domain/terms/index.ts';
import { useSummary } from '#web/data/queries.ts';
import { projectsText } from '#web/i18n/projects/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';

/** Every sum of a currency in the unit of the largest. */
function useSumWords(groups: readonly SummaryGroup[]): (amounts: readonly WireMoney[]) => string {
  const t = useText(projectsText);
  const language = useLanguage();
  const largest = (currency: string): string =>
    groups
      .flatMap(({ amounts }) => amounts.filter((money) => money.currency === currency))
      .map((money) => toMajor(fromWire(money)))
      .reduce((most, value) => (Math.abs(Number(value)) > Math.abs(Number(most)) ? value : most), '0');
  return (amounts) => amounts.map((money) => formatMoney(money, language, { like: largest(money.currency) }).text).join(t('list'));
}

/**
 * How many projects are counted and their total investment: the active ones, or those of the status that is chosen, one sum per
 * currency; beside them what the sum leaves out. At its end what can be done.
 */
export function ListSums({ query, total, children }: { readonly query: ListQuery; readonly total: number; readonly children?: ReactNode }) {
  const t = useText(projectsText);
  const language = useLanguage();
  const { sort: _sort, limit: _limit, ...filters } = query;
  const summary = useSummary({ by: 'status', ...filters }).data;
  const leftOut = summary?.left_out ?? [];
  const sum = useSumWords(summary === undefined ? [] : [summary.total, ...leftOut]);
  const isOfStatus = (query.status ?? '') !== '';
  const others = leftOut.map(({ key, count, amounts }) =>
    t('left_out_of', { status: term(statusTerms, key, language), n: count, amounts: sum(amounts) }),
  );
  return (
    <div className="psums">
      <b role="status">{isOfStatus ? t('shown', { n: total }) : summary === undefined ? null : t('active', { n: summary.total.count })}</b>
      {summary === undefined ? null : (
        <>
          <span>
            {t('total')} <b>{summary.total.amounts.length === 0 ? t('no_sum') : sum(summary.total.amounts)}</b>
          </span>
          <small>{t('sums_of', { n: summary.total.count - summary.total.undisclosed, missing: summary.total.undisclosed })}</small>
          {others.length === 0 ? null : <small>{t('left_out', { items: others.join(t('semicolon')) })}</small>}
          {summary.total.amounts.length > 1 ? <small>{t('currencies')}</small> : null}
        </>
      )}
      {children}
    </div>
  );
}
