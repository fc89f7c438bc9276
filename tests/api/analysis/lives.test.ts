import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CohortEnd } from '#domain/analysis/events/cohort-funnel.ts';
import {
  projectEvents,
  stageOfEvent,
  type ProjectEvent,
} from '#domain/analysis/events/project-events.ts';
import { addDays, daysBetween } from '#domain/values/date.ts';
import type { ProjectRecord, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import { segments, type Segment } from '#domain/projects/segments.ts';
import {
  isOpenStatus,
  stageRank,
  stages,
  stagesAndUnknown,
  statuses,
} from '#domain/projects/stage.ts';
import { readCohorts } from '#server/analysis/events/cohort-store.ts';
import { readEvents } from '#server/analysis/events/event-series-store.ts';
import { readRecordTimes } from '#server/analysis/events/record-times-store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const first = '2020-03-10';
const day = fc.integer({ min: 0, max: 700 }).map((at) => addDays('2020-01-01', at));
const stageEvent = fc.record(
  { stage: fc.constantFrom(...stagesAndUnknown), date: day, by: fc.constant(true as const) },
  { requiredKeys: ['stage', 'date'] },
);
const statusEvent = fc.record({ status: fc.constantFrom(...statuses), date: day });
const project = fc.record({
  stage_events: fc.array(stageEvent, { minLength: 1, maxLength: 5 }),
  status_events: fc.array(statusEvent, { maxLength: 3 }),
  minor: fc.option(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), { nil: undefined }),
  currency: fc.constantFrom('CNY', 'USD'),
  industry: fc.constantFrom('eco', 'bio'),
});
interface Life {
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
  readonly minor: bigint | undefined;
  readonly currency: string;
  readonly industry: string;
}
const toRecord = (life: Life, at: number): ProjectRecord =>
  record(`P-${at}`, {
    ...(life.minor === undefined ? {} : { total: { minor: life.minor, currency: life.currency } }),
    events: life.stage_events,
    status: life.status_events,
    industry: life.industry,
  });

const livesAt = (one: ProjectRecord, as_of: string): Segment[] =>
  segments(one).filter(({ valid_from }) => valid_from <= as_of);
/** The first segment in which a project had reached an event. */
const firstOf = (life: readonly Segment[], event: ProjectEvent): Segment | undefined => {
  const stage = stageOfEvent[event];
  return life.find(({ stage: now, status }) =>
    stage === undefined
      ? !isOpenStatus(status) && status !== 'unlisted'
      : (stageRank(now) ?? -1) >= stages.indexOf(stage),
  );
};
const isDated = (segment: Segment, event: ProjectEvent): boolean =>
  event === 'exit' || (segment.stage === stageOfEvent[event] && segment.stage_since !== undefined);

/** Counts events by reading the whole life of each project. */
function countByReading(records: readonly ProjectRecord[], as_of: string): string[] {
  const sums = new Map<string, { count: number; minor: bigint }>();
  for (const one of records)
    for (const event of projectEvents) {
      const segment = firstOf(livesAt(one, as_of), event);
      if (segment === undefined) continue;
      const { valid_from: date } = segment;
      const isEarly = date < first || (date === first && !isDated(segment, event));
      const money = one.facts.amounts.total_investment?.money;
      const key = [
        event,
        isEarly ? 'early' : date.slice(0, 7),
        isDated(segment, event) ? '' : 'by',
        money?.currency ?? '',
      ].join(' ');
      const { count, minor } = sums.get(key) ?? { count: 0, minor: 0n };
      sums.set(key, { count: count + 1, minor: minor + BigInt(money?.minor ?? 0) });
    }
  return [...sums].map(([key, { count, minor }]) => `${key} ${count} ${minor}`).toSorted();
}

/** What became of a project between two stages, by reading its life. */
function endByReading(one: ProjectRecord, as_of: string) {
  const life = livesAt(one, as_of);
  const entry = firstOf(life, 'lead');
  const goal = firstOf(life, 'signing');
  if (entry === undefined || (goal !== undefined && goal.valid_from <= entry.valid_from)) return [];
  const now = life.at(-1) ?? entry;
  const start = entry.valid_from;
  const lastOpen = life.findLast(({ status }) => isOpenStatus(status))?.valid_to ?? start;
  const [end, last]: [CohortEnd, string] =
    goal !== undefined
      ? ['moved', goal.valid_from]
      : isOpenStatus(now.status)
        ? ['open', as_of]
        : [
            now.status === 'unlisted' ? 'unlisted' : 'left',
            [start, lastOpen].toSorted()[1] ?? start,
          ];
  const hasDay = isDated(entry, 'lead');
  const month =
    start < first && hasDay ? 'before' : start <= first && !hasDay ? undefined : start.slice(0, 7);
  return [{ month, end, days: daysBetween(start, last) }];
}

