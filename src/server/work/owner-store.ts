import { isOfRegister } from '#server/db/versions.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { addDays } from '#domain/values/date.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { lastDay, open } from '#server/db/schema/tables.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** Selects the present versions of an origin's projects on the latest day. */
const presentVersions = (source: Source, origin: Origin, only?: readonly string[]) =>
  getReader(source)
    .selectFrom('project_version as v')
    .where(isOfRegister(origin, only, 'v.'))
    .where('v.valid_to', '=', lastDay)
    .where('v.revision_to', '=', open);

/** The number of projects of each owner and responsible unit. */
const responsible = groupSum({
  name: 'responsible',
  added: ['count'],
  read: (reader, scope: ProjectScope) =>
    versionsAt(reader, scope)
      .select((eb) => [
        'v.fact_owner as owner',
        'v.fact_unit as unit',
        eb.fn.countAll<number>().as('count'),
      ])
      .where((eb) => eb.or([eb('v.fact_owner', 'is not', null), eb('v.fact_unit', 'is not', null)]))
      .groupBy(['v.fact_owner', 'v.fact_unit'])
      .execute(),
});

/** Reads who is responsible for the present versions of an origin's projects on the latest day. */
const readResponsible = async (source: Source, origin: Origin) =>
  readSum(
    getReader(source),
    { origin, as_of: addDays(lastDay, -1), knownRevision: await currentRevision(source) },
    responsible,
  );

/** Counts the projects of each owner. */
export async function countProjectsByOwner(
  source: Source,
  origin: Origin,
): Promise<readonly { readonly owner: string; readonly count: number }[]> {
  const counts = new Map<string, number>();
  for (const { owner, count } of await readResponsible(source, origin))
    if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + count);
  return [...counts].map(([owner, count]) => ({ owner, count }));
}

/** Lists the codes of the projects of one owner. */
export const codesOfOwner = async (
  source: Source,
  origin: Origin,
  owner: string,
): Promise<string[]> =>
  (
    await presentVersions(source, origin)
      .select('v.code')
      .where('v.fact_owner', '=', owner)
      .orderBy('v.code')
      .execute()
  ).map(({ code }) => code);

/** Lists the responsible units of the present projects, each once. */
export const listProjectUnits = async (source: Source, origin: Origin): Promise<string[]> => [
  ...new Set((await readResponsible(source, origin)).flatMap(({ unit }) => unit ?? [])),
];

/** Lists the open issues with an owner, each with the code of its project. */
export const ownedIssues = (source: Source, origin: Origin, owner?: string) =>
  getReader(source)
    .selectFrom('issue')
    .select(['code', 'id', 'owner'])
    .where('origin', '=', origin)
    .where('revision_to', '=', open)
    .where('closed_on', 'is', null)
    .where(owner === undefined ? sql<boolean>`owner is not null` : sql<boolean>`owner = ${owner}`)
    .orderBy('code')
    .orderBy('id')
    .$narrowType<{ owner: string }>()
    .execute();

/**
 * Reads the present names of projects by code.
 * @returns the names by code; an unknown code has none
 */
export const projectNamesByCode = async (
  source: Source,
  origin: Origin,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Pick<NamedProject, 'name' | 'names'>>> => {
  if (codes.length === 0) return new Map();
  const rows = await presentVersions(source, origin, [...new Set(codes)])
    .select(['v.code', 'v.name', 'v.names_json'])
    .execute();
  return new Map(rows.map(({ code, ...row }) => [code, toNamed(row)]));
};
