import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { pipeline } from '#charts/pipeline/definition.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { bandRecordTerm } from '#domain/labels/targets/forecast.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { HowLines } from './formula-lines.tsx';
import { useStatement } from '#web/features/overview/parts/statement.ts';

const row = (id: string): TargetRow => {
  const target = sampleOverview.targets.find(({ indicator }) => indicator === id);
  if (target === undefined) throw new Error(id);
  return target;
};
function formulas(of: TargetRow, language: Language): readonly string[] {
  const { container, unmount } = render(
    <LanguageProvider value={language}>
      <HowLines row={of} thresholds={sampleOverview.thresholds} />
    </LanguageProvider>,
  );
  const lines = [...container.querySelectorAll('dd')].map((line) => line.textContent ?? '');
  unmount();
  return lines;
}

test('every figure of a row has its formula with its own numbers: plan, gap, shares, remainder, pace and forecast', () => {
  const lines = formulas(row('companies'), 'en');
  expect(lines).toEqual(
    expect.arrayContaining([
      '14 (baseline: first value entered, 30 April 2020) + (200 − 14) × 2.75% = 19.1 ≈ 19',
      '41 ÷ 19.1 = 215%',
      '41 − 19 = +22',
      '41 ÷ 200 = 20.5%',
      '201 − 41 = 160',
      '160 ÷ 57 months = 2.8 companies',
      '2.5 companies, the typical monthly change',
      '41 + 2.5 × 57 months = 184',
      `126–241, if months vary as they have; further ahead than twice what was seen. ${bandRecordTerm.en}`,
      'At this pace 17 short of the target',
    ]),
  );
  for (const language of languages)
    expect(formulas(row('industrial_output'), language).join(' ')).toMatch(
      /1\.7.+6\.2.+0\.0|0\.17.+0\.62.+0\.00/,
    );
});

test('formulas are reversed where less is better', () => {
  const { plan } = row('companies');
  if (plan === undefined) throw new Error('no plan');
  const falling: TargetRow = {
    ...row('companies'),
    comparator: '<=',
    target: '50',
    baseline: { value: '100', date: '2020-04-30', kind: 'first_value' },
    plan: { ...plan, value: 90 },
    attainment: 90 / 80,
    completion: 50 / 80,
    remaining: '30',
    now: { value: '80', date: '2021-03-31', basis: 'level', data_status: 'reported' },
  };
  expect(formulas(falling, 'en')).toEqual(
    expect.arrayContaining(['90 ÷ 80 = 113%', '50 ÷ 80 = 62.5%', '80 − 50 = 30', '80 − 90 = −10']),
  );
});

function Statement({ overview }: { readonly overview: Overview }) {
  return <p>{useStatement(overview)}</p>;
}
test('the first sentence calls a target met or missed after its deadline, and one where less is better above its plan', () => {
  const [companies, jobs] = [row('companies'), row('jobs')].map(
    (one): TargetRow => ({ ...one, verdict_status: 'reported' }),
  );
  if (companies === undefined || jobs === undefined) throw new Error('no rows');
  const statement = (targets: readonly TargetRow[], language: Language) => {
    const { container, unmount } = render(
      <LanguageProvider value={language}>
        <Statement overview={{ ...sampleOverview, origin: 'own', targets }} />
      </LanguageProvider>,
    );
    const text = container.textContent;
    unmount();
    return text;
  };
  const ended = [
    { ...companies, verdict: 'met' as const },
    { ...jobs, verdict: 'missed' as const, attainment: 1 },
  ];
  expect(statement(ended, 'en')).toBe(
    'Companies moved in are on target; jobs are short of the target at the deadline',
  );
  expect(statement(ended, 'zh-CN')).toBe('入驻企业已达标，就业人数到期未达标');
  expect(
    statement([{ ...companies, comparator: '<=', verdict: 'behind', attainment: 0.8 }], 'en'),
  ).toBe('Companies moved in are 25% above plan');
});
test('English uses the singular for one project', () => {
  const one = {
    ...sampleOverview.headline,
    pipeline: { value: '3', unit: 'projects', data_status: 'reported', date: '2021-04-16' },
  } as const;
  const { container } = render(
    <LanguageProvider value="en">
      <Statement
        overview={{
          ...sampleOverview,
          headline: { ...one, established: { ...one.pipeline, value: '1' } },
        }}
      />
    </LanguageProvider>,
  );
  expect(container.textContent).toMatch(
    /^1 established project worth about CN¥2\.8bn, 3 more in the pipeline$/,
  );
});
const none = { value: '0', unit: 'projects', data_status: 'reported', date: '2021-04-16' } as const;
test('a register without a counted stage states its number of projects, not only two zeros', () => {
  const { container } = render(
    <LanguageProvider value="en">
      <Statement
        overview={{
          ...sampleOverview,
          projects_total: 7,
          headline: { ...sampleOverview.headline, established: none, pipeline: none },
        }}
      />
    </LanguageProvider>,
  );
  expect(container.textContent).toBe(
    '7 projects in the register, none established or in the pipeline',
  );
});
test('a register whose stages are not stated does not claim that nothing is established', () => {
  const counts = { count: 7, undisclosed: 0, amounts: [] } as const;
  const rows = [{ ...counts, stage: 'unknown', dots: [] }] as const;
  const notSet = { ...counts, group: 'unknown', rows } as const;
  const overview: Overview = {
    ...sampleOverview,
    projects_total: 7,
    headline: {
      stage_not_set: { value: '7', unit: 'projects', data_status: 'reported', date: '2026-11-30' },
      before: {},
    },
    strip: { ...sampleOverview.strip, groups: [notSet] },
  };
  const { container } = render(
    <LanguageProvider value="en">
      <Statement overview={overview} />
    </LanguageProvider>,
  );
  expect(container.textContent).toBe(
    '7 projects in the register, 7 without a stage; none known to be established or in the pipeline',
  );
  expect(pipeline.words(overview, { language: 'en', options: {} }).title).toBe(
    '7 without a stage, none known to be established or in the pipeline',
  );
});
