import type { BodyOf, Endpoints } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { EditedProject, NewProject } from '#contract/projects/edit-schemas.ts';
import type { Json } from '#server/http/call.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { applyChanges, freezeBaselines } from '#domain/projects/fields.ts';
import {
  changeStatus,
  contradictsSigning,
  moveStage,
  type MoveRejection,
} from '#domain/projects/stage-moves.ts';
import { segments } from '#domain/projects/segments.ts';
import { isInChina } from '#domain/zone/zone.ts';
import { hasReached } from '#domain/projects/stage.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { findTakenCode } from '#server/projects/register/find-project-store.ts';
import { addIndustry } from '#server/zone/industry-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import {
  changeFacts,
  checkActuals,
  resolveEditDay,
  readEditedProject,
  editProject,
  projectReason,
  setLastUpdate,
} from './edit-service.ts';
import { noZoneYet, readDisplayedZone } from '#server/zone/displayed-zone-service.ts';

const rejectSigning = (): HttpProblem =>
  problem(
    'bad_request',
    'Set agreement_type to contract, or another stage: only a contract signs.',
    {
      status: 422,
      errors: [{ path: 'facts.agreement_type', message: 'must be contract at stage signed' }],
    },
  );

function rejectMove(rejection: MoveRejection): HttpProblem {
  const at = (path: string, detail: string, message: string) =>
    problem('bad_request', detail, { status: 422, errors: [{ path, message }] });
  switch (rejection.kind) {
    case 'fields_missing':
      return problem('bad_request', 'Send the facts that the stage requires.', {
        status: 422,
        errors: rejection.fields.map(({ field, from }) => ({
          path: `facts.${field}`,
          message: `is required from stage ${from} on`,
        })),
      });
    case 'before_last':
      return at(
        'date',
        `Correct date: the last change was on ${rejection.last}.`,
        `must not be before ${rejection.last}`,
      );
    case 'reason_needed':
      return at('reason', 'Send reason_code and reason.', 'is required here, with a reason_code');
    case 'no_contract':
      return rejectSigning();
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

/**
 * Creates a project of the own register in one revision, and the own zone with the first one.
 *
 * @throws HttpProblem if the code is taken, or for a day after today
 */
export async function createProject(
  deps: AppDeps,
  body: NewProject,
  author: string,
): Promise<Json<EditedProject>> {
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
    if (contradictsSigning(facts, body.stage)) throw rejectSigning();
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

export interface ChangeRequest<Body> {
  readonly code: string;
  readonly body: Body;
  readonly request: Request;
  readonly author: string;
}

/**
 * Changes facts of a project. They hold from the given day, or from today.
 *
 * @throws HttpProblem 412 if the version is not current, or for a day after today; 422 if a signed
 *   project gets an agreement that is no contract
 */
export async function changeProject(
  deps: AppDeps,
  change: ChangeRequest<BodyOf<Endpoints['changeProject']>>,
): Promise<Json<EditedProject>> {
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
    work: (record) => {
      const changed = changeFacts(record, body.facts, day);
      const stage = segments(record).at(-1)?.stage ?? 'unknown';
      if (body.facts.agreement_type !== undefined && contradictsSigning(changed.facts, stage))
        throw rejectSigning();
      return changed;
    },
  });
}

/** Whether the zone is outside China. Without a zone it is not. */
async function isZoneAbroad({ db }: Pick<AppDeps, 'db'>): Promise<boolean> {
  const zone = await readDisplayedZone(db);
  return zone !== undefined && !isInChina(zone);
}

/**
 * Moves a project to another stage, with the facts that the stage requires.
 *
 * @throws HttpProblem if the project cannot move to it
 */
export async function moveProject(
  deps: AppDeps,
  change: ChangeRequest<BodyOf<Endpoints['moveProject']>>,
): Promise<Json<EditedProject>> {
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

/**
 * Changes the status of a project.
 *
 * @throws HttpProblem if the status does not fit its stage
 */
export async function changeProjectStatus(
  deps: AppDeps,
  change: ChangeRequest<BodyOf<Endpoints['changeProjectStatus']>>,
): Promise<Json<EditedProject>> {
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
