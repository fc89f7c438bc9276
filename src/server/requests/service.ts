import { dayEndIn, dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { cellKey, type RequestCell } from '#domain/requests/request.ts';
import { requestPage } from '#contract/requests/constants.ts';
import type {
  MadeRequest,
  NewRequest,
  NewRequests,
  RequestPatch,
  RequestsToCopy,
} from '#contract/requests/schemas.ts';
import { recordEvent } from '#server/audit/store.ts';
import { typedSecret } from '#server/core/checksummed-secret.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { newLinkId } from '#server/links/link-secret.ts';
import { computeExpiry } from '#server/links/link-expiry.ts';
import { readOwnTimeZone } from '#server/zone/zone-day-service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { getNewestMonth } from '#server/targets/entry-reason.ts';
import { type CellRegister, describeCell, fixCurrency, readCellRegister } from './cell-service.ts';
import { listProposals } from './proposal-store.ts';
import { toValueRequest } from './request-view.ts';
import { endRequestSessions } from './session-store.ts';
import {
  addRequest,
  addSecret,
  changeRequest,
  findRequest,
  listRequests,
  noteReminder,
  type RequestChange,
  type StoredRequest,
} from './store.ts';

export const requestSecret = typedSecret('hwr_');
/** The default number of days for which a link works after the deadline. */
const daysAfterDeadline = 20;

/** @throws HttpProblem if there is no such request */
export async function requireRequest(
  { db }: Pick<AppDeps, 'db'>,
  id: string | undefined,
): Promise<StoredRequest> {
  const request = await findRequest(db, id ?? '');
  if (request === undefined)
    throw problem('not_found', 'There is no such request. GET /api/v1/requests lists them.');
  return request;
}

/** Reads the zone whose values may be requested. @throws HttpProblem for an example */
export async function readOwnZone(deps: Pick<AppDeps, 'db'>) {
  const zone = await readZoneSnapshot(deps);
  if (zone.origin !== 'own')
    throw problem(
      'conflict',
      'Values can be asked for your own data only: import a register or enter a value first.',
    );
  return zone;
}

const fault = (path: string, message: string): HttpProblem =>
  problem('bad_request', `Correct ${path}: it ${message}.`, { errors: [{ path, message }] });

interface ZoneMoment {
  readonly now: Date;
  readonly timeZone: string;
}
const dayEnd = (day: IsoDate, timeZone: string): string => dayEndIn(day, timeZone).toISOString();
/** @returns the moment at which the link ends, in ISO 8601 */
function requireExpiry(
  deadline: IsoDate,
  expires_at: string | undefined,
  { now, timeZone }: ZoneMoment,
): string {
  const at = computeExpiry(expires_at ?? addDays(deadline, daysAfterDeadline), now, {
    time_zone: timeZone,
  });
  if (at !== undefined && at >= dayEnd(deadline, timeZone)) return at;
  throw fault(
    expires_at === undefined ? 'deadline' : 'expires_at',
    'must be within a year, and the link must not end before the deadline',
  );
}
function requireDeadline(deadline: IsoDate, { now, timeZone }: ZoneMoment): void {
  if (deadline < dayIn(now, timeZone)) throw fault('deadline', 'must not be before today');
}

/**
 * Checks cells.
 * @throws HttpProblem that names the cells whose project or indicator the zone lacks
 */
function checkCells(register: CellRegister, requests: readonly NewRequest[], month: string): void {
  const errors = requests.flatMap(({ cells }, i) =>
    cells.flatMap((cell, j) =>
      describeCell(register, cell as RequestCell, month) === undefined
        ? [
            {
              path: `requests.${i}.cells.${j}`,
              value: cellKey(cell as RequestCell),
              message: 'is not in the register of the zone',
            },
          ]
        : [],
    ),
  );
  if (errors.length > 0)
    throw problem('bad_request', 'Nothing was sent. Correct the listed cells.', {
      status: 422,
      errors,
    });
}

const makeAddress = (secret: string): string => `${requestPage}#${secret}`;

/**
 * Creates requests, all or none. Only this response contains their secrets.
 * @throws HttpProblem if the month has not begun, or with each invalid row
 */
export async function createRequests(
  deps: AppDeps,
  input: NewRequests,
  owner: Principal,
): Promise<{ readonly items: MadeRequest[] }> {
  const now = deps.clock();
  const zone = await readOwnZone(deps);
  const timeZone = timeZoneOf(zone.profile);
  if (input.month > getNewestMonth(zone.profile, now)) throw fault('month', 'has not begun');
  requireDeadline(input.deadline, { now, timeZone });
  const expires_at = requireExpiry(input.deadline, input.expires_at, { now, timeZone });
  const cells = input.requests.flatMap((one) => one.cells as readonly RequestCell[]);
  const register = await readCellRegister(deps.db, zone, cells);
  checkCells(register, input.requests, input.month);
  const newRequests = await Promise.all(
    input.requests.map(async ({ unit, person, ...one }) => {
      const secret = await requestSecret.make();
      const request: StoredRequest = {
        ...one,
        cells: one.cells.map((cell) => fixCurrency(register, cell as RequestCell, input.month)),
        unit: unit.trim(),
        ...compact({ person: person?.trim() }),
        id: newLinkId(),
        version: 1,
        month: input.month,
        deadline: input.deadline,
        expires_at,
        owner: { id: owner.id, name: owner.name },
        created_at: now.toISOString(),
        state: 'live',
      };
      return { request, secret, hash: await hashSecret(secret) };
    }),
  );
  await deps.db.write(async (trx) => {
    for (const { request, hash } of newRequests) {
      await addRequest(trx, request);
      await addSecret(trx, { hash, request: request.id, created_at: request.created_at });
    }
    await recordEvent(trx, {
      at: now.toISOString(),
      actor: owner,
      kind: 'request_made',
      object: `${input.month} · ${newRequests.map(({ request }) => request.unit).join(', ')}`.slice(
        0,
        300,
      ),
      detail: { until: expires_at },
    });
  });
  return {
    items: newRequests.map(({ request, secret }) => ({
      request: toValueRequest(request, [], { now, timeZone }),
      secret,
      address: makeAddress(secret),
    })),
  };
}

/**
 * Copies requests to another month, for the same companies. It leaves out cancelled requests and
 * cells that no longer exist.
 * @throws HttpProblem if there is nothing to copy
 */
export async function copyRequests(
  deps: AppDeps,
  { from, ...times }: RequestsToCopy,
  owner: Principal,
): Promise<{ readonly items: MadeRequest[] }> {
  const before = (await listRequests(deps.db, from)).filter(({ state }) => state === 'live');
  const zone = await readOwnZone(deps);
  const register = await readCellRegister(
    deps.db,
    zone,
    before.flatMap(({ cells }) => cells),
  );
  const already = new Set((await listRequests(deps.db, times.month)).map(({ unit }) => unit));
  const requests = before.flatMap(
    ({ unit, person, email, language, note, cells }): NewRequest[] => {
      const open = cells.filter((cell) => describeCell(register, cell, times.month) !== undefined);
      return open.length === 0 || already.has(unit)
        ? []
        : [{ unit, language, cells: [...open], ...compact({ person, email, note }) }];
    },
  );
  if (requests.length === 0)
    throw problem('conflict', `${from} has no request that ${times.month} lacks.`);
  return createRequests(deps, { ...times, requests: requests.slice(0, 200) }, owner);
}

/**
 * Makes a further secret for a reminder. The store has only the hashes of earlier ones, so they
 * can't be shown again.
 * @throws HttpProblem if the request was cancelled or has expired
 */
export async function remindRequest(
  deps: AppDeps,
  request: StoredRequest,
  actor: Principal,
): Promise<MadeRequest> {
  const now = deps.clock();
  const at = now.toISOString();
  if (request.state === 'cancelled' || request.expires_at <= at)
    throw problem('conflict', 'This request has ended. Send a new one.');
  const secret = await requestSecret.make();
  await deps.db.write(async (trx) => {
    await addSecret(trx, { hash: await hashSecret(secret), request: request.id, created_at: at });
    await noteReminder(trx, request.id, at);
    await recordEvent(trx, { at, actor, kind: 'request_reminded', object: request.unit });
  });
  const after = { ...request, reminded_at: at };
  const timeZone = await readOwnTimeZone(deps.db);
  const proposals = await listProposals(deps.db, [request.id]);
  const view = toValueRequest(after, proposals, { now, timeZone });
  return { request: view, secret, address: makeAddress(secret) };
}

async function toChange(
  deps: AppDeps,
  request: StoredRequest,
  { state, ...patch }: RequestPatch,
  actor: Principal,
): Promise<RequestChange> {
  const now = deps.clock();
  const stateChange =
    state === undefined ? {} : { state, state_at: now.toISOString(), state_by: actor.name };
  const change = { ...patch, ...stateChange };
  if (patch.deadline === undefined && patch.expires_at === undefined) return change;
  const moment = { now, timeZone: await readOwnTimeZone(deps.db) };
  if (patch.deadline !== undefined) requireDeadline(patch.deadline, moment);
  const deadline = patch.deadline ?? request.deadline;
  const expiry =
    request.expires_at >= dayEnd(deadline, moment.timeZone) ? request.expires_at : undefined;
  return {
    ...change,
    deadline,
    expires_at: requireExpiry(deadline, patch.expires_at ?? expiry, moment),
  };
}

/**
 * Changes a request whose reader saw this version.
 *
 * @returns false if it changed meanwhile; then nothing is written
 * @throws HttpProblem if the request was cancelled
 */
export async function patchRequest(
  deps: AppDeps,
  request: StoredRequest,
  patch: RequestPatch,
  actor: Principal,
): Promise<boolean> {
  if (request.state === 'cancelled')
    throw problem('conflict', 'This request was cancelled. Send a new one.');
  const change = await toChange(deps, request, patch, actor);
  return deps.db.write(async (trx) => {
    if (!(await changeRequest(trx, request, change))) return false;
    if (change.state === 'cancelled') await endRequestSessions(trx, request.id);
    await recordEvent(trx, {
      at: deps.clock().toISOString(),
      actor,
      kind: change.state === 'cancelled' ? 'request_cancelled' : 'request_changed',
      object: request.unit,
      detail: compact({ until: change.expires_at }),
    });
    return true;
  });
}
