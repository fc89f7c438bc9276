// Seen to fail: with 2 in place of fewestOf(profile) in list-amounts.ts, without `facts`, without
// `elsewhere`, and with every sum shown.
import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Project } from '#domain/projects/project.ts';
import {
  defaultStageMapping as mapping,
  stageGroup,
  type StageOrUnknown,
  type Status,
} from '#domain/projects/stage.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import { canBeFound } from './oracle.fixture.ts';
import { isNamed, redactionProfiles, type RedactionProfile } from './profile.ts';
import { redactOverview } from './redact.ts';
import { overviewWith, type P } from './register.fixture.ts';
import { isWithin, type ListFilters, type RegisterCell } from './register-cells.ts';
import { redactProjectList, type SharedProjects } from './shared-projects.ts';

interface Listed extends P {
  readonly status: Status;
  readonly industry: string;
}
const cellOf = ({
  code,
  investor,
  stage,
  status,
  industry,
  currency,
  minor,
}: Listed): RegisterCell => ({
  stage,
  status,
  industry,
  ...compact({ currency }),
  holder: investorKey(investor, code),
  count: 1,
  minor: BigInt(minor),
});
const asProject = ({ code, stage, status, industry, currency, minor }: Listed): Project => ({
  code,
  name: code,
  origin: 'own',
  stage,
  status,
  industry,
  revision: 1,
  amounts: {
    total_investment:
      currency === undefined ? { missing: 'not_disclosed' } : { money: { minor, currency } },
  },
  milestones: [],
  data_status: 'reported',
});

interface Case {
  readonly all: readonly Listed[];
  readonly profile: RedactionProfile;
  readonly filters: ListFilters;
  readonly published: boolean;
}
function sharedOf({ all, profile, filters, published }: Case): {
  readonly shared: SharedProjects;
  readonly groups: readonly StageGroupTotals[];
} {
  const visible = all.filter(({ code }) => !profile.without.includes(code));
  const out = all.filter(({ code }) => profile.without.includes(code));
  const overview = overviewWith(
    visible.filter(({ status }) => status === 'active'),
    published ? { value: '1000' } : undefined,
  );
  const cells = { keptCells: visible.map(cellOf), out: out.map(cellOf) };
  const groups = redactOverview(overview, profile, cells).strip?.groups ?? [];
  const items = visible.filter((one) => isWithin(filters, one)).map(asProject);
  const request = { profile, mapping, filters, ...cells, groups };
  const total = published ? overview.headline.established_investment : undefined;
  return {
    shared: redactProjectList(
      items,
      { ...request, published: total },
      { data_status: 'reported', zones: [] },
    ),
    groups,
  };
}

/**
 * Finds one or two hidden projects with a sum or difference of amounts that follows from the list
 * and is not known without it.
 */
function givenAway(sample: Case, elsewhere: boolean): string[] {
  const { all, profile, filters, published } = sample;
  const { shared, groups } = sharedOf(sample);
  return ['CNY', 'JPY'].flatMap((currency) => {
    const own = all.filter((p) => p.currency === currency);
    const of = (test: (p: Listed) => boolean): bigint[] => own.map((p) => (test(p) ? 1n : 0n));
    const isIncluded = (p: Listed): boolean => !profile.without.includes(p.code);
    const inList = (p: Listed): boolean => isIncluded(p) && isWithin(filters, p);
    const has = (amounts: StageGroupTotals['amounts']): boolean =>
      amounts.some((money) => money.currency === currency);
    const isAt = (p: Listed, stage: StageOrUnknown): boolean =>
      isIncluded(p) && p.status === 'active' && p.stage === stage;
    const facts =
      published && currency === 'CNY'
        ? [of(({ stage, status }) => stageGroup(stage, status, mapping) === 'established')]
        : [];
    const strip = groups.flatMap(({ amounts, rows }) => [
      ...(has(amounts) ? [of((p) => rows.some(({ stage }) => isAt(p, stage)))] : []),
      ...rows.flatMap((row) => [
        ...(has(row.amounts) ? [of((p) => isAt(p, row.stage))] : []),
        ...row.dots.map(({ code }) => of((p) => p.code === code)),
      ]),
    ]);
    const sums = [
      ...(has(shared.total.amounts) ? [of(inList)] : []),
      ...shared.stages.flatMap(({ stage, amounts }) =>
        has(amounts) ? [of((p) => inList(p) && p.stage === stage)] : [],
      ),
      ...(shared.industries ?? []).flatMap(({ industry, amounts }) =>
        has(amounts) ? [of((p) => inList(p) && p.industry === industry)] : [],
      ),
      ...(shared.items ?? []).flatMap(({ code, money }) =>
        money?.currency === currency ? [of((p) => p.code === code)] : [],
      ),
    ];
    const equations = elsewhere ? [...facts, ...strip] : facts;
    const sets = own.flatMap((a, i) => [[a], ...own.slice(i + 1).map((b) => [a, b])]);
    return sets.flatMap((set) => {
      const isHidden = (p: Listed): boolean =>
        !isIncluded(p) || profile.amounts !== 'all' || !isNamed(profile, p.stage);
      if (!set.some(isHidden)) return [];
      const open = set
        .filter((p) => !isHidden(p))
        .map((p) => of((q) => q === p))
        .filter((v) => canBeFound(v, sums));
      const [a, b] = set;
      const unknowns = [
        of((p) => set.includes(p)),
        ...(b === undefined ? [] : [own.map((p) => (p === a ? 1n : p === b ? -1n : 0n))]),
      ];
      return unknowns
        .filter(
          (v) => canBeFound(v, [...sums, ...equations]) && !canBeFound(v, [...equations, ...open]),
        )
        .map((v) => `${currency} ${v.join(' ')} of ${set.map(({ code }) => code).join(' + ')}`);
    });
  });
}

