import { sql, type SqlBool } from 'kysely';
import { firstKnownDay } from '#domain/projects/first-known-day.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import type { ProjectScope } from './register-scope.ts';
import { isInScope, knownAt } from '#server/db/versions.ts';
import { matchesFilter } from '#server/db/register-filter.ts';

type Register = Omit<ProjectScope, 'as_of'>;
type UndatedScope = ProjectScope & { readonly next: IsoDate };

/** Selects statements about the projects of a register, as known at a revision. */
const selectStatements = (
  reader: Reader,
  { origin, knownRevision, without = [] }: Register,
  kind: 'edition' | 'entry',
) =>
  reader
    .selectFrom('project_statement')
    .where('origin', '=', origin)
    .where('kind', '=', kind)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .$if(without.length > 0, (query) => query.where('code', 'not in', [...without]));

/** Selects all versions of the projects of a register, as known at a revision. */
const selectVersions = (reader: Reader, { origin, knownRevision, without = [] }: Register) =>
  reader
    .selectFrom('project_version')
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .$if(without.length > 0, (query) => query.where('code', 'not in', [...without]));

/** Reads the first day of a project of a store from before statements were stored. */
async function readFirstVersion(reader: Reader, register: Register): Promise<IsoDate | undefined> {
  const { day } = await selectVersions(reader, register)
    .select((eb) => eb.fn.min('valid_from').as('day'))
    .executeTakeFirstOrThrow();
  return (day as IsoDate | null) ?? undefined;
}

/**
 * Whether a project is counted on a day or before it. There may be none after the first known day:
 * the zone may declare that day, or the projects may have no day of entry.
 */
export async function hasProjectsBy(reader: Reader, scope: ProjectScope): Promise<boolean> {
  const version = await selectVersions(reader, scope)
    .select('code')
    .where('valid_from', '<=', scope.as_of)
    .limit(1)
    .executeTakeFirst();
  return version !== undefined;
}

/**
 * Reads the first known day of a register: the day of its first edition, else of its first entered
 * project, or an earlier day that the zone declares.
 * @returns undefined when there is no project.
 */
export async function readFirstKnownDay(
  source: Source,
  profile: ZoneProfile,
  register: Register,
): Promise<IsoDate | undefined> {
  const first = async (kind: 'edition' | 'entry'): Promise<IsoDate | undefined> => {
    const { day } = await selectStatements(getReader(source), register, kind)
      .select((eb) => eb.fn.min('day').as('day'))
      .executeTakeFirstOrThrow();
    return (day as IsoDate | null) ?? undefined;
  };
  const statementDay = (await first('edition')) ?? (await first('entry'));
  return firstKnownDay(
    statementDay ?? (await readFirstVersion(getReader(source), register)),
    profile.complete_from,
  );
}

/**
 * Finds the day of the first edition from the day of a scope on.
 * @returns the day of the scope itself if it has an edition; undefined if none follows
 */
export async function findNextEdition(
  reader: Reader,
  scope: ProjectScope,
): Promise<IsoDate | undefined> {
  const { day } = await selectStatements(reader, scope, 'edition')
    .where('day', '>=', scope.as_of)
    .select((eb) => eb.fn.min('day').as('day'))
    .executeTakeFirstOrThrow();
  return (day as IsoDate | null) ?? undefined;
}

/**
 * Counts projects that may have been in the register on a day although no count includes them: the
 * next edition is the first to list them, and has no day for them.
 * @param scope - with the day of the next edition
 * @returns 0 if the next edition gives a day to each project that it adds
 */
export async function countUndatedUntil(
  reader: Reader,
  { origin, as_of, next, knownRevision, without, within, only }: UndatedScope,
): Promise<number> {
  // the versions of some projects are found by their codes
  const from =
    only === undefined ? sql.ref<string>('v.valid_from') : sql<string>`v.valid_from || ''`;
  const { count } = await reader
    .selectFrom('project_version as v')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isInScope({ origin, without, only }, 'v.'))
    .where(from, '>', as_of)
    .where(from, '<=', next)
    // worded as the condition of an index
    .where(sql<SqlBool>`v.is_new and v.stage_by is not null and v.changes > 0`)
    .where('v.revision_from', '<=', knownAt(knownRevision))
    .where('v.revision_to', '>', knownAt(knownRevision))
    .$if(within !== undefined, (query) =>
      query.where(matchesFilter(within ?? {}, 'v', knownAt(knownRevision))),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Counts the undated projects of a day.
 * @returns 0 on the day of an edition, and if no edition follows
 */
export async function countUndated(reader: Reader, scope: ProjectScope): Promise<number> {
  const next = await findNextEdition(reader, scope);
  return next === undefined || next === scope.as_of
    ? 0
    : countUndatedUntil(reader, { ...scope, next });
}

/**
 * Whether nobody knows the active projects of a day.
 * @param count - the counted projects of the day
 */
export const isDayUnknown = async (
  reader: Reader,
  scope: ProjectScope,
  count: number,
): Promise<boolean> => count === 0 && isCountUnknown(count, await countUndated(reader, scope));
