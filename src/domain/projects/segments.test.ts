import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/values/date.ts';
import type { ProjectRecord, StageEvent, StatusEvent } from './project.ts';
import { beginning, openEnd, segments } from './segments.ts';
import { stages, statuses } from './stage.ts';

const record = (
  stage_events: readonly StageEvent[],
  status_events: readonly StatusEvent[] = [],
): ProjectRecord => ({
  code: 'B03',
  origin: 'sample',
  facts: { name: 'B03', amounts: {}, milestones: [], data_status: 'illustrative' },
  stage_events,
  status_events,
});
const givenDate = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2020-01-01', n));
const date = fc.option(givenDate, { nil: undefined });
const withDate = <T extends object>(
  event: T,
  day: string | undefined,
): T & { readonly date?: string } => (day === undefined ? event : { ...event, date: day });
const stageEvents = fc.array(
  fc.tuple(fc.constantFrom(...stages), givenDate).map(([stage, day]) => ({ stage, date: day })),
  { maxLength: 6 },
);
const statusEvents = fc.array(
  fc.tuple(fc.constantFrom(...statuses), date).map(([status, day]) => withDate({ status }, day)),
  { maxLength: 4 },
);

describe('validity segments', () => {
  it('segments cover the time from the first event on without gap or overlap', () => {
    fc.assert(
      fc.property(stageEvents, statusEvents, (a, b) => {
        const all = segments(record(a, b));
        expect(all.at(-1)?.valid_to).toBe(openEnd);
        for (const [i, segment] of all.entries()) {
          expect(segment.valid_from < segment.valid_to).toBe(true);
          if (i > 0) expect(segment.valid_from).toBe(all[i - 1]?.valid_to);
        }
      }),
    );
  });
  it('each segment has its stage and status with their days', () => {
    expect(
      segments(
        record(
          [
            { stage: 'signed', date: '2021-03-30' },
            { stage: 'negotiation', date: '2020-04-27' },
          ],
          [{ status: 'on_hold', date: '2021-04-01', reason: 'land' }],
        ),
      ),
    ).toEqual([
      {
        valid_from: '2020-04-27',
        valid_to: '2021-03-30',
        stage: 'negotiation',
        stage_since: '2020-04-27',
        status: 'active',
      },
      {
        valid_from: '2021-03-30',
        valid_to: '2021-04-01',
        stage: 'signed',
        stage_since: '2021-03-30',
        status: 'active',
      },
      {
        valid_from: '2021-04-01',
        valid_to: openEnd,
        stage: 'signed',
        stage_since: '2021-03-30',
        status: 'on_hold',
        status_date: '2021-04-01',
        status_reason: 'land',
      },
    ]);
  });
  it('a stage reached by a day holds from that day, with its source word and no exact day', () => {
    expect(
      segments(record([{ stage: 'unknown', word: 'Piloto 1', date: '2021-04-16', by: true }])),
    ).toEqual([
      {
        valid_from: '2021-04-16',
        valid_to: openEnd,
        stage: 'unknown',
        stage_by: '2021-04-16',
        stage_word: 'Piloto 1',
        status: 'active',
      },
    ]);
  });
  it('a stage holds from the day it counts from and keeps the day it began', () => {
    expect(
      segments(record([{ stage: 'signed', date: '2021-03-28', counts_from: '2021-04-01' }])),
    ).toMatchObject([{ valid_from: '2021-04-01', stage_since: '2021-03-28' }]);
  });
  it('a record without stages is unknown, and no segment starts before the first stage', () => {
    expect(segments(record([]))).toMatchObject([{ valid_from: beginning, stage: 'unknown' }]);
    expect(
      segments(
        record([{ stage: 'lead', date: '2020-05-01' }], [{ status: 'active', date: '2020-01-01' }]),
      ).map((s) => s.valid_from),
    ).toEqual(['2020-05-01']);
  });
  it('the later of two events on one day holds', () => {
    expect(
      segments(
        record([
          { stage: 'signed', date: '2021-01-01' },
          { stage: 'registered', date: '2021-01-01' },
        ]),
      ),
    ).toMatchObject([{ stage: 'registered' }]);
  });
});
