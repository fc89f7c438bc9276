import { isOfRegister } from '#server/db/versions.ts';
import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { newestRevision, sealRevisions } from '#server/db/hash-chain/seal.ts';
import type { Engine, Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { fillDerivedDays } from './derived-day-store.ts';
import { completeStoredIndustries } from '#server/zone/industry-store.ts';
import { timelines } from '#server/projects/history/history-store.ts';
import { versionRows } from '#server/projects/history/version-row-store.ts';
import { putTimelines, type TimelineEntry } from '#server/projects/history/put-project-store.ts';
import { refoldHistories } from './refold-history-store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { fillSearchPieces } from '#server/projects/search/search-piece-store.ts';
import { searchText, type SearchedFacts } from '#server/projects/history/search-text.ts';

/**
 * The version of the rules that derive rows and histories. Increase it when the same entries give
 * other rows, so that older stores are updated when they open.
 */
export const foldVersion = 4;

/** Derives again the rows that an earlier version of the rules derived, once for each store. */
export async function refold(trx: Trx, engine: Engine = 'sqlite'): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from fold_version`.execute(trx);
  const version = rows[0]?.version ?? 0;
  if (version >= foldVersion) return;
  const newest = await newestRevision(trx);
  if (engine === 'postgres' && newest.id > 0) await keepTables(trx);
  let revision: number | undefined;
  const startOnce = async (): Promise<number> =>
    (revision ??= await startRevision(trx, { author: 'headway', kind: 'refold', reason: '' }));
  if (version < 2) {
    await refoldSearch(trx);
    await fillSearchPieces(trx);
    await fillDerivedDays(trx);
    await refoldLives(trx, startOnce);
  }
  if (version < 3) await refoldHistories(trx, startOnce);
  await completeStoredIndustries(trx, startOnce);
  await sealRevisions(trx, newest);
  await sql`delete from fold_version`.execute(trx);
  await sql`insert into fold_version (version) values (${sql.lit(foldVersion)})`.execute(trx);
}

/** The tables whose rows are derived again. */
const madeAnew = ['project_version', 'project_facts', 'project_history', 'zone_version'] as const;
/**
 * Copies the tables within the same database on PostgreSQL. On SQLite the whole file is copied
 * instead.
 */
async function keepTables(trx: Trx): Promise<void> {
  for (const table of madeAnew)
    await sql`create table if not exists ${sql.table(`${table}_before_fold_${foldVersion}`)} as table ${sql.table(table)}`.execute(
      trx,
    );
}

const rowsAtOnce = 500;
interface VersionRow {
  readonly origin: string;
  readonly code: string;
  readonly revision_from: number;
  readonly valid_from: string;
}
interface SearchRow extends VersionRow {
  readonly search_fold: string;
  readonly facts_json: SearchedFacts;
}

/** Updates the search texts of all versions. They are derived and so not in the hash chain. */
async function refoldSearch(trx: Trx): Promise<void> {
  let last: VersionRow = { origin: '', code: '', revision_from: 0, valid_from: '' };
  for (;;) {
    const { rows } =
      await sql<SearchRow>`select v.origin, v.code, v.revision_from, v.valid_from, v.search_fold, f.facts_json
      from project_version as v join project_facts as f
        on f.origin = v.origin and f.code = v.code and f.revision = v.facts_revision and f.facts_from = v.facts_from
      where (v.origin, v.code, v.revision_from, v.valid_from) > (${last.origin}, ${last.code}, ${last.revision_from}, ${last.valid_from})
      order by v.origin, v.code, v.revision_from, v.valid_from limit ${sql.lit(rowsAtOnce)}`.execute(
        trx,
      );
    const changes = rows.flatMap((row) => {
      const fold = searchText(row.code, row.facts_json);
      return fold === row.search_fold ? [] : [{ ...row, fold }];
    });
    if (changes.length > 0) {
      const values = changes.map(
        (r) =>
          sql`(${r.origin}, ${r.code}, cast(${r.revision_from} as bigint), ${r.valid_from}, ${r.fold})`,
      );
      await sql`with made (origin, code, revision_from, valid_from, fold) as (values ${sql.join(values)})
        update project_version set search_fold = made.fold from made
        where project_version.origin = made.origin and project_version.code = made.code
          and project_version.revision_from = made.revision_from and project_version.valid_from = made.valid_from`.execute(
        trx,
      );
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < rowsAtOnce) return;
    last = end;
  }
}

const codesAtOnce = 200;
interface Life {
  readonly code: string;
  readonly valid_from: string;
  readonly overdue_baseline: string | null;
}
const cuts = (rows: readonly Omit<Life, 'code'>[]): string =>
  JSON.stringify(
    rows.map(({ valid_from, overdue_baseline }) => [valid_from, overdue_baseline]).sort(),
  );

/**
 * Derives the current histories of projects again, in a revision of its own. It writes only changed
 * ones, since the chain covers written rows.
 */
async function refoldLives(trx: Trx, startOnce: () => Promise<number>): Promise<void> {
  let last = { origin: '', code: '' };
  for (;;) {
    const { rows: keys } = await sql<{
      origin: Origin;
      code: string;
    }>`select distinct origin, code from project_version
      where revision_to = ${sql.lit(open)} and (origin, code) > (${last.origin}, ${last.code})
      order by origin, code limit ${sql.lit(codesAtOnce)}`.execute(trx);
    for (const [origin, some] of Map.groupBy(keys, (key) => key.origin)) {
      const codes = some.map(({ code }) => code);
      const knownProjects = await timelines(trx, origin, codes);
      const storedVersions = await trx
        .selectFrom('project_version')
        .select(['code', 'valid_from', 'overdue_baseline'])
        .where(isOfRegister(origin, codes))
        .where('revision_to', '=', open)
        .execute();
      const lives = Map.groupBy(storedVersions, ({ code }) => code);
      const entries = [...knownProjects].flatMap(
        ([code, { timeline, events, imported, version }]): TimelineEntry[] => {
          const facts = timeline.at(-1)?.facts;
          if (facts === undefined) return [];
          const record = { code, origin, facts, ...events };
          const newVersions = versionRows(record, timeline, 0).map(
            ({ valid_from, overdue_baseline = null }) => ({ valid_from, overdue_baseline }),
          );
          return cuts(newVersions) === cuts(lives.get(code) ?? [])
            ? []
            : [{ record, timeline, version, ...compact({ imported }) }];
        },
      );
      if (entries.length === 0) continue;
      await putTimelines(trx, await startOnce(), origin, entries);
    }
    const end = keys.at(-1);
    if (end === undefined || keys.length < codesAtOnce) return;
    last = end;
  }
}
