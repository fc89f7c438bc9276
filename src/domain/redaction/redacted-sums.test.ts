import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { stages, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import { canBeFound } from './oracle.fixture.ts';
import { redactionProfiles, type RedactionProfile } from './profile.ts';
import { redactOverview } from './redact.ts';
import { makeCells, overviewWith, type P } from './register.fixture.ts';
import type { SharedOverview } from './shared-overview.ts';

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

/**
 * Lists every amount for a reader, as the projects in it: over single projects, not over groups of
 * them.
 */
function listVisibleSums(
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

/**
 * Finds sums of one or two projects that follow from the shown sums, though not from published
 * figures alone.
 */
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
  const [cellsOf, left] = [false, true].map((isOut) =>
    makeCells(projects.filter(({ code }) => out.has(code) === isOut)),
  );
  const shared = redactOverview(overview, profile, { keptCells: cellsOf ?? [], out: left ?? [] });
  return ['CNY', 'JPY'].flatMap((currency) => {
    const own = projects.filter((p) => p.currency === currency);
    const sums = listVisibleSums(shared, projects, out, currency, published);
    const fact = own.map((p) =>
      shared.stage_mapping.established.includes(p.stage as Stage) ? 1n : 0n,
    );
    const facts = published && currency === 'CNY' ? [fact] : [];
    return subsets(own.map((p) => p.code))
      .filter((set) => set.some((code) => own.some((p) => p.code === code && mustHide(p))))
      .map((set) => ({ set, vector: own.map((p) => (set.includes(p.code) ? 1n : 0n)) }))
      .filter(({ vector }) => canBeFound(vector, [...sums, ...facts]) && !canBeFound(vector, facts))
      .map(({ set }) => `${currency} of ${set.join(' + ')}`);
  });
}

it('no amount of one or two projects follows from the shown totals', () => {
  fc.assert(
    fc.property(registers, fc.boolean(), (projects, published) => {
      expect(givenAway(projects, redactionProfiles.totals, published, () => true)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it('no amount of an excluded project follows, even where all others are shown', () => {
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
