import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ProjectRecord, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import { sql } from 'kysely';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { lastDay, type ImportedFrom } from '#server/db/schema/tables.ts';
import type { DatedFacts } from './merge-facts.ts';
import { readStatements } from './statement-store.ts';
import { batches, begin, knownAt, joinFacts, isOfRegister } from '#server/db/versions.ts';

/** A stored project: its facts over time, its events and its origin. */
export interface KnownProject {
  readonly timeline: readonly DatedFacts[];
  readonly events: {
    readonly stage_events: readonly StageEvent[];
    readonly status_events: readonly StatusEvent[];
  };
  /** The editions that list the project, by day. Of several imports for one day it has the last. */
  readonly editions: readonly { readonly day: IsoDate; readonly revision: number }[];
  readonly imported?: ImportedFrom;
  /** The revision of this version. */
  readonly version: number;
}

/**
 * Reads the facts of projects as known at a revision, by code and by the day from which they hold.
 */
async function readTimelines(
  reader: Reader,
  origin: Origin,
  codes: readonly string[],
  revision: number,
): Promise<Map<string, DatedFacts[]>> {
  const rows = await reader
    .selectFrom('project_facts as f')
    .innerJoin('project_version as v', joinFacts)
    .innerJoin('revision as r', 'r.id', 'f.revision')
    .select([
      'f.code',
      'f.facts_from',
      'f.revision as facts_revision',
      'f.facts_json',
      'r.as_of as given',
    ])
    .where(isOfRegister(origin, codes, 'v.'))
    .where(begin('v.revision_from'), '<=', revision)
    .where('v.revision_to', '>', revision)
    .orderBy('f.code')
    .orderBy('f.facts_from')
    .orderBy('v.valid_from')
    .execute();
  const timelinesByCode = new Map<string, DatedFacts[]>();
  for (const [code, list] of Map.groupBy(rows, (row) => row.code)) {
    // consecutive version rows may have the same facts
    const byDay = new Map(
      list.map(({ facts_from, facts_revision, facts_json: facts, given }) => [
        facts_from,
        { facts_from, facts_revision, facts, ...compact({ given: given ?? undefined }) },
      ]),
    );
    timelinesByCode.set(code, [...byDay.values()]);
  }
  return timelinesByCode;
}

/**
 * Reads the known projects at a revision.
 *
 * @param codes - a few hundred at most
 * @param knownRevision - the revision; omit for the present
 * @returns the projects by code, without unknown codes
 */
export async function timelines(
  source: Source,
  origin: Origin,
  codes: readonly string[],
  knownRevision?: number,
): Promise<Map<string, KnownProject>> {
  const out = new Map<string, KnownProject>();
  if (codes.length === 0) return out;
  const revision = knownAt(knownRevision);
  const reader = getReader(source);
  const history = await reader
    .selectFrom('project_history')
    .select(['code', 'events_json', 'imported_json', 'revision_from'])
    .where(isOfRegister(origin, codes))
    .where(begin('revision_from'), '<=', revision)
    .where('revision_to', '>', revision)
    .execute();
  if (history.length === 0) return out;
  const storedCodes = history.map(({ code }) => code);
  const facts = await readTimelines(reader, origin, storedCodes, revision);
  const editions = await readEditions(source, origin, storedCodes, revision);
  for (const { code, events_json: events, imported_json, revision_from: version } of history)
    out.set(code, {
      timeline: facts.get(code) ?? [],
      events,
      editions: editions.get(code) ?? [],
      version,
      ...compact({ imported: imported_json ?? undefined }),
    });
  return out;
}

/** Lists the editions of each project by day. */
async function readEditions(
  source: Source,
  origin: Origin,
  codes: readonly string[],
  knownRevision: number,
): Promise<Map<string, KnownProject['editions']>> {
  const rows = await getReader(source)
    .selectFrom('project_statement')
    .select((eb) => ['code', 'day', eb.fn.max('stated').as('revision')])
    .where(isOfRegister(origin, codes))
    .where('kind', '=', 'edition')
    .where(begin('revision_from'), '<=', knownRevision)
    .where('revision_to', '>', knownRevision)
    .groupBy(['code', 'day'])
    .orderBy('day')
    .execute();
  return Map.groupBy(rows, ({ code }) => code);
}

/** A project for an import: its present record, its statements and its facts over time. */
export interface StatedProject extends ProjectRecord {
  readonly statements: readonly Statement[];
  readonly timeline: readonly DatedFacts[];
}

