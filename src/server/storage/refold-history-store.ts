import { isOfRegister } from '#server/db/versions.ts';
import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { ProjectRecord, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { stageRank, stages } from '#domain/projects/stage.ts';
import { stageHistory } from '#domain/projects/history/stage-history.ts';
import type { EditionStatement, Statement } from '#domain/projects/history/edition-statement.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';
import { stageByDateField } from '#server/imports/vocabulary/fact-fields.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { timelines } from '#server/projects/history/history-store.ts';
import { putTimelines, type TimelineEntry } from '#server/projects/history/put-project-store.ts';
import { toStatements, putStatements } from '#server/projects/history/statement-store.ts';
import { readZone, writeZone } from '#server/zone/store.ts';

/** Events in the form of the time in which a stage could have no day. */
interface StoredEvents {
  readonly stage_events: readonly (Omit<StageEvent, 'date'> & { readonly date?: IsoDate })[];
  readonly status_events: readonly StatusEvent[];
}
/** A history of a project that a revision wrote. */
interface StoredHistory {
  readonly code: string;
  readonly events_json: StoredEvents;
  readonly made_by: number;
  readonly kind: string;
  readonly day: IsoDate;
}
type Events = Pick<ProjectRecord, 'stage_events' | 'status_events'>;

const byDay = <E extends { readonly date?: IsoDate }>(events: readonly E[]): E[] =>
  events.toSorted((a, b) =>
    countsFrom(a) < countsFrom(b) ? -1 : countsFrom(a) > countsFrom(b) ? 1 : 0,
  );

/**
 * Reads dates of stages that an import stored beside a stage without a day, by the columns of its
 * file.
 */
async function readStoredDates(
  trx: Trx,
  revision: number | undefined,
  extra: Readonly<Record<string, string>>,
): Promise<EditionStatement['dates']> {
  if (revision === undefined) return {};
  const row = await trx
    .selectFrom('import_columns')
    .select('columns_json')
    .where('revision', '=', revision)
    .executeTakeFirst();
  const dates: Partial<Record<Stage, IsoDate>> = {};
  for (const { name, header } of row?.columns_json ?? []) {
    const stage = stageByDateField[name as keyof typeof stageByDateField];
    const day = extra[header];
    if (stage !== undefined && day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day))
      dates[stage] = day;
  }
  return dates;
}

/**
 * Derives the statement of an edition from the history that it wrote. A stage that began on the day
 * of the edition has an unknown day.
 */
function toEdition({ events_json, made_by, day }: StoredHistory): EditionStatement {
  const last = byDay(events_json.stage_events).at(-1);
  const status = byDay(events_json.status_events).at(-1);
  const top = last === undefined ? -1 : (stageRank(last.stage) ?? stages.length);
  const dates: Partial<Record<Stage, IsoDate>> = {};
  for (const { stage, date } of events_json.stage_events)
    if (stage !== 'unknown' && date !== undefined && date < day && (stageRank(stage) ?? 0) <= top)
      dates[stage] = date;
  return {
    kind: 'edition',
    day,
    revision: made_by,
    ...compact({ stage: last?.stage, word: last?.word }),
    dates,
    status: status?.status ?? 'active',
    ...compact({
      status_date: status?.date === undefined ? undefined : status.date,
      status_reason: status?.reason === undefined ? undefined : status.reason,
      status_reason_code: status?.reason_code === undefined ? undefined : status.reason_code,
    }),
  };
}

/**
 * Gives every stage a day. A stage without one was reached by the first known day of the project,
 * or by the day of its first event.
 */
function withDays({ stage_events, status_events }: StoredEvents, day: IsoDate): Events {
  const first = [day, ...stage_events.flatMap(({ date }) => date ?? [])].sort()[0] ?? day;
  return {
    stage_events: stage_events.map((event) => ({
      ...event,
      date: event.date ?? first,
      ...compact({ by: event.date === undefined ? true : undefined }),
    })),
    status_events,
  };
}

/** Derives the statements about a project from the histories of its revisions. */
function statementsFrom(histories: readonly StoredHistory[]): Statement[] {
  const first = histories[0]?.day ?? '';
  let before: Events | undefined;
  return histories.flatMap((history): Statement[] => {
    const { events_json, made_by, kind, day } = history;
    const events = withDays(events_json, first);
    const previous = before;
    before = events;
    if (kind === 'import') return [toEdition(history)];
    return toStatements(events, previous, day).map((statement) => ({
      ...statement,
      revision: made_by,
    }));
  });
}

const derive = (statements: readonly Statement[]): Events => ({
  stage_events: stageHistory(statements),
  status_events: statusHistory(statements),
});
const present = ({ stage_events, status_events }: StoredEvents): string => {
  const [stage, status] = [byDay(stage_events).at(-1), byDay(status_events).at(-1)];
  return JSON.stringify([stage?.stage, stage?.word, status?.status ?? 'active']);
};

