import { newestDayOf, timeZoneOf } from '#domain/zone/zone-days.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { cellKey } from '#domain/requests/request.ts';
import type { Answer, OpenRequest } from '#contract/requests/schemas.ts';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { isPeriodClosed } from '#server/zone/period-close-store.ts';
import { describeCell, readCellRegister, type CellRegister } from './cell-service.ts';
import { findAnswerFault, findCellDoubt, storedAnswer, type CheckedCell } from './check-answer.ts';
import { listAnswerFiles } from './file-store.ts';
import { addProposal, listProposals, type StoredProposal } from './proposal-store.ts';
import { latestAnswers } from './request-view.ts';
import { readOwnZone } from './service.ts';
import { findRequest, type StoredRequest } from './store.ts';

/**
 * Whether a cell may be answered. A first answer and an answer after a return are possible at any
 * time. A further answer is possible until the deadline, and as a correction after the month is
 * closed.
 */
const isCellOpen = (
  { deadline }: StoredRequest,
  answer: StoredProposal | undefined,
  isClosed: boolean,
  today: IsoDate,
): boolean => answer === undefined || answer.state === 'returned' || isClosed || today <= deadline;

/**
 * Makes the content of the page of a request. It reads the cells of that request only.
 * @throws HttpProblem if the zone is an example
 */
export async function readRequest(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  request: StoredRequest,
): Promise<OpenRequest> {
  const zone = await readOwnZone(deps);
  const today = dayIn(deps.clock(), timeZoneOf(zone.profile));
  const [register, proposals, files, isClosed] = await Promise.all([
    readCellRegister(deps.db, zone, request.cells),
    listProposals(deps.db, [request.id]),
    listAnswerFiles(deps.db, [request.id]),
    isPeriodClosed(deps.db, 'own', request.month),
  ]);
  const answers = latestAnswers(proposals);
  const { id, month, unit, language, deadline, expires_at } = request;
  return {
    id,
    month,
    unit,
    language,
    deadline,
    expires_at,
    zone: zone.profile.short_name,
    sender: request.owner.name,
    is_closed: isClosed,
    ...compact({
      person: request.person,
      note: request.note,
      received_at: proposals.at(-1)?.created_at,
    }),
    cells: request.cells.flatMap((cell) => {
      const head = describeCell(register, cell, month);
      if (head === undefined) return [];
      const answer = answers.get(head.key);
      const is_open = isCellOpen(request, answer, isClosed, today);
      return [{ ...head, is_open, ...compact({ answer: answer && toAnswer(answer) }) }];
    }),
    files: files.map(({ request: _, sha256: _s, ...file }) => file),
  };
}

const toAnswer = ({ created_at, state, returned, ...one }: StoredProposal) => ({
  at: created_at,
  state,
  ...compact({
    returned,
    value: one.value,
    outcome: one.outcome,
    note: one.note,
    is_provisional: one.is_provisional ? (true as const) : undefined,
  }),
});

type CheckedAnswer = CheckedCell & { readonly answer: Answer; readonly at: number };

/** Finds the cells of answers. @throws HttpProblem for a key that the request lacks */
function findCells(
  request: StoredRequest,
  register: CellRegister,
  answers: readonly Answer[],
  newestDay: string,
): CheckedAnswer[] {
  const faults: ProblemDetail[] = [];
  const checkedAnswers = answers.flatMap((answer, at): CheckedAnswer[] => {
    const cell = request.cells.find((one) => cellKey(one) === answer.key);
    const head = cell && describeCell(register, cell, request.month);
    if (cell !== undefined && head !== undefined)
      return [{ cell, head, register, month: request.month, newestDay, answer, at }];
    faults.push({ path: `answers.${at}.key`, message: 'is not asked for' });
    return [];
  });
  if (faults.length === 0) return checkedAnswers;
  throw problem('bad_request', 'Nothing was stored. Answer the cells of this request only.', {
    status: 422,
    errors: faults,
  });
}

