import { targetKey } from '#domain/zone/indicator.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { schemas } from '#contract/schemas.ts';
import { targetMeasures } from '#domain/measures/declared/targets.ts';
import type { ExplainedProject } from '#domain/measures/explanation.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import { measureIds, type MeasureId } from '#domain/measures/measure-id.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import { addDecimal } from '#domain/values/decimal.ts';
import { languages } from '#domain/values/language.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

/** The subject of each measure on the sample. */
const queries: Readonly<Partial<Record<MeasureId, string>>> = {
  class_projects: 'place=0',
  reported_value: 'target=companies&month=2021-03',
  indicator_change: 'target=companies',
  bridge_projects: 'group=pipeline&step=closing',
  bridge_investment: 'group=established&step=closing',
  project_delay: 'code=A01&milestone=operation',
  project_amount: 'code=A01&amount=paid_in',
  project_jobs: 'code=A01&jobs=jobs_plan',
  project_fact: 'code=A01&fact=land_mu',
  project_stage_days: 'code=A01',
  project_overdue: 'code=A05',
  project_light: 'code=A05',
  project_behind: 'code=A05',
  size_projects: 'key=lead&size=none',
  size_point: 'key=lead',
  converted_amount: 'amount_value=100&in=CNY&cur=USD',
  event_projects: 'event=signing&period=quarter&first_month=2021-01',
  event_amount: 'event=signing&target=total_investment&first_month=2021-01&in=CNY',
  event_total: 'event=signing&first_month=2021-01',
  event_unknown: 'event=signing&target=total_investment&first_month=2021-01',
  period_value: 'target=companies&period=month&first_month=2021-03',
  pair_difference: 'of=total_investment&has=contracted_amount&in=CNY&side=below',
  outside_projects: 'key=on_hold',
  cohort_outside: 'outside=undated',
  incidence_share: 'months=12&end=moved',
  incidence_followed: 'months=12',
  quarter_milestones: 'quarter=2021-Q1&part=late',
  due_dates: 'due=passed',
  field_projects: 'field=land_mu&state=missing',
  field_share: 'field=land_mu',
  update_age: 'field=land_mu&age=old',
  oldest_update: 'field=land_mu',
  plan_at: 'target=companies&day=2021-06-30',
};
const queryOf = (id: MeasureId): string => {
  if (queries[id] !== undefined) return queries[id];
  if (id === 'outlook_effect') return 'target=jobs&assumption=delay';
  if (id.startsWith('outlook_')) return 'target=jobs';
  if (/^stage_(cases|case_days|limit|over|undated)$/.test(id)) return 'key=negotiation';
  if (id.startsWith('stage_')) return 'stage=negotiation';
  const isOfTarget = id in targetMeasures || /^(past_)?forecast|^baseline/.test(id);
  return isOfTarget ? 'target=companies' : '';
};

