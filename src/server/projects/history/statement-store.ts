import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Currency } from '#domain/values/money.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { addedBy, batches, begin, knownAt, isOfRegister } from '#server/db/versions.ts';

/** A statement that is not yet stored. Its revision is the one that stores it. */
export type NewStatement = Statement extends infer S
  ? S extends Statement
    ? Omit<S, 'revision'>
    : never
  : never;

const rowsAtOnce = 500;

/** A statement with the code of its project. A statement with a revision keeps it. */
export interface StatementEntry {
  readonly code: string;
  readonly statement: NewStatement | Statement;
}
function statementRow(revision: number, origin: Origin, { code, statement }: StatementEntry) {
  const {
    day,
    kind,
    revision: stated = revision,
    ...content
  } = { revision: undefined, ...statement };
  const statement_json = JSON.stringify(content);
  return { origin, code, stated, day, kind, statement_json, ...addedBy(revision) };
}

/** Stores the statements of projects that have none yet. */
export const addStatements = (
  trx: Trx,
  revision: number,
  origin: Origin,
  entries: readonly StatementEntry[],
): Promise<void> =>
  insertRows(
    trx,
    'project_statement',
    entries.map((entry) => statementRow(revision, origin, entry)),
  );

/** Stores statements of projects. Of two of a revision about one day the last one counts. */
export async function putStatements(
  trx: Trx,
  revision: number,
  origin: Origin,
  entries: readonly StatementEntry[],
): Promise<void> {
  for (const batch of batches(entries, rowsAtOnce))
    await trx
      .insertInto('project_statement')
      .values(batch.map((entry) => statementRow(revision, origin, entry)))
      .onConflict((c) =>
        c.columns(['origin', 'code', 'stated', 'day', 'revision_from']).doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          statement_json: eb.ref('excluded.statement_json'),
        })),
      )
      .execute();
}

/**
 * Reads the statements of projects as known at a revision, by code.
 *
 * @param codes - a few hundred at most
 * @returns the statements by code; a project without one is not in it
 */
export async function readStatements(
  source: Source,
  origin: Origin,
  codes: readonly string[],
  knownRevision?: number,
): Promise<Map<string, Statement[]>> {
  if (codes.length === 0) return new Map();
  const revision = knownAt(knownRevision);
  const rows = await getReader(source)
    .selectFrom('project_statement')
    .select(['code', 'stated', 'day', 'kind', 'statement_json'])
    .where(isOfRegister(origin, codes))
    .where(begin('revision_from'), '<=', revision)
    .where('revision_to', '>', revision)
    .orderBy('code')
    .orderBy('day')
    .orderBy('stated')
    .execute();
  const out = new Map<string, Statement[]>();
  for (const { code, stated, day, kind, statement_json } of rows) {
    const list = out.get(code) ?? [];
    list.push({ ...statement_json, kind, day, revision: stated } as Statement);
    out.set(code, list);
  }
  return out;
}

type Events = Pick<ProjectRecord, 'stage_events' | 'status_events'>;
const isIn = (list: readonly unknown[], event: unknown): boolean =>
  list.some((one) => JSON.stringify(one) === JSON.stringify(event));

/** Converts new events of a manual entry to statements by day. */
export function toStatements(
  after: Events,
  before: Events | undefined,
  day: IsoDate,
): NewStatement[] {
  const stage_events = after.stage_events.filter(
    (event) => !isIn(before?.stage_events ?? [], event),
  );
  const status_events = after.status_events.filter(
    (event) => !isIn(before?.status_events ?? [], event),
  );
  const toDay = (event: Events['status_events'][number]): IsoDate =>
    event.date === undefined ? day : countsFrom(event);
  const days = [...new Set([...stage_events.map(countsFrom), ...status_events.map(toDay)])].sort();
  return days.map((one) => ({
    kind: 'entry',
    day: one,
    stage_events: stage_events.filter((event) => countsFrom(event) === one),
    status_events: status_events.filter((event) => toDay(event) === one),
  }));
}

/** The content of an edition, with which the next one is compared. */
export interface EditionFacts {
  /** The number of listed projects. */
  readonly projects: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field?: string;
    /** The power of ten and the currency of a column of amounts, if known. */
    readonly power?: number;
    readonly currency?: Currency;
    /** The unit as written in the file. */
    readonly unit?: string;
  }[];
  readonly sums: readonly {
    readonly measure: string;
    readonly currency: Currency;
    readonly minor: string;
  }[];
}
/**
 * An edition of the register: its day, the shape of its file and its content. Editions of older
 * versions have no facts.
 */
export interface StoredEdition {
  readonly day: IsoDate;
  readonly shape: string;
  readonly facts?: EditionFacts;
}

/** Stores that a file gave an edition of the own register. */
export async function putEdition(
  trx: Trx,
  revision: number,
  { day, ...content }: StoredEdition,
): Promise<void> {
  const statement_json = JSON.stringify(content);
  await trx
    .insertInto('project_statement')
    .values({
      origin: 'own',
      code: '',
      stated: revision,
      day,
      kind: 'register',
      statement_json,
      ...addedBy(revision),
    })
    .execute();
}

/**
 * Lists the editions of the own register as known at a revision, by day, with the day of the newest
 * one that lists a project.
 */
export async function listEditions(
  source: Source,
  knownRevision: number,
): Promise<{ readonly editions: readonly StoredEdition[]; readonly newest_edition?: IsoDate }> {
  const of = (kind: 'register' | 'edition') =>
    getReader(source)
      .selectFrom('project_statement')
      .where('origin', '=', 'own')
      .where('kind', '=', kind)
      .where(begin('revision_from'), '<=', knownRevision)
      .where('revision_to', '>', knownRevision);
  const rows = await of('register')
    .select(['day', 'statement_json'])
    .orderBy('day')
    .orderBy('stated')
    .execute();
  const newest = await of('edition')
    .select('day')
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    editions: rows.map(({ day, statement_json }) => {
      const { shape = '', facts } = statement_json as Partial<StoredEdition>;
      return { day, shape, ...compact({ facts }) };
    }),
    ...compact({ newest_edition: newest?.day }),
  };
}
