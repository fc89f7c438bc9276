import type { DoubtProject } from '#domain/doubts/doubt.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { yearBefore } from '#domain/time/year-before.ts';
import type { WireMoney } from '#domain/values/money.ts';
import { compact } from '#domain/values/compact.ts';
import { joinFacts } from '#server/db/versions.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

const toMoney = (minor: bigint | null, currency: string | null): WireMoney | undefined =>
  minor === null || currency === null ? undefined : { minor: String(minor), currency };

/**
 * Reads the money of the projects under construction on a day, by code. Money that was stated later
 * and only carried back to that day is unknown there.
 */
async function readMoneyUnderConstruction(
  reader: Reader,
  scope: ProjectScope,
): Promise<ReadonlyMap<string, NonNullable<DoubtProject['year_before']>>> {
  const rows = await versionsAt(reader, scope)
    .select([
      'v.code',
      'v.fai_done_total_minor',
      'v.fai_done_total_currency',
      'v.paid_in_minor',
      'v.paid_in_currency',
    ])
    .where('v.stage', '=', 'construction')
    .where('v.status', '=', 'active')
    .where('v.facts_from', '<=', scope.as_of)
    .execute();
  return new Map(
    rows.map((row) => [
      row.code,
      compact({
        completed: toMoney(row.fai_done_total_minor, row.fai_done_total_currency),
        paid_in: toMoney(row.paid_in_minor, row.paid_in_currency),
      }),
    ]),
  );
}

/** The facts that the rules read. Those of a million projects would fill the memory of the server. */
const comparedFacts = [
  'name',
  'names',
  'company',
  'uscc',
  'industry',
  'site_mode',
  'agreement_type',
  'extended_project',
  'jobs_plan',
  'jobs_actual',
  'amounts',
  'milestones',
  'last_update',
  'extra',
] as const;
const pickFacts = (facts: ProjectFacts): Pick<ProjectFacts, (typeof comparedFacts)[number]> =>
  Object.fromEntries(
    comparedFacts.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])),
  ) as unknown as Pick<ProjectFacts, (typeof comparedFacts)[number]>;

const usuallyAtOnce = 5000;
/** Reads the next active projects of a day after a code, in the order of codes. */
const readNext = (reader: Reader, scope: ProjectScope, after: string, limit: number) =>
  versionsAt(reader, scope, 'in_order')
    .innerJoin('project_facts as f', joinFacts)
    .select(['v.code', 'v.stage', 'v.status', 'v.facts_from', 'f.facts_json'])
    .where('v.status', '=', 'active')
    .where('v.code', '>', after)
    // else the engine would join the facts of all projects before this one
    .where('f.code', '>', after)
    .orderBy('v.code')
    .limit(limit)
    .execute();

/**
 * Reads the active projects of a day with the facts that the rules compare, in the order of codes.
 * @param atOnce - the number of projects that one query reads
 */
export async function listDoubtProjects(
  source: Source,
  scope: ProjectScope,
  atOnce = usuallyAtOnce,
): Promise<DoubtProject[]> {
  const reader = getReader(source);
  const as_of = yearBefore(scope.as_of);
  const before = await readMoneyUnderConstruction(reader, { ...scope, as_of });
  const projects: DoubtProject[] = [];
  for (;;) {
    const rows = await readNext(reader, scope, projects.at(-1)?.code ?? '', atOnce);
    for (const { code, stage, status, facts_from, facts_json } of rows)
      projects.push({
        ...pickFacts(facts_json),
        code,
        stage,
        status,
        stated: facts_from,
        ...compact({ year_before: before.get(code) }),
      });
    if (rows.length < atOnce) return projects;
  }
}
