import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { stages, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import { canBeFound } from './oracle.fixture.ts';
import { redactionProfiles, type RedactionProfile, sharedSections } from './profile.ts';
import { redactOverview } from './redact.ts';
import { cellsOf, cellsOfDots, overviewWith, type P } from './register.fixture.ts';
import { toDrawableOverview, type SharedOverview } from './shared-overview.ts';

const registers = fc
  .array(
    fc.record({
      stage: fc.constantFrom<StageOrUnknown>(...stages, 'unknown'),
      currency: fc.option(fc.constantFrom('CNY', 'CNY', 'CNY', 'JPY'), { nil: undefined, freq: 4 }),
      minor: fc.integer({ min: 1, max: 10_000_000 }).map(String),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(
      (p, i): P => ({
        code: `P${i}`,
        stage: p.stage,
        minor: p.minor,
        ...compact({ currency: p.currency ? p.currency : undefined }),
      }),
    ),
  );

/** Every amount that a reader sees, as who is in it: over the projects themselves, not over groups of them. */
function shownSums(
  shared: SharedOverview,
  projects: readonly P[],
  out: ReadonlySet<string>,
  currency: string,
  published: boolean,
): bigint[][] {
  const own = projects.filter((p) => p.currency === currency);
  const of = (test: (p: P) => boolean) => own.map((p) => (test(p) ? 1n : 0n));
  const mapping = shared.stage_mapping;
  const inGroup = (group: string) => (p: P) =>
    !out.has(p.code) &&
    (group === 'established' || group === 'pipeline'
      ? mapping[group].includes(p.stage as Stage)
      : ![...mapping.established, ...mapping.pipeline].includes(p.stage as Stage));
  const has = (amounts: readonly { readonly currency: string }[]) =>
    amounts.some((money) => money.currency === currency);
  const groups = shared.strip?.groups ?? [];
  const total = shared.headline?.established_investment;
  return [
    ...groups.flatMap((g) => (has(g.amounts) ? [of(inGroup(g.group))] : [])),
    ...groups.flatMap((g) =>
      g.rows.flatMap((r) =>
        has(r.amounts) ? [of((p) => p.stage === r.stage && !out.has(p.code))] : [],
      ),
    ),
    ...groups.flatMap((g) =>
      g.rows.flatMap((r) =>
        r.dots.flatMap((d) =>
          d.money?.currency === currency ? [of((p) => p.code === d.code)] : [],
        ),
      ),
    ),
    ...(shared.established ?? []).flatMap((e) =>
      e.money?.currency === currency ? [of((p) => p.code === e.code)] : [],
    ),
    ...([total, ...(shared.headline?.established_sums ?? [])].some(
      (figure) => figure?.unit === currency,
    )
      ? [
          of(
            (p) =>
              (published || !out.has(p.code)) && mapping.established.includes(p.stage as Stage),
          ),
        ]
      : []),
  ];
}
const subsets = (codes: readonly string[]): string[][] =>
  codes.flatMap((a, i) => [[a], ...codes.slice(i + 1).map((b) => [a, b])]);

/** Sums of one or two projects that can be worked out, though not from published figures alone. */
function givenAway(
  projects: readonly P[],
  profile: RedactionProfile,
  published: boolean,
  mustHide: (p: P) => boolean,
): string[] {
  const out = new Set(profile.without);
  const overview = overviewWith(
    projects.filter(({ code }) => !out.has(code)),
    published ? { value: '1000' } : undefined,
  );
  const [kept, left] = [false, true].map((isOut) =>
    cellsOf(projects.filter(({ code }) => out.has(code) === isOut)),
  );
  const shared = redactOverview(overview, profile, { kept: kept ?? [], out: left ?? [] });
  return ['CNY', 'JPY'].flatMap((currency) => {
    const own = projects.filter((p) => p.currency === currency);
    const shown = shownSums(shared, projects, out, currency, published);
    const fact = own.map((p) =>
      shared.stage_mapping.established.includes(p.stage as Stage) ? 1n : 0n,
    );
    const facts = published && currency === 'CNY' ? [fact] : [];
    return subsets(own.map((p) => p.code))
      .filter((set) => set.some((code) => own.some((p) => p.code === code && mustHide(p))))
      .map((set) => ({ set, vector: own.map((p) => (set.includes(p.code) ? 1n : 0n)) }))
      .filter(
        ({ vector }) => canBeFound(vector, [...shown, ...facts]) && !canBeFound(vector, facts),
      )
      .map(({ set }) => `${currency} of ${set.join(' + ')}`);
  });
}

it('from everything that totals show, by adding and subtracting, nobody finds what one or two projects are worth', () => {
  fc.assert(
    fc.property(registers, fc.boolean(), (projects, published) => {
      expect(givenAway(projects, redactionProfiles.totals, published, () => true)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it('projects that are left out can not be worked out, alone or with another, even where each of the others is shown', () => {
  fc.assert(
    fc.property(
      registers,
      fc.boolean(),
      fc.constantFrom('totals', 'names', 'full'),
      fc.nat(),
      fc.nat(),
      (projects, published, preset, a, b) => {
        const without = [
          ...new Set([a, b].map((n) => `P${n % Math.max(1, projects.length)}`)),
        ].filter((c) => projects.some((p) => p.code === c));
        const profile = { ...redactionProfiles[preset as 'full'], without };
        expect(givenAway(projects, profile, published, (p) => without.includes(p.code))).toEqual(
          [],
        );
      },
    ),
    { numRuns: 400 },
  );
});

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

it('no code, name, cause or unknown field of an overview reaches a reader of totals', () => {
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

it('a section that is left out is not there', () => {
  const shared = projected(withCanaries(), { ...redactionProfiles.full, sections: [] });
  expect(Object.keys(shared).sort()).toEqual([
    'as_of',
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
    ).toBeGreaterThanOrEqual(7);
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

it('with one stage of two and one of five, the five are held back too, since total less five is two', () => {
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

it('a link that withholds the sum of a currency names the currency beside the sums that it shows', () => {
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
