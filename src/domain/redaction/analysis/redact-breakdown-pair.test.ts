// Seen to fail with `return [alike, whole][0]` in place of the last line of redactBreakdownPair.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Breakdown, makeBreakdown } from '#domain/analysis/breakdown.ts';
import { defaultStageMapping, type Stage, stages } from '#domain/projects/stage.ts';
import { canBeFound } from '#domain/redaction/oracle.fixture.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { type PairSide, redactBreakdownPair } from './redact-breakdown-pair.ts';

/** A project with its amounts on two days; without an amount it is not there on that day. */
interface P {
  readonly key: string;
  readonly part: string;
  readonly stage: Stage;
  readonly now: number | undefined;
  readonly before: number | undefined;
}
type Day = 'now' | 'before';
const amount = fc.integer({ min: 1, max: 1000 });
const projects = fc.record({
  key: fc.constantFrom('', 'eco', 'bio', 'ict'),
  part: fc.constantFrom('a', 'b'),
  stage: fc.constantFrom(...stages),
  now: fc.option(amount, { nil: undefined, freq: 4 }),
  before: fc.option(amount, { nil: undefined }),
});
/** Most amounts do not change. */
const registers = fc
  .array(fc.tuple(projects, fc.integer({ min: 0, max: 5 })), { minLength: 6, maxLength: 16 })
  .map((list) =>
    list.map(([one, change]): P => (change === 0 ? one : { ...one, before: one.now })),
  );
const scope = {
  as_of: '2021-03-31',
  measure: 'paid_in',
  by: 'industry',
  stack: 'zone',
  filters: {},
  zones: {},
  base_currency: 'CNY',
  left_out: {},
  projects: {},
} as const;

function toSide(all: readonly P[], day: Day, profile: RedactionProfile): PairSide {
  const own = all.flatMap((one, i) => {
    const value = one[day];
    return value === undefined ? [] : [{ ...one, value, code: `P${i}` }];
  });
  const rows = own.map(({ key, part, value, code }) => ({
    key,
    part,
    unit: 'CNY',
    count: 1,
    value: String(value),
    codes: [code],
  }));
  const cellRows = own.map(({ key, part, stage, value, code }) => ({
    key,
    part,
    stage,
    unit: 'CNY',
    within: true,
    holder: code,
    minor: BigInt(value),
    code,
  }));
  return {
    breakdown: makeBreakdown({ ...scope, rows }),
    content: {
      profile,
      measure: 'paid_in',
      mapping: defaultStageMapping,
      keptCells: cellRows,
      out: [],
      groups: [],
      published: undefined,
    },
  };
}

/** The amounts of two days as unknowns: one that did not change is one of them. */
const listUnknowns = (all: readonly P[]): readonly string[] =>
  all.flatMap(({ now, before }, i) =>
    now === before
      ? now === undefined
        ? []
        : [`${i} both`]
      : [
          ...(now === undefined ? [] : [`${i} now`]),
          ...(before === undefined ? [] : [`${i} before`]),
        ],
  );

function listSums(breakdown: Breakdown, all: readonly P[], day: Day, unknowns: readonly string[]) {
  const named = new Set(breakdown.groups.map(({ key }) => key));
  return [breakdown.total, ...breakdown.groups].flatMap((group) =>
    [
      { cell: group.total, of: () => true },
      ...group.cells.map((cell, at) => ({
        cell,
        of: ({ part }: P) => breakdown.stack === 'none' || part === breakdown.parts[at]?.key,
      })),
    ].flatMap(({ cell, of }) =>
      cell.sums.length === 0
        ? []
        : [
            unknowns.map((name) => {
              const [i = '', when] = name.split(' ');
              const one = all[Number(i)];
              const isOn = when === 'both' || when === day;
              const isIn =
                group === breakdown.total ||
                (group.key === undefined ? !named.has(one?.key) : one?.key === group.key);
              return one !== undefined && isOn && isIn && of(one) ? 1n : 0n;
            }),
          ],
    ),
  );
}

it('no amount or change of one or two projects follows from two days beside each other', () => {
  fc.assert(
    fc.property(registers, fc.constantFrom('totals', 'full'), (all, preset) => {
      const profile = redactionProfiles[preset];
      const pair = redactBreakdownPair([
        toSide(all, 'now', profile),
        toSide(all, 'before', profile),
      ]);
      if (pair === undefined) return;
      const unknowns = listUnknowns(all);
      const sums = [
        ...listSums(pair[0], all, 'now', unknowns),
        ...listSums(pair[1], all, 'before', unknowns),
      ];
      const pairs = unknowns.flatMap((one, i) => unknowns.slice(i).map((other) => [one, other]));
      for (const some of pairs)
        expect(
          canBeFound(
            unknowns.map((name) => (some.includes(name) ? 1n : 0n)),
            sums,
          ),
        ).toBe(false);
    }),
    { numRuns: 300 },
  );
});

const many = (change: (i: number) => Partial<P>): readonly P[] =>
  ['eco', 'bio', 'ict'].flatMap((key, k) =>
    stages.slice(0, 4).map(
      (stage, i): P => ({
        key,
        part: 'a',
        stage,
        now: 90 + i,
        before: 90 + i,
        ...change(k * 4 + i),
      }),
    ),
  );
const redact = (all: readonly P[]) =>
  redactBreakdownPair([
    toSide(all, 'now', redactionProfiles.totals),
    toSide(all, 'before', redactionProfiles.totals),
  ]);

it('two days are shown beside each other where nothing or the amounts of enough projects changed', () => {
  expect(redact(many(() => ({})))?.map(({ groups }) => groups.length)).toEqual([3, 3]);
  expect(redact(many((i) => ({ before: 50 + i })))?.[1].total.total.sums).toHaveLength(1);
});

it('two days are not shown beside each other where one project was added', () => {
  expect(redact(many((i) => (i === 0 ? { before: undefined } : {})))).toBeUndefined();
});

it('every amount is shown on both days where the link hides none', () => {
  const open = { ...redactionProfiles.full, names: 'shown' } as const;
  const all = many((i) => (i === 0 ? { before: undefined } : {}));
  const pair = redactBreakdownPair([toSide(all, 'now', open), toSide(all, 'before', open)]);
  expect(pair?.map(({ total }) => total.total.count)).toEqual([12, 11]);
});
