import type { BodyOf, Endpoints } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { NewProject } from '#contract/projects/edit-schemas.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { applyChanges, freezeBaselines } from '#domain/projects/fields.ts';
import { changeStatus, moveStage, type MoveRefusal } from '#domain/projects/stage-moves.ts';
import { isInChina } from '#domain/zone/zone.ts';
import { hasReached } from '#domain/projects/stage.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { findTakenCode } from '#server/projects/register/find-project-store.ts';
import { unknownProject } from './own-project-service.ts';
import { listAnswerSources } from './answer-source-store.ts';
import { projectHistory } from './project-version-store.ts';
import { addIndustry } from '#server/zone/industry-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { readZone } from '#server/zone/store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import {
  changeFacts,
  checkActuals,
  resolveEditDay,
  readEditedProject,
  editProject,
  projectReason,
  setLastUpdate,
  reasonWords,
} from './edit-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { noZoneYet } from '#server/zone/no-zone-yet.ts';

function rejectMove(refusal: MoveRefusal): HttpProblem {
  const at = (path: string, detail: string, message: string) =>
    problem('bad_request', detail, { status: 422, errors: [{ path, message }] });
  switch (refusal.kind) {
    case 'fields_missing':
      return problem('bad_request', 'Send the facts that the stage requires.', {
        status: 422,
        errors: refusal.fields.map(({ field, from }) => ({
          path: `facts.${field}`,
          message: `is required from stage ${from} on`,
        })),
      });
    case 'before_last':
      return at(
        'date',
        `Correct date: the last change was on ${refusal.last}.`,
        `must not be before ${refusal.last}`,
      );
    case 'reason_needed':
      return at('reason', 'Send reason_code and reason.', 'is required here, with a reason_code');
    case 'construction_skipped':
      return at(
        'stage',
        'Move it to construction first, or set site_mode to lease or office.',
        'cannot skip construction on land',
      );
    case 'wrong_stage':
      return at(
        'status',
        'Only a signed agreement can be terminated, and only an operating project closed.',
        'does not fit the stage',
      );
    case 'not_active':
      return at(
        'stage',
        'Resume the project first: only active projects can move.',
        'cannot change while the project is not active',
      );
    case 'same':
      return problem('conflict', 'The project has this value already. Nothing was changed.');
  }
}

async function create(deps: AppDeps, body: NewProject, author: string) {
  const today = await readToday(deps);
  const day = resolveEditDay(today, body.valid_from, 'valid_from');
  checkActuals(today, body.facts);
  return deps.db.write(async (trx) => {
    const { code } = body;
    const rejectTaken = async (): Promise<void> => {
      const existing = await findTakenCode(trx, 'own', code);
      if (existing === undefined) return;
      const message = existing === code ? 'is taken' : `is taken as ${existing}`;
      throw problem('conflict', `Choose another code: ${code} ${message}.`, {
        errors: [{ path: 'code', value: existing, message }],
      });
    };
    if ((await readChosenOrigin(trx)) === 'own') await rejectTaken();
    const revision = await startRevision(trx, {
      author,
      kind: 'project',
      reason: projectReason(code, body.reason),
      origin: 'own',
      as_of: day,
      recorded_at: deps.clock().toISOString(),
    });
    if ((await ensureOwnZone(trx, revision)) === undefined) throw noZoneYet();
    await rejectTaken();
    const empty = {
      name: '',
      amounts: {},
      milestones: [],
      data_status: 'reported',
      last_update: day,
    } as const;
    const facts = applyChanges(empty, body.facts);
    const record: ProjectRecord = {
      code,
      origin: 'own',
      facts: hasReached(body.stage, 'signed') ? freezeBaselines(facts) : facts,
      stage_events: [{ stage: body.stage, date: day }],
      status_events: [],
    };
    await addIndustry(trx, revision, 'own', facts.industry);
    await putProjects(trx, revision, [record], { as_of: day });
    return readEditedProject(deps, trx, code, day, revision);
  });
}

interface ChangeRequest<Body> {
  readonly code: string;
  readonly body: Body;
  readonly request: Request;
  readonly author: string;
}

async function changeProject(
  deps: AppDeps,
  change: ChangeRequest<BodyOf<Endpoints['changeProject']>>,
) {
  const { body, ...rest } = change;
  const today = await readToday(deps);
  const day = resolveEditDay(today, body.valid_from, 'valid_from');
  checkActuals(today, body.facts);
  return editProject(deps, {
    ...rest,
    mustMatch: true,
    kind: 'project',
    reason: body.reason,
    day,
    exactDay: body.valid_from !== undefined,
    work: (record) => changeFacts(record, body.facts, day),
  });
}

/** Whether the zone is outside China. Without a zone it is not. */
async function isZoneAbroad({ db }: Pick<AppDeps, 'db'>): Promise<boolean> {
  const origin = await readChosenOrigin(db);
  const zone = origin === null ? undefined : await readZone(db, origin);
  return zone !== undefined && !isInChina(zone);
}

async function moveProject(deps: AppDeps, change: ChangeRequest<BodyOf<Endpoints['moveProject']>>) {
  const { body, ...rest } = change;
  const today = await readToday(deps);
  const day = resolveEditDay(today, body.date, 'date');
  checkActuals(today, body.facts ?? {});
  const abroad = await isZoneAbroad(deps);
  return editProject(deps, {
    ...rest,
    mustMatch: false,
    kind: 'project_stage',
    reason: body.reason,
    day,
    exactDay: false,
    work: (record, first) => {
      const result = moveStage(
        changeFacts(record, body.facts ?? {}, day),
        body.stage,
        day,
        { ...body, ...compact({ abroad: abroad || undefined }) },
        first,
      );
      if (result.kind !== 'moved') throw rejectMove(result);
      return setLastUpdate(result.record, day);
    },
  });
}

async function changeProjectStatus(
  deps: AppDeps,
  change: ChangeRequest<BodyOf<Endpoints['changeProjectStatus']>>,
) {
  const { body, ...rest } = change;
  const day = resolveEditDay(await readToday(deps), body.date, 'date');
  return editProject(deps, {
    ...rest,
    mustMatch: false,
    kind: 'project_status',
    reason: body.reason,
    day,
    exactDay: false,
    work: (record) => {
      const next = changeStatus(record, body.status, day, body);
      if (next.kind !== 'changed') throw rejectMove(next);
      return setLastUpdate(next.record, day);
    },
  });
}

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
async function readHistory({ db }: Pick<AppDeps, 'db'>, code: string, before: number | undefined) {
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

/**
 * Adds the routes that create and change projects, move them between stages and statuses, and list
 * their history.
 */
export function addProjectEdits(host: Host): void {
  const { deps } = host;
  route(host, 'createProject', async ({ body, author }) => create(deps, body, author));
  route(host, 'changeProject', async ({ params, body, request, author }) =>
    changeProject(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(host, 'moveProject', async ({ params, body, request, author }) =>
    moveProject(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(host, 'changeProjectStatus', async ({ params, body, request, author }) =>
    changeProjectStatus(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(
    host,
    'projectHistory',
    async ({ params, query }) => ({
      json: await readHistory(
        deps,
        params['code'] ?? '',
        query.before === undefined ? undefined : Number(query.before),
      ),
    }),
    { cached: true, ofProject: 'code' },
  );
}
