import type { Endpoints, ReplyOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listAnswerSources } from './answer-source-store.ts';
import { reasonWords } from './edit-service.ts';
import { unknownProject } from './own-project-service.ts';
import { projectHistory } from './project-version-store.ts';

/**
 * Adds the units that answered for a project to the reason of an accepted batch, which names none.
 */
function nameUnits(reason: string, units: readonly string[]): string {
  const others = units.filter((unit) => !reason.includes(unit));
  if (others.length === 0) return reason;
  return [reason, others.join('; ')].join(reason.includes(': ') ? ' · ' : ': ');
}

/**
 * Reads the revisions of a project, newest first, with their changes.
 *
 * @throws HttpProblem if no project has the code
 */
export async function readProjectHistory(
  { db }: Pick<AppDeps, 'db'>,
  code: string,
  before: number | undefined,
): Promise<ReplyOf<Endpoints['projectHistory']>> {
  const origin = await readChosenOrigin(db);
  const { versions, next } =
    origin === null ? { versions: [] } : await projectHistory(db, origin, code, before);
  if (versions.length === 0 && before === undefined) throw unknownProject();
  const acceptances = versions.filter(({ revision: { kind } }) => kind === 'proposal');
  const sources = await listAnswerSources(
    db,
    code,
    acceptances.map(({ revision: { id } }) => id),
  );
  const unitsOf = Map.groupBy(sources, ({ revision }) => revision);
  const items = versions.map(
    ({ revision: { id, recorded_at, author, kind, reason, undone_by }, changes }) => ({
      revision: id,
      recorded_at,
      author,
      kind,
      reason: nameUnits(
        reasonWords(code, reason),
        (unitsOf.get(id) ?? []).map(({ unit }) => unit),
      ),
      ...compact({ undone_by }),
      changes,
    }),
  );
  return { items, ...compact({ next }) };
}
