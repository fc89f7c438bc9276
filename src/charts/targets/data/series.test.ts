import { compact } from '#domain/values/compact.ts';
import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';
import { targets } from '#charts/targets/definition.ts';
import { isJudged, targetRow, targetsSeries } from './series.ts';
import { targetsTable } from './table.ts';

const row = (id: string): TargetRow => {
  const target = sampleOverview.targets.find(({ indicator }) => indicator === id);
  if (target === undefined) throw new Error(id);
  return target;
};

describe.each(languages)('targets that end in several years, in %s', (language) => {
  const [first, ...others] = sampleOverview.targets;
  if (first === undefined) throw new Error('The sample has no target.');
  const overview = {
    ...sampleOverview,
    targets: [{ ...first, deadline: '2023-12-31' }, ...others],
  };
  const context = { language, options: {} };

  it('have no common year in the title', () => {
    expect(targets.words(sampleOverview, context).subtitle).toContain('2025');
    expect(targets.words(overview, context).subtitle).not.toContain('20');
    expect(targetsSeries(overview, language).heads.forecast).not.toContain('20');
  });
});

describe('the targets table', () => {
  // seen to fail: a total of five years stood over the definition of its year to date
  it('writes the first day of a total, and no amount of a single year', () => {
    const under = (date: string) => {
      const baseline = { value: '0', date, kind: 'entered' } as const;
      return languages.map(
        (language) =>
          targetRow({ ...row('companies'), kind: 'cum_flow', baseline }, language).under,
      );
    };
    expect(under('2025-12-31')).toEqual([
      '自2026年起累计',
      '2026年からの累計',
      'Total from 2026 on',
    ]);
    expect(under('2026-03-31')).toEqual([
      '自2026年3月31日起累计',
      '2026年3月31日からの累計',
      'Total since 31 March 2026',
    ]);
  });

  it('the table has the exact change since the compared day, or why there is none', () => {
    const change = { name: sampleOverview.zone.name, unit: 'jobs' };
    const value = { value: '1', data_status: 'reported' } as const;
    const date = row('jobs').now?.date ?? '';
    const table = targetsTable(
      {
        ...sampleOverview,
        compare: '2021-02-08',
        indicator_changes: [
          {
            ...change,
            indicator: 'jobs',
            from: { ...value, date: '2021-01-31' },
            to: { ...value, date },
            difference: '120.5',
          },
          { ...change, indicator: 'companies', to: { ...value, date } },
        ],
      },
      'en',
    );
    const at = table.columns.findIndex(({ id }) => id === 'change');
    expect(table.columns[at]).toMatchObject({
      label: 'Change since 8 February 2021',
      measure: 'indicator_change',
      of: { from: '2021-02-08' },
    });
    const cells = table.rows.map((cells) => cells.slice(at, at + 2));
    expect(cells).toEqual([
      [null, 'no earlier value'],
      [null, null],
      ['120.5', null],
      [null, null],
    ]);
  });

  it('agrees with the zone reference', () => {
    const [companies, output, jobs, infrastructure] = targetsSeries(sampleOverview, 'zh-CN').rows;
    expect(companies?.planBullet).toMatchObject({ label: '215%', line: '+22，应达进度 19' });
    expect(companies?.targetBullet?.label).toBe('20.5%');
    expect(output?.now).toMatchObject({ number: '7.9', suffix: '亿元' });
    expect(output?.targetBullet?.refused).toBe('年数太少，暂不预测');
    expect(jobs?.planBullet?.label).toBe('79%');
    expect(infrastructure?.now).toBeUndefined();
    expect(infrastructure?.absent).toBe('尚无任务清单');
  });

  it('draws start, value and forecast of a target that falling values meet in one direction: target ÷ value', () => {
    const falling: TargetRow = {
      ...row('companies'),
      comparator: '<=',
      target: '50',
      baseline: { value: '100', date: '2020-04-30', kind: 'first_value' },
      completion: 50 / 80,
      forecast: {
        kind: 'range',
        at: '2025-12-31',
        p10: 0,
        p25: 40,
        p50: 50,
        p75: 60,
        p90: 100,
        months: 57,
        from: 80,
        pace: -1,
        further: false,
      },
    };
    // 50 of 100 at the start, 50 of 80 now; 100 to 0 companies at the deadline is 50 % to past the
    // end
    expect(targetRow(falling, 'en').targetBullet).toMatchObject({
      start: 0.5,
      share: 0.625,
      forecast: { low: 0.5, middle: 1, high: 100 },
    });
  });

  it('shows no share of plan that contradicts the verdict beside it', () => {
    const { thresholds } = sampleOverview;
    const close: TargetRow = {
      ...row('companies'),
      attainment: 0.9496,
      verdict: 'slightly_behind',
    };
    expect(targetRow(close, 'en', { thresholds }).planBullet?.label).toBe('94.96%');
  });

  it('hatches invented values and never marks them in red as short', () => {
    const bar = targetRow(row('jobs'), 'en');
    expect(bar.hatched).toBe(true);
    expect(bar.verdict).toMatchObject({ example: true, words: 'Behind plan', short: false });
    const { now } = row('jobs');
    const own = targetRow(
      {
        ...row('jobs'),
        verdict_status: 'reported',
        ...compact({
          now: now === undefined ? undefined : { ...now, data_status: 'reported' as const },
        }),
      },
      'en',
    );
    expect(own.hatched).toBe(false);
    expect(own.verdict).toMatchObject({ example: false, short: true });
  });

  it('writes > as more than and never as 以上', () => {
    expect(targetRow(row('companies'), 'zh-CN').target).toBe('超过200家');
    expect(JSON.stringify(targetsSeries(sampleOverview, 'zh-CN'))).not.toContain('以上');
  });

  it('draws no bar without a value, and states the reason', () => {
    const {
      now: _now,
      attainment: _attainment,
      completion: _completion,
      ...rest
    } = row('companies');
    const bar = targetRow({ ...rest, missing: 'not_reported', verdict: 'no_value' }, 'ja');
    expect(bar.planBullet).toBeUndefined();
    expect(bar.targetBullet).toBeUndefined();
    expect(bar.absent).toBe('未報告');
  });

  it('gives the result of a checklist after its deadline, and nothing before', () => {
    const list = row('infrastructure');
    expect(isJudged(targetRow({ ...list, verdict: 'no_verdict' }, 'en'))).toBe(false);
    expect(isJudged(targetRow({ ...list, verdict: 'missed' }, 'en'))).toBe(true);
  });

  it('has one table row for each target', () => {
    expect(targets.toTable(sampleOverview, { language: 'en', options: {} }).rows).toHaveLength(
      sampleOverview.targets.length,
    );
  });

  it('names in its title the judged targets that are behind plan, and after the deadline how many were met', () => {
    expect(targets.words(sampleOverview, { language: 'en', options: {} }).title).toBe(
      'One target is on or ahead of plan, industrial output and jobs are behind plan',
    );
    const after = {
      ...sampleOverview,
      targets: (['met', 'missed', 'no_value_at_deadline'] as const).map((verdict) => ({
        ...row('jobs'),
        verdict,
      })),
    };
    expect(targets.words(after, { language: 'en', options: {} }).title).toBe(
      'Targets for 2025: 1 of 2 met',
    );
  });
});
