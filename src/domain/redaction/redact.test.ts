import { expect, it } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';

import { redactionProfiles, type RedactionProfile, sharedSections } from './profile.ts';
import { redactOverview } from './redact.ts';
import { cellsOfDots, overviewWith, type P } from './register.fixture.ts';
import { toDrawableOverview, type SharedOverview } from './shared-overview.ts';

const projected = (overview: Overview, profile: RedactionProfile): SharedOverview =>
  redactOverview(overview, profile, cellsOfDots(overview));
const canary = /CANARY/;
const withCanaries = (): Overview => {
  const projects: P[] = stages.flatMap((stage, i) =>
    [1, 2, 3, 4].map((n) => ({
      code: `CANARY-${i}-${n}`,
      stage,
      currency: 'CNY',
      minor: `${i}000${n}`,
    })),
  );
  const overview = overviewWith(projects, { value: '1000' });
  return {
    ...overview,
    targets: overview.targets.map((row) => ({
      ...row,
      cause: {
        indicator: row.indicator,
        period: '2021-03',
        text: 'CANARY said so',
        author: 'CANARY',
        recorded_at: '2021-04-01',
      },
      declared: { status: 'behind', reason: 'CANARY', by: 'CANARY', on: '2021-04-01' },
      series: row.series.map((point) => ({ ...point, source: 'CANARY', secret: 'CANARY' })),
      secret: 'CANARY',
    })),
    changes: {
      since: '2021-03-31',
      items: [
        { kind: 'new', code: 'CANARY-1-1', name: 'CANARY', to: 'negotiation', date: '2021-04-01' },
      ],
      total: 1,
      established: { before: 0, now: 0 },
      pipeline: { before: 0, now: 1 },
    },
    actions: {
      items: [{ code: 'CANARY', name: 'CANARY', owner: 'CANARY', days_over: 55, reasons: [] }],
      total: 1,
      unrated: [],
      not_judged: 0,
      undated: 0,
    },
    undisclosed: { count: 1, projects: [{ code: 'CANARY', name: 'CANARY' }] },
    established: [
      {
        code: 'CANARY-4-1',
        name: 'CANARY',
        stage: 'construction',
        industry: 'CANARY',
        money: { minor: '1', currency: 'CNY' },
      },
    ],
    bridge: {
      from: 'CANARY',
      to: '',
      measure: 'total_investment',
      rates: { kind: 'none' },
      groups: [],
    },
    ...({ secret: 'CANARY' } as object),
  };
};

it('a reader of totals gets no code, name, cause or unknown field', () => {
  const shared = projected(withCanaries(), redactionProfiles.totals);
  expect(JSON.stringify(shared)).not.toMatch(canary);
  expect(JSON.stringify(toDrawableOverview(shared))).not.toMatch(canary);
  expect(shared.changes).toEqual({
    since: '2021-03-31',
    total: 1,
    established: { before: 0, now: 0 },
    pipeline: { before: 0, now: 1 },
  });
});

it('a project is named only once it is registered', () => {
  const shared = projected(withCanaries(), redactionProfiles.full);
  const named = shared.strip?.groups.flatMap((g) =>
    g.rows.flatMap((r) => (r.dots.length > 0 ? [r.stage] : [])),
  );
  expect(named).toEqual(['full_capacity', 'operation', 'construction', 'registered']);
  expect(shared.changes?.items).toEqual([]);
  expect(
    projected(withCanaries(), { ...redactionProfiles.full, names: 'shown' }).changes?.items,
  ).toHaveLength(1);
});

it('an excluded section is omitted', () => {
  const shared = projected(withCanaries(), { ...redactionProfiles.full, sections: [] });
  expect(Object.keys(shared).sort()).toEqual([
    'as_of',
    'first_known_day',
    'illustrative',
    'latest_month',
    'origin',
    'shared',
    'stage_mapping',
    'zone',
  ]);
  for (const section of sharedSections)
    expect(
      Object.keys(projected(withCanaries(), { ...redactionProfiles.totals, sections: [section] }))
        .length,
    ).toBeGreaterThanOrEqual(8);
});