/** Reads projects with all statements, in the order of the codes, without unknown codes. */
export async function readStatedProjects(
  source: Source,
  origin: Origin,
  codes: readonly string[],
  knownRevision?: number,
): Promise<StatedProject[]> {
  const projects = await timelines(source, origin, codes, knownRevision);
  const statements = await readStatements(source, origin, codes, knownRevision);
  return codes.flatMap((code) => {
    const project = projects.get(code);
    const facts = project?.timeline.at(-1)?.facts;
    if (project === undefined || facts === undefined) return [];
    const { timeline, events } = project;
    return [{ code, origin, facts, ...events, statements: statements.get(code) ?? [], timeline }];
  });
}

const codesAtOnce = 500;

/** Reads the present records of projects, in the order of the codes, without unknown codes. */
export async function recordsByCode(
  source: Source,
  origin: Origin,
  codes: readonly string[],
  knownRevision?: number,
): Promise<ProjectRecord[]> {
  const records: ProjectRecord[] = [];
  const revision = knownAt(knownRevision);
  for (const batch of batches([...new Set(codes)], codesAtOnce)) {
    const rows = await getReader(source)
      .selectFrom('project_history as h')
      .innerJoin('project_version as v', (join) =>
        join.onRef('v.origin', '=', 'h.origin').onRef('v.code', '=', 'h.code'),
      )
      .innerJoin('project_facts as f', joinFacts)
      .select(['h.code', 'h.events_json', 'f.facts_json'])
      .where(isOfRegister(origin, batch, 'h.'))
      .where(begin('h.revision_from'), '<=', revision)
      .where('h.revision_to', '>', revision)
      .where(begin('v.revision_from'), '<=', revision)
      .where('v.revision_to', '>', revision)
      // this expression prevents the use of the index of days, so that the engine finds the rows by
      // key
      .where(sql<boolean>`v.valid_to || '' = ${lastDay}`)
      .execute();
    const byCode = new Map(rows.map((row) => [row.code, row]));
    for (const code of batch) {
      const row = byCode.get(code);
      if (row !== undefined)
        records.push({ code, origin, facts: row.facts_json, ...row.events_json });
    }
  }
  return records;
}

/**
 * Reads the records of one project at each of its own revisions. A revision writes a history, and
 * only the periods that it changed.
 * @returns the records by the number of their revision
 */
export async function recordsByRevision(
  source: Source,
  origin: Origin,
  code: string,
  revisions: readonly number[],
): Promise<Map<number, ProjectRecord>> {
  if (revisions.length === 0) return new Map();
  const reader = getReader(source);
  const [histories, versions] = await Promise.all([
    reader
      .selectFrom('project_history')
      .select(['revision_from', 'events_json'])
      .where('origin', '=', origin)
      .where('code', '=', code)
      .where('revision_from', 'in', revisions)
      .execute(),
    reader
      .selectFrom('project_version as v')
      .innerJoin('project_facts as f', joinFacts)
      .select(['v.revision_from', 'v.revision_to', 'f.facts_json'])
      .where('v.origin', '=', origin)
      .where('v.code', '=', code)
      .where(begin('v.revision_from'), '<=', Math.max(...revisions))
      .where('v.revision_to', '>', Math.min(...revisions))
      .where(sql<boolean>`v.valid_to || '' = ${lastDay}`)
      .execute(),
  ]);
  return new Map(
    histories.flatMap(({ revision_from: revision, events_json: events }) => {
      const version = versions.find(
        (row) => row.revision_from <= revision && row.revision_to > revision,
      );
      return version === undefined
        ? []
        : [[revision, { code, origin, facts: version.facts_json, ...events }] as const];
    }),
  );
}

const listedAtOnce = 5000;
/**
 * Lists all codes of an origin in order. It reads batches, so that a long list blocks no other
 * query.
 */
export async function listCodes(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<string[]> {
  const revision = knownAt(knownRevision);
  const codes: string[] = [];
  for (;;) {
    const rows = await getReader(source)
      .selectFrom('project_history')
      .select('code')
      .where('origin', '=', origin)
      .where('code', '>', codes.at(-1) ?? '')
      .where('revision_from', '<=', revision)
      .where('revision_to', '>', revision)
      .orderBy('code')
      .limit(listedAtOnce)
      .execute();
    codes.push(...rows.map((r) => r.code));
    if (rows.length < listedAtOnce) return codes;
  }
}
