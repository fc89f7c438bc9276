import { dayIn } from '#domain/time/time-zone.ts';
import { readOwnTimeZone } from '#server/zone/zone-day-service.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { fromMajor, toWire } from '#domain/values/money.ts';
import {
  cellKey,
  findMeasureField,
  findMilestoneField,
  type RequestCell,
} from '#domain/requests/request.ts';
import type { FactChanges } from '#domain/projects/fields.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { startRevision, withReason } from '#server/db/revision-log.ts';
import { endDraft } from '#server/months/draft-store.ts';
import { changeFacts, keepReplans, later } from '#server/projects/edit-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { ownProject } from '#server/projects/own-project-service.ts';
import { checkValue } from '#server/targets/check-value.ts';
import { addObservation } from '#server/targets/observation-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { findClosedPeriods } from '#server/zone/period-close-store.ts';
import { proveMilestones, proveValue } from './proof-service.ts';
import { decideProposals, findProposals, type StoredProposal } from './proposal-store.ts';
import { findRequests, type StoredRequest } from './store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
export interface OpenProposal {
  readonly proposal: StoredProposal;
  readonly request: StoredRequest;
  readonly cell: RequestCell;
}

/** The source of an accepted value: the unit that answered, and who entered it. */
const writeSource = ({ request: { unit }, proposal }: OpenProposal): string =>
  [unit, ...compactList(proposal.entered_by)].join(' · ').slice(0, 300);
const compactList = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

/**
 * Finds open proposals with their requests, the oldest month first.
 *
 * @throws HttpProblem if one is unknown, or was decided or corrected meanwhile
 */
async function requireOpen(trx: Trx, ids: readonly string[]): Promise<OpenProposal[]> {
  const proposals = await findProposals(trx, ids);
  if (proposals.length < ids.length)
    throw problem('not_found', 'There is no such proposal. GET /api/v1/proposals lists them.');
  const earlier = proposals.filter(({ state }) => state !== 'open');
  if (earlier.length > 0)
    throw problem(
      'precondition_failed',
      'Some of these were decided or corrected meanwhile. Nothing was changed: read them again.',
      { errors: earlier.map(({ id, state }) => ({ path: 'ids', value: id, message: state })) },
    );
  const requests = new Map(
    (await findRequests(trx, [...new Set(proposals.map(({ request }) => request))])).map((one) => [
      one.id,
      one,
    ]),
  );
  const openProposals = proposals.flatMap((proposal): OpenProposal[] => {
    const request = requests.get(proposal.request);
    const cell = request?.cells.find((one) => cellKey(one) === proposal.cell);
    return request === undefined || cell === undefined ? [] : [{ proposal, request, cell }];
  });
  return openProposals.toSorted((a, b) => (a.request.month < b.request.month ? -1 : 1));
}

/** Requires a reason for values of closed months. @throws HttpProblem if there is none */
async function requireReason(
  trx: Trx,
  openProposals: readonly OpenProposal[],
  reason: string,
): Promise<void> {
  if (reason !== '') return;
  const months = [...new Set(openProposals.map(({ request }) => request.month))];
  const [month] = [...(await findClosedPeriods(trx, 'own', months))].sort();
  if (month === undefined) return;
  throw problem(
    'month_closed',
    `Nothing was stored. ${month} is closed: say in reason why it changes.`,
    {
      errors: [{ path: 'reason', value: month, message: 'is required for a closed month' }],
    },
  );
}

/** Makes the change of facts of a proposal. A milestone that has not happened changes nothing. */
function toChanges({ cell, proposal: { value, outcome, currency } }: OpenProposal): FactChanges {
  if (!('code' in cell) || value === undefined) return {};
  const milestone = findMilestoneField(cell.field);
  if (milestone !== undefined)
    return { [`milestones.${milestone}.${outcome === 'planned' ? 'plan' : 'actual'}`]: value };
  if (findMeasureField(cell.field) === undefined) return { [cell.field]: Number(value) };
  const money = fromMajor(value, currency ?? '');
  if (money === undefined) throw new Error('a stored amount is finer than its minor unit');
  return { [cell.field]: { money: toWire(money) } };
}

interface Acceptance {
  readonly revision: number;
  readonly month: Month;
  readonly reason: string;
}

/** Changes a project by its accepted values of a month, from the end of that month on. */
async function changeProject(
  { clock }: Deps,
  trx: Trx,
  code: string,
  openProposals: readonly OpenProposal[],
  { revision, month, reason }: Acceptance,
): Promise<void> {
  const { record, factsDay, first_plans } = await ownProject(trx, code);
  const today = dayIn(clock(), await readOwnTimeZone(trx));
  const day = later([monthEnd(month), today].toSorted()[0] ?? today, factsDay);
  const changes: FactChanges = Object.fromEntries(
    openProposals.flatMap((one) => Object.entries(toChanges(one))),
  );
  const facts = changeFacts(record, changes, day);
  if (facts === record) return;
  const next = keepReplans(record, facts, first_plans, reason);
  await putProjects(trx, revision, [next], { as_of: day });
}

