import { compact } from '#domain/values/compact.ts';
import { makeReport } from '#report/make-report.ts';
import type { ReportInput } from '#domain/report/report.ts';
import type { DocumentQuery } from '#contract/exports/endpoints.ts';
import { addMonths, monthEnd, monthOf } from '#domain/values/date.ts';
import { periodDays } from '#domain/report/report-period.ts';
import type { IsoDate } from '#domain/projects/project.ts';
import { bridgeMoves } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { ReportFileAsked } from './write-report.ts';
import { viewAddress } from '#server/exports/figure/view-address.ts';
import { may, type Principal } from '#server/core/policy.ts';
import { openIssues } from '#server/projects/issues/open-issue-store.ts';
import { listRevisions } from '#server/db/revision-log.ts';
import { changesOf } from '#server/changes/service.ts';
import { documentScope } from '#server/exports/document-scope-service.ts';
import { stampOf } from '#server/exports/figure/figure-stamp.ts';
import { route, type Host } from '#server/http/route.ts';
import { withCurrency, withCurrencyShown } from '#server/currencies/secondary-currency-service.ts';

const shownIssues = 200;
const shownLog = 20;

/** Next steps are named up to the end of the next period of the same length; of a day, for three months. */
function nextUntil(period: string | undefined, as_of: IsoDate): IsoDate {
  if (period === undefined) return monthEnd(addMonths(monthOf(as_of), 3));
  const { first, last } = periodDays(period);
  return monthEnd(addMonths(monthOf(last), monthOf(first) === monthOf(last) ? 1 : 3));
}

/**
 * The report of a query as content, with what its files need; a viewer's has no issues and history. `beside` puts the currency asked for
 * beside the amounts: a file is refused without its rate.
 */
export async function reportOf(
  deps: AppDeps,
  query: DocumentQuery,
  principal: Principal | undefined,
  beside = withCurrency,
): Promise<ReportFileAsked> {
  const scope = await documentScope(deps, query);
  const { origin, known, as_of, compare, language, profile, recorded_at } = scope;
  const notes = principal !== undefined && may(principal.role, 'view_notes');
  const plan = query.plan === undefined ? {} : { plan: query.plan };
  const at = query.known_at === undefined ? {} : { known_at: query.known_at };
  const [shown, changes, issues, log, stamp] = await Promise.all([
    beside(deps, scope.overview, query.cur),
    compare === undefined ? undefined : changesOf(deps, { from: compare, to: as_of, ...at }),
    notes ? openIssues(deps.db, { origin, as_of, known }, shownIssues) : undefined,
    notes ? listRevisions(deps.db, { limit: shownLog, before: known + 1 }) : undefined,
    stampOf(deps, 'targets', scope.overview, {
      ...at,
      ...plan,
      as_of,
      lang: language,
      ...compact({ compare }),
    }),
  ]);
  const overview: Overview =
    changes === undefined ? shown : { ...shown, bridge: changes.bridge, ...bridgeMoves(changes) };
  const input: ReportInput = {
    language,
    ...compact({ period: query.period }),
    overview,
    profile,
    recorded_at,
    ...compact({ changes, issues }),
    ...(log === undefined
      ? {}
      : {
          log: log.map(({ id, author, kind, reason, recorded_at: moment, undoes }) => ({
            revision: id,
            recorded_at: moment,
            author,
            kind,
            reason,
            ...compact({ undoes }),
          })),
          log_total: known,
        }),
    next_until: nextUntil(query.period, as_of),
  };
  const { address } = deps.config;
  const link =
    address === undefined
      ? {}
      : {
          link: viewAddress(
            address,
            '/report',
            { as_of, known_at: query.known_at ?? recorded_at, compare, ...plan, language },
            { period: query.period, cur: query.cur },
          ),
        };
  return { report: makeReport(input), overview, recorded_at, stamp: { ...stamp, ...link } };
}

export function addReport(host: Host): void {
  route(host, 'report', async ({ query, principal }) => {
    const { report, overview } = await reportOf(host.deps, query, principal, withCurrencyShown);
    return { json: { report, overview } };
  });
}
