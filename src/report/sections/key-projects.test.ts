import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeReport } from '#report/make-report.ts';
import { input } from '#report/report-input.fixture.ts';

// seen to fail: a milestone of April stood in October as "as first planned"
it.each([
  ['en', 'overdue by 196 days', 'Key projects, by planned investment at the entered rates'],
  ['ja', '196日超過', '登録済みの為替レートで計画投資額順'],
  ['zh-CN', '已超期196天', '按已录入汇率折算的计划总投资排列'],
] as const)(
  'states since when a key project is overdue, and how currencies are ordered, in %s',
  (language, overdue, order) => {
    const money = { minor: '100', currency: 'DKK' };
    const project = {
      ...({ code: 'A01', name: 'Wind', stage: 'construction', money } as const),
      next: { type: 'operation', plan: '2026-04-18', baseline: '2026-04-18' },
      slippage_days: 0,
      overdue: { since: '2026-04-18', days: 196 },
    } as const;
    const groups = sampleOverview.strip.groups.map((group) => ({
      ...group,
      amounts: [money, { minor: '9', currency: 'SEK' }],
    }));
    const strip = { ...sampleOverview.strip, groups };
    const overview = { ...sampleOverview, targets: [], established: [project], strip };
    const text = JSON.stringify(makeReport(input({ overview, language })));
    expect(text).toContain(overdue);
    expect(text).toContain(order);
  },
);
