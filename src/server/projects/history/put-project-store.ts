import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Trx } from '#server/db/db.ts';
import { firstDay, open, type ImportedFrom } from '#server/db/schema/tables.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { timelines, type KnownProject } from './history-store.ts';
import { readFactsHeld, importKeys, nextTimeline } from './next-timeline-store.ts';
import { versionRows } from './version-row-store.ts';
import { endVersions } from './version-end-store.ts';
import type { DatedFacts } from './merge-facts.ts';
import {
  addStatements,
  putStatements,
  toStatements,
  type NewStatement,
  type StatementEntry,
} from './statement-store.ts';
import { putSearchTexts } from '#server/projects/search/search-piece-store.ts';
import { addedBy, batches, isOfRegister } from '#server/db/versions.ts';
import { insertRows } from '#server/db/insert-rows.ts';

export interface PutOptions {
  /**
   * The day of the edition, from which changed facts hold. Omit it to correct the facts that hold.
   */
  readonly as_of?: IsoDate;
  readonly imported_from?: (code: string) => ImportedFrom | undefined;
  /** Returns the statements of an import about a project. Omit it for manual entries. */
  readonly statements_of?: (code: string) => readonly NewStatement[] | undefined;
  /** Whether the store has a code. Unknown codes are not read. */
  readonly is_known?: (code: string) => boolean;
}
export interface PutResult {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

const codesAtOnce = 500;

/**
 * Stores records in a revision. Facts hold from the day of the edition until the next edition; the
 * first known facts also hold before it. An unchanged record only gets the statement of its
 * edition. The events of the record replace the stored ones.
 */
export async function putProjects(
  trx: Trx,
  revision: number,
  records: readonly ProjectRecord[],
  options: PutOptions = {},
): Promise<PutResult> {
  const count = { new: 0, changed: 0, unchanged: 0 };
  for (const [origin, ofOrigin] of Map.groupBy(records, (r) => r.origin)) {
    for (const batch of batches(
      [...new Map(ofOrigin.map((r) => [r.code, r])).values()],
      codesAtOnce,
    )) {
      const knownProjects = await timelines(
        trx,
        origin,
        batch.map((r) => r.code).filter(options.is_known ?? (() => true)),
      );
      const changedRecords = batch.filter((record) => {
        const before = knownProjects.get(record.code);
        const same = before !== undefined && isSame(record, before, options.as_of);
        count[same ? 'unchanged' : before ? 'changed' : 'new'] += 1;
        return !same;
      });
      const statements = newStatements(batch, knownProjects, revision, options);
      const isKnown = ({ code }: StatementEntry): boolean => knownProjects.has(code);
      await putStatements(trx, revision, origin, statements.filter(isKnown));
      await addStatements(
        trx,
        revision,
        origin,
        statements.filter((entry) => !isKnown(entry)),
      );
      await storeRecords(trx, revision, changedRecords, knownProjects, { ...options, origin });
    }
  }
  return count;
}

const isSame = (
  { facts, stage_events, status_events }: ProjectRecord,
  knownProject: KnownProject,
  asOf: IsoDate | undefined,
): boolean =>
  isSameContent({ stage_events, status_events }, knownProject.events) &&
  isSameContent(facts, readFactsHeld(knownProject.timeline, asOf)?.facts);

/**
 * Lists the new statements of projects: those of their edition, or those of manual entries in the
 * own register.
 */
const newStatements = (
  records: readonly ProjectRecord[],
  knownProjects: ReadonlyMap<string, KnownProject>,
  revision: number,
  { as_of, statements_of }: PutOptions,
): { code: string; statement: NewStatement }[] =>
  records.flatMap((record) => {
    const { code, origin } = record;
    if (origin !== 'own') return [];
    const statements = statements_of?.(code);
    if (statements !== undefined) return statements.map((statement) => ({ code, statement }));
    const before = knownProjects.get(code);
    return toStatements(
      record,
      before?.version === revision ? undefined : before?.events,
      as_of ?? firstDay,
    ).map((statement) => ({
      code,
      statement,
    }));
  });

/** Stores changed records with their facts over time, after those of the known projects. */
async function storeRecords(
  trx: Trx,
  revision: number,
  records: readonly ProjectRecord[],
  knownProjects: ReadonlyMap<string, KnownProject>,
  options: PutOptions & { readonly origin: Origin },
): Promise<void> {
  const keys = await importKeys(trx, knownProjects.values(), options.as_of);
  const entries = records.map((record): TimelineEntry => {
    const importSource =
      options.imported_from?.(record.code) ?? knownProjects.get(record.code)?.imported;
    const timeline = nextTimeline(record.facts, knownProjects.get(record.code), {
      asOf: options.as_of,
      revision,
      keys,
    });
    return {
      record,
      timeline,
      version: knownProjects.get(record.code)?.version,
      ...compact({ imported: importSource }),
    };
  });
  await putTimelines(trx, revision, options.origin, entries);
}

/** A project with its facts over time. */
export interface TimelineEntry {
  readonly record: ProjectRecord;
  readonly timeline: readonly DatedFacts[];
  readonly imported?: ImportedFrom;
  /** The former version. Undefined for a new project. */
  readonly version: number | undefined;
}
/**
 * Stores projects with all their facts over time in a revision. Periods that stay the same keep
 * their rows; the other rows of former versions end.
 * @throws Error if a record has no facts
 */
export async function putTimelines(
  trx: Trx,
  revision: number,
  origin: Origin,
  entries: readonly TimelineEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const formerEntries = entries.filter(({ version }) => version !== undefined);
  const [again, earlier] = [true, false].map((isAgain) =>
    formerEntries.flatMap(({ version, record }) =>
      (version === revision) === isAgain ? record.code : [],
    ),
  ) as [string[], string[]];
  const facts = entries.flatMap(({ record: { code }, timeline }) =>
    timeline.flatMap((t) => (t.facts_revision === revision ? { ...t, code } : [])),
  );
  const versions = entries.flatMap(({ record, timeline }) =>
    versionRows(record, timeline, revision),
  );
  await putSearchTexts(trx, origin, versions, [...earlier, ...again]);
  await forgetProjects(trx, revision, origin, again);
  const newVersions = await endVersions(trx, revision, {
    origin,
    codes: [...earlier, ...again],
    versions,
  });
  await closeHistories(trx, revision, origin, earlier);
  await insertRows(
    trx,
    'project_facts',
    facts.map((f) => ({
      origin,
      code: f.code,
      revision,
      facts_from: f.facts_from,
      facts_json: JSON.stringify(f.facts),
    })),
  );
  await insertRows(trx, 'project_version', newVersions);
  await insertRows(
    trx,
    'project_history',
    entries.map((entry) => historyRow(revision, origin, entry)),
  );
}

function historyRow(revision: number, origin: Origin, { record, imported }: TimelineEntry) {
  const { code, stage_events, status_events } = record;
  return {
    origin,
    code,
    events_json: JSON.stringify({ stage_events, status_events }),
    imported_json: imported ? JSON.stringify(imported) : null,
    ...addedBy(revision),
  };
}

/** Ends the present histories of projects. */
async function closeHistories(
  trx: Trx,
  revision: number,
  origin: Origin,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  await trx
    .updateTable('project_history')
    .set({ revision_to: revision })
    .where(isOfRegister(origin, codes))
    .where('revision_to', '=', open)
    .execute();
}

/** Removes versions of the same revision, of which the last write counts. */
async function forgetProjects(
  trx: Trx,
  revision: number,
  origin: Origin,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  for (const table of ['project_version', 'project_history'] as const)
    await trx
      .deleteFrom(table)
      .where(isOfRegister(origin, codes))
      .where('revision_from', '=', revision)
      .execute();
  await trx
    .deleteFrom('project_facts')
    .where(isOfRegister(origin, codes))
    .where('revision', '=', revision)
    .execute();
}
