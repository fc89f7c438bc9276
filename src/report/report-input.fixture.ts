import { makeBridge } from '#domain/changes/bridge.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import type { ReportInput } from '#domain/report/report.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';

/** One project that was signed in the period. */
export const changes: RegisterChanges = {
  bridge: makeBridge([], {
    from: '2020-12-31',
    to: '2021-03-31',
    measure: 'total_investment',
    mapping: profile.stage_mapping,
  }),
  moves: [
    {
      code: 'B03',
      name: 'B03',
      kinds: ['advanced'],
      from: { stage: 'negotiation', status: 'active' },
      to: { stage: 'signed', status: 'active' },
      date: '2021-03-30',
      regression: false,
    },
  ],
  total: 1,
  counts: {
    new: 0,
    gone: 0,
    status: 0,
    advanced: 1,
    moved_back: 0,
    returned: 0,
    stage: 0,
    replanned: 0,
    revised: 0,
  },
  indicators: [],
  targets: [],
  revision: { from: 1, to: 1 },
  data_status: 'illustrative',
};
/** The report of a quarter of the sample. */
export const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  language: 'en',
  period: '2021Q1',
  overview: sampleOverview,
  profile,
  recorded_at: '2021-04-16T08:00:00.000Z',
  changes,
  issues: [],
  log: [
    {
      revision: 1,
      recorded_at: '2021-04-16T08:00:00.000Z',
      author: 'wang',
      kind: 'import',
      reason: 'register.xlsx',
    },
  ],
  log_total: 30,
  next_until: '2021-06-30',
  ...more,
});
