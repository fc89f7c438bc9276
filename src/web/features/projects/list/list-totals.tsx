import type { ReactNode } from 'react';
import type { ListQuery } from '#contract/query-keys.ts';
import { formatMoney } from '#domain/values/format.ts';
import { fromWire, orderByCurrency, toMajor, type WireMoney } from '#domain/values/money.ts';
import type { Summary, SummaryGroup } from '#contract/projects/project-schemas.ts';
import { statusTerms, term } from '#domain/labels/index.ts';
import { undatedProjects } from '#domain/labels/projects/register-days.ts';
import { type useProjects, useSummary } from '#web/data/queries.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { LaterMoney } from '#web/figures/later-money.tsx';
import { listQuery, sumsQuery } from './list-query.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Returns a function that writes sums. All sums of a currency use the unit of the largest. */
function useSumWords(groups: readonly SummaryGroup[]): (amounts: readonly WireMoney[]) => string {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const largest = (currency: string): string =>
    groups
      .flatMap(({ amounts }) => amounts.filter((money) => money.currency === currency))
      .map((money) => toMajor(fromWire(money)))
      .reduce(
        (most, value) => (Math.abs(Number(value)) > Math.abs(Number(most)) ? value : most),
        '0',
      );
  const main = useOverviewOfView().data?.zone.base_currency;
  return (amounts) =>
    orderByCurrency(amounts, main)
      .map((money) => formatMoney(money, language, { like: largest(money.currency) }).text)
      .join(t('list'));
}

/** How a list by amount orders several currencies. */
function AmountOrder({
  groups,
  unrated,
}: {
  readonly groups: readonly SummaryGroup[];
  readonly unrated: readonly string[] | undefined;
}) {
  const t = useLabels(projectListLabels);
  const currencies = new Set(
    groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)),
  );
  if (unrated === undefined || currencies.size < 2) return null;
  const parts = [
    ...(currencies.size > unrated.length + 1 ? [t('order_rates')] : []),
    ...(unrated.length === 0 ? [] : [t('order_unrated', { currencies: unrated.join(t('list')) })]),
  ];
  return <small>{parts.join(' ')}</small>;
}

/** The sums of a list with the number of its projects. */
interface Sums {
  /** The sums; those of the former list until these are read. */
  readonly summary: Summary | undefined;
  readonly isFormer: boolean;
  /** Whether the list is there and its sums are not. */
  readonly isCounting: boolean;
  /** The number of matching projects; undefined until they are counted. */
  readonly listed: number | undefined;
}

/**
 * Reads the sums of a list. The list of a text that many projects have comes without their number,
 * which follows with the sums.
 */
export function useListSums(query: ListQuery, list: ReturnType<typeof useProjects>): Sums {
  const { data, isError, isPlaceholderData } = useSummary(sumsQuery(query));
  const counted =
    isPlaceholderData || list.isPlaceholderData || data?.total === undefined
      ? undefined
      : [data.total, ...data.left_out].reduce((sum, { count }) => sum + count, 0);
  return {
    summary: data,
    isFormer: isPlaceholderData,
    isCounting: (isPlaceholderData && !list.isPlaceholderData) || (data === undefined && !isError),
    listed: list.data?.pages[0]?.total ?? counted,
  };
}

/**
 * The number of counted projects and their planned investment per currency: the active projects, or
 * those of the chosen status. Other statuses follow with their own sums.
 */
export function ListSums({
  sums: { summary, isFormer, isCounting, listed },
  isOfStatus,
  unrated,
  children,
}: {
  readonly sums: Sums;
  /** Whether the list has projects of chosen statuses only. */
  readonly isOfStatus: boolean;
  /** The currencies without a rate in a list sorted by amount. */
  readonly unrated: readonly string[] | undefined;
  readonly children?: ReactNode;
}) {
  const t = useLabels(projectListLabels);
  const language = useLanguage();
  const countedTotal = summary?.total;
  const excludedGroups = summary?.left_out ?? [];
  const sum = useSumWords(countedTotal === undefined ? [] : [countedTotal, ...excludedGroups]);
  const others = excludedGroups.map(({ key, count, amounts }) =>
    t('left_out_of', { status: term(statusTerms, key, language), n: count, amounts: sum(amounts) }),
  );
  const count = isOfStatus ? listed : isCounting ? undefined : countedTotal?.count;
  return (
    <div className={`${projectsStyles.sums} ${isCounting ? projectsStyles.counting : ''}`}>
      <b role="status">
        {count !== undefined
          ? t(isOfStatus ? 'shown' : 'active', { n: count })
          : isCounting
            ? t('counting')
            : null}
      </b>
      {countedTotal === undefined ? null : (
        <>
          <span>
            {t('total')}{' '}
            <b className={textStyles.amounts}>
              {countedTotal.amounts.length === 0 ? t('no_sum') : sum(countedTotal.amounts)}
            </b>
          </span>
          <small>
            {t('sums_of', {
              n: countedTotal.count - countedTotal.undisclosed,
              missing: countedTotal.undisclosed,
            })}
          </small>
          <small>
            <LaterMoney makeQuery={(view) => sumsQuery(listQuery(view))} enabled={!isFormer} />
          </small>
          {others.length === 0 ? null : (
            <small>{t('left_out', { items: others.join(t('semicolon')) })}</small>
          )}
          {summary?.extensions === undefined ? null : (
            <small>{t('extensions', { n: summary.extensions })}</small>
          )}
          {countedTotal.amounts.length > 1 ? <small>{t('currencies')}</small> : null}
          <AmountOrder groups={[countedTotal, ...excludedGroups]} unrated={unrated} />
          {summary?.undated === undefined ? null : (
            <small>{undatedProjects(summary.undated, language)}</small>
          )}
        </>
      )}
      {children}
    </div>
  );
}
