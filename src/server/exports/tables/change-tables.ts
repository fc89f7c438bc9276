import { stagesAndUnknown, statuses } from '#domain/projects/stage.ts';
import { moveKinds, type Move } from '#domain/changes/moves.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { projectFieldTerms, sameWords } from '#domain/labels/index.ts';
import type { StoredRevision } from '#server/db/revision-log.ts';
import type { ReadyTable } from './table.ts';
import { findDefinition } from './column-labels.ts';
import { registerTableLabels as w } from './labels/index.ts';

const major = (money: WireMoney | undefined): string | null =>
  money === undefined ? null : toMajor(fromWire(money));
const projectLabel = (id: string) => projectFieldTerms[id] ?? sameWords(id);

/**
 * Writes each moved planned date as milestone, former date and new date. A removed date has no new
 * date.
 */
const replansText = ({ replans }: Move): string | null =>
  replans === undefined
    ? null
    : replans.map(({ type, from, to = '' }) => `${type} ${from} ${to}`.trim()).join('; ');

/**
 * Makes the table of projects whose stage, status or amount differs between two days. `from` is the
 * earlier day.
 */
export const changeTable = (moves: readonly Move[], from: IsoDate, as_of: IsoDate): ReadyTable => ({
  id: 'changes',
  title: w.changes,
  key: ['code'],
  columns: [
    { id: 'code', label: projectLabel('code'), kind: 'text', ...findDefinition('code') },
    { id: 'name', label: projectLabel('name'), kind: 'text' },
    { id: 'moves', label: w.moves, kind: 'text', values: moveKinds, isList: true },
    { id: 'move_date', label: w.date, kind: 'date' },
    { id: 'date_by', label: w.date_by, kind: 'text', values: ['true', 'false'] },
    { id: 'from_stage', label: w.from_stage, kind: 'text', values: stagesAndUnknown },
    { id: 'to_stage', label: w.to_stage, kind: 'text', values: stagesAndUnknown },
    { id: 'from_status', label: w.from_status, kind: 'text', values: statuses },
    { id: 'to_status', label: w.to_status, kind: 'text', values: statuses },
    {
      id: 'from_total_investment',
      label: w.from_amount,
      kind: 'amount',
      unit_in: 'from_currency',
      measure: 'total_investment',
    },
    { id: 'from_currency', label: w.from_currency, kind: 'text' },
    {
      id: 'to_total_investment',
      label: w.to_amount,
      kind: 'amount',
      unit_in: 'to_currency',
      measure: 'total_investment',
    },
    { id: 'to_currency', label: w.to_currency, kind: 'text' },
    { id: 'moved_back', label: w.regression, kind: 'text', values: ['true', 'false'] },
    { id: 'replans', label: w.replans, kind: 'text' },
    { id: 'compared_with', label: w.compared_with, kind: 'date' },
    { id: 'register_as_of', label: w.as_of, kind: 'date' },
  ],
  rows: moves.map((move) => [
    move.code,
    move.name,
    move.kinds.join(' '),
    move.date ?? null,
    move.date === undefined ? null : String(move.by === true),
    move.from?.stage ?? null,
    move.to?.stage ?? null,
    move.from?.status ?? null,
    move.to?.status ?? null,
    major(move.from?.money),
    move.from?.money?.currency ?? null,
    major(move.to?.money),
    move.to?.money?.currency ?? null,
    String(move.regression),
    replansText(move),
    from,
    as_of,
  ]),
});

/** Makes the table of revisions up to that of the document: time, author, kind and reason. */
export const revisionTable = (revisions: readonly StoredRevision[]): ReadyTable => ({
  id: 'revisions',
  title: w.revisions,
  key: ['revision'],
  columns: [
    { id: 'revision', label: w.revision, kind: 'number' },
    { id: 'recorded_at', label: w.recorded_at, kind: 'moment' },
    { id: 'author', label: w.author, kind: 'text' },
    { id: 'revision_kind', label: w.kind, kind: 'text' },
    { id: 'revision_reason', label: w.reason, kind: 'text' },
  ],
  rows: revisions.map(({ id, recorded_at, author, kind, reason }) => [
    String(id),
    recorded_at,
    author,
    kind,
    reason,
  ]),
});
