import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/values/date.ts';
import { endedStatuses, stageRank, stagesAndUnknown, statuses } from '#domain/projects/stage.ts';
import { readStageTime } from '#server/analysis/stage-time-store.ts';
import { getReader, type Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { readExposures } from '#server/outlook/exposure-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { countExposures } from '../outlook/count-exposures.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const day = fc.integer({ min: 0, max: 700 }).map((at) => addDays('2020-01-01', at));
const project = fc.record({
  events: fc.array(
    fc.record(
      { stage: fc.constantFrom(...stagesAndUnknown), date: day, by: fc.constant(true as const) },
      { requiredKeys: ['stage', 'date'] },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  status: fc.array(fc.record({ status: fc.constantFrom(...statuses), date: day }), {
    maxLength: 3,
  }),
  industry: fc.constantFrom('eco', 'bio'),
});

const readPeriods = async (db: Db, as_of: string) => {
  return getReader(db)
    .selectFrom('project_version')
    .select(['code', 'stage', 'stage_since', 'status', 'status_date', 'industry'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('valid_from', '<=', as_of)
    .orderBy('code')
    .orderBy('valid_from')
    .execute();
};
type Period = Awaited<ReturnType<typeof readPeriods>>[number];
const isEnded = ({ status }: Pick<Period, 'status'>): boolean =>
  endedStatuses.some((one) => one === status);

/** How many times in a stage ended, and after how many days, read version by version. */
function listEndings(periods: readonly Period[]): string[] {
  return [...Map.groupBy(periods, ({ code }) => code).values()].flatMap((life) =>
    life.slice(1).flatMap((next, at): string[] => {
      const [before, last] = [life[at], life.at(-1)];
      if (before === undefined || last === undefined) return [];
      const left = isEnded(next);
      const [from, to] = [stageRank(before.stage), stageRank(next.stage)];
      if (from === undefined || !['active', 'on_hold'].includes(before.status)) return [];
      if (left ? last.status !== next.status || last.stage !== before.stage : from === to)
        return [];
      if (!left && to === undefined) return ['unset'];
      if (!left && to !== undefined && to < from) return ['back'];
      const [start, end] = [before.stage_since, left ? next.status_date : next.stage_since];
      return start === null || end === null || end < start
        ? []
        : [`${before.stage} ${left ? 'left' : 'moved_on'} ${daysBetween(start, end)}`];
    }),
  );
}

describe.each(engines)('the difference of versions on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  it('gives the same moves and stays as reading version by version', async () => {
    db = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(project, { minLength: 1, maxLength: 12 }),
        day,
        day,
        async (lives, as_of, first) => {
          await writeRevision(
            db,
            { author: 'test', kind: 'import', reason: 'test', origin: 'own' },
            async (trx, revision) => {
              await trx.deleteFrom('project_version').execute();
              await trx.deleteFrom('project_statement').execute();
              await trx.deleteFrom('project_history').execute();
              await putProjects(
                trx,
                revision,
                lives.map((one, at) => record(`P-${at}`, one)),
              );
            },
          );
          const periods = await readPeriods(db, as_of);
          const scope = { origin: 'own', as_of, knownRevision: undefined } as const;
          const exposures = await readExposures(getReader(db), scope as never, first);
          const counts = countExposures(periods, as_of, first);
          for (const [stage, { on, out, months }] of Object.entries(counts)) {
            const own = exposures[stage as keyof typeof exposures] ?? { on: 0, out: 0, months: 0 };
            expect([stage, own.on, own.out]).toEqual([stage, on, out]);
            expect(own.months).toBeCloseTo(months, 6);
          }
          for (const filters of [{}, { industry: 'bio' }]) {
            const time = await readStageTime(getReader(db), { ...scope, filters } as never, []);
            const own = periods.filter(
              ({ code }) =>
                !('industry' in filters) ||
                periods.findLast((one) => one.code === code)?.industry === 'bio',
            );
            const endings = listEndings(own);
            const count = (end: string) => endings.filter((one) => one === end).length;
            expect(time.moved_back).toBe(count('back'));
            expect(time.stage_unset ?? 0).toBe(count('unset'));
            const cases = time.stages.flatMap(({ stage, closed }) =>
              (closed.cases ?? []).map(({ end, days }) => `${stage} ${end} ${days}`),
            );
            expect(cases.toSorted()).toEqual(endings.filter((one) => one.includes(' ')).toSorted());
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
