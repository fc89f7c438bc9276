import { compact } from '#domain/values/compact.ts';
import { mostDots } from '#domain/projects/amount-spread.ts';
import { listedActions } from '#domain/projects/actions.ts';
import { dataStatuses, type MissingReason } from '#domain/values/data-status.ts';
import type { RegisterView, ProjectDot, StageTotals } from '#domain/projects/register-view.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Project } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  stagesAndUnknown,
  type StageMapping,
  type StageOrUnknown,
} from '#domain/projects/stage.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { countUndatedUntil, findNextEdition } from '#server/zone/first-known-day-store.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import { listActions } from '#server/projects/actions/action-list-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { projectsAt, toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { amountSpreads } from './amount-spread-store.ts';
import { countBefore } from './compared-count-store.ts';
import { listChanges } from '#server/projects/register/change-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import { addRows } from '#server/projects/register/amount-sums.ts';

export interface RegisterViewQuery extends ProjectScope {
  /** The day after which changes are listed. Omitted if none are listed. */
  readonly compare?: IsoDate;
  readonly mapping: StageMapping;
  /** The currency of the zone, which orders the list of actions. */
  readonly currency?: Currency;
  /**
   * The most projects of each stage that are listed one by one. Without it, stages with a distribution
   * have none where one of them has more than a page lists.
   */
  readonly dots?: number;
  /**
   * The order of the established projects, of which the first are listed. The default is `amount`:
   * the largest first, at the entered rates. `code` reveals nothing of hidden amounts.
   */
  readonly establishedBy?: 'amount' | 'code';
  /**
   * Whether to count the investors of each size class of a distribution. Only the redaction of a
   * link needs them.
   */
  readonly countInvestors?: boolean;
}

/** The most projects of each stage that a page lists one by one. */
const dotsOfRow = 240;
const mostItems = 50;

/**
 * Reads the register of a day for an overview: sums by SQL, and lists with the length of a page.
 */
export async function readRegisterView(
  source: Source,
  query: RegisterViewQuery,
): Promise<RegisterView> {
  const reader = getReader(source);
  const { origin, as_of, without = [], within } = query;
  const knownRevision = query.knownRevision ?? (await currentRevision(source));
  const scope = { origin, as_of, without, knownRevision, ...compact({ within }) };
  const counts = await sumsByStage(reader, scope);
  const active = counts.filter((row) => row.status === 'active');
  const other = findOther(active, query.currency);
  const currency = other ?? query.currency;
  const rows = await readStages(reader, { ...query, ...compact({ currency }) }, scope, active);
  const total = counts.reduce((sum, row) => sum + row.count, 0);
  const undisclosed = rows.reduce((sum, row) => sum + row.undisclosed, 0);
  const establishedCount = rows
    .filter((row) => query.mapping.established.some((stage) => stage === row.stage))
    .reduce((sum, row) => sum + row.count, 0);
  const currencies = [...new Set(active.flatMap((row) => row.currency ?? []))].sort();
  const scopeBefore = query.compare === undefined ? undefined : { ...scope, as_of: query.compare };
  const [
    undated,
    before,
    undated_before,
    changes,
    actions,
    undisclosedProjects,
    establishedProjects,
  ] = await Promise.all([
    readUndated(reader, scope),
    query.compare === undefined ? undefined : countBefore(reader, scope, query.compare, counts),
    scopeBefore && readUndated(reader, scopeBefore),
    query.compare === undefined
      ? { items: [], total: 0 }
      : listChanges(reader, scope, query.compare, mostItems),
    listActions(reader, {
      scope,
      currencies,
      limit: listedActions,
      ...compact({ currency: query.currency }),
    }),
    undisclosed === 0 ? [] : projectsWithoutAmount(reader, scope),
    establishedCount === 0 ? [] : listEstablished(reader, scope, query, establishedCount),
  ]);
  return {
    undated,
    rows,
    excluded: total - rows.reduce((sum, row) => sum + row.count, 0),
    total,
    data_status: dataStatuses[Math.max(0, ...counts.map((row) => row.weakest))] ?? 'reported',
    ...compact({ before, undated_before, currency: other }),
    changes,
    actions,
    undisclosed: { count: undisclosed, projects: undisclosedProjects },
    established: establishedProjects,
  };
}

const undatedCount = countSum('undated', countUndatedUntil);

/** Reads the number of undated projects from memory. On the day of an edition it is 0. */
async function readUndated(reader: Reader, scope: ProjectScope): Promise<number> {
  const next = await findNextEdition(reader, scope);
  return next === undefined || next === scope.as_of
    ? 0
    : readSum(reader, { ...scope, next }, undatedCount);
}

