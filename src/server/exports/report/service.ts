import { compact } from '#domain/values/compact.ts';
import { isDrawable, makeSavedBlock } from '#report/sections/saved-figures.ts';
import { readSavedFigures } from './saved-figure-service.ts';
import { makeFullReport, makeReport, maxListedProjects } from '#report/make-report.ts';
import type { ReportInput } from '#domain/report/report.ts';
import type { DocumentQuery } from '#contract/exports/schemas.ts';
import {
  addMonths,
  isMonth,
  lastWholeMonth,
  monthEnd,
  toMonth,
  type IsoDate,
} from '#domain/values/date.ts';
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
import type { ClosedPeriod } from '#domain/targets/period-close.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { readOutlook } from '#server/outlook/service.ts';
import { listClosedPeriods } from '#server/zone/period-close-store.ts';
import { findRevision, listRevisions } from '#server/db/revision-log.ts';
import { readChanges } from '#server/changes/service.ts';
import { readDocumentScope } from '#server/exports/document-scope-service.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import { readNamedDecisions } from '#server/work/decision-service.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listValuesBefore } from '#domain/report/value-before.ts';
import { findLogo } from '#server/zone/logo/store.ts';
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

/** Reads the newest revisions for the report's log. */
async function readLog(
  { db }: AppDeps,
  knownRevision: number,
): Promise<Pick<ReportInput, 'log' | 'log_total'>> {
  const revisions = await listRevisions(db, { limit: maxLogEntries, before: knownRevision + 1 });
  return {
    log: revisions.map(({ id, author, kind, reason, recorded_at, undoes }) => ({
      revision: id,
      recorded_at,
      author,
      kind,
      reason,
      ...compact({ undoes }),
    })),
    log_total: knownRevision,
  };
}

