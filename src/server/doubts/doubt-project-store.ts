import type { DoubtInput, DoubtProject, DoubtProjects, FoundDoubt } from '#domain/doubts/doubt.ts';
import { findDoubts } from '#domain/doubts/find-doubts.ts';
import { hashText } from '#domain/doubts/row-list.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { yearBefore } from '#domain/time/year-before.ts';
import type { WireMoney } from '#domain/values/money.ts';
import { compact } from '#domain/values/compact.ts';
import { joinFacts } from '#server/db/versions.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { addReads } from '#server/db/read-scope.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import { wholeFigure } from '#server/projects/sums/whole-figure.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { getDoubtThreads } from './doubt-threads.ts';

const toMoney = (minor: bigint | null, currency: string | null): WireMoney | undefined =>
  minor === null || currency === null ? undefined : { minor: String(minor), currency };

/**
 * Reads the money of some projects that were under construction on a day, by code. Money that was
 * stated later and only carried back to that day is unknown there.
 */
async function readMoneyUnderConstruction(
  reader: Reader,
  scope: ProjectScope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<DoubtProject['year_before']>>> {
  if (codes.length === 0) return new Map();
  const rows = await versionsAt(reader, { ...scope, only: codes })
    .select([
      'v.code',
      'v.stage',
      'v.status',
      'v.facts_from',
      'v.fai_done_total_minor',
      'v.fai_done_total_currency',
      'v.paid_in_minor',
      'v.paid_in_currency',
    ])
    .execute();
  // a condition on the stage would make SQLite read every project of it
  const isUnderConstruction = ({ stage, status, facts_from }: (typeof rows)[number]): boolean =>
    stage === 'construction' && status === 'active' && facts_from <= scope.as_of;
  return new Map(
    rows.filter(isUnderConstruction).map((row) => [
      row.code,
      compact({
        completed: toMoney(row.fai_done_total_minor, row.fai_done_total_currency),
        paid_in: toMoney(row.paid_in_minor, row.paid_in_currency),
      }),
    ]),
  );
}

/** The facts that the rules read. The others would take room in vain. */
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

/** Selects the active projects of a day with their facts, in the order of codes. */
const selectProjects = (reader: Reader, scope: ProjectScope) =>
  versionsAt(reader, scope, 'in_order')
    .innerJoin('project_facts as f', joinFacts)
    .select(['v.code', 'v.stage', 'v.status', 'v.facts_from', 'f.facts_json'])
    .where('v.status', '=', 'active')
    .orderBy('v.code');
type ProjectRow = Awaited<ReturnType<ReturnType<typeof selectProjects>['executeTakeFirstOrThrow']>>;

/** Adds the money of a year before to projects, which only those under construction need. */
async function toProjects(
  reader: Reader,
  scope: ProjectScope,
  rows: readonly ProjectRow[],
): Promise<DoubtProject[]> {
  const codes = rows.flatMap(({ code, stage }) => (stage === 'construction' ? [code] : []));
  const before = { ...scope, as_of: yearBefore(scope.as_of) };
  const money = await readMoneyUnderConstruction(reader, before, codes);
  return rows.map(({ code, stage, status, facts_from, facts_json }) => ({
    ...pickFacts(facts_json),
    code,
    stage,
    status,
    stated: facts_from,
    ...compact({ year_before: money.get(code) }),
  }));
}

/** The server answers others between two pieces. */
const usuallyAtOnce = 500;

/**
 * Reads the active projects of a day with the facts that the rules compare.
 * @param atOnce - the number of projects that one query reads
 */
export function readDoubtProjects(
  source: Source,
  scope: ProjectScope,
  atOnce = usuallyAtOnce,
): DoubtProjects {
  const reader = getReader(source);
  return {
    async *readAll() {
      for (let after = ''; ; ) {
        const rows = await selectProjects(reader, scope)
          .where('v.code', '>', after)
          // else the engine would join the facts of all projects before this one
          .where('f.code', '>', after)
          .limit(atOnce)
          .execute();
        yield await toProjects(reader, scope, rows);
        after = rows.at(-1)?.code ?? '';
        if (rows.length < atOnce) return;
      }
    },
    read: async (codes) =>
      toProjects(reader, scope, await selectProjects(reader, { ...scope, only: codes }).execute()),
    pause: () => new Promise((resolve) => void setTimeout(resolve)),
  };
}

/** The tables that doubts are read from. */
const tables = ['project_version', 'project_facts'] as const;

/** Compares all active projects, of a large register in a thread. */
async function findAll(
  reader: Reader,
  scope: ProjectScope,
  input: DoubtInput,
): Promise<FoundDoubt[]> {
  const threads = getDoubtThreads(reader);
  if (threads === undefined || (await countProjects(reader, scope)) < threads.leastProjects)
    return findDoubts(input, readDoubtProjects(reader, scope));
  addReads(tables);
  return threads.find(scope, input);
}

/** The bytes of a row in memory, roughly. */
const rowBytes = 1000;

/**
 * Finds the doubts of a register. They stay in memory until a fact that they compare changes, or
 * what they read of the zone.
 */
export function readRegisterDoubts(
  reader: Reader,
  scope: ProjectScope,
  input: DoubtInput,
): Promise<FoundDoubt[]> {
  const doubts = wholeFigure({
    name: `doubts ${hashText(JSON.stringify(input))}`,
    readParts: (source, of: ProjectScope) => readDoubtProjects(source, of).read(of.only ?? []),
    readWhole: (source, of) => findAll(source, of, input),
    sizeOf: (figure) => figure.reduce((sum, { rows }) => sum + rows.length * rowBytes, rowBytes),
  });
  return readSum(reader, scope, doubts).then(({ figure = [] }) => figure);
}
