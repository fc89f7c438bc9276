import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { AuditDetail } from '#server/db/schema/account-tables.ts';
import { readerOf, type Reader, type Source } from '#server/db/db.ts';
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
  /** The place to go on from: the `next` of the page before. */
  readonly before?: string;
  /** Kinds of events; absent: all. */
  readonly kinds?: readonly string[];
  /** Whether changes of the register are listed. */
  readonly has_changes: boolean;
}

/**
 * Where an entry stands: newest first; at one moment changes of the register before events, each by
 * its number.
 */
interface Place {
  readonly at: string;
  readonly source: 'e' | 'r';
  readonly number: number;
}
const placeText = ({ at, source, number }: Place): string => `${at}_${source}${number}`;
function placeOf(text: string): Place {
  const [at = '', rest = ''] = text.split('_');
  return { at, source: rest.startsWith('r') ? 'r' : 'e', number: Number(rest.slice(1)) };
}

interface Found {
  readonly place: Place;
  readonly entry: AuditLogEntry;
}

async function listEvents(
  reader: Reader,
  { limit, kinds }: AuditLogQuery,
  before: Place | undefined,
): Promise<Found[]> {
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
    place: { at, source: 'e', number: seq },
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

/**
 * Changes of the register. What a change of the zone said stands among the events, with the fields
 * that it changed.
 */
async function listChanges(
  reader: Reader,
  { limit }: AuditLogQuery,
  before: Place | undefined,
): Promise<Found[]> {
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
  const rows = await query.execute();
  const names = await projectNames(
    reader,
    rows.flatMap(({ reason, undone_reason }) => [codeOf(reason), codeOf(undone_reason ?? '')]),
  );
  const named = (key: 'code' | 'undone_code', reason: string): AuditDetail => {
    const code = codeOf(reason);
    const name = names.get(code);
    return name === undefined
      ? {}
      : { [key]: code, [key === 'code' ? 'name' : 'undone_name']: name };
  };
  return rows.map(
    ({ id, recorded_at, author, kind, reason, undoes, undone_kind, undone_reason }) => ({
      place: { at: recorded_at, source: 'r', number: id },
      entry: {
        id: `r${id}`,
        revision: id,
        at: recorded_at,
        actor: author,
        kind,
        object: reason,
        detail: {
          ...(aboutProject.has(kind) ? named('code', reason) : {}),
          ...compact({
            undoes: undoes === null ? undefined : undoes,
            undone_kind: undone_kind === null ? undefined : undone_kind,
            undone_reason: undone_reason === null ? undefined : undone_reason,
          }),
          ...(undone_kind !== null && aboutProject.has(undone_kind)
            ? named('undone_code', undone_reason ?? '')
            : {}),
        },
      },
    }),
  );
}

/** Kinds of changes whose reason begins with the code of a project. */
const aboutProject: ReadonlySet<string> = new Set([
  'project',
  'project_stage',
  'project_status',
  'evidence',
  'issue',
]);
const codeOf = (reason: string): string => reason.split(' · ')[0] ?? reason;

/** What own projects are called, or were called last where they are no longer there. */
async function projectNames(
  reader: Reader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(codes)].filter((code) => code !== '');
  if (asked.length === 0) return new Map();
  const rows = await reader
    .selectFrom('project_version')
    .select(['code', 'name'])
    .where('origin', '=', 'own')
    .where('code', 'in', asked)
    .where('valid_to', '=', lastDay)
    .orderBy(sql`revision_to`)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The newest first. @returns `next`: where the following page begins; absent on the last one */
export async function listAuditLog(
  source: Source,
  query: AuditLogQuery,
): Promise<{ readonly items: readonly AuditLogEntry[]; readonly next?: string }> {
  const reader = readerOf(source);
  const before = query.before === undefined ? undefined : placeOf(query.before);
  const more = { ...query, limit: query.limit + 1 };
  const [events, changes] = await Promise.all([
    listEvents(reader, more, before),
    query.has_changes ? listChanges(reader, more, before) : [],
  ]);
  const newest = (a: Place, b: Place): number =>
    a.at !== b.at
      ? a.at < b.at
        ? 1
        : -1
      : a.source !== b.source
        ? a.source === 'e'
          ? 1
          : -1
        : b.number - a.number;
  const all = [...events, ...changes].sort((a, b) => newest(a.place, b.place));
  const page = all.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ entry }) => entry),
    ...compact({
      next: last === undefined || all.length <= query.limit ? undefined : placeText(last.place),
    }),
  };
}