it('seven established projects still show their total, the largest stage and all counts', () => {
  const wan = (stage: Stage, amounts: readonly number[]) =>
    amounts.map(
      (amount, i): P => ({
        code: `${stage}${i}`,
        stage,
        currency: 'CNY',
        minor: String(amount * 1_000_000),
      }),
    );
  const overview = overviewWith([
    ...wan('operation', [10]),
    ...wan('construction', [90, 60, 45, 35]),
    ...wan('registered', [25, 15]),
  ]);
  const [established] = projected(overview, redactionProfiles.totals).strip?.groups ?? [];
  expect(established?.amounts).toEqual([{ currency: 'CNY', minor: '280000000' }]);
  expect(established?.rows.map((r) => [r.stage, r.count, r.amounts.length, r.held_back])).toEqual([
    ['full_capacity', 0, 0, undefined],
    ['operation', 1, 0, ['CNY']],
    ['construction', 4, 1, undefined],
    ['registered', 2, 0, ['CNY']],
  ]);
});

const change = { name: sameWords('CANARY'), unit: 'jobs', difference: '5' };
it('a link has the changes of shared indicators, if it shows the compared day', () => {
  const overview: Overview = {
    ...overviewWith([], { value: '1' }),
    compare: '2021-02-08',
    indicator_changes: [
      { ...change, indicator: 'jobs', name: sameWords('jobs') },
      { ...change, indicator: 'hidden', is_shared: false },
    ],
  };
  const changesOf = (sections: RedactionProfile['sections']) =>
    projected(overview, { ...redactionProfiles.totals, sections }).indicator_changes;
  expect(changesOf(['targets', 'changes'])?.map(({ indicator }) => indicator)).toEqual(['jobs']);
  expect(changesOf(['targets'])).toBeUndefined();
  expect(changesOf(['changes'])).toBeUndefined();
});
it('a link says that a value changed after a closing, without the typed reason', () => {
  const after_closing = [
    { period: '2021-02', recorded_at: '2021-04-02T00:00:00Z', reason: 'CANARY' },
  ];
  const overview: Overview = {
    ...overviewWith([], { value: '1' }),
    compare: '2021-02-08',
    indicator_changes: [{ ...change, indicator: 'jobs', name: sameWords('jobs'), after_closing }],
  };
  const changesOf = (sections: RedactionProfile['sections']) =>
    projected(overview, { ...redactionProfiles.totals, sections }).indicator_changes?.[0];
  expect(changesOf(['targets', 'changes', 'revisions'])?.after_closing).toEqual([
    { period: '2021-02', recorded_at: '2021-04-02T00:00:00Z' },
  ]);
  expect(changesOf(['targets', 'changes'])).not.toHaveProperty('after_closing');
});
it('a stage of five is withheld beside one of two, since the total less five is two', () => {
  const of = (stage: Stage, n: number) =>
    Array.from(
      { length: n },
      (_, i): P => ({ code: `${stage}${i}`, stage, currency: 'CNY', minor: '5' }),
    );
  const [established] =
    projected(
      overviewWith([...of('construction', 5), ...of('registered', 2)]),
      redactionProfiles.totals,
    ).strip?.groups ?? [];
  expect(established?.amounts).toHaveLength(1);
  expect(established?.rows.flatMap((r) => r.amounts)).toEqual([]);
});

it('a link names the currency of a withheld sum', () => {
  const of = (currency: string, n: number) =>
    Array.from(
      { length: n },
      (_, i): P => ({ code: `${currency}${i}`, stage: 'construction', currency, minor: '5' }),
    );
  const overview = overviewWith([...of('CNY', 5), ...of('JPY', 1)]);
  const { headline } = projected(overview, redactionProfiles.totals);
  expect(headline?.established_sums?.map(({ unit }) => unit)).toEqual(['CNY']);
  expect(headline?.investment_held_back).toEqual(['JPY']);
  const all = projected(overview, { ...redactionProfiles.totals, amounts: 'none' }).headline;
  expect([all?.established_sums, all?.investment_held_back]).toEqual([undefined, ['CNY', 'JPY']]);
});