describe.each(engines)('the lives of projects on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = (records: readonly ProjectRecord[]) =>
    writeRevision(
      db,
      { author: 'test', kind: 'import', reason: 'test', origin: 'own' },
      async (trx, revision) => {
        await trx.deleteFrom('project_version').execute();
        await trx.deleteFrom('project_statement').execute();
        await trx.deleteFrom('project_history').execute();
        await putProjects(trx, revision, records);
      },
    );

  it('are counted as by reading each of them, on any day and for any filter', async () => {
    db = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(project, { minLength: 1, maxLength: 15 }),
        day,
        async (lives, as_of) => {
          const records = lives.map(toRecord);
          await put(records);
          const query = {
            origin: 'own',
            as_of,
            measure: 'total_investment',
            events: projectEvents,
            first_known_day: first,
          } as const;
          const { cells } = await readEvents(db, query);
          const list = cells
            .map(({ event, month, count, by, money }) =>
              [
                event,
                month ?? 'early',
                by > 0 ? 'by' : '',
                money?.currency ?? '',
                count,
                money?.minor ?? 0,
              ].join(' '),
            )
            .toSorted();
          expect(list).toEqual(countByReading(records, as_of));
          const bio = (await readEvents(db, { ...query, filters: { industry: 'bio' } })).standing;
          const members = records.filter(
            (one) =>
              one.facts.industry === 'bio' && firstOf(livesAt(one, as_of), 'lead') !== undefined,
          );
          expect(bio.reduce((sum, { count }) => sum + count, 0)).toBe(members.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are followed from entry to their end as by reading each of them', async () => {
    db = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(project, { minLength: 1, maxLength: 15 }),
        day,
        async (lives, as_of) => {
          const records = lives.map(toRecord);
          await put(records);
          const query = {
            origin: 'own',
            as_of,
            from: 'lead',
            to: 'signed',
            first_known_day: first,
          } as const;
          const { entries, times } = await readCohorts(db, query);
          const ends = records.flatMap((one) => endByReading(one, as_of));
          const lines = (list: readonly string[]) => list.toSorted();
          expect(
            lines(
              entries
                .filter(({ end }) => end !== 'passed' && end !== 'stage_unset')
                .flatMap(({ month, end, count }) => Array<string>(count).fill(`${month} ${end}`)),
            ),
          ).toEqual(lines(ends.map(({ month, end }) => `${month} ${end}`)));
          const isUnset = (one: ProjectRecord): boolean => {
            const life = livesAt(one, as_of);
            return life.at(-1)?.stage === 'unknown' && firstOf(life, 'lead') === undefined;
          };
          expect(entries.find(({ end }) => end === 'stage_unset')?.count ?? 0).toBe(
            records.filter(isUnset).length,
          );
          const endsWithMonth = ends.filter(
            ({ month }) => month !== undefined && month !== 'before',
          );
          expect(
            lines(
              times.flatMap(({ days, end, count }) => Array<string>(count).fill(`${days} ${end}`)),
            ),
          ).toEqual(lines(endsWithMonth.map(({ days, end }) => `${days} ${end}`)));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('were recorded in the months of an entry or a change, and in no other', async () => {
    db = await open();
    const at = (code: string, date: string, next: string) =>
      record(code, {
        events: [
          { stage: 'lead', date },
          { stage: 'signed', date: next },
        ],
      });
    await put([at('P-1', '2020-01-20', '2020-02-03'), at('P-2', '2020-02-11', '2020-06-30')]);
    const times = await readRecordTimes(db, {
      origin: 'own',
      as_of: '2020-09-30',
      first_known_day: '2020-01-20',
      data_date: '2020-09-30',
    });
    expect(times).toEqual({
      first_known_day: '2020-01-20',
      last_day: '2020-06-30',
      months: ['2020-01', '2020-02', '2020-06'],
    });
    const without = ['P-2'];
    const rest = await readRecordTimes(db, {
      origin: 'own',
      as_of: '2020-09-30',
      first_known_day: '2020-01-20',
      data_date: '2020-09-30',
      without,
    });
    expect(rest).toMatchObject({ last_day: '2020-02-03', months: ['2020-01', '2020-02'] });
  });

  it('of the sample were recorded from its declared first day to the day of its data', async () => {
    db = await open();
    await fillSample(db, 'sample');
    const times = await readRecordTimes(db, {
      origin: 'sample',
      as_of: '2021-04-16',
      first_known_day: '2020-01-01',
      data_date: '2021-04-16',
    });
    expect(times.last_day).toBe('2021-04-16');
    expect(times.months).toHaveLength(16);
  });
});
