import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import {
  conflictField,
  undoProject,
  undoZone,
  type ConflictField,
  type ProjectUndo,
  type UndoConflict,
} from '#domain/changes/undo.ts';
import type { FieldValue } from '#domain/projects/fields.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { timelines, type KnownProject } from '#server/projects/history/history-store.ts';
import type { TimelineEntry } from '#server/projects/history/put-project-store.ts';
import { readStatements } from '#server/projects/history/statement-store.ts';
import { removeEdition } from './undo-edition-store.ts';
import { sameKey, type UndoneTable } from '#server/db/undone-tables.ts';
import { readZone } from '#server/zone/store.ts';

export type Key = Readonly<Record<string, string>>;
/** The merge of a key that was changed later: its undone state and its conflicts. */
export interface MergeResult {
  readonly conflict?: UndoConflict;
  /** The project without the change. Omitted if it stays unchanged. */
  readonly project?: TimelineEntry;
  readonly zone?: ZoneProfile;
  /** The code of a project whose stages or statuses stay unchanged. */
  readonly history_stays?: string;
}

const toRecord = (
  origin: Origin,
  code: string,
  knownProject: KnownProject | undefined,
): ProjectRecord | undefined => {
  const facts = knownProject?.timeline.at(-1)?.facts;
  return knownProject === undefined || facts === undefined
    ? undefined
    : { code, origin, facts, ...knownProject.events };
};

/** Removes the values of the change from the facts over time and joins equal neighbours. */
function removeValues(
  now: KnownProject,
  record: ProjectRecord,
  revision: number,
  since: string,
  undoResult: ProjectUndo,
): TimelineEntry {
  const timeline = now.timeline.map((entry) => {
    if (entry.facts_from < since) return entry;
    const facts = undoResult.facts(entry.facts);
    return JSON.stringify(facts) === JSON.stringify(entry.facts)
      ? entry
      : { ...entry, facts_revision: revision, facts };
  });
  const joinedFacts = timeline.filter(
    (entry, at) =>
      at === 0 || JSON.stringify(entry.facts) !== JSON.stringify(timeline[at - 1]?.facts),
  );
  const { stage_events, status_events } = undoResult;
  const facts = joinedFacts.at(-1)?.facts ?? record.facts;
  return {
    record: { ...record, facts, stage_events, status_events },
    timeline: joinedFacts,
    version: now.version,
    ...compact({ imported: now.imported }),
  };
}

/**
 * Merges projects of one origin that were changed later, field by field.
 *
 * @param codes - a few hundred at most
 */
export async function mergeProjects(
  trx: Trx,
  { id, revision }: { readonly id: number; readonly revision: number },
  origin: Origin,
  codes: readonly string[],
): Promise<MergeResult[]> {
  const at = (knownRevision?: number) => timelines(trx, origin, codes, knownRevision);
  const [was, became, is] = [await at(id - 1), await at(id), await at()];
  const statements = await readStatements(trx, origin, codes);
  return codes.map((code) =>
    mergeProject(
      { id, revision, origin, code },
      [was.get(code), became.get(code), is.get(code)],
      statements.get(code) ?? [],
    ),
  );
}

/**
 * Merges a project that was changed later. A project that the undone change created has no former
 * state, so all of it conflicts.
 */
function mergeProject(
  {
    id,
    revision,
    origin,
    code,
  }: {
    readonly id: number;
    readonly revision: number;
    readonly origin: Origin;
    readonly code: string;
  },
  [was, became, is]: readonly [
    KnownProject | undefined,
    KnownProject | undefined,
    KnownProject | undefined,
  ],
  statements: readonly Statement[],
): MergeResult {
  const [before, after, now] = [was, became, is].map((knownProject) =>
    toRecord(origin, code, knownProject),
  );
  const name = (now ?? after ?? before)?.facts.name ?? code;
  const makeConflict = (fields: readonly ConflictField[]): MergeResult => ({
    conflict: { what: 'project', key: code, name, fields },
  });
  const entry =
    now === undefined || is === undefined
      ? undefined
      : removeEdition({ id, revision }, now, statements, { is, was });
  if (entry !== undefined) return { project: entry };
  if (
    before === undefined ||
    after === undefined ||
    now === undefined ||
    is === undefined ||
    was === undefined ||
    became === undefined
  )
    return makeConflict([
      conflictField('name', before?.facts.name, after?.facts.name, now?.facts.name),
    ]);
  const undoResult = undoProject(before, after, now);
  const since =
    became.timeline.find(({ facts_revision }) => facts_revision === id)?.facts_from ??
    became.timeline.at(-1)?.facts_from ??
    '';
  const conflict = undoResult.conflicts.length === 0 ? {} : makeConflict(undoResult.conflicts);
  return {
    ...conflict,
    ...compact({
      history_stays: undoResult.conflicts.some(
        ({ field }) => field === 'stage' || field === 'status',
      )
        ? code
        : undefined,
      project: undoResult.some ? removeValues(is, now, revision, since, undoResult) : undefined,
    }),
  };
}

