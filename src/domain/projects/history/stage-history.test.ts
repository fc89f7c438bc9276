import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { segments } from '#domain/projects/segments.ts';
import { type Stage, type StageOrUnknown, stages, statuses } from '#domain/projects/stage.ts';
import { stageHistory } from '#domain/projects/history/stage-history.ts';
import type {
  EditionStatement,
  EntryStatement,
  Statement,
} from '#domain/projects/history/edition-statement.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';

const start = '2020-01-01';
const edition = (
  day: IsoDate,
  stage: StageOrUnknown | undefined,
  more: Partial<EditionStatement> = {},
): EditionStatement => ({
  kind: 'edition',
  day,
  revision: 1,
  ...compact({ stage }),
  dates: {},
  status: 'active',
  ...more,
});
const entry = (day: IsoDate, revision: number, stage: Stage): EntryStatement => ({
  kind: 'entry',
  day,
  revision,
  stage_events: [{ stage, date: day }],
  status_events: [],
});

const recordOf = (statements: readonly Statement[]): ProjectRecord => ({
  code: 'P1',
  origin: 'own',
  facts: { name: 'P1', amounts: {}, milestones: [], data_status: 'reported' },
  stage_events: stageHistory(statements),
  status_events: statusHistory(statements),
});
const standingOn = (statements: readonly Statement[], day: IsoDate) =>
  segments(recordOf(statements)).find((one) => one.valid_from <= day && one.valid_to > day);

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(start, n));
const anyEdition: fc.Arbitrary<EditionStatement> = fc.record({
  kind: fc.constant('edition' as const),
  day,
  revision: fc.constant(0),
  stage: fc.constantFrom(...stages, 'unknown' as const),
  dates: fc.dictionary(fc.constantFrom(...stages), day, { noNullPrototype: true }),
  years: fc.subarray([...stages]),
  status: fc.constantFrom(...statuses),
});
/** Editions of different days, numbered in the order of their import. */
const anyEditions = fc
  .uniqueArray(anyEdition, { minLength: 1, maxLength: 6, selector: (one) => one.day })
  .map((all) => all.map((one, i) => ({ ...one, revision: i + 1 })));

