import { compact } from '#domain/values/compact.ts';
import type { EditedProject, ProjectConflict } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  keepFirstPlans,
  listReplans,
  withFirstPlans,
  type FirstPlans,
} from '#domain/projects/milestones.ts';
import {
  applyChanges,
  readField,
  sameValue,
  type FactChanges,
  factFields,
} from '#domain/projects/fields.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readVersions, requireMatch, hashTag, versionTag } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { addIndustry } from '#server/zone/industry-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { ownProject } from './own-project-service.ts';
import type { Json } from '#server/http/call.ts';

/**
 * The separator of code and text in the reason of a revision. The history of a project shows only
 * the text.
 */
const reasonMark = ' · ';
/** Joins the code of a reason with the words of a person, as the revision stores both. */
export const projectReason = (code: string, words: string | undefined): string =>
  (words ?? '').trim() === '' ? code : `${code}${reasonMark}${(words ?? '').trim()}`;
/** Returns the words of a stored reason without its code; empty where a person gave none. */
export const reasonWords = (code: string, reason: string): string =>
  reason === code
    ? ''
    : reason.startsWith(code + reasonMark)
      ? reason.slice(code.length + reasonMark.length)
      : reason;

/**
 * Makes the tag of a project: version, epoch and a hash of the view. A change may start from any
 * view of a version.
 * @throws Error if the store has no epoch
 */
export async function projectTag(
  source: Source,
  version: number,
  project: ProjectDetail,
): Promise<string> {
  const hash = await hashTag(new TextEncoder().encode(JSON.stringify(project)));
  return `${versionTag('v', version, await readEpoch(source))}.${hash.slice(0, 16)}`;
}

/**
 * Resolves the day of a change. The default is today.
 *
 * @throws HttpProblem for a day after today
 */
export function resolveEditDay(
  now: IsoDate,
  requestedDay: IsoDate | undefined,
  path: string,
): IsoDate {
  if (requestedDay !== undefined && requestedDay > now)
    throw problem('bad_request', `Correct ${path}: ${requestedDay} is after today, ${now}.`, {
      errors: [{ path, value: requestedDay, message: 'is after today' }],
    });
  return requestedDay ?? now;
}
/**
 * Checks that no actual day is after today.
 * @throws HttpProblem for an actual day after today
 */
export function checkActuals(today: IsoDate, changes: FactChanges): void {
  for (const field of factFields)
    if (field.endsWith('.actual') || field === 'last_update')
      resolveEditDay(today, (changes[field] ?? undefined) as IsoDate | undefined, `facts.${field}`);
}

/** Returns the later of two days. */
export const later = (a: IsoDate, b: IsoDate): IsoDate => [a, b].toSorted().at(-1) ?? a;
/** Sets the day of the last update, unless the record has a later one. */
export const setLastUpdate = (record: ProjectRecord, day: IsoDate): ProjectRecord => ({
  ...record,
  facts: { ...record.facts, last_update: later(record.facts.last_update ?? day, day) },
});

/** Changes facts and sets the day of the update. Returns the same record when no value differs. */
export function changeFacts(
  record: ProjectRecord,
  changes: FactChanges,
  day: IsoDate,
): ProjectRecord {
  const facts = applyChanges(record.facts, changes);
  if (
    factFields.every((field) => sameValue(readField(facts, field), readField(record.facts, field)))
  )
    return record;
  return changes.last_update === undefined
    ? setLastUpdate({ ...record, facts }, day)
    : { ...record, facts };
}

export interface Edit {
  readonly code: string;
  readonly request: Request;
  /** Whether If-Match is required. Otherwise it is checked only if it is sent. */
  readonly mustMatch: boolean;
  readonly kind: 'project' | 'project_stage' | 'project_status';
  readonly author: string;
  readonly reason: string | undefined;
  readonly day: IsoDate;
  /**
   * Whether the editor chose the day. Otherwise changed facts hold from the last edition on if that
   * is later.
   */
  readonly exactDay: boolean;
  readonly work: (record: ProjectRecord, first: FirstPlans) => ProjectRecord;
}

const findAt = (
  source: Source,
  code: string,
  day: IsoDate,
  knownRevision?: number,
): ReturnType<typeof findProject> =>
  findProject(source, {
    origin: 'own',
    as_of: day,
    code,
    ...compact({ knownRevision }),
  });