async function storeIndicators(
  trx: Trx,
  revision: number,
  openProposals: readonly OpenProposal[],
): Promise<void> {
  const profile = await ensureOwnZone(trx, revision);
  for (const one of openProposals) {
    const { cell, proposal, request } = one;
    if (!('indicator' in cell) || proposal.value === undefined) continue;
    const indicator = profile?.indicators.find(({ id }) => id === cell.indicator);
    if (indicator === undefined)
      throw problem('conflict', `The zone has no indicator ${cell.indicator} any more.`);
    checkValue(indicator, proposal.value);
    await addObservation(trx, revision, {
      origin: 'own',
      indicator: indicator.id,
      period: request.month,
      value: proposal.value,
      data_status: proposal.is_provisional ? 'provisional' : 'reported',
      source: writeSource(one),
    });
    await proveValue(trx, revision, one);
    // a stored value replaces its draft
    await endDraft(trx, revision, 'own', request.month, indicator.id);
  }
}

const readCode = ({ cell }: OpenProposal): string => ('code' in cell ? cell.code : '');

/**
 * Writes the reason of a change by accepted proposals: the months, the typed reason, and who
 * answered. A batch of several units names none of them: the history of a project adds its own, and
 * the audit log names them all.
 */
function writeReason(openProposals: readonly OpenProposal[], reason: string): string {
  const months = [...new Set(openProposals.map(({ request }) => request.month))].toSorted();
  const units = new Set(openProposals.map(({ request }) => request.unit));
  const sources = units.size > 1 ? '' : [...new Set(openProposals.map(writeSource))].join('; ');
  const range = [...new Set([months[0], months.at(-1)])].join(' – ');
  // the reason comes first, so that a long list of sources does not cut it off
  const texts = [reason, sources].filter((part) => part !== '').join(' · ');
  return withReason(range, texts).slice(0, 500);
}

async function applyAll(
  deps: Deps,
  trx: Trx,
  { revision, reason }: { readonly revision: number; readonly reason: string },
  openProposals: readonly OpenProposal[],
): Promise<void> {
  await storeIndicators(trx, revision, openProposals);
  for (const [month, ofMonth] of Map.groupBy(openProposals, ({ request }) => request.month)) {
    const ofProjects = ofMonth.filter(({ cell }) => 'code' in cell);
    for (const [code, ofProject] of Map.groupBy(ofProjects, readCode)) {
      const words = writeReason(ofProject, reason);
      await changeProject(deps, trx, code, ofProject, { revision, month, reason: words });
      await proveMilestones(trx, revision, code, ofProject);
    }
  }
}

interface Decision {
  readonly ids: readonly string[];
  readonly reason: string;
  readonly actor: { readonly id?: string; readonly name: string };
}

/**
 * Accepts proposals as one revision, all or none.
 *
 * @throws HttpProblem if one is no longer open, or if a closed month lacks a reason
 */
export async function acceptProposals(deps: Deps, { ids, reason, actor }: Decision) {
  const at = deps.clock().toISOString();
  return deps.db.write(async (trx) => {
    const openProposals = await requireOpen(trx, ids);
    await requireReason(trx, openProposals, reason);
    const note = {
      author: actor.name,
      kind: 'proposal',
      reason: writeReason(openProposals, reason),
      origin: 'own',
      recorded_at: at,
    } as const;
    const revision = await startRevision(trx, note);
    await applyAll(deps, trx, { revision, reason }, openProposals);
    await decideProposals(trx, ids, {
      state: 'accepted',
      decided_at: at,
      decided_by: actor.name,
      revision,
    });
    const object = [...new Set(openProposals.map(({ request }) => request.unit))]
      .join(', ')
      .slice(0, 300);
    const detail = { values: openProposals.length, revision };
    await recordEvent(trx, { at, actor, kind: 'proposals_accepted', object, detail });
    return { decided: openProposals.length, revision };
  });
}

/**
 * Returns proposals to the company with a reason that the company sees.
 * @throws HttpProblem if a proposal is unknown or was decided on
 */
export async function returnProposals(deps: Deps, { ids, reason, actor }: Decision) {
  const at = deps.clock().toISOString();
  return deps.db.write(async (trx) => {
    const openProposals = await requireOpen(trx, ids);
    await decideProposals(trx, ids, {
      state: 'returned',
      decided_at: at,
      decided_by: actor.name,
      returned: reason,
    });
    const object = [...new Set(openProposals.map(({ request }) => request.unit))]
      .join(', ')
      .slice(0, 300);
    await recordEvent(trx, {
      at,
      actor,
      kind: 'proposals_returned',
      object,
      detail: { values: openProposals.length },
    });
    return { decided: openProposals.length };
  });
}