describe.each(engines)('explanations on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const explain = async (id: MeasureId, query = queryOf(id)): Promise<Explanation> => {
    const reply = await api.get<Explanation>(`/api/v1/explanations/${id}?${query}`);
    expect(schemas.explanation.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply;
  };
  const allRows = async (id: MeasureId, query = queryOf(id)): Promise<ExplainedProject[]> => {
    const rows: ExplainedProject[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { rows: page } = await explain(id, `${query}&limit=4${cursor}`);
      if (page.kind !== 'projects') throw new Error(page.kind);
      rows.push(...page.items);
      next = page.next;
    }
    return rows;
  };
  const sumOf = (rows: readonly ExplainedProject[]) =>
    rows.reduce((sum, { adds }) => addDecimal(sum, adds?.value ?? '0'), '0');

  test('every measure is explained, in three languages', async () => {
    api = await openApi(engine);
    for (const id of measureIds) {
      const explanation = await explain(id);
      expect([id, explanation.text ?? explanation.absent]).not.toEqual([id, undefined]);
      for (const language of languages)
        for (const text of [
          explanation.name,
          explanation.formula,
          explanation.counts,
          explanation.leaves_out,
        ])
          expect(text[language].trim()).not.toBe('');
      expect(explanation.definitions?.version).toBeGreaterThan(0);
    }
  });

  test('a stage is the sum and the number of the projects in its rows', async () => {
    api = await openApi(engine);
    const { stages, pipeline } = await api.get<Pipeline>('/api/v1/pipeline');
    for (const { stage, count, amounts, undisclosed } of stages) {
      const rows = await allRows('stage_investment', `stage=${stage}`);
      expect(rows).toHaveLength(count);
      expect(rows.filter(({ missing }) => missing !== undefined)).toHaveLength(undisclosed);
      const minor = amounts.reduce((sum, one) => sum + BigInt(one.minor), 0n);
      expect(sumOf(rows)).toBe(String(Number(minor) / 100));
    }
    // seen to fail: an amount that is not disclosed was not reported
    const unknown = await allRows('group_unknown', 'counted=total_investment&by=stage');
    expect(unknown.map(({ missing }) => missing)).toContain('not_disclosed');
    const sizes = stages.map(({ stage }) => allRows('size_projects', `key=${stage}&size=none`));
    expect(
      (await Promise.all(sizes))
        .flat()
        .map(({ missing }) => missing)
        .toSorted(),
    ).toEqual(unknown.map(({ missing }) => missing).toSorted());
    expect(await allRows('stage_projects', 'stage=pipeline')).toHaveLength(pipeline?.count ?? -1);
    const explanation = await explain('stage_median_days', 'stage=negotiation');
    expect(explanation.exact).toEqual([{ value: '133', unit: 'days' }]);
    const days = (await allRows('stage_median_days', 'stage=negotiation'))
      .map(({ adds }) => Number(adds?.value))
      .toSorted((a, b) => a - b);
    expect(days[5]).toBe(133);
  });

  test('planned money has contracted, paid-in and completed money of its projects beside it', async () => {
    api = await openApi(engine);
    const { parts } = await explain('stage_investment', 'stage=established');
    const texts = Object.fromEntries(parts.map(({ name, text }) => [name.en, text.en]));
    expect(texts['Paid-in funds']).toMatch(/^CN¥.*bn \(\d projects\)$/);
    expect(texts['Completed investment']).toMatch(/^CN¥.*bn \(\d projects\)$/);
    const leads = await explain('stage_investment', 'stage=lead');
    expect(leads.parts.find(({ name }) => name.en === 'Paid-in funds')?.text.en).toBe(
      'Not reported',
    );
  });

  test('the days over of a required action are those over the limit that is exceeded most', async () => {
    api = await openApi(engine);
    const { actions } = await api.get<Overview>('/api/v1/overview');
    for (const { code, days_over } of actions?.items ?? []) {
      const explanation = await explain('project_overdue', `code=${code}`);
      expect([code, explanation.exact]).toEqual([
        code,
        [{ value: String(days_over), unit: 'days' }],
      ]);
    }
    expect(await allRows('needs_action')).toHaveLength(actions?.items.length ?? -1);
    const all = await explain('stage_projects', 'stage=established');
    expect(all.filled?.en).toMatch(/ = 7 projects$/);
  });

  test('the days of an overdue milestone are those of its row', async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
    const { established } = await api.get<Overview>('/api/v1/overview');
    const states = new Set<boolean>();
    for (const { code, next, overdue } of established) {
      if (next === undefined) continue;
      states.add(overdue !== undefined);
      const { exact, absent } = await explain(
        'project_overdue',
        `code=${code}&milestone=${next.type}`,
      );
      if (overdue === undefined) expect(absent?.en).toBe('Nothing is overdue');
      else expect(exact).toEqual([{ value: String(overdue.days), unit: 'days' }]);
    }
    expect([...states].toSorted()).toEqual([false, true]);
  });

  test('a verdict is explained with the value that the present pace reaches', async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
    const { targets } = await api.get<Overview>('/api/v1/overview?as_of=2023-06-30');
    const foreseen = targets.filter(({ forecast }) => forecast.kind === 'range');
    expect(foreseen).not.toEqual([]);
    for (const row of foreseen) {
      const of = `as_of=2023-06-30&target=${targetKey(row)}`;
      const { parts } = await explain('verdict', of);
      expect(parts.map(({ text }) => text)).toContainEqual((await explain('forecast', of)).text);
    }
  });

  test('a target is explained with the numbers of its row', async () => {
    api = await openApi(engine);
    const overview = await api.get<Overview>('/api/v1/overview');
    const row = overview.targets.find(({ indicator }) => indicator === 'companies');
    expect((await explain('target_value')).exact).toEqual([
      { value: row?.now?.value, unit: 'companies' },
    ]);
    expect((await explain('plan_to_date')).exact[0]?.value).toBe(String(row?.plan?.value));
    expect((await explain('plan_gap')).exact[0]?.value).toBe(String(row?.gap));
    const share = await explain('target_share');
    expect(share.filled?.en).toBe('41 companies ÷ 200 companies = 20.5%');
    const needed = await explain('pace_needed');
    expect(needed.filled?.['zh-CN']).toMatch(/^160家 ÷ 57 = 2\.81家$/);
    const { rows } = share;
    expect(rows.kind === 'values' ? rows.items[0] : rows).toMatchObject({
      period: '2021-03',
      value: '41',
    });
  });

  // seen to fail: −1 in the targets table and −0.8 in its explanation
  test('plan and gap of a target read as in the targets table, on every day', async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
    let count = 0;
    for (const day of ['2023-03-31', '2023-06-30', '2023-12-31']) {
      const { targets } = await api.get<Overview>(`/api/v1/overview?as_of=${day}`);
      for (const row of targets.filter(({ gap }) => gap !== undefined)) {
        const of = `as_of=${day}&target=${targetKey(row)}`;
        const [gap, plan] = [await explain('plan_gap', of), await explain('plan_to_date', of)];
        for (const language of languages) {
          const texts = againstPlan(row, language);
          expect([gap.text?.[language], plan.text?.[language]]).toEqual([texts.gap, texts.plan]);
          const difference = `${texts.now} − ${texts.plan} = ${texts.gap}`;
          expect(gap.filled?.[language]).toBe(difference);
          expect(plan.filled?.[language]).toMatch(new RegExp(`[=≈] ${texts.plan}$`));
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(0);
    const { filled } = await explain('plan_to_date', 'as_of=2023-06-30&target=companies');
    expect(filled?.en).toMatch(/ = \d+\.\d companies ≈ \d+ companies$/);
  });

  test('each step of the bridge lists its projects, and closing shows how it adds up', async () => {
    api = await openApi(engine);
    const { bridge } = await api.get<RegisterChanges>('/api/v1/changes?from=2021-01-31');
    for (const { group, steps } of bridge.groups)
      for (const step of steps) {
        const query = `from=2021-01-31&group=${group}&step=${step.kind}`;
        const isTotal = step.kind === 'opening' || step.kind === 'closing';
        const rows = await allRows('bridge_investment', query);
        expect([step.kind, rows.length]).toEqual([step.kind, isTotal ? step.count : step.projects]);
        const minor = step.amounts.reduce((sum, one) => sum + BigInt(one.minor), 0n);
        expect([step.kind, sumOf(rows)]).toEqual([step.kind, String(Number(minor) / 100)]);
      }
    const closing = await explain('bridge_projects', 'from=2021-01-31&group=pipeline&step=closing');
    expect(closing.filled?.en).toMatch(/^Opening \d+.* = 20 projects$/);
  });

  test('the ceiling of the outlook is today’s value plus what its projects add', async () => {
    api = await openApi(engine);
    const outlook = await api.get<Outlook>('/api/v1/outlook');
    const jobs = outlook.targets.find(({ row }) => row.indicator === 'jobs');
    const rows = await allRows('outlook_ceiling');
    expect(addDecimal(jobs?.row.now?.value ?? '0', sumOf(rows))).toBe('6022');
    expect(rows.filter(({ missing }) => missing !== undefined)).toHaveLength(1);
    const missing = await explain('outlook_missing');
    expect(missing.filled?.en).toBe('35,000 jobs − 6,022 jobs = 28,978 jobs');
    // seen to fail: pages wrote the share of the ceiling and what is missing, the explanation neither
    const ceiling = await explain('outlook_ceiling');
    expect(ceiling.parts.map(({ text }) => text.en)).toEqual([
      'at least 35,000 jobs',
      '17.2%',
      '−28,978 jobs',
    ]);
    // seen to fail: 26 projects closed the gap, of which the panel listed five
    const { text, parts, rows: few } = await explain('outlook_fewest');
    expect(text?.en).toBe('Not enough with all 26 projects');
    if (few.kind !== 'projects') throw new Error(few.kind);
    const others = parts.find(({ name }) => name.en === '21 more projects')?.text.en;
    expect(addDecimal(sumOf(few.items), others?.replace(/\D/g, '') ?? '')).toBe('5012');
  });

  test('a missing parameter, an unknown target and a bad page get the remedy', async () => {
    api = await openApi(engine);
    const status = async (address: string): Promise<number> =>
      (await api.send('GET', `/api/v1/explanations/${address}`)).status;
    expect(await status('target_value')).toBe(400);
    expect(await status('target_value?target=nothing')).toBe(404);
    expect(await status('project_amount?code=nothing')).toBe(404);
    expect(await status('nothing')).toBe(400);
    expect(await status('stage_projects?stage=lead&cursor=nonsense')).toBe(400);
    expect(await status('needs_action?cursor=-1')).toBe(400);
    expect(await status('stage_projects?stage=nothing')).toBe(400);
    expect(await status('established_projects?as_of=2021-02-30')).toBe(400);
  });

  test('before the register nothing is counted', async () => {
    api = await openApi(engine);
    const explanation = await explain('stage_projects', 'stage=lead&as_of=2019-01-31');
    expect(explanation).toMatchObject({ rows: { kind: 'none' } });
    expect(explanation.absent?.en).toBe('Nothing is recorded for this day');
  });
});