/**
 * Reads the project on the day from which the change holds, or today if that is later.
 * @throws Error if the project does not exist, which an edit excludes
 */
export async function readEditedProject(
  deps: AppDeps,
  source: Source,
  code: string,
  from: IsoDate,
  revision: number | null,
): Promise<Json<EditedProject>> {
  const project = await findAt(
    source,
    code,
    later(from, await readToday({ db: source, clock: deps.clock })),
  );
  if (project === undefined) throw new Error('The edited project does not exist.');
  return {
    json: { project: project.project, revision },
    tag: versionTag('v', project.version, await readEpoch(source)),
  };
}

async function checkSeen(
  deps: AppDeps,
  trx: Trx,
  { code, request, mustMatch }: Edit,
  version: number,
  day: IsoDate,
): Promise<void> {
  const header = request.headers.get('if-match');
  if (!mustMatch && header === null) return;
  const epoch = await readEpoch(trx);
  const versions = readVersions(header, 'v', epoch);
  if (versions.includes(version)) return;
  const at = later(day, await readToday({ db: trx, clock: deps.clock }));
  const now = await findAt(trx, code, at);
  const seenVersion = Math.max(0, ...versions);
  if (now === undefined) throw new Error('The known project does not exist.');
  const base =
    seenVersion > 0 && seenVersion < version ? await findAt(trx, code, at, seenVersion) : undefined;
  requireMatch(request, versionTag('v', version, epoch), {
    now: now.project,
    seen: base?.project ?? null,
  } satisfies ProjectConflict);
}

/**
 * Adds the first plan dates of re-planned milestones.
 *
 * @throws HttpProblem for a changed planned date without a reason
 */
export function keepReplans(
  before: ProjectRecord,
  after: ProjectRecord,
  first: FirstPlans,
  reason = '',
): ProjectRecord {
  const replans = listReplans(
    withFirstPlans(before.facts.milestones, first),
    after.facts.milestones,
  );
  if (replans.length === 0) return after;
  if (reason.trim() !== '')
    return {
      ...after,
      facts: { ...after.facts, milestones: keepFirstPlans(after.facts.milestones, replans, first) },
    };
  const fields = replans.map(({ type }) => `milestones.${type}.plan`).join(', ');
  throw problem(
    'bad_request',
    'Give the reason for the new planned date in reason. The original date stays.',
    {
      status: 422,
      errors: [{ path: 'reason', message: `is required to change ${fields}` }],
    },
  );
}

/**
 * Makes one change of a project of the own register as one revision. It reads the project, compares
 * it with the editor's version and writes under the lock of the single writer, so that two editors
 * never change the same version. A change that has no effect makes no revision.
 * @throws HttpProblem if the edit begins before the present facts, or 412 if the version is not
 * current
 */
export function editProject(deps: AppDeps, edit: Edit): Promise<Json<EditedProject>> {
  const { code } = edit;
  return deps.db.write(async (trx) => {
    const { record, factsDay, version, first_plans } = await ownProject(trx, code);
    await checkSeen(deps, trx, edit, version, factsDay);
    const changedTo = edit.work(record, first_plans);
    if (changedTo === record) return readEditedProject(deps, trx, code, factsDay, null);
    const next = keepReplans(record, changedTo, first_plans, edit.reason);
    const isChange = next.facts !== record.facts;
    if (isChange && edit.exactDay && edit.day < factsDay)
      throw problem(
        'bad_request',
        `Correct valid_from: the present facts hold from ${factsDay}. A change can hold from then on.`,
        {
          errors: [
            { path: 'valid_from', value: edit.day, message: `must not be before ${factsDay}` },
          ],
        },
      );
    const from = later(edit.day, factsDay);
    const revision = await startRevision(trx, {
      author: edit.author,
      kind: edit.kind,
      reason: projectReason(code, edit.reason),
      origin: record.origin,
      as_of: isChange ? from : edit.day,
      recorded_at: deps.clock().toISOString(),
    });
    await addIndustry(trx, revision, record.origin, next.facts.industry);
    await putProjects(trx, revision, [next], { as_of: from });
    return readEditedProject(deps, trx, code, from, revision);
  });
}