describe('the history of stages from editions', () => {
  it('the order of imports does not change the history', () => {
    fc.assert(
      fc.property(
        anyEditions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const again = shuffled.map((one, i) => ({ ...one, revision: i + 1 }));
          expect(recordOf(again)).toEqual(recordOf(all));
        },
      ),
    );
  });

  it('the history has the stage and status of an edition on its day', () => {
    fc.assert(
      fc.property(anyEditions, (all) => {
        for (const one of all)
          expect(standingOn(all, one.day)).toMatchObject({ stage: one.stage, status: one.status });
      }),
    );
  });

  it('an edition that repeats the one before changes nothing', () => {
    fc.assert(
      fc.property(anyEditions, fc.integer({ min: 1, max: 400 }), (all, days) => {
        const newest = all.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1);
        if (newest === undefined) throw new Error('no edition');
        expect(
          recordOf([
            ...all,
            { ...newest, day: addDays(newest.day, days), revision: all.length + 1 },
          ]),
        ).toEqual(recordOf(all));
      }),
    );
  });

  it('dated stages stay, and an undated present stage is reached by the day of the edition', () => {
    const dates = {
      lead: '2020-03-06',
      negotiation: '2020-07-22',
      signed: '2020-10-16',
      registered: '2021-02-21',
    };
    const all = [edition('2022-01-29', 'full_capacity', { dates })];
    expect(stageHistory(all)).toEqual([
      { stage: 'lead', date: '2020-03-06' },
      { stage: 'negotiation', date: '2020-07-22' },
      { stage: 'signed', date: '2020-10-16' },
      { stage: 'registered', date: '2021-02-21' },
      { stage: 'full_capacity', date: '2022-01-29', by: true },
    ]);
    expect(standingOn(all, '2021-07-09')).toMatchObject({
      stage: 'registered',
      stage_since: '2021-02-21',
    });
    expect(standingOn(all, '2022-03-01')).toMatchObject({
      stage: 'full_capacity',
      stage_by: '2022-01-29',
    });
    expect(standingOn(all, '2022-03-01')).not.toHaveProperty('stage_since');
  });

  it('nothing is known before the first event', () => {
    expect(standingOn([edition('2021-04-16', 'signed')], '2021-04-15')).toBeUndefined();
    expect(standingOn([edition('2021-04-16', undefined)], '2021-04-15')).toBeUndefined();
    expect(standingOn([edition('2021-04-16', undefined)], '2021-04-16')).toMatchObject({
      stage: 'unknown',
    });
  });

  it('a stage date after its edition counts from the day of the edition', () => {
    expect(
      stageHistory([
        edition('2021-04-16', 'signed', { dates: { lead: '2020-05-01', signed: '2021-05-01' } }),
      ]),
    ).toEqual([
      { stage: 'lead', date: '2020-05-01' },
      { stage: 'signed', date: '2021-04-16', by: true },
    ]);
  });

  it('an exact day of a later edition replaces the day of the edition', () => {
    const all = [
      edition('2021-04-16', 'signed'),
      edition('2021-05-31', 'signed', { dates: { signed: '2021-02-01' } }),
    ];
    expect(stageHistory(all)).toEqual([{ stage: 'signed', date: '2021-02-01' }]);
  });

  it('a late stage counts from the day after the edition with another stage', () => {
    const all = [
      edition('2021-03-31', 'negotiation', { dates: { negotiation: '2020-07-22' } }),
      edition('2021-04-30', 'signed', {
        dates: { negotiation: '2020-07-22', signed: '2021-03-28' },
      }),
    ];
    expect(stageHistory(all)).toEqual([
      { stage: 'negotiation', date: '2020-07-22' },
      { stage: 'signed', date: '2021-03-28', counts_from: '2021-04-01' },
    ]);
    expect(standingOn(all, '2021-03-31')).toMatchObject({ stage: 'negotiation' });
    expect(standingOn(all, '2021-04-01')).toMatchObject({
      stage: 'signed',
      stage_since: '2021-03-28',
    });
  });

  it('new days of a later edition show a move back and forward', () => {
    const first = { signed: '2021-11-02', registered: '2022-03-01', construction: '2022-04-11' };
    const all = [
      edition('2022-06-26', 'construction', { dates: first }),
      edition('2023-03-08', 'construction', {
        dates: { ...first, registered: '2022-08-17', construction: '2022-12-10' },
      }),
    ];
    expect(stageHistory(all).slice(-3)).toEqual([
      { stage: 'construction', date: '2022-04-11' },
      { stage: 'registered', date: '2022-08-17' },
      { stage: 'construction', date: '2022-12-10' },
    ]);
    expect(standingOn(all, '2022-10-06')).toMatchObject({
      stage: 'registered',
      stage_since: '2022-08-17',
    });
  });

  it('a new day of an earlier stage is doubtful where the present stage has no later day', () => {
    const first = { signed: '2021-11-02', construction: '2022-04-11' };
    const all = [
      edition('2022-06-26', 'construction', { dates: first }),
      edition('2023-03-08', 'construction', { dates: { ...first, signed: '2022-08-17' } }),
      edition('2023-06-30', 'construction', { dates: { signed: '2023-05-01' } }),
    ];
    expect(stageHistory(all)).toEqual(stageHistory(all.slice(0, 1)));
  });

  it('a return to an earlier stage has the day of its edition and stays when repeated', () => {
    const first = { lead: '2020-03-06', negotiation: '2020-07-22' };
    const all = [
      edition('2021-03-31', 'signed', { dates: { ...first, signed: '2020-10-16' } }),
      edition('2021-04-30', 'negotiation', { dates: first }),
      edition('2021-05-31', 'negotiation', { dates: first, revision: 3 }),
    ];
    expect(stageHistory(all).slice(-2)).toEqual([
      { stage: 'signed', date: '2020-10-16' },
      { stage: 'negotiation', date: '2021-04-30', by: true },
    ]);
  });

  it('the edition imported last counts for its day', () => {
    const all = [
      edition('2021-04-16', 'signed', { revision: 2 }),
      edition('2021-04-16', 'lead', { revision: 3 }),
    ];
    expect(stageHistory(all)).toEqual([{ stage: 'lead', date: '2021-04-16', by: true }]);
    expect(stageHistory(all.toReversed())).toEqual(stageHistory(all));
  });

  it('an entry corrects the editions recorded before it, of its day and later', () => {
    const all = [
      edition('2021-04-16', 'negotiation', { dates: { negotiation: '2021-02-25' } }),
      entry('2021-03-30', 2, 'signed'),
    ];
    expect(stageHistory(all)).toEqual([
      { stage: 'negotiation', date: '2021-02-25' },
      { stage: 'signed', date: '2021-03-30' },
    ]);
    expect(
      stageHistory([...all, edition('2021-05-31', 'negotiation', { revision: 3 })]).at(-1),
    ).toEqual({
      stage: 'negotiation',
      date: '2021-05-31',
      by: true,
    });
  });
});

describe('the history of statuses from editions', () => {
  it('a hold and its end count from their days', () => {
    const all = [
      edition('2022-03-31', 'signed'),
      edition('2022-04-30', 'signed', {
        status: 'on_hold',
        status_date: '2022-04-02',
        status_reason: 'land',
      }),
      edition('2022-08-06', 'signed', { status: 'active', status_date: '2022-05-26' }),
    ];
    expect(statusHistory(all)).toEqual([
      { status: 'on_hold', date: '2022-04-02', reason: 'land' },
      { status: 'active', date: '2022-05-26' },
    ]);
  });
  it('a status without a day has the day of its edition', () => {
    expect(statusHistory([edition('2022-04-30', 'lead', { status: 'lost' })])).toEqual([
      { status: 'lost', date: '2022-04-30', by: true },
    ]);
  });
});
