import { compact } from '#domain/values/compact.ts';
import { describe, expect, it } from 'vitest';
import { makePipeline, type PipelineRows } from './pipeline.ts';
import { defaultStageMapping as mapping } from './stage.ts';

const as_of = '2021-04-16';
const nothing: PipelineRows = {
  sums: [],
  on_hold: 0,
  data_status: 'reported',
  since: [],
  changes: [],
  actions: { rows: [], total: 0, overdue: 0, stale: 0, unrated: [], not_judged: 0, undated: 0 },
  undated: 0,
  is_before_unknown: false,
};
const makeFrom = (rows: Partial<PipelineRows>, compare?: string) =>
  makePipeline({
    origin: 'own',
    revision: 1,
    as_of,
    first_known_day: '2021-01-31',
    ...compact({ compare }),
    mapping,
    currency: 'CNY',
    rows: { ...nothing, ...rows },
  });
const cny = (minor: string) => ({ minor, currency: 'CNY' });

describe('the pipeline', () => {
  it('an empty stage has 0 projects and no median', () => {
    const { stages, pipeline, moves, actions } = makeFrom({});
    expect(stages.map(({ stage }) => stage)).not.toContain('unknown');
    expect(
      stages.every(
        (row) => row.count === 0 && row.median_days === undefined && row.p80_days === undefined,
      ),
    ).toBe(true);
    expect([stages.length, pipeline?.count, pipeline?.amounts, moves, actions?.items]).toEqual([
      7,
      0,
      [],
      undefined,
      [],
    ]);
  });
  it('has no stages where nobody has entered a project', () => {
    const { stages, ...pipeline } = makePipeline({
      origin: 'own',
      revision: 1,
      as_of,
      mapping,
      currency: 'CNY',
      rows: nothing,
    });
    expect(stages).toEqual([]);
    for (const part of ['pipeline', 'on_hold', 'moves', 'actions'])
      expect(pipeline, part).not.toHaveProperty(part);
  });
  it('projects without a date of entry are counted but not in the median', () => {
    const { stages } = makeFrom({
      sums: [
        { stage: 'lead', count: 6, undisclosed: 1, amounts: [] },
        { stage: 'signed', count: 4, undisclosed: 0, amounts: [] },
      ],
      since: [
        { stage: 'lead', since: '2021-04-06', count: 5 },
        { stage: 'lead', since: null, count: 1 },
        { stage: 'signed', since: '2021-04-06', count: 4 },
      ],
    });
    expect(stages[0]).toMatchObject({
      stage: 'lead',
      count: 6,
      dated: 5,
      undated: 1,
      median_days: 10,
      p80_days: 10,
    });
    const signing = stages.find(({ stage }) => stage === 'signed');
    expect([signing?.dated, signing?.median_days, signing?.p80_days]).toEqual([
      4,
      undefined,
      undefined,
    ]);
  });
  it('the pipeline follows the mapping of the zone and never adds two currencies', () => {
    const { pipeline, stages } = makeFrom({
      sums: [
        {
          stage: 'lead',
          count: 2,
          undisclosed: 0,
          amounts: [cny('9007199254740993'), { minor: '5', currency: 'JPY' }],
        },
        { stage: 'signed', count: 2, undisclosed: 1, amounts: [cny('2')] },
        { stage: 'construction', count: 1, undisclosed: 0, amounts: [cny('100')] },
        { stage: 'unknown', count: 4, undisclosed: 4, amounts: [] },
      ],
    });
    expect(pipeline).toMatchObject({
      count: 4,
      undisclosed: 1,
      amounts: [cny('9007199254740995'), { minor: '5', currency: 'JPY' }],
    });
    expect(stages.at(-1)).toMatchObject({ stage: 'unknown', group: 'neither', count: 4 });
  });
  it('has no moves where nobody knows which projects one of the two days had', () => {
    const moves = [{ from: 'lead', to: 'signed', count: 2 }] as const;
    const find = (rows: Partial<PipelineRows>) => makeFrom({ moves, ...rows }, '2021-03-01').moves;
    expect(find({})).toMatchObject({ total: 2 });
    expect(find({ undated: 1 })).toBeUndefined();
    expect(find({ is_before_unknown: true })).toBeUndefined();
  });
  it('a move back is a regression, unless one of the stages is unmapped', () => {
    const { moves } = makeFrom(
      {
        moves: [
          { from: 'signed', to: 'negotiation', count: 1 },
          { from: 'unknown', to: 'lead', count: 2 },
          { from: null, to: 'negotiation', count: 3 },
          { from: 'lead', to: 'negotiation', count: 60 },
        ],
        changes: [
          {
            kind: 'stage',
            code: 'B',
            name: 'B',
            from: 'signed',
            to: 'negotiation',
            date: '2021-04-01',
            regression: true,
          },
          { kind: 'new', code: 'N', name: 'N', to: 'negotiation', date: '2021-03-20' },
        ],
      },
      '2021-03-16',
    );
    expect(moves?.total).toBe(66);
    expect(
      moves?.items.map(({ from, to, count, regression, projects }) => [
        from,
        to,
        count,
        regression,
        projects.map((p) => p.code),
      ]),
    ).toEqual([
      [undefined, 'negotiation', 3, false, ['N']],
      ['lead', 'negotiation', 60, false, []],
      ['signed', 'negotiation', 1, true, ['B']],
      ['unknown', 'lead', 2, false, []],
    ]);
  });
});
