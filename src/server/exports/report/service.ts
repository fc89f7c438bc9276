import { compact } from '#domain/values/compact.ts';
import { isDrawable, makeSavedBlock } from '#report/saved-figures.ts';
import { readSavedFigures } from './saved-figure-service.ts';
import { makeReport, rowsShown } from '#report/make-report.ts';
import type { ReportInput } from '#domain/report/report.ts';
import type { DocumentQuery } from '#contract/exports/schemas.ts';
import { addMonths, lastWholeMonth, monthEnd, toMonth, type IsoDate } from '#domain/values/date.ts';
import { periodDays } from '#domain/report/report-period.ts';
import { bridgeMoves } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { ReportFileInput } from './write-report.ts';
import { viewAddress } from '#server/exports/figure/view-address.ts';
import type { Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import { openIssues } from '#server/projects/issues/open-issue-store.ts';
import type { DoubtReply } from '#contract/doubts/schemas.ts';
import { sameWords } from '#domain/values/term.ts';
import type { Text } from '#domain/values/language.ts';
import { listDoubts } from '#server/doubts/service.ts';
import { listAchievements } from '#server/months/achievement-store.ts';
import { listRevisions } from '#server/db/revision-log.ts';
import { readChanges } from '#server/changes/service.ts';
import { readDocumentScope } from '#server/exports/document-scope-service.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import { readNamedDecisions } from '#server/work/decision-service.ts';
import { makeStamp } from '#server/exports/figure/figure-stamp.ts';
import { addSecondaryCurrency } from '#server/currencies/secondary-currency-service.ts';

const maxIssues = 200;
const maxLogEntries = 20;

/**
 * Computes the last day of the next steps: the end of the following period of the same length, or
 * of the third month after `as_of`.
 */
function nextStepsEnd(period: string | undefined, as_of: IsoDate): IsoDate {
  if (period === undefined) return monthEnd(addMonths(toMonth(as_of), 3));
  const { first, last } = periodDays(period);
  return monthEnd(addMonths(toMonth(last), toMonth(first) === toMonth(last) ? 1 : 3));
}

/** Reads the revisions for the report's log. A viewer gets none. */
async function readLog(
  { db }: AppDeps,
  known: number,
): Promise<Pick<ReportInput, 'log' | 'log_total'>> {
  const revisions = await listRevisions(db, { limit: maxLogEntries, before: known + 1 });
  return {
    log: revisions.map(({ id, author, kind, reason, recorded_at, undoes }) => ({
      revision: id,
      recorded_at,
      author,
      kind,
      reason,
      ...compact({ undoes }),
    })),
    log_total: known,
  };
}

/** Reads the achievements of the months of a report, and the doubts of its day. */
async function readMonthWork(
  { db }: AppDeps,
  { profile, known, as_of }: Awaited<ReturnType<typeof readDocumentScope>>,
  period: string | undefined,
): Promise<Pick<ReportInput, 'achievements' | 'doubts'>> {
  const last = lastWholeMonth(as_of);
  const months =
    period === undefined
      ? { first: last, last }
      : { first: toMonth(periodDays(period).first), last: toMonth(periodDays(period).last) };
  const [achievements, doubts] = await Promise.all([
    listAchievements(db, profile.origin, { ...months, known }),
    listDoubts(db, profile, as_of, known),
  ]);
  return {
    achievements,
    doubts: doubts.flatMap(({ rule, count, rows, dismissed }) =>
      dismissed === undefined
        ? [{ rule, count, names: rows.slice(0, namedRows).map(firstName) }]
        : [],
    ),
  };
}
/** Rows of a doubt whose name the report writes. */
const namedRows = 3;
const firstName = ({ subjects }: DoubtReply['rows'][number]): Text =>
  subjects[0]?.name ?? sameWords('');

/**
 * Makes the report of a query with the inputs of its files. A viewer's report has no issues and no
 * log.
 *
 * @param addCurrency - adds the secondary currency; the default rejects a query without a rate
 */
export async function buildReport(
  deps: AppDeps,
  query: DocumentQuery,
  principal: Principal | undefined,
  addCurrency = addSecondaryCurrency,
): Promise<ReportFileInput> {
  const scope = await readDocumentScope(deps, query);
  const { origin, known, as_of, compare, language, profile, recorded_at } = scope;
  const notes = principal !== undefined && may(principal.role, 'view_notes');
  const { plan, known_at } = query;
  const [converted, changes, issues, decisions, log, work, saved, stamp] = await Promise.all([
    addCurrency(deps, notes ? scope.overview : removeOwners(scope.overview), query.cur),
    compare === undefined
      ? undefined
      : readChanges(deps, { from: compare, to: as_of, ...compact({ known_at }) }),
    notes ? openIssues(deps.db, { origin, as_of, known }, maxIssues) : undefined,
    notes ? readNamedDecisions(deps.db, profile, { known, as_of }) : undefined,
    notes ? readLog(deps, known) : {},
    notes ? readMonthWork(deps, scope, query.period) : {},
    readSavedFigures(deps, { as_of, language, mayViewNotes: notes, ...compact({ known_at }) }),
    makeStamp(deps, 'targets', scope.overview, {
      as_of,
      lang: language,
      ...compact({ known_at, plan, compare }),
    }),
  ]);
  const overview: Overview =
    changes === undefined
      ? converted
      : { ...converted, bridge: changes.bridge, ...bridgeMoves(changes) };
  const report = makeReport({
    language,
    overview,
    profile,
    recorded_at,
    ...log,
    ...work,
    saved: saved.map((figure) => makeSavedBlock(figure, language, rowsShown)),
    ...compact({ period: query.period, changes, issues, decisions }),
    next_until: nextStepsEnd(query.period, as_of),
  });
  const { address } = deps.config;
  const link =
    address === undefined
      ? undefined
      : viewAddress(
          address,
          '/report',
          { as_of, known_at: known_at ?? recorded_at, compare, ...compact({ plan }), language },
          { period: query.period, cur: query.cur },
        );
  return {
    report,
    overview,
    saved: saved.filter(isDrawable),
    recorded_at,
    stamp: { ...stamp, ...compact({ link }) },
  };
}