/**
 * Checks answers.
 * @throws HttpProblem for invalid ones, and for doubtful ones without confirmation and note
 */
function checkAnswers(checkedAnswers: readonly CheckedAnswer[]): void {
  const faults = checkedAnswers.flatMap((one): ProblemDetail[] => {
    const message = findAnswerFault(one, one.answer);
    return message === undefined ? [] : [{ path: `answers.${one.at}.value`, message }];
  });
  if (faults.length > 0)
    throw problem('bad_request', 'Nothing was stored. Correct the listed values.', {
      status: 422,
      errors: faults,
    });
  const doubts = checkedAnswers.flatMap((one): ProblemDetail[] => {
    const doubt = findCellDoubt(one, one.answer);
    const { confirm, note = '' } = one.answer;
    return doubt === undefined || (confirm === true && note.trim() !== '')
      ? []
      : [
          {
            path: `answers.${one.at}.value`,
            value: doubt,
            message:
              doubt === 'jump'
                ? 'is about ten times the value before, or a tenth of it'
                : 'is below the value before, which only grows',
          },
        ];
  });
  if (doubts.length > 0)
    throw problem(
      'jump_needs_confirmation',
      'Nothing was stored. Check these values, or send them again with confirm: true and a note.',
      { errors: doubts },
    );
}

interface AnswersInput {
  readonly request: StoredRequest;
  readonly answers: readonly Answer[];
  /** The manager who enters the answers on behalf of the unit. */
  readonly by?: { readonly id: string; readonly name: string };
}

/**
 * Stores answers as proposals, all or none.
 * @returns the number of proposals
 * @throws HttpProblem if the request was cancelled, a cell is closed, or an answer is not valid
 */
export async function storeAnswers(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  { request, answers, by }: AnswersInput,
): Promise<number> {
  const zone = await readOwnZone(deps);
  const now = deps.clock();
  const today = dayIn(now, timeZoneOf(zone.profile));
  const newestDay = newestDayOf(zone.profile, now);
  const register = await readCellRegister(deps.db, zone, request.cells);
  const checkedAnswers = findCells(request, register, answers, newestDay);
  checkAnswers(checkedAnswers);
  const at = now.toISOString();
  await deps.db.write(async (trx) => {
    // a manager may have cancelled the request meanwhile
    const current = await findRequest(trx, request.id);
    if (current === undefined || current.state === 'cancelled')
      throw problem('conflict', 'This request was cancelled. Ask the sender for a new one.');
    const isClosed = await isPeriodClosed(trx, 'own', request.month);
    const latest = latestAnswers(await listProposals(trx, [request.id]));
    if (by === undefined)
      requireOpen(current, latest, isClosed, {
        today,
        keys: checkedAnswers.map(({ head }) => head.key),
      });
    for (const one of checkedAnswers)
      await addProposal(trx, {
        ...storedAnswer(one, one.answer),
        id: crypto.randomUUID(),
        request: request.id,
        is_correction: isClosed,
        created_at: at,
        ...compact({ entered_by: by?.name, doubt: findCellDoubt(one, one.answer) }),
      });
    await recordEvent(trx, {
      at,
      actor: by ?? { name: '?' },
      kind: 'request_answered',
      object: request.unit,
      detail: { values: checkedAnswers.length },
    });
  });
  return checkedAnswers.length;
}

function requireOpen(
  request: StoredRequest,
  latest: ReadonlyMap<string, StoredProposal>,
  isClosed: boolean,
  { today, keys }: { readonly today: IsoDate; readonly keys: readonly string[] },
): void {
  if (keys.every((key) => isCellOpen(request, latest.get(key), isClosed, today))) return;
  throw problem(
    'conflict',
    `Answers could be corrected until ${request.deadline}. Ask ${request.owner.name} to return them to you.`,
  );
}
