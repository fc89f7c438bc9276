import type { ReactNode } from 'react';
import type { SummaryQuery } from '#contract/query-keys.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import { heldBackTerm, noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import { measureTerms, stageGroupTerms } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { laterMeasures } from '#domain/projects/project.ts';
import { orderByCurrency, sumWire } from '#domain/values/money.ts';
import { formatMoney } from '#domain/values/format.ts';
import { colonMark, type Language, listMark } from '#domain/values/language.ts';
import { useMakeFilterQuery, useOverviewOfView } from '#web/data/overview-of-view.ts';
import { summaryRead, useSummary } from '#web/data/queries.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { useEarlyReads } from '#web/url/next-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { figureLabels } from './labels/index.ts';
import * as textStyles from '#web/ui/text.module.css';

type Total = Pick<NonNullable<Summary['total']>, 'count' | 'undisclosed' | 'amounts'>;

/** The names of the later amounts with what holds for all of them. */
function writeAll(words: string, language: Language): string {
  const [first = '', ...others] = laterMeasures.map((measure) => measureTerms[measure][language]);
  const names = [first, ...others.map((name) => (language === 'en' ? name.toLowerCase() : name))];
  return `${names.join(listMark(language))}${colonMark(language)}${words}`;
}
/** Says that no project has an amount, for whatever reason: blank, kept back or not readable. */
const noAmount = (language: Language): string => noAmountTerm[language].toLowerCase();

/** Adds the sums of some stages. */
function addStages({ groups }: Summary, stages: readonly string[]): Total {
  const own = groups.filter(({ key }) => stages.includes(key));
  const add = (read: (group: Total) => number): number =>
    own.reduce((sum, group) => sum + read(group), 0);
  return {
    count: add(({ count }) => count),
    undisclosed: add(({ undisclosed }) => undisclosed),
    amounts: sumWire(own.map(({ amounts }) => amounts)),
  };
}

/** The later amounts of the projects of a query: a total for each, once all are of this query. */
function useLaterTotals(
  query: SummaryQuery,
  stages: readonly string[] | undefined,
  enabled: boolean | undefined,
) {
  const [contracted, paidIn, completed] = laterMeasures;
  const reads = [
    useSummary({ ...query, measure: contracted }, enabled),
    useSummary({ ...query, measure: paidIn }, enabled),
    useSummary({ ...query, measure: completed }, enabled),
  ];
  const isWhole = reads.every(({ data, isPlaceholderData }) => data && !isPlaceholderData);
  return {
    isFailed: reads.some(({ isError }) => isError),
    totals: isWhole
      ? reads.map(({ data }) =>
          data === undefined || stages === undefined ? data?.total : addStages(data, stages),
        )
      : undefined,
  };
}

interface LaterMoneyProps {
  /** Makes the query of the projects that a view shows. */
  readonly makeQuery: (view: ViewState) => SummaryQuery;
  /** The group whose planned investment explains the amounts, of a query by stage. */
  readonly group?: { readonly id: 'established' | 'pipeline'; readonly stages: readonly string[] };
  /** Whether the amounts are read yet; true when omitted. */
  readonly enabled?: boolean;
}

/**
 * The contracted, paid-in and completed money of the same projects beside their planned investment,
 * or that they have no amount: a plan is no achievement.
 */
export function LaterMoney({ makeQuery, group, enabled }: LaterMoneyProps): ReactNode {
  const t = useLabels(figureLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const { totals, isFailed } = useLaterTotals(makeQuery(view), group?.stages, enabled);
  useEarlyReads(
    (next) => laterMeasures.map((measure) => summaryRead({ ...makeQuery(next), measure })),
    'after',
  );
  const main = useOverviewOfView().data?.zone.base_currency;
  if (isFailed) return writeAll(t('not_read'), language);
  // as long as the usual line, so that nothing moves when the amounts arrive
  if (totals === undefined) return writeAll('…', language);
  if (totals.every((total) => total === undefined || total.amounts.length === 0))
    return writeAll(noAmount(language), language);
  const write = (total: Total | undefined): string => {
    if (total === undefined || total.amounts.length === 0) return noAmount(language);
    const amounts = orderByCurrency(total.amounts, main).map(
      (money) => formatMoney(money, language).text,
    );
    return `${amounts.join(listMark(language))}${t('of_projects', { n: total.count - total.undisclosed, of: total.count })}`;
  };
  return laterMeasures.map((measure, i) => (
    <span key={measure} className={textStyles.clause}>
      {measureTerms[measure][language]}
      {colonMark(language)}
      {group === undefined ? (
        write(totals[i])
      ) : (
        <ExplainableFigure measure="stage_investment" of={`stage=${group.id}`}>
          {write(totals[i])}
        </ExplainableFigure>
      )}
      {i === laterMeasures.length - 1 ? '' : '\u00a0·\u00a0'}
    </span>
  ));
}

function GroupLine({
  group,
  stages,
  status,
}: {
  readonly group: 'established' | 'pipeline';
  readonly stages: readonly string[];
  readonly status: DataStatus;
}) {
  const language = useLanguage();
  const makeFilterQuery = useMakeFilterQuery();
  const makeQuery = (view: ViewState): SummaryQuery => {
    const { as_of, known_at } = view;
    return { by: 'stage', as_of, known_at, ...makeFilterQuery(view) };
  };
  return (
    <p className={textStyles.note}>
      <WeakStatusChip status={status} />
      {stageGroupTerms[group][language]}
      {colonMark(language)}
      <LaterMoney makeQuery={makeQuery} group={{ id: group, stages }} />
    </p>
  );
}

/** Says that a link, which shows planned money, does not show these amounts. */
export function LaterMoneyNotShown() {
  const language = useLanguage();
  return <p className={textStyles.note}>{writeAll(heldBackTerm[language], language)}</p>;
}

/**
 * A line for the established projects and one for the pipeline, beside their planned investment. A
 * link does not show these amounts, and says so.
 */
export function LaterMoneyOfGroups({
  overview,
  only,
}: {
  readonly overview: Overview;
  readonly only?: 'established';
}) {
  const language = useLanguage();
  const { strip, stage_mapping, headline } = overview;
  const groups = strip.groups.filter(({ count }) => count > 0);
  const showsMoney =
    headline.established_investment !== undefined || headline.established_sums !== undefined;
  if (overview.is_link === true)
    return showsMoney || groups.some(({ amounts }) => amounts.length > 0) ? (
      <LaterMoneyNotShown />
    ) : null;
  if (groups.length === 0)
    return showsMoney ? (
      <p className={textStyles.note}>{writeAll(noAmount(language), language)}</p>
    ) : null;
  return groups.map(({ group }) =>
    group === 'unknown' || (only ?? group) !== group ? null : (
      <GroupLine
        key={group}
        group={group}
        stages={stage_mapping[group]}
        status={strip.data_status}
      />
    ),
  );
}
