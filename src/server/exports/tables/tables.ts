import { compact } from '#domain/values/compact.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { Issue } from '#domain/projects/issue.ts';
import type { WithholdableField } from '#domain/zone/rights/redistribution.ts';
import type { Source } from '#server/db/db.ts';
import {
  listUsedCurrencies,
  type UsedCurrencies,
} from '#server/projects/register/currency-store.ts';
import { issuesByProject } from '#server/projects/issues/open-issue-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { listMoves } from '#server/changes/move-store.ts';
import { listRevisions, type StoredRevision } from '#server/db/revision-log.ts';
import { getReader } from '#server/db/db.ts';
import { readNamedDecisions } from '#server/work/decision-service.ts';
import { changeTable, revisionTable } from './change-tables.ts';
import { decisionTable } from './decision-table.ts';
import type { DocumentScope } from './document-scope.ts';
import { keepIndicators, withoutColumns } from './withheld.ts';
import { correctionTable, seriesTable, sourceTable } from './series-tables.ts';
import { checkpointTable, targetPartTable, targetTable } from './target-tables.ts';
import { makeOutlook } from '#domain/outlook/make-outlook.ts';
import { readRegisterOutlook } from '#server/outlook/service.ts';
import { outlookTable } from './outlook-table.ts';
import type { ReadyTable } from './table.ts';

/** Facts of projects that the outlook sums. */
const outlookFields = ['jobs_plan', 'jobs_actual', 'output_plan', 'output_actual'] as const;
const everyMove = 1_000_000;
const page = 1000;

/** Lists the revisions up to `known`, newest first. */
async function revisionsUpTo(source: Source, revision: number): Promise<StoredRevision[]> {
  const all: StoredRevision[] = [];
  for (let before = revision + 1; ; ) {
    const some = await listRevisions(source, { limit: page, before });
    all.push(...some);
    const last = some.at(-1);
    if (some.length < page || last === undefined) return all;
    before = last.id;
  }
}

export interface RegisterTables {
  /** The currencies of the projects, by measure. */
  readonly currencies: UsedCurrencies;
  readonly issues: ReadonlyMap<string, readonly Issue[]>;
  readonly observations: readonly Observation[];
  readonly series: ReadyTable;
  readonly corrections: ReadyTable;
  readonly targets: ReadyTable;
  readonly target_parts: ReadyTable;
  readonly outlook: ReadyTable;
  readonly checkpoints: ReadyTable;
  readonly sources: ReadyTable;
  readonly decisions: ReadyTable;
  readonly revisions: ReadyTable;
  /** The table of changes. Omitted without a day to compare with. */
  readonly changes?: ReadyTable;
}
/** Reads the changes of projects since the day to compare with, if projects are known then. */
async function readChanges(source: Source, scope: DocumentScope) {
  const { origin, knownRevision, as_of, compare, overview } = scope;
  if (compare === undefined || !areProjectsKnown(compare, overview.first_known_day))
    return undefined;
  const days = {
    origin,
    from: { day: compare, knownRevision },
    to: { day: as_of, knownRevision },
    measure: 'total_investment',
  } as const;
  return listMoves(getReader(source), days, everyMove);
}
/** Makes every table of the register that has no rows for each project, at one revision. */
export async function makeRegisterTables(
  source: Source,
  scope: DocumentScope,
): Promise<RegisterTables> {
  const { origin, knownRevision, as_of, compare, profile, language } = scope;
  const isLeftOut = (field: WithholdableField): boolean =>
    scope.overview.zone.withheld?.fields.includes(field) === true;
  const [currencies, observations, issues, decisions, revisions, outlook, changes] =
    await Promise.all([
      listUsedCurrencies(source, { origin, knownRevision, as_of, ...scope.filters }),
      listObservations(source, { origin, as_of, knownRevision }).then((all) =>
        keepIndicators(all, scope),
      ),
      isLeftOut('issue_text')
        ? new Map()
        : issuesByProject(source, { origin, as_of, knownRevision }),
      readNamedDecisions(source, profile, { knownRevision, as_of }),
      revisionsUpTo(source, knownRevision),
      readRegisterOutlook(source, {
        origin,
        knownRevision,
        as_of,
        profile,
        rows: scope.overview.targets,
        first_known_day: scope.overview.first_known_day,
      }),
      readChanges(source, scope),
    ]);
  return {
    currencies,
    issues,
    observations,
    series: seriesTable(profile, observations, as_of),
    corrections: correctionTable(profile, observations),
    targets: targetTable(profile, scope.overview, language),
    target_parts: targetPartTable(profile, scope.overview, language),
    outlook: outlookTable(
      makeOutlook(outlookFields.some(isLeftOut) ? { ...outlook, rows: [] } : outlook),
      language,
    ),
    checkpoints: checkpointTable(scope.overview),
    sources: sourceTable(profile, language),
    decisions: decisionTable(decisions, as_of, language),
    revisions: revisionTable(revisions),
    ...compact({
      changes:
        changes === undefined || compare === undefined
          ? undefined
          : withoutColumns(changeTable(changes.moves, compare, as_of), scope),
    }),
  };
}
