import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/values/date.ts';
import { usualGates, type Gate } from '#domain/projects/gate.ts';
import { stages } from '#domain/projects/stage.ts';
import { percentile } from '#domain/targets/pace.ts';
import { makeStageTime, mostCases, stageLimit, type StageTimeInput } from './stage-time.ts';

const as_of = '2021-04-16';
const nothing: StageTimeInput = {
  as_of,
  gates: usualGates,
  open: [],
  closed: [],
  openCases: [],
  closedCases: [],
  on_hold: 0,
  stage_not_set: 0,
  moved_back: 0,
  stage_unset: 0,
};
const daysAgo = (days: number): string => addDays(as_of, -days);
const stage = fc.constantFrom(...stages);
const days = fc.integer({ min: 0, max: 3000 });

describe('the limit of a stage', () => {
  it('is the shortest gate that every project passes, else the usual limit, else none', () => {
    expect(stages.map((one) => stageLimit(one, usualGates))).toEqual([
      { days: 90 },
      { days: 180 },
      { days: 183, gate: { id: 'approval', months: 6 } },
      { days: 274, gate: { id: 'permits', months: 9 } },
      { days: 365, gate: { id: 'power', months: 12 } },
      undefined,
      undefined,
    ]);
  });
  it('follows the gates of the zone', () => {
    const talks: Gate = {
      id: 'talks',
      name: { en: 'Talks' },
      from: 'negotiation',
      until: 'signed',
      months: 4,
      actor: 'zone',
    };
    expect(stageLimit('negotiation', [talks])).toEqual({
      days: 122,
      gate: { id: 'talks', name: { en: 'Talks' }, months: 4 },
    });
    expect(stageLimit('signed', [talks])).toEqual({ days: 180 });
  });
  it('is exceeded on the day after the gate is due by the calendar', () => {
    const open = (since: string) =>
      makeStageTime({ ...nothing, open: [{ stage: 'signed', since, count: 1 }] }).stages[0]?.open
        .over;
    expect([open('2020-10-16'), open('2020-10-15')]).toEqual([0, 1]);
  });
});

describe('the time in a stage', () => {
  it('has no row for a stage without a case, and none for an empty register', () => {
    expect(makeStageTime(nothing).stages).toEqual([]);
  });
  it('has no median for one case and no spread under five', () => {
    const line = (count: number) =>
      makeStageTime({ ...nothing, open: [{ stage: 'lead', since: daysAgo(40), count }] }).stages[0]
        ?.open;
    expect(line(1)).not.toHaveProperty('median');
    expect(line(4)).toMatchObject({ count: 4, median: 40 });
    expect(line(4)).not.toHaveProperty('spread');
    expect(line(5)).toHaveProperty('spread');
  });
  it('leaves out and counts cases whose day of entry or leaving is unknown', () => {
    const [row] = makeStageTime({
      ...nothing,
      open: [
        { stage: 'lead', since: null, count: 3 },
        { stage: 'lead', since: daysAgo(100), count: 2 },
      ],
      closed: [
        { stage: 'lead', end: 'left', days: null, count: 4 },
        { stage: 'lead', end: 'moved_on', days: 10, count: 1 },
      ],
    }).stages;
    expect(row).toMatchObject({
      open: { count: 2, undated: 3, median: 100, over: 2 },
      closed: { count: 1, undated: 4, moved_on: 1, left: 0 },
    });
  });
  it('lists single cases only where a line has few enough', () => {
    const cases = (count: number) =>
      makeStageTime({ ...nothing, open: [{ stage: 'lead', since: daysAgo(9), count }] }).stages[0]
        ?.open.cases;
    expect([cases(mostCases), cases(mostCases + 1)]).toEqual([[], undefined]);
  });
  it('agrees with a computation project by project', () => {
    const open = fc.array(fc.record({ stage, days, count: fc.integer({ min: 1, max: 9 }) }));
    const stays = fc.array(
      fc.record({ stage, days, end: fc.constantFrom('moved_on' as const, 'left' as const) }),
    );
    fc.assert(
      fc.property(open, stays, (standing, ended) => {
        const { stages: rows } = makeStageTime({
          ...nothing,
          open: standing.map(({ days, ...row }) => ({ ...row, since: daysAgo(days) })),
          closed: ended.map((row) => ({ ...row, count: 1 })),
        });
        for (const row of rows) {
          const each = standing
            .filter((one) => one.stage === row.stage)
            .flatMap((one) => Array.from({ length: one.count }, () => one.days));
          expect(row.open.count).toBe(each.length);
          if (each.length > 1) expect(row.open.median).toBeCloseTo(percentile(each, 0.5) ?? -1, 6);
          if (each.length > 4)
            expect(row.open.spread?.p90).toBeCloseTo(percentile(each, 0.9) ?? -1, 6);
          const limit = row.limit?.gate === undefined ? row.limit?.days : undefined;
          if (limit !== undefined)
            expect(row.open.over).toBe(each.filter((days) => days > limit).length);
          expect(row.closed.moved_on + row.closed.left).toBe(row.closed.count);
        }
        const total = rows.reduce((sum, { closed: line }) => sum + line.count, 0);
        expect(total).toBe(ended.length);
      }),
    );
  });
  it('does not depend on the order of rows', () => {
    const stays = fc.array(fc.record({ stage, days, count: fc.integer({ min: 1, max: 9 }) }));
    fc.assert(
      fc.property(stays, (rows) => {
        const open = rows.map(({ days: back, ...row }) => ({ ...row, since: daysAgo(back) }));
        const one = makeStageTime({ ...nothing, open });
        expect(makeStageTime({ ...nothing, open: open.toReversed() })).toEqual(one);
        for (const row of one.stages)
          expect(daysBetween(daysAgo(row.open.median ?? 0), as_of)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