type ActiveSums = Awaited<ReturnType<typeof sumsByStage>>;

/**
 * Finds the currency of most amounts.
 * @returns undefined where one is in that of the zone, or none is known
 */
function findOther(active: ActiveSums, own: Currency | undefined): Currency | undefined {
  const counts = new Map<Currency, number>();
  for (const { currency, count } of active)
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + Number(count));
  if (own === undefined || counts.has(own)) return undefined;
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0];
}

/** Reads the sums of each stage that has active projects, and its projects. */
async function readStages(
  reader: Reader,
  query: RegisterViewQuery,
  scope: ProjectScope,
  active: ActiveSums,
): Promise<StageTotals[]> {
  const sums = stagesAndUnknown.flatMap((stage) => {
    const rows = active.filter((row) => row.stage === stage);
    return rows.length === 0 ? [] : [{ stage, ...addRows(rows) }];
  });
  const { currency, countInvestors: investors = false } = query;
  const spreads =
    currency === undefined || sums.every(({ count }) => count <= mostDots)
      ? undefined
      : await amountSpreads(reader, { ...scope, currency, investors });
  const isCounted = sums.some(({ count }) => count > dotsOfRow);
  return Promise.all(
    sums.map(async (sum): Promise<StageTotals> => {
      const spread = sum.count > mostDots ? spreads?.get(sum.stage) : undefined;
      // where a stage has more projects, the table of a page counts those of all stages by size
      const most = query.dots ?? (spread !== undefined && isCounted ? 0 : dotsOfRow);
      return {
        ...sum,
        dots: most === 0 ? [] : await largest(reader, scope, sum.stage, most),
        ...compact({ spread }),
      };
    }),
  );
}

/** Reads the largest active projects of a stage. Those without an amount come last. */
async function largest(
  reader: Reader,
  scope: ProjectScope,
  stage: StageOrUnknown,
  most: number,
): Promise<ProjectDot[]> {
  const rows = await versionsAt(reader, scope, 'in_order')
    .select([
      'v.code',
      'v.name',
      'v.names_json',
      'v.industry',
      'v.total_investment_minor',
      'v.total_investment_currency',
    ])
    .where('v.stage', '=', stage)
    .where('v.status', '=', 'active')
    .orderBy('v.total_investment_minor', (o) => o.desc().nullsLast())
    .orderBy('v.code')
    .limit(most)
    .execute();
  const reasons = await readMissingReasons(
    reader,
    scope,
    rows.filter((row) => row.total_investment_minor === null).map(({ code }) => code),
  );
  return rows.map(
    ({
      code,
      name,
      names_json,
      industry,
      total_investment_minor: minor,
      total_investment_currency: currency,
    }) => {
      const money =
        minor === null || currency === null ? undefined : { minor: String(minor), currency };
      return {
        code,
        name,
        ...compact({
          names: names_json ?? undefined,
          industry: industry ?? undefined,
          missing: money === undefined ? (reasons.get(code) ?? 'not_reported') : undefined,
          money,
        }),
      };
    },
  );
}

/** Reads the reasons why projects have no planned investment, by code. */
async function readMissingReasons(
  reader: Reader,
  scope: ProjectScope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, MissingReason>> {
  if (codes.length === 0) return new Map();
  const rows = await projectsAt(reader, { ...scope, only: codes }).execute();
  return new Map(
    rows.flatMap(({ code, facts_json: { amounts } }) => {
      const reason = amounts.total_investment?.missing;
      return reason === undefined ? [] : [[code, reason]];
    }),
  );
}

async function projectsWithoutAmount(
  reader: Reader,
  scope: ProjectScope,
): Promise<RegisterView['undisclosed']['projects']> {
  const rows = await versionsAt(reader, scope, 'in_order')
    .select(['v.code', 'v.name', 'v.names_json'])
    .where('v.status', '=', 'active')
    .where('v.total_investment_currency', 'is', null)
    // the order of the index of amounts; none has an amount
    .orderBy('v.total_investment_minor')
    .orderBy('v.code')
    .limit(mostItems)
    .execute();
  return rows.map(toNamed);
}

async function listEstablished(
  reader: Reader,
  scope: ProjectScope,
  { mapping, currency, establishedBy = 'amount' }: RegisterViewQuery,
  total: number,
): Promise<readonly Project[]> {
  const { items } = await listProjects(reader, {
    ...scope,
    status: 'active',
    stage: [...mapping.established],
    sort: establishedBy === 'amount' ? '-total_investment' : 'code',
    limit: mostItems,
    total,
    ...compact({ currency }),
  });
  return items;
}
