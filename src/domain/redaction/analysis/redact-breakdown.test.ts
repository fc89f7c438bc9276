// Seen to fail: with `profile.amounts !== 'all'` alone in isHidden of breakdown-sums.ts, without
// `withheld.add` in redact-breakdown.ts, and with `return true` in mayDivide.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeBreakdown, type Breakdown } from '#domain/analysis/breakdown.ts';
import type { CellRow } from '#domain/analysis/cell.ts';
import { defaultStageMapping, stages, type Stage } from '#domain/projects/stage.ts';
import { canBeFound } from '#domain/redaction/oracle.fixture.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import type { AnalysisCell } from './breakdown-sums.ts';
import { redactBreakdown } from './redact-breakdown.ts';

interface P {
  readonly key: string;
  readonly part: string;
  readonly stage: Stage;
  readonly unit: string;
  readonly minor: number;
}
const registers = fc.array(
  fc.record({
    key: fc.constantFrom('', 'eco', 'bio', 'ict'),
    part: fc.constantFrom('a', 'b'),
    stage: fc.constantFrom(...stages),
    unit: fc.constantFrom('CNY', 'CNY', 'CNY', 'JPY'),
    minor: fc.integer({ min: 1, max: 1000 }),
  }),
  { maxLength: 14 },
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
const toRow = ({ key, part, unit, minor }: P, i: number): CellRow => ({
  key,
  part,
  unit,
  count: 1,
  value: String(minor),
  codes: [`P${i}`],
});
const toCell = (one: P, i: number): AnalysisCell => ({
  ...one,
  minor: BigInt(one.minor),
  within: true,
  holder: `P${i}`,
});

const redact = (projects: readonly P[], profile: RedactionProfile): Breakdown | undefined =>
  redactBreakdown(makeBreakdown({ ...scope, rows: projects.map(toRow) }), {
    profile,
    measure: 'paid_in',
    mapping: defaultStageMapping,
    keptCells: projects.map(toCell),
    out: [],
    groups: [],
    published: undefined,
  });

/** Lists each sum of a breakdown in a unit, as the projects in it. */
function listVisibleSums(breakdown: Breakdown, projects: readonly P[], unit: string): bigint[][] {
  const named = new Set(breakdown.groups.map(({ key }) => key));
  const isIn = (key: string | undefined, one: P): boolean =>
    key === undefined ? !named.has(one.key) : one.key === key;
  return [breakdown.total, ...breakdown.groups].flatMap((group) =>
    [
      { cell: group.total, of: (_: P) => true },
      ...group.cells.map((cell, at) => ({
        cell,
        of: ({ part }: P) => breakdown.stack === 'none' || part === breakdown.parts[at]?.key,
      })),
    ].flatMap(({ cell, of }) =>
      cell.sums.some((sum) => sum.unit === unit)
        ? [
            projects.map((one) =>
              one.unit === unit && (group === breakdown.total || isIn(group.key, one)) && of(one)
                ? 1n
                : 0n,
            ),
          ]
        : [],
    ),
  );
}

/** Tries to find each amount of one or two projects. @returns the number of sums that are shown */
function tryToFind(projects: readonly P[], profile: RedactionProfile): number {
  const view = redact(projects, profile);
  let count = 0;
  for (const unit of view?.units ?? []) {
    const sums = view === undefined ? [] : listVisibleSums(view, projects, unit);
    count += sums.length;
    const own = projects.flatMap((one, i) => (one.unit === unit ? [i] : []));
    const pairs = own.flatMap((a, i) => [[a], ...own.slice(i + 1).map((b) => [a, b])]);
    for (const pair of pairs)
      expect(
        canBeFound(
          projects.map((_, i) => (pair.includes(i) ? 1n : 0n)),
          sums,
        ),
      ).toBe(false);
  }
  return count;
}

it('no amount of one or two projects follows from a breakdown', () => {
  fc.assert(
    fc.property(registers, fc.constantFrom('totals', 'full'), (projects, preset) => {
      tryToFind(projects, redactionProfiles[preset]);
    }),
    { numRuns: 1500 },
  );
});

it('a breakdown of four projects a part shows its sums, but none of one or two', () => {
  const many = ['eco', 'bio', 'ict'].flatMap((key) =>
    ['a', 'b'].flatMap((part) =>
      stages.slice(0, 4).map((stage, i): P => ({ key, part, stage, unit: 'CNY', minor: 90 + i })),
    ),
  );
  // three industries and all of them, each as a whole and by two zones
  expect(tryToFind(many, redactionProfiles.totals)).toBe(12);
});

it('folded groups sum to the total, and no code or concentration of projects stays', () => {
  fc.assert(
    fc.property(registers, (projects) => {
      const view = redact(projects, redactionProfiles.totals);
      if (view === undefined) return;
      const count = view.groups.reduce((sum, { total }) => sum + total.count, 0);
      expect(count).toBe(view.total.total.count);
      expect(count).toBe(projects.length);
      expect(JSON.stringify(view)).not.toMatch(/"P\d|"projects":\{/);
    }),
  );
});

it('amounts do not change a breakdown of counts', () => {
  fc.assert(
    fc.property(registers, fc.integer({ min: 2, max: 9 }), (projects, times) => {
      const countCells = (list: readonly P[]) =>
        redactBreakdown(
          makeBreakdown({
            ...scope,
            measure: 'count',
            rows: list.map((one, i) => ({ ...toRow(one, i), unit: 'projects', value: '1' })),
          }),
          {
            profile: redactionProfiles.totals,
            measure: 'count',
            mapping: defaultStageMapping,
            keptCells: list.map(toCell),
            out: [],
            groups: [],
            published: undefined,
          },
        );
      const other = projects.map((one) => ({ ...one, minor: one.minor * times }));
      expect(JSON.stringify(countCells(other))).toBe(JSON.stringify(countCells(projects)));
    }),
  );
});

it('every amount is shown where the link hides none', () => {
  const open = { ...redactionProfiles.full, names: 'shown' } as const;
  const one: P = { key: 'eco', part: 'a', stage: 'lead', unit: 'CNY', minor: 7 };
  expect(redact([one], open)?.groups[0]?.cells[0]?.sums[0]?.value).toBe('7');
  expect(redact([one], redactionProfiles.totals)).toBeUndefined();
});