const registers = fc
  .array(
    fc.record({
      stage: fc.constantFrom<StageOrUnknown>(
        'negotiation',
        'signed',
        'registered',
        'construction',
        'unknown',
      ),
      status: fc.constantFrom<Status>('active', 'active', 'active', 'on_hold'),
      industry: fc.constantFrom('eco', 'bio'),
      currency: fc.option(fc.constantFrom('CNY', 'CNY', 'CNY', 'JPY'), { nil: undefined, freq: 5 }),
      minor: fc.integer({ min: 1, max: 1_000_000 }).map(String),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(
      ({ currency, ...p }, i): Listed => ({
        ...p,
        code: `P${i}`,
        ...compact({ currency }),
      }),
    ),
  );
const filters = fc.constantFrom<ListFilters>(
  {},
  { industry: ['eco'] },
  { stage: ['registered', 'construction'] },
  { status: ['active'] },
  { stage: ['signed'], industry: ['bio'] },
);

it('no amount of one or two projects follows from the filters and sums of a list and the other pages', () => {
  fc.assert(
    fc.property(
      registers,
      filters,
      fc.boolean(),
      fc.boolean(),
      (all, filters, published, elsewhere) => {
        expect(
          givenAway({ all, profile: redactionProfiles.totals, filters, published }, elsewhere),
        ).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

it('no amount of an unregistered or excluded project follows, where all others are shown', () => {
  fc.assert(
    fc.property(
      registers,
      filters,
      fc.boolean(),
      fc.boolean(),
      fc.nat(),
      (all, filters, published, elsewhere, n) => {
        const without = all.length === 0 || n % 2 === 0 ? [] : [`P${n % all.length}`];
        expect(
          givenAway(
            { all, profile: { ...redactionProfiles.full, without }, filters, published },
            elsewhere,
          ),
        ).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

const five = (stage: StageOrUnknown, n: number, industry = 'eco'): Listed[] =>
  Array.from({ length: n }, (_, i) => ({
    code: `${stage}-${industry}-${i}`,
    stage,
    status: 'active',
    industry,
    currency: 'CNY',
    minor: String(i + 1),
  }));

it('a filter that leaves two projects shows their number and no amount', () => {
  const all = [...five('signed', 5), ...five('signed', 2, 'bio')];
  const { total, stages } = sharedOf({
    all,
    profile: redactionProfiles.totals,
    filters: { industry: ['bio'] },
    published: false,
  }).shared;
  expect([total.count, total.amounts, total.held_back, stages[0]?.held_back]).toEqual([
    2,
    [],
    ['CNY'],
    ['CNY'],
  ]);
  const rest = sharedOf({
    all,
    profile: redactionProfiles.totals,
    filters: { industry: ['eco'] },
    published: false,
  }).shared;
  // the overview shows the stage with all seven
  expect([rest.total.count, rest.total.held_back]).toEqual([5, ['CNY']]);
});

it('registered projects are named, with amounts only in full, in an order that discloses none', () => {
  const all = [...five('registered', 4), ...five('signed', 4)];
  const of = (profile: RedactionProfile) =>
    sharedOf({ all, profile, filters: {}, published: false }).shared;
  expect(of(redactionProfiles.totals).items).toBeUndefined();
  expect(of(redactionProfiles.names).items?.map(({ code, money }) => [code, money])).toEqual(
    five('registered', 4).map(({ code }) => [code, undefined]),
  );
  expect(of(redactionProfiles.full).items?.map(({ money }) => money?.minor)).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
  expect(of(redactionProfiles.full).named).toBe(4);
});