/** Reads the achievements of the months of a report, and the doubts of its day. */
async function readMonthWork(
  { db }: AppDeps,
  { profile, knownRevision, as_of }: Awaited<ReturnType<typeof readDocumentScope>>,
  period: string | undefined,
): Promise<Pick<ReportInput, 'achievements' | 'doubts'>> {
  const last = lastWholeMonth(as_of);
  const months =
    period === undefined
      ? { first: last, last }
      : { first: toMonth(periodDays(period).first), last: toMonth(periodDays(period).last) };
  const [achievements, doubts] = await Promise.all([
    listAchievements(db, profile.origin, { ...months, knownRevision }),
    listDoubts(db, profile, as_of, knownRevision),
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
/** The number of rows of a doubt that the report names. */
const namedRows = 3;
const firstName = ({ subjects }: DoubtReply['rows'][number]): Text =>
  subjects[0]?.name ?? sameWords('');

/**
 * Finds the closing of the month of a report, at which the report's figures are read. A report with
 * a time of knowledge uses that time instead.
 */
async function findClosing(
  { db }: AppDeps,
  { period, known_at }: DocumentQuery,
  { origin, knownRevision }: DocumentScope,
): Promise<ClosedPeriod | undefined> {
  if (period === undefined || known_at !== undefined || !isMonth(period)) return undefined;
  const closing = await listClosedPeriods(db, origin, knownRevision);
  return closing.find((one) => one.period === period);
}

/**
 * Reads the scope of a report. That of a closed month is as known at its closing. The template is
 * always the present one, since it is no figure.
 */
async function readReportScope(deps: AppDeps, query: DocumentQuery) {
  const scope = await readDocumentScope(deps, query);
  const closing = await findClosing(deps, query, scope);
  const template = scope.profile.report;
  if (closing === undefined) return { scope, query, closed: closing, template };
  const closeRevision = await findRevision(deps.db, closing.revision);
  if (closeRevision === undefined) return { scope, query, closed: undefined, template };
  const asClosed = { ...query, known_at: closeRevision.recorded_at };
  return {
    scope: await readDocumentScope(deps, asClosed),
    query: asClosed,
    closed: closing,
    template,
  };
}

/** Reads the parts of a report besides its overview. */
async function readReportParts(
  deps: AppDeps,
  { known_at, plan, period }: DocumentQuery,
  scope: DocumentScope,
  notes: boolean,
) {
  const { origin, knownRevision, as_of, compare, language, profile } = scope;
  const [changes, issues, decisions, log, work, saved, outlook, observations] = await Promise.all([
    compare === undefined
      ? undefined
      : readChanges(deps, { from: compare, to: as_of, ...compact({ known_at }) }),
    notes ? openIssues(deps.db, { origin, as_of, knownRevision }, maxIssues) : undefined,
    notes ? readNamedDecisions(deps.db, profile, { knownRevision, as_of }) : undefined,
    notes ? readLog(deps, knownRevision) : {},
    notes ? readMonthWork(deps, scope, period) : {},
    readSavedFigures(deps, { as_of, language, mayViewNotes: notes, ...compact({ known_at }) }),
    readOutlook(deps, { as_of, knownRevision, plan }),
    listObservations(deps.db, { origin, as_of, knownRevision }),
  ]);
  const values_before = listValuesBefore(scope.overview.targets, profile, observations);
  return { changes, issues, decisions, log, work, saved, outlook, values_before };
}

/**
 * Makes the report of a query with the inputs of its files. A viewer's report has no issues and no
 * log. The report of a closed month has the figures of its closing.
 *
 * @param addCurrency - adds the secondary currency; the default rejects a query if a rate is
 * missing
 * @throws HttpProblem if there is no zone, or if a rate is missing
 */
export async function buildReport(
  deps: AppDeps,
  documentQuery: DocumentQuery,
  principal: Principal | undefined,
  addCurrency = addSecondaryCurrency,
): Promise<ReportFileInput> {
  const { scope, query, closed, template } = await readReportScope(deps, documentQuery);
  const { as_of, compare, language, profile, recorded_at } = scope;
  const notes = principal !== undefined && may(principal.role, 'view_notes');
  const { plan, known_at } = query;
  const [converted, parts, stamp] = await Promise.all([
    addCurrency(deps, notes ? scope.overview : removeOwners(scope.overview), query.cur),
    readReportParts(deps, query, scope, notes),
    makeStamp(deps, 'targets', scope.overview, {
      as_of,
      lang: language,
      ...compact({ known_at, plan, compare }),
    }),
  ]);
  const { changes, issues, decisions, log, work, saved, outlook, values_before } = parts;
  const overview: Overview =
    changes === undefined
      ? converted
      : { ...converted, bridge: changes.bridge, ...bridgeMoves(changes) };
  const input: ReportInput = {
    language,
    overview,
    profile,
    recorded_at,
    outlook,
    values_before,
    ...log,
    ...work,
    saved: saved.map((figure) => makeSavedBlock(figure, language, maxListedProjects)),
    ...compact({ period: query.period, changes, issues, decisions, closed, known_at, template }),
    next_until: nextStepsEnd(query.period, as_of),
  };
  const report = makeReport(input);
  const { logo } = report.issued;
  return {
    report,
    makeFullReport: () => makeFullReport(input, report),
    order: template?.sections === undefined ? undefined : orderSections(template),
    ...compact({ logo: logo === undefined ? undefined : await findLogo(deps.db, logo.sha256) }),
    overview,
    saved: saved.filter(isDrawable),
    recorded_at,
    stamp: { ...stamp, ...compact({ link: linkOf(deps, query, scope) }) },
  };
}

/**
 * Makes the address of the report's page.
 * @returns undefined if the server has no public address
 */
function linkOf(
  { config: { address } }: AppDeps,
  { period, cur, plan, known_at }: DocumentQuery,
  { as_of, compare, language, recorded_at }: DocumentScope,
): string | undefined {
  if (address === undefined) return undefined;
  const state = { as_of, known_at: known_at ?? recorded_at, compare, language };
  return viewAddress(address, '/report', { ...state, ...compact({ plan }) }, { period, cur });
}