/** Merges the undo of a change of the zone with the changes that came after it. */
export async function mergeZone(trx: Trx, id: number, { origin }: Key): Promise<MergeResult> {
  const of = (knownRevision?: number) => readZone(trx, origin as Origin, knownRevision);
  const [before, after, now] = [await of(id - 1), await of(id), await of()];
  if (before === undefined || after === undefined || now === undefined)
    return { conflict: { what: 'zone', key: origin ?? '', fields: [] } };
  const { profile, conflicts, some } = undoZone(before, after, now);
  return compact({
    conflict:
      conflicts.length === 0
        ? undefined
        : { what: 'zone' as const, key: origin ?? '', fields: conflicts },
    zone: some ? profile : undefined,
  });
}

const kinds: Readonly<Partial<Record<UndoneTable['name'], UndoConflict['what']>>> = {
  observation: 'observation',
  cause_note: 'note',
  draft_value: 'observation',
  achievement: 'note',
  doubt_dismissal: 'note',
  setting: 'setting',
  period_close: 'period',
  exchange_rate: 'rate',
  evidence: 'evidence',
  value_evidence: 'evidence',
  issue: 'issue',
  decision: 'decision',
  judgement: 'judgement',
  import_recipe: 'recipe',
};
const toFieldValue = (value: unknown): FieldValue | undefined =>
  value === null || value === undefined
    ? undefined
    : typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);

type Row = Readonly<Record<string, unknown>>;
const parseColumn = (value: unknown): unknown =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
/** Reads the values of a row by field. Those of a stored object have their own names. */
function readFields(row: Row | undefined, columns: readonly string[]): Map<string, FieldValue> {
  const values = columns.flatMap((column): (readonly [string, unknown])[] => {
    const value = row?.[column];
    const content = column.endsWith('_json') ? parseColumn(value) : value;
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? Object.entries(content)
      : [[column, value]];
  });
  return new Map(
    values.flatMap(([field, value]) => {
      const fieldValue = toFieldValue(value);
      return fieldValue === undefined ? [] : [[field, fieldValue] as const];
    }),
  );
}

/** The text by which readers know a row: of a decision, or the name of a file. */
const readName = (row: Row | undefined): string | undefined =>
  [row?.['decision_text'], row?.['file_name']].find((one) => typeof one === 'string');

/** Makes the conflict of a row of another table. Such rows are undone or kept as a whole. */
export async function otherConflict(
  trx: Trx,
  id: number,
  table: UndoneTable,
  key: Key,
): Promise<MergeResult> {
  const { name, columns } = table;
  const row = async (condition: 'before' | 'after' | 'now') => {
    const when =
      condition === 'before'
        ? sql`revision_to = ${id}`
        : condition === 'after'
          ? sql`revision_from = ${id}`
          : sql`revision_to = ${sql.lit(open)}`;
    const { rows } =
      await sql<Row>`select * from ${sql.table(name)} where ${sameKey(table, key)} and ${when}`.execute(
        trx,
      );
    return rows[0];
  };
  const present = await row('now');
  const [before, after, now] = [await row('before'), await row('after'), present].map((one) =>
    readFields(one, columns),
  );
  const fields = [...new Set([before, after, now].flatMap((one) => [...(one?.keys() ?? [])]))]
    .map((field) => conflictField(field, before?.get(field), after?.get(field), now?.get(field)))
    .filter(({ after: set, now: is }) => JSON.stringify(set) !== JSON.stringify(is));
  const parts = Object.fromEntries(
    table.key.flatMap((column) =>
      column === 'origin' || key[column] === undefined ? [] : [[column, key[column]]],
    ),
  );
  return {
    conflict: {
      what: kinds[name] ?? 'setting',
      key: Object.values(parts).join(' '),
      parts,
      ...compact({ name: readName(present) }),
      fields,
    },
  };
}
