import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import type { ProjectFacts, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Trx } from '#server/db/db.ts';
import { versionRows, type VersionRow } from '#server/projects/history/version-row-store.ts';

interface Version {
  readonly origin: Origin;
  readonly code: string;
  readonly revision_from: number;
}
interface History extends Version {
  readonly events_json: {
    readonly stage_events: readonly StageEvent[];
    readonly status_events: readonly StatusEvent[];
  };
}
interface Facts extends Version {
  readonly facts_from: IsoDate;
  readonly facts_revision: number;
  readonly facts_json: ProjectFacts;
  readonly given: IsoDate | null;
}
const versionsAtOnce = 200;
const makeKey = ({ origin, code, revision_from }: Version): string =>
  JSON.stringify([origin, code, revision_from]);
const tuple = ({ origin, code, revision_from }: Version) =>
  sql`(${origin}, ${code}, cast(${revision_from} as bigint))`;

async function factsBetween(
  trx: Trx,
  first: Version,
  last: Version,
): Promise<Map<string, Facts[]>> {
  const { rows } =
    await sql<Facts>`select v.origin, v.code, v.revision_from, f.facts_from, f.revision as facts_revision, f.facts_json,
      r.as_of as given
    from project_version as v
    join project_facts as f on f.origin = v.origin and f.code = v.code and f.revision = v.facts_revision and f.facts_from = v.facts_from
    join revision as r on r.id = f.revision
    where (v.origin, v.code, v.revision_from) >= ${tuple(first)} and (v.origin, v.code, v.revision_from) <= ${tuple(last)}
    order by v.origin, v.code, v.revision_from, v.valid_from`.execute(trx);
  return Map.groupBy(rows, makeKey);
}

/**
 * Derives the rows of one version of a project again. Stores of that time wrote all periods of a
 * project in each revision.
 */
function remade({ origin, code, events_json }: History, facts: readonly Facts[]): VersionRow[] {
  const timeline = [...new Map(facts.map((row) => [row.facts_from, row])).values()].map((row) => ({
    facts_from: row.facts_from,
    facts_revision: row.facts_revision,
    facts: row.facts_json,
    ...compact({ given: row.given === null ? undefined : row.given }),
  }));
  const latest = timeline.at(-1);
  return latest === undefined
    ? []
    : versionRows({ code, origin, facts: latest.facts, ...events_json }, timeline, 0);
}

/** Sets the derived days of all versions. They are not in the hash chain, so no hash changes. */
export async function fillDerivedDays(trx: Trx): Promise<void> {
  let last: Version | undefined;
  for (;;) {
    const { rows: versions } =
      await sql<History>`select origin, code, revision_from, events_json from project_history
      ${last === undefined ? sql`` : sql`where (origin, code, revision_from) > ${tuple(last)}`} order by origin, code, revision_from limit ${sql.lit(versionsAtOnce)}`.execute(
        trx,
      );
    const [first, end] = [versions[0], versions.at(-1)];
    if (first === undefined || end === undefined) return;
    const facts = await factsBetween(trx, first, end);
    const values = versions.flatMap((version) =>
      remade(version, facts.get(makeKey(version)) ?? []).map(
        ({ valid_from, plan_dates, event_since }) =>
          sql`(${version.origin}, ${version.code}, cast(${version.revision_from} as bigint), ${valid_from}, cast(${plan_dates ?? null} as text), cast(${event_since ?? null} as text))`,
      ),
    );
    if (values.length > 0)
      await sql`with made (origin, code, revision_from, valid_from, plan_dates, event_since) as (values ${sql.join(values)})
        update project_version set plan_dates = made.plan_dates, event_since = made.event_since from made
        where project_version.origin = made.origin and project_version.code = made.code
          and project_version.revision_from = made.revision_from and project_version.valid_from = made.valid_from`.execute(
        trx,
      );
    last = end;
  }
}
