import { makeReport } from '#charts/report/make-report.ts';
import type { ReportInput } from '#domain/report.ts';
import type { DocumentQuery } from '#contract/documents.ts';
import { addMonths, monthEnd, monthOf } from '#domain/period.ts';
import { periodDays } from '#domain/report-period.ts';
import type { IsoDate } from '#domain/project.ts';
import { bridgeMoves } from '#domain/moves.ts';
import type { Overview } from '#domain/overview.ts';
import type { AppDeps } from '#server/deps.ts';
import type { ReportFileAsked } from '#server/exporting/report/write-report.ts';
import { viewAddress } from '#server/exporting/view-address.ts';
import { may, type Principal } from '#server/policy.ts';
import { openIssues } from '#server/store/open-issues.ts';
import { listRevisions } from '#server/store/revisions.ts';
import { changesOf } from './changes.ts';
import { documentScope } from './document-scope.ts';
import { stampOf } from './figure-stamp.ts';
import { route, type Host } from './route.ts';
import { withCurrency, withCurrencyShown } from './with-currency.ts';

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
    stampOf(deps, 'targets', scope.overview, { ...at, ...plan, as_of, lang: language, ...(compare === undefined ? {} : { compare }) }),
  ]);
  const overview: Overview = changes === undefined ? shown : { ...shown, bridge: changes.bridge, ...bridgeMoves(changes) };
  const input: ReportInput = {
    language,
    ...(query.period === undefined ? {} : { period: query.period }),
    overview,
    profile,
    recorded_at,
    ...(changes === undefined ? {} : { changes }),
    ...(issues === undefined ? {} : { issues }),
    ...(log === undefined
      ? {}
      : {
          log: log.map(({ id, author, kind, reason, recorded_at: moment, undoes }) => ({
            revision: id,
            recorded_at: moment,
            author,
            kind,
            reason,
            ...(undoes === undefined ? {} : { undoes }),
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
