import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakdownKeys, breakdownMeasures, makeBreakdown } from '#domain/analysis/breakdown.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Project } from '#domain/projects/project.ts';
import { joinInvestorNames } from '#domain/projects/investor-names.ts';
import { defaultStageMapping, stages } from '#domain/projects/stage.ts';
import { languages, type Names } from '#domain/values/language.ts';
import { redactBreakdown } from './analysis/redact-breakdown.ts';
import {
  amountRules,
  isNamed,
  nameRules,
  sharedSections,
  type RedactionProfile,
} from './profile.ts';
import { redactOverview } from './redact.ts';
import { cellsOfDots, makeCells, overviewWith, type P } from './register.fixture.ts';
import { toDrawableOverview } from './shared-overview.ts';
import { redactProjectList } from './shared-projects.ts';

interface Named extends P {
  readonly stage: (typeof stages)[number];
  readonly names: Names;
}
const projects = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...stages),
      minor: fc.integer({ min: 1, max: 9_999 }).map(String),
      spoken: fc.subarray([...languages]),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(
      ({ spoken, ...one }, at): Named => ({
        ...one,
        code: `C${at}-`,
        currency: 'CNY',
        names: Object.fromEntries(spoken.map((language) => [language, `${language} of C${at}-`])),
      }),
    ),
  );
const profiles: fc.Arbitrary<RedactionProfile> = fc.record({
  names: fc.constantFrom(...nameRules),
  amounts: fc.constantFrom(...amountRules),
  smallest_group: fc.integer({ min: 1, max: 4 }),
  sections: fc.subarray([...sharedSections]),
  without: fc.constant([]),
});

/** An overview whose every list names the projects in their languages. */
function overviewOf(list: readonly Named[]): Overview {
  const overview = overviewWith(list);
  const rows = list.map(({ code, names, stage }) => ({ code, name: `Name ${code}`, names, stage }));
  const namesOf = new Map(rows.map(({ code, names }) => [code, names]));
  return {
    ...overview,
    strip: {
      ...overview.strip,
      groups: overview.strip.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({
          ...row,
          dots: row.dots.map((dot) => ({ ...dot, names: namesOf.get(dot.code) ?? {} })),
        })),
      })),
    },
    established: rows.filter(({ stage }) => isNamed({ names: 'registered' } as never, stage)),
    changes: {
      since: '2021-03-31',
      items: rows.map(({ stage, ...row }) => ({
        ...row,
        kind: 'new',
        to: stage,
        date: '2021-04-01',
      })),
      total: rows.length,
      established: { before: 0, now: 0 },
      pipeline: { before: 0, now: 0 },
    },
    undisclosed: { count: rows.length, projects: rows },
  };
}
const projectOf = ({ code, names, stage }: Named): Project => ({
  code,
  origin: 'own',
  name: `Name ${code}`,
  names,
  investor: `Investor ${code}`,
  investor_names: { en: `Holder ${code}` },
  amounts: {},
  milestones: [],
  data_status: 'reported',
  stage,
  status: 'active',
  revision: 1,
});

it('a name that a link hides is hidden in every language, and no investor is named in any', () => {
  fc.assert(
    fc.property(projects, profiles, (list, profile) => {
      const overview = overviewOf(list);
      const shared = redactOverview(overview, profile, cellsOfDots(overview));
      const cells = makeCells(list);
      const named = list.filter(({ stage }) => isNamed(profile, stage));
      const listed = redactProjectList(
        named.map(projectOf),
        {
          profile,
          keptCells: cells,
          out: [],
          filters: {},
          mapping: defaultStageMapping,
          groups: shared.strip?.groups ?? [],
          published: undefined,
        },
        { data_status: 'reported', zones: [] },
      );
      const text = JSON.stringify([shared, toDrawableOverview(shared), listed]);
      expect(text).not.toMatch(/Investor C|Holder C/);
      for (const { code, names, stage } of list) {
        const isShown = isNamed(profile, stage) && text.includes(`"Name ${code}"`);
        for (const name of Object.values(names)) expect(text.includes(name)).toBe(isShown);
      }
    }),
    { numRuns: 200 },
  );
});

it('no chart of a link names an investor in any language, whatever its projects are grouped by', () => {
  const choice = fc.record({
    key: fc.constantFrom(...breakdownKeys),
    measure: fc.constantFrom(...breakdownMeasures),
  });
  fc.assert(
    fc.property(projects, profiles, choice, (list, profile, { key: by, measure }) => {
      const breakdown = makeBreakdown({
        as_of: '2021-04-15',
        by,
        measure,
        stack: 'none',
        filters: {},
        zones: {},
        left_out: {},
        projects: {},
        base_currency: 'CNY',
        rows: list.map(({ code, minor }) => ({
          key: by === 'investor' ? `Investor ${code}` : 'one',
          part: '',
          unit: 'CNY',
          value: minor,
          count: 1,
        })),
        names: joinInvestorNames(
          list.map(({ code }) => ({
            investor: `Investor ${code}`,
            names: { en: `Holder ${code}`, ja: `Holder ${code} ja` },
          })),
        ),
      });
      // the breakdown itself names them in each language
      expect(JSON.stringify(breakdown).includes('Holder C')).toBe(by === 'investor');
      const view = redactBreakdown(breakdown, {
        profile,
        measure,
        mapping: defaultStageMapping,
        keptCells: [],
        out: [],
        groups: [],
        published: undefined,
      });
      expect(JSON.stringify(view ?? {})).not.toMatch(/Investor C|Holder C/);
    }),
    { numRuns: 200 },
  );
});
