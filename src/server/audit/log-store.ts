import { isOfRegister } from '#server/db/versions.ts';
import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { AuditDetail } from '#server/db/schema/account-tables.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { lastDay } from '#server/db/schema/tables.ts';

/**
 * One line of the audit log: an event of the audit's chain (`seq`), or a change of the register
 * (`revision`).
 */
export interface AuditLogEntry {
  readonly id: string;
  readonly seq?: number;
  readonly revision?: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly object?: string;
  readonly detail: AuditDetail;
}
export interface AuditLogQuery {
  readonly limit: number;
  /** The `next` of the previous page. */
  readonly before?: string;
  /** Kinds of events. Omitted for all. */
  readonly kinds?: readonly string[];
  /** Whether changes of the register are listed. */
  readonly has_changes: boolean;
}

/**
 * The position of an entry in the log. The newest comes first. At one moment, changes of the
 * register come before events, and the higher number comes first.
 */
interface Position {
  readonly at: string;
  readonly source: 'e' | 'r';
  readonly number: number;
}
const formatPosition = ({ at, source, number }: Position): string => `${at}_${source}${number}`;
function parsePosition(text: string): Position {
  const [at = '', rest = ''] = text.split('_');
  return { at, source: rest.startsWith('r') ? 'r' : 'e', number: Number(rest.slice(1)) };
}

function comparePositions(a: Position, b: Position): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.source !== b.source) return a.source === 'e' ? 1 : -1;
  return b.number - a.number;
}

interface PositionedEntry {
  readonly position: Position;
  readonly entry: AuditLogEntry;
}

async function listEvents(
  reader: Reader,
  { limit, kinds }: AuditLogQuery,
  before: Position | undefined,
): Promise<PositionedEntry[]> {
  let query = reader
    .selectFrom('audit_event')
    .select(['seq', 'at', 'actor', 'kind', 'object', 'detail_json'])
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit);
  if (kinds !== undefined) query = query.where('kind', 'in', kinds.length === 0 ? [''] : kinds);
  if (before !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('at', '<', before.at),
        before.source === 'r'
          ? eb('at', '=', before.at)
          : eb.and([eb('at', '=', before.at), eb('seq', '<', before.number)]),
      ]),
    );
  return (await query.execute()).map(({ seq, at, actor, kind, object, detail_json }) => ({
    position: { at, source: 'e', number: seq },
    entry: {
      id: `e${seq}`,
      seq,
      at,
      actor,
      kind,
      ...compact({ object: object === null ? undefined : object }),
      detail: detail_json,
    },
  }));
}

/** Kinds of changes whose reason begins with the code of a project. */
const projectKinds: ReadonlySet<string> = new Set([
  'project',
  'project_stage',
  'project_status',
  'evidence',
  'issue',
  'decision',
  'judgement',
]);
const getCode = (reason: string): string => reason.split(' · ')[0] ?? reason;

/** Finds the latest names of own projects by code, deleted projects included. */
async function projectNames(
  reader: Reader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const codeList = [...new Set(codes)].filter((code) => code !== '');
  if (codeList.length === 0) return new Map();
  const rows = await reader
    .selectFrom('project_version')
    .select(['code', 'name'])
    .where(isOfRegister('own', codeList))
    .where('valid_to', '=', lastDay)
    .orderBy(sql`revision_to`)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/**
 * Selects changes of the register, except changes of the zone: audit events record those with the
 * changed fields.
 */
async function selectRevisions(
  reader: Reader,
  { limit }: AuditLogQuery,
  before: Position | undefined,
) {
  let query = reader
    .selectFrom('revision as r')
    .leftJoin('revision as u', 'u.id', 'r.undoes')
    .select([
      'r.id',
      'r.recorded_at',
      'r.author',
      'r.kind',
      'r.reason',
      'r.undoes',
      'u.kind as undone_kind',
      'u.reason as undone_reason',
    ])
    .where('r.kind', '<>', 'zone')
    .orderBy('r.recorded_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit);
  if (before !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('r.recorded_at', '<', before.at),
        ...(before.source === 'r'
          ? [eb.and([eb('r.recorded_at', '=', before.at), eb('r.id', '<', before.number)])]
          : []),
      ]),
    );
  return query.execute();
}
type RevisionRow = Awaited<ReturnType<typeof selectRevisions>>[number];

/** Returns the project that a change names, also for an undo. */
function revisionDetail(
  { kind, reason, undoes, undone_kind, undone_reason }: RevisionRow,
  names: ReadonlyMap<string, string>,
): AuditDetail {
  const project = (
    changeKind: string | null,
    key: 'code' | 'undone_code',
    about: string | null,
  ): AuditDetail => {
    if (changeKind === null || !projectKinds.has(changeKind)) return {};
    const code = getCode(about ?? '');
    const name = names.get(code);
    return name === undefined
      ? {}
      : { [key]: code, [key === 'code' ? 'name' : 'undone_name']: name };
  };
  return {
    ...project(kind, 'code', reason),
    ...compact({
      undoes: undoes ?? undefined,
      undone_kind: undone_kind ?? undefined,
      undone_reason: undone_reason ?? undefined,
    }),
    ...project(undone_kind, 'undone_code', undone_reason),
  };
}

async function listChanges(
  reader: Reader,
  query: AuditLogQuery,
  before: Position | undefined,
): Promise<PositionedEntry[]> {
  const rows = await selectRevisions(reader, query, before);
  const names = await projectNames(
    reader,
    rows.flatMap(({ reason, undone_reason }) => [getCode(reason), getCode(undone_reason ?? '')]),
  );
  return rows.map((row) => ({
    position: { at: row.recorded_at, source: 'r', number: row.id },
    entry: {
      id: `r${row.id}`,
      revision: row.id,
      at: row.recorded_at,
      actor: row.author,
      kind: row.kind,
      object: row.reason,
      detail: revisionDetail(row, names),
    },
  }));
}

/**
 * Lists one page of the audit log, the newest entry first.
 *
 * @returns `next`: the start of the following page. Omitted on the last page.
 */
export async function listAuditLog(
  source: Source,
  query: AuditLogQuery,
): Promise<{ readonly items: readonly AuditLogEntry[]; readonly next?: string }> {
  const reader = getReader(source);
  const before = query.before === undefined ? undefined : parsePosition(query.before);
  // one extra row shows whether there is another page
  const more = { ...query, limit: query.limit + 1 };
  const [events, changes] = await Promise.all([
    listEvents(reader, more, before),
    query.has_changes ? listChanges(reader, more, before) : [],
  ]);
  const all = [...events, ...changes].sort((a, b) => comparePositions(a.position, b.position));
  const page = all.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ entry }) => entry),
    ...compact({
      next:
        last === undefined || all.length <= query.limit ? undefined : formatPosition(last.position),
    }),
  };
}