/** Reads histories of these projects, oldest first, without undone revisions. */
async function storedHistories(
  trx: Trx,
  codes: readonly string[],
): Promise<Map<string, StoredHistory[]>> {
  const rows = await trx
    .selectFrom('project_history as h')
    .innerJoin('revision as r', 'r.id', 'h.made_by')
    .select([
      'h.code',
      'h.events_json',
      'h.made_by',
      'h.revision_to',
      'r.kind',
      'r.as_of',
      'r.recorded_at',
      'r.undone_by',
    ])
    .where(isOfRegister('own', codes, 'h.'))
    .orderBy('h.revision_from')
    .execute();
  const current = rows.filter(
    ({ undone_by, revision_to }) => undone_by === null || revision_to === open,
  );
  const all = current.map(({ code, events_json, made_by, kind, as_of, recorded_at }) => ({
    code,
    events_json: events_json as StoredEvents,
    made_by,
    kind,
    day: as_of ?? recorded_at.slice(0, 10),
  }));
  return Map.groupBy(
    // an undo copies a history with its `made_by`
    [...new Map(all.map((one) => [`${one.code} ${one.made_by}`, one])).values()],
    ({ code }) => code,
  );
}

/** Derives one project from its statements. Its current stage and status do not change. */
async function refoldTimeline(
  trx: Trx,
  code: string,
  histories: readonly StoredHistory[],
  knownFacts: { readonly extra?: Readonly<Record<string, string>>; readonly imported?: number },
): Promise<{ readonly statements: readonly Statement[]; readonly events: Events }> {
  const newest = histories.at(-1);
  if (newest === undefined) throw new Error(`project ${code} has no history`);
  const dates = await readStoredDates(trx, knownFacts.imported, knownFacts.extra ?? {});
  const statements = statementsFrom(histories).map((one) =>
    one.kind === 'edition' && one.revision === knownFacts.imported
      ? { ...one, dates: { ...dates, ...one.dates } }
      : one,
  );
  const events = derive(statements);
  if (present(events) === present(newest.events_json)) return { statements, events };
  const plain = withDays(newest.events_json, histories[0]?.day ?? newest.day);
  const entryStatements = toStatements(plain, undefined, newest.day).map((statement) => ({
    ...statement,
    revision: newest.made_by,
  }));
  return { statements: entryStatements, events: derive(entryStatements) };
}

const codesAtOnce = 200;

/** Lists own current projects without stored statements, after a code and in order. */
const codesWithoutStatements = async (trx: Trx, after: string): Promise<string[]> => {
  const { rows } = await sql<{
    code: string;
  }>`select h.code from project_history as h where h.origin = 'own' and h.code > ${after}
    and h.revision_to = ${sql.lit(open)} and not exists (select 1 from project_statement as s where s.origin = h.origin and s.code = h.code)
    order by h.code limit ${sql.lit(codesAtOnce)}`.execute(trx);
  return rows.map(({ code }) => code);
};

/**
 * Converts histories of own projects from before statements were stored: each revision becomes
 * statements, and the current history is derived from all of them. It changes no past state. The
 * definitions of the zone get a new version.
 * @param startOnce - starts the revision of all these changes
 * @throws Error if a project has no history or no facts
 */
export async function refoldHistories(trx: Trx, startOnce: () => Promise<number>): Promise<void> {
  let isChanged = false;
  for (let after = ''; ; ) {
    const codes = await codesWithoutStatements(trx, after);
    if (codes.length === 0) break;
    const [knownProjects, histories] = [
      await timelines(trx, 'own', codes),
      await storedHistories(trx, codes),
    ];
    const entries: TimelineEntry[] = [];
    const statements: { code: string; statement: Statement }[] = [];
    for (const [code, { timeline, events, imported, version }] of knownProjects) {
      const facts = timeline.at(-1)?.facts;
      const lives = histories.get(code) ?? [];
      if (facts === undefined || lives.length === 0) continue;
      const of = compact({
        extra: facts.extra,
        imported: imported?.revision === undefined ? undefined : imported.revision,
      });
      const newVersions = await refoldTimeline(trx, code, lives, of);
      statements.push(...newVersions.statements.map((statement) => ({ code, statement })));
      if (JSON.stringify(newVersions.events) !== JSON.stringify(events))
        entries.push({
          record: { code, origin: 'own', facts, ...newVersions.events },
          timeline,
          version,
          ...compact({ imported }),
        });
    }
    if (statements.length > 0) await putStatements(trx, await startOnce(), 'own', statements);
    if (entries.length > 0) await putTimelines(trx, await startOnce(), 'own', entries);
    isChanged ||= entries.length > 0;
    const last = codes.at(-1);
    if (last !== undefined) after = last;
  }
  const zone = isChanged ? await readZone(trx, 'own') : undefined;
  if (zone !== undefined) await writeZone(trx, await startOnce(), { ...zone, history_rule: 2 });
}
