import { firstKnownDay } from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { readerOf, type Reader, type Source } from '#server/db/db.ts';
import type { ProjectScope } from './register-scope.ts';
import { knownAt } from '#server/db/versions.ts';

type Register = Omit<ProjectScope, 'as_of'>;

/** What editions said of projects of a register, as known at a revision. */
const statementsAt = (
  reader: Reader,
  { origin, known, without = [] }: Register,
  kind: 'edition' | 'entry',
) =>
  reader
    .selectFrom('project_statement')
    .where('origin', '=', origin)
    .where('kind', '=', kind)
    .where('revision_from', '<=', knownAt(known))
    .where('revision_to', '>', knownAt(known))
    .$if(without.length > 0, (query) => query.where('code', 'not in', [...without]));

/**
 * The first day of which a register knows its projects: that of its first edition in force, else of
 * the first project entered, or an
 * earlier day that its zone declares. Undefined where there is neither.
 */
export async function readFirstKnownDay(
  source: Source,
  profile: ZoneProfile,
  register: Register,
): Promise<IsoDate | undefined> {
  const first = async (kind: 'edition' | 'entry'): Promise<IsoDate | undefined> => {
    const { day } = await statementsAt(readerOf(source), register, kind)
      .select((eb) => eb.fn.min('day').as('day'))
      .executeTakeFirstOrThrow();
    return (day as IsoDate | null) ?? undefined;
  };
  return firstKnownDay((await first('edition')) ?? (await first('entry')), profile.complete_from);
}

/**
 * How many projects may have been in the register on a day without being counted: those that the
 * next edition lists first,
 * without a day. None on the day of an edition.
 */
export async function countUndated(reader: Reader, scope: ProjectScope): Promise<number> {
  const { day } = await statementsAt(reader, scope, 'edition')
    .where('day', '>=', scope.as_of)
    .select((eb) => eb.fn.min('day').as('day'))
    .executeTakeFirstOrThrow();
  const next = day as IsoDate | null;
  if (next === null || next === scope.as_of) return 0;
  const { count } = await reader
    .selectFrom('project_version as v')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.origin', '=', scope.origin)
    .where('v.valid_from', '>', scope.as_of)
    .where('v.valid_from', '<=', next)
    .where('v.is_new', '=', true)
    .where('v.stage_by', 'is not', null)
    .where((eb) => eb('v.changes', '>', eb.lit(0)))
    .where('v.revision_from', '<=', knownAt(scope.known))
    .where('v.revision_to', '>', knownAt(scope.known))
    .$if((scope.without ?? []).length > 0, (query) =>
      query.where('v.code', 'not in', [...(scope.without ?? [])]),
    )
    .executeTakeFirstOrThrow();
  return count;
}
